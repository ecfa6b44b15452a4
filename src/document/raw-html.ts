/** Raw HTML is refused: its words stay as text, its tags go, and each place is a finding with the Markdown to use instead. */

import type { Html, Nodes, Root, Text } from 'mdast';
import type { Position } from 'unist';
import { finding, shorten } from './finding.js';
import { htmlAdvice } from './html-advice.js';
import { replaceNodes } from './replace-nodes.js';
import type { Work } from './work.js';

const tag = /<(\/?)([A-Za-z][\w:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|<[!?][^>]*>/gu;
const codeElement = /<(script|style)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/giu;

interface Piece {
  readonly text: string;
  readonly index: number;
  readonly isTag: boolean;
}

/** Tags and the words between them; the inside of scripts and styles counts as tag. */
function piecesOf(html: string): Piece[] {
  const cuts = [...html.matchAll(codeElement)].map((found) => [found.index, found.index + found[0].length]);
  for (const found of html.matchAll(tag)) {
    const inside = cuts.some(([start = 0, end = 0]) => found.index >= start && found.index < end);
    if (!inside) cuts.push([found.index, found.index + found[0].length]);
  }
  cuts.sort(([a = 0], [b = 0]) => a - b);
  const pieces: Piece[] = [];
  let at = 0;
  for (const [start = 0, end = 0] of cuts) {
    if (start > at) pieces.push({ text: html.slice(at, start), index: at, isTag: false });
    pieces.push({ text: html.slice(start, end), index: start, isTag: true });
    at = end;
  }
  if (at < html.length) pieces.push({ text: html.slice(at), index: at, isTag: false });
  return pieces;
}

function nameOf(text: string): string {
  return /^<\/?([A-Za-z][\w:-]*)/u.exec(text)?.[1]?.toLowerCase() ?? '';
}

function report(text: string, position: Position | undefined, work: Work): void {
  work.report(
    finding('raw-html-is-absent', 'error', work.place(position), {
      what: `HTML stands in the text: “${shorten(text)}”.`,
      why: 'It could break the page or the PDF for readers with assistive technology, so only its words are kept.',
      fix: htmlAdvice(nameOf(text)),
      excerpt: text,
    }),
  );
}

/** How many open tags are remembered, so that a page of them costs no more than its length. */
const remembered = 100;

/** Follows tags through one document, so that a closing tag belongs to the finding of its opening one. */
class TagReader {
  private readonly open: string[] = [];
  private readonly work: Work;

  constructor(work: Work) {
    this.work = work;
  }

  /** Cuts the tags of a node, with one finding for all that are not told already; returns its words. */
  read(node: Html): string {
    const words: string[] = [];
    let toTell: string | undefined;
    for (const piece of piecesOf(node.value)) {
      if (!piece.isTag) words.push(piece.text);
      else {
        this.work.cut.push({ rule: 'raw-html', text: piece.text, place: this.work.place(node.position) });
        if (!this.closesEarlier(piece.text)) toTell ??= piece.text;
      }
    }
    // HTML that is cut off has no whole tag.
    if (toTell === undefined && words.length > 0 && /^<[A-Za-z!?]/u.test(node.value)) toTell = node.value;
    if (toTell !== undefined) report(toTell, node.position, this.work);
    return words.join(' ').replace(/\s+/gu, ' ').trim();
  }

  private closesEarlier(tagText: string): boolean {
    const name = nameOf(tagText);
    if (!tagText.startsWith('</')) {
      this.open.push(name);
      if (this.open.length > remembered) this.open.shift();
      return false;
    }
    const index = this.open.lastIndexOf(name);
    if (index >= 0) this.open.splice(index, 1);
    return index >= 0;
  }
}

/** Parents in which words stand in paragraphs. */
const holdsParagraphs: ReadonlySet<string> = new Set([
  'root',
  'containerDirective',
  'blockquote',
  'listItem',
  'footnoteDefinition',
]);

/** Refuses the HTML of one tree. A tag that closes one already told makes no finding of its own. */
export function refuseRawHtml(tree: Root, work: Work): void {
  const reader = new TagReader(work);
  replaceNodes(tree, (node, ancestors): readonly Nodes[] | undefined => {
    if (node.type !== 'html') return undefined;
    const value = reader.read(node);
    if (value === '') return isLineBreak(node.value) ? [{ type: 'break' }] : [];
    const position = node.position && { position: node.position };
    const text: Text = { type: 'text', value, ...position };
    const isBlock = holdsParagraphs.has(ancestors.at(-1)?.type ?? 'root');
    return isBlock ? [{ type: 'paragraph', children: [text], ...position }] : [text];
  });
}

function isLineBreak(html: string): boolean {
  return /^<br\s*\/?>$/iu.test(html);
}
