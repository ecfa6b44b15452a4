/** Words an author's own footnote: its text as written, with the citations inside it as words. */

import type { BlockContent, FootnoteDefinition, Nodes, Parents, PhrasingContent } from 'mdast';
import type { Citation } from '../document/nodes.js';
import { wordsOf } from './marked-text.js';
import { capitalised, type Setting, text } from './setting.js';
import { authorsInShort, nameInSentence } from './short-form.js';
import { type CitedItem, wordCitation } from './word-citation.js';

/** Finds what is known of the sources of a citation, and counts them as printed. */
export type Resolve = (citation: Citation) => readonly CitedItem[];

/** How a citation joins the words before it. */
type Joint = 'start' | 'follows' | 'aside';

/** After nothing or a full stop it begins a sentence; after a colon, a dash or a word like “see” it goes on; else it stands in brackets. */
function jointOf(before: string, setting: Setting): Joint {
  const words = before.trimEnd();
  if (words === '' || /[.!?…؟。！？][»”’"']?$/u.test(words)) return 'start';
  if (/[:;,،؛，；：(（[—–-]$/u.test(words)) return 'follows';
  const last = /(\S+)$/u.exec(words)?.[1] ?? '';
  return setting.language.isLeadIn(last.replace(/^[(«“"]+/u, '')) ? 'follows' : 'aside';
}

function bracketed(words: readonly PhrasingContent[]): PhrasingContent[] {
  return [text('('), ...words, text(')')];
}

/** Whether the text goes on behind the citation with a sign of its own, or with more words. */
function goesOn(after: string): boolean {
  return after.trim() !== '';
}

function noteWords(
  citation: Citation,
  before: string,
  after: string,
  resolve: Resolve,
  setting: Setting,
): PhrasingContent[] {
  const cited = resolve(citation);
  if (citation.mode === 'text') {
    const [first] = cited;
    const framing = { prefix: false, suffix: false };
    // Without an author the title is the name, and the rest of the source follows it anyway.
    if (first === undefined || authorsInShort(first.record.csl, setting.language) === undefined) {
      return wordCitation(cited, setting, framing);
    }
    const name = nameInSentence(first.record, setting.language);
    return [...name, text(' '), ...bracketed(wordCitation(withoutAuthor(cited), setting, framing))];
  }
  const joint = jointOf(before, setting);
  const ends = joint === 'start' && !goesOn(after);
  const words = wordCitation(cited, setting, { prefix: false, suffix: ends });
  if (joint === 'aside') return bracketed(words);
  return joint === 'start' ? capitalised(words, setting.language.tag) : words;
}

function withoutAuthor(cited: readonly CitedItem[]): CitedItem[] {
  return cited.map((one) => ({ ...one, item: { ...one.item, suppressAuthor: true }, authorStands: true }));
}

/** A citation as in-text styles print it: in brackets, or with the author in the sentence before them. */
export function inSentence(
  citation: Citation,
  cited: readonly CitedItem[],
  setting: Setting,
): PhrasingContent[] {
  if (citation.mode === 'bracket') return wordCitation(cited, setting);
  const [first] = cited;
  const name = first === undefined ? [] : nameInSentence(first.record, setting.language);
  const words = wordCitation(withoutAuthor(cited), setting);
  if (words.length === 0 && first !== undefined) {
    // Nothing is left to print (an author without a page in MLA): the name itself leads to the list.
    return [{ type: 'inTextCitation', sources: [first.record.id], children: name }];
  }
  return [...name, ...(setting.engine.raised ? [] : [text(' ')]), ...words];
}

/** American style has the point or comma that follows a citation inside its closing quotation mark. */
function pointsInQuotes(children: Nodes[], setting: Setting): Nodes[] {
  if (!setting.engine.pointsInQuotes) return children;
  const [, close, , closeInner] = setting.language.quotes;
  for (const [index, node] of children.entries()) {
    const before = children[index - 1];
    if (node.type !== 'text' || before?.type !== 'text') continue;
    const point = /^[.,]/u.exec(node.value)?.[0];
    const quote = before.value.slice(-1);
    if (point === undefined || (quote !== close && quote !== closeInner)) continue;
    children[index - 1] = { ...before, value: `${before.value.slice(0, -1)}${point}${quote}` };
    children[index] = { ...node, value: node.value.slice(1) };
  }
  return children;
}

/** Words of the same paragraph before and behind some content: emphasised words are part of a sentence too. */
interface Around {
  readonly before: string;
  readonly after: string;
}

const alone: Around = { before: '', after: '' };
const inline: ReadonlySet<string> = new Set(['emphasis', 'strong', 'delete', 'languageSpan', 'link']);

/** Replaces the citations among the children of one paragraph, or of something inside it. */
function wordChildren(
  children: readonly Nodes[],
  around: Around,
  resolve: Resolve,
  setting: Setting,
): Nodes[] {
  const made: Nodes[] = [];
  children.forEach((child, index) => {
    const before = around.before + wordsOf(made as PhrasingContent[]);
    const after = wordsOf(children.slice(index + 1) as PhrasingContent[]) + around.after;
    if (child.type !== 'citation') {
      made.push(wordNode(child, inline.has(child.type) ? { before, after } : alone, resolve, setting));
      return;
    }
    const words =
      setting.engine.form === 'note'
        ? noteWords(child, before, after, resolve, setting)
        : inSentence(child, resolve(child), setting);
    made.push(...words);
  });
  const cites = children.some(({ type }) => type === 'citation');
  return cites && setting.engine.form === 'note' ? pointsInQuotes(made, setting) : made;
}

function wordNode(node: Nodes, around: Around, resolve: Resolve, setting: Setting): Nodes {
  // A note has no note of its own on paper; `document` reports the call, and its label stays readable.
  if (node.type === 'footnoteReference') return { type: 'text', value: `[${node.label ?? node.identifier}]` };
  if (!('children' in node)) return node;
  const children = wordChildren((node as Parents).children, around, resolve, setting);
  return { ...node, children } as Nodes;
}

/** The content of a footnote. */
export function wordFootnote(
  definition: FootnoteDefinition,
  resolve: Resolve,
  setting: Setting,
): BlockContent[] {
  return definition.children.map((child) => wordNode(child, alone, resolve, setting)) as BlockContent[];
}
