/** Rebuilds the tree with calls or words in the place of citations, and without the footnotes' definitions. Nothing is changed in place. */

import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import type { Language } from '../language/language.js';
import { languageOf } from '../language/language-of.js';
import { placeCalls } from './place-calls.js';
import type { Setting } from './setting.js';

/** What stands where a mark stood. */
export type Replacements = ReadonlyMap<Nodes, readonly PhrasingContent[]>;

interface Rebuilding {
  readonly replacements: Replacements;
  readonly raised: boolean;
}

/** The language of a node's words, when it states one. */
function languageIn(node: Nodes, around: Language): Language {
  const tag = 'lang' in node && typeof node.lang === 'string' && node.type !== 'code' ? node.lang : undefined;
  if (tag === undefined) return around;
  return languageOf(tag, { digits: around.digits, timezone: around.timezone });
}

/** An ending that is written onto the name of a source: “@azirbek’s”, “@azirbek-нің”. */
const ending = /^[’'ʼ-]\p{L}+/u;

/** Words in the sentence know where their mark stands, so that what is found in them leads there. */
function standingAt(
  mark: Nodes,
  words: readonly PhrasingContent[] | undefined,
): PhrasingContent[] | undefined {
  const { position } = mark;
  if (position === undefined) return words === undefined ? undefined : [...words];
  return words?.map((word) => (word.type === 'inTextCitation' ? { ...word, position } : word));
}

/** What replaces the marks of one parent. A call behind a name goes behind the name's ending. */
function replaced(children: readonly Nodes[], around: Language, work: Rebuilding): Nodes[] {
  const made: Nodes[] = [];
  let cut = 0;
  for (const [index, child] of children.entries()) {
    if (child.type === 'footnoteDefinition') continue;
    const words = standingAt(child, work.replacements.get(child));
    const rest = cut > 0 && child.type === 'text' ? { ...child, value: child.value.slice(cut) } : child;
    cut = 0;
    if (words === undefined) {
      made.push(rebuilt(rest, around, work));
      continue;
    }
    const next = children[index + 1];
    const call = words.at(-1);
    const attached = next?.type === 'text' ? ending.exec(next.value)?.[0] : undefined;
    if (words.length > 1 && call?.type === 'noteCall' && attached !== undefined) {
      cut = attached.length;
      made.push(...words.slice(0, -1), { type: 'text', value: attached }, call);
    } else made.push(...words);
  }
  return made;
}

/** A node with its marks replaced. */
function rebuilt(node: Nodes, around: Language, work: Rebuilding): Nodes {
  if (!('children' in node)) return node;
  const language = languageIn(node, around);
  const children = replaced((node as Parents).children, language, work);
  const calls = work.raised || children.some((child) => child.type === 'noteCall');
  const placed = calls ? placeCalls(children as PhrasingContent[], language, work.raised) : children;
  return { ...node, children: placed } as Nodes;
}

/** The tree with every mark replaced. */
export function replaceMarks(tree: Root, replacements: Replacements, setting: Setting): Root {
  const work = { replacements, raised: setting.engine.raised };
  const children = replaced(tree.children, setting.language, work);
  return { ...tree, children: children as Root['children'] };
}
