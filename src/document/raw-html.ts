/** Raw HTML is refused: its words stay as text, its tags go, and each place is a finding with the Markdown to use instead. */

import type { Html, Nodes, Root } from 'mdast';
import type { Position } from 'unist';
import { finding, shorten } from './finding.js';
import { replaceNodes } from './replace-nodes.js';
import type { Work } from './work.js';

/** What to write instead, by tag name. */
const instead: Readonly<Record<string, string>> = {
  a: 'Write a link as [words](address).',
  abbr: 'Explain the abbreviation in a :::glossary.',
  aside: 'Write a block: :::note … :::.',
  b: 'Write **words** for strong importance.',
  blockquote: 'Write a :::quote block, or begin the lines with “>”.',
  br: 'Begin a new paragraph, or end the line with a backslash.',
  cite: 'Write *words* for emphasis.',
  code: 'Write `words` in backticks.',
  del: 'Write ~~words~~.',
  details: 'Write a :::qa or a :::background block.',
  div: 'Take the tag out, or write a block: :::note … :::.',
  dl: 'Write a :::glossary.',
  em: 'Write *words* for emphasis.',
  figure: 'Write a :::figure block.',
  h1: 'The headline stands in the front matter; begin headings with “##”.',
  h2: 'Begin the line with “##”.',
  h3: 'Begin the line with “###”.',
  h4: 'Begin the line with “####”.',
  h5: 'Begin the line with “#####”.',
  h6: 'Begin the line with “######”.',
  hr: 'Write --- on a line of its own.',
  i: 'Write *words* for emphasis.',
  img: 'Write ![what the picture shows](file), or a :::figure block.',
  ins: 'Take the tag out; changes to the text belong in “updates” in the front matter.',
  li: 'Begin the line with “- ”.',
  mark: 'Write **words** for strong importance.',
  ol: 'Begin the lines with “1. ”, “2. ” and so on.',
  p: 'Leave a blank line between paragraphs.',
  pre: 'Put the lines between two lines of ```.',
  q: 'Write the words in quotation marks.',
  s: 'Write ~~words~~.',
  section: 'Begin a section with a heading: “## Title”.',
  span: 'Take the tag out; for another language write :lang[words]{kk}.',
  strike: 'Write ~~words~~.',
  strong: 'Write **words** for strong importance.',
  sub: 'Write the figure itself, such as “₂”.',
  sup: 'Write the figure itself, such as “²”; for a note write [^name].',
  table: 'Write a Markdown table with | between the cells.',
  u: 'Write *words* for emphasis.',
  ul: 'Begin the lines with “- ”.',
};

const foreign: ReadonlySet<string> = new Set([
  ...[
    'audio',
    'embed',
    'form',
    'iframe',
    'input',
    'link',
    'meta',
    'object',
    'script',
    'style',
    'svg',
    'video',
  ],
]);

const tag = /<(\/?)([A-Za-z][\w:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|<[!?][^>]*>/gu;
const codeElement = /<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/giu;

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

function adviceFor(name: string): string {
  if (foreign.has(name))
    return 'Take it out; Galley’s own blocks (see the authors’ guide) are what may stand here.';
  return instead[name] ?? 'Take the tag out, and keep the words.';
}

function report(text: string, position: Position | undefined, work: Work): void {
  const name = nameOf(text);
  work.report(
    finding('raw-html-is-absent', 'error', work.place(position), {
      what: `HTML stands in the text: “${shorten(text)}”.`,
      why: 'It could break the page or the PDF for readers with assistive technology, so only its words are kept.',
      fix: adviceFor(name),
      excerpt: text,
    }),
  );
}

/** Tags that end what an earlier one began; they belong to its finding. */
function isClosing(text: string): boolean {
  return text.startsWith('</');
}

/** Refuses the HTML of one tree. A tag that closes one already told makes no finding of its own. */
export function refuseRawHtml(tree: Root, work: Work): void {
  const open: string[] = [];
  const tell = (piece: Piece, node: Html, told: boolean): boolean => {
    const name = nameOf(piece.text);
    const index = isClosing(piece.text) ? open.lastIndexOf(name) : -1;
    if (index >= 0) open.splice(index, 1);
    else if (!isClosing(piece.text)) open.push(name);
    work.cut.push({ rule: 'raw-html', text: piece.text, place: work.place(node.position) });
    if (index < 0 && !told) report(piece.text, node.position, work);
    return index < 0 || told;
  };
  replaceNodes(tree, (node, ancestors): readonly Nodes[] | undefined => {
    if (node.type !== 'html') return undefined;
    let told = false;
    const words: string[] = [];
    for (const piece of piecesOf(node.value)) {
      if (piece.isTag) told = tell(piece, node, told);
      else words.push(piece.text);
    }
    if (!told && words.length > 0 && !node.value.includes('<')) report(node.value, node.position, work);
    const value = words.join(' ').replace(/\s+/gu, ' ').trim();
    if (value === '') return [];
    const parent = ancestors.at(-1);
    const text: Nodes = { type: 'text', value, ...(node.position && { position: node.position }) };
    const inParagraph = parent?.type !== 'root' && parent?.type !== 'containerDirective';
    if (inParagraph && parent !== undefined && !holdsBlocks(parent.type)) return [text];
    return [{ type: 'paragraph', children: [text], ...(node.position && { position: node.position }) }];
  });
}

function holdsBlocks(type: string): boolean {
  return ['root', 'containerDirective', 'blockquote', 'listItem', 'footnoteDefinition'].includes(type);
}
