/** Rebuilds the tree with calls or words in the place of citations, and without the footnotes' definitions. Nothing is changed in place. */

import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import type { Language } from '../language/language.js';
import { languageOf } from '../language/language-of.js';
import { placeCalls } from './place-calls.js';
import type { Setting } from './setting.js';

/** What stands where a mark stood. */
export type Replacements = ReadonlyMap<Nodes, readonly PhrasingContent[]>;

/** The language of a node's words, when it states one. */
function languageIn(node: Nodes, around: Language): Language {
  const tag = 'lang' in node && typeof node.lang === 'string' && node.type !== 'code' ? node.lang : undefined;
  if (tag === undefined) return around;
  return languageOf(tag, { digits: around.digits, timezone: around.timezone });
}

function rebuild(node: Nodes, replacements: Replacements, around: Language, raised: boolean): Nodes {
  if (!('children' in node)) return node;
  const language = languageIn(node, around);
  let replaced = false;
  const children = (node as Parents).children.flatMap((child): readonly Nodes[] => {
    if (child.type === 'footnoteDefinition') return [];
    const words = replacements.get(child);
    if (words === undefined) return [rebuild(child, replacements, language, raised)];
    replaced = true;
    return words;
  });
  const placed = replaced ? placeCalls(children as PhrasingContent[], language, raised) : children;
  return { ...node, children: placed } as Nodes;
}

/** The tree with every mark replaced. */
export function replaceMarks(tree: Root, replacements: Replacements, setting: Setting): Root {
  return rebuild(tree, replacements, setting.language, setting.engine.raised) as Root;
}
