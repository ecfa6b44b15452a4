/** Typographic signs by language in all text of a tree; never in code, addresses, or what Galley prints itself. */

import type { Nodes, Parents, Root, Text } from 'mdast';
import type { Language } from '../language/language.js';
import { smarten, smartenRuns } from '../language/smarten.js';
import type { Work } from './work.js';

/** Nodes that stand in a line of text and hold more of it. */
const inline: ReadonlySet<string> = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference']);

/** The texts of one line of prose; null for what stands between them and is no text. */
type Runs = (Text | null)[];

/** Nodes that stand in a line of text, whatever holds them. */
const inLine: ReadonlySet<string> = new Set(['text', 'citation', 'inlineCode', 'footnoteReference']);

function hasOwnLanguage(node: Nodes): node is Nodes & { lang: string } {
  return 'lang' in node && typeof node.lang === 'string' && node.type !== 'code';
}

/** A block's words for cross references, which a recogniser made before the signs were set. */
function hasReference(node: Nodes): node is Nodes & { reference: string } {
  return 'reference' in node && typeof node.reference === 'string';
}

class Typesetter {
  private readonly work: Work;

  constructor(work: Work) {
    this.work = work;
  }

  set(parent: Parents, language: Language): void {
    const own = hasOwnLanguage(parent) ? this.work.languageOf(parent.lang) : language;
    if (hasReference(parent)) parent.reference = smarten(parent.reference, language);
    const children: readonly Nodes[] = parent.children;
    if (children.some((child) => inLine.has(child.type) || inline.has(child.type))) this.setLine(parent, own);
    else for (const child of children) if ('children' in child) this.set(child, own);
  }

  private setLine(parent: Parents, language: Language): void {
    const runs: Runs = [];
    this.collect(parent, runs, language);
    const values = runs.map((text) => text?.value ?? null);
    const made = smartenRuns(values, language);
    for (const [index, text] of runs.entries()) if (text !== null) text.value = made[index] ?? text.value;
  }

  private collect(parent: Parents, runs: Runs, language: Language): void {
    for (const child of parent.children) {
      if (child.type === 'text') runs.push(child);
      else if (inline.has(child.type) && 'children' in child) this.collect(child, runs, language);
      else {
        runs.push(null);
        if ('children' in child) this.set(child, language);
      }
    }
  }
}

/** Joins texts that stand side by side, as passes leave them behind. */
function joinTexts(parent: Parents): void {
  const children: Nodes[] = [];
  let joined = false;
  for (const child of parent.children) {
    const last = children.at(-1);
    if (child.type === 'text' && last?.type === 'text') {
      joined = true;
      last.value += child.value;
      if (last.position && child.position) {
        last.position = { start: last.position.start, end: child.position.end };
      }
      continue;
    }
    if ('children' in child) joinTexts(child);
    children.push(child);
  }
  if (joined) parent.children = children as typeof parent.children;
}

/** Sets the signs in all text of a tree, each part in its own language. Neighbouring texts become one. */
export function setTypography(tree: Root, work: Work): void {
  joinTexts(tree);
  new Typesetter(work).set(tree, work.language);
}
