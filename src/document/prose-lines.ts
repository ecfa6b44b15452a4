/** The lines of prose as their author typed them, for checks that read sentences: each with its places in the file. */

import type { Nodes, Parents, PhrasingContent, Root, Text } from 'mdast';
import type { Position } from 'unist';
import { isBlockDirective } from './structure.js';
import type { Work } from './work.js';

/** One paragraph, heading or cell. */
export interface ProseLine {
  /** The words; what is no text of the language of the page (code, a passage in another language) is a sign that no word holds. */
  readonly text: string;
  /** Names of the blocks around it, outermost first; a passage after `>` is called `blockquote`. */
  readonly blocks: readonly string[];
  /** Whether it is a heading. */
  readonly isHeading: boolean;
  /** The place of a stretch of the words. */
  position(start: number, end: number): Position | undefined;
}

/** Stands for what is not read: a noncharacter, which no document can hold. */
const unread = '\ufdd9';

interface Piece {
  readonly node: Text | undefined;
  readonly start: number;
  readonly text: string;
}

const holders: ReadonlySet<string> = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference']);

function piecesOf(parent: Parents, pieces: Piece[], start: number, work: Work): number {
  let at = start;
  const add = (node: Text | undefined, text: string): void => {
    pieces.push({ node, start: at, text });
    at += text.length;
  };
  for (const child of parent.children as readonly Nodes[]) {
    if (child.type === 'text') add(child, work.raw.get(child)?.text ?? child.value);
    else if (child.type === 'figureNumber') add(undefined, child.value);
    else if (child.type === 'break') add(undefined, '\n');
    else if (holders.has(child.type) && 'children' in child) at = piecesOf(child, pieces, at, work);
    else if (child.type !== 'citation' && child.type !== 'footnoteReference') add(undefined, unread);
  }
  return at;
}

function lineOf(parent: Parents, blocks: readonly string[], work: Work): ProseLine {
  const pieces: Piece[] = [];
  piecesOf(parent, pieces, 0, work);
  return {
    text: pieces.map(({ text }) => text).join(''),
    blocks,
    isHeading: parent.type === 'heading',
    position(start, end) {
      const piece = pieces.find((one) => start >= one.start && start < one.start + one.text.length);
      const raw = piece?.node === undefined ? undefined : work.raw.get(piece.node);
      if (piece === undefined || raw === undefined) return parent.position;
      const last = Math.min(end, piece.start + piece.text.length);
      return { start: raw.point(start - piece.start), end: raw.point(last - piece.start) };
    },
  };
}

const isPhrasing = (node: Nodes): node is PhrasingContent => node.type === 'text' || holders.has(node.type);

/** All lines of a tree whose blocks are not recognised yet, in reading order; passages in other languages are left out. */
export function proseLines(tree: Root, work: Work): readonly ProseLine[] {
  const lines: ProseLine[] = [];
  const walk = (parent: Parents, blocks: readonly string[]): void => {
    const children: readonly Nodes[] = parent.children;
    if (children.some(isPhrasing)) {
      lines.push(lineOf(parent, blocks, work));
      return;
    }
    for (const child of children) {
      if (!('children' in child)) continue;
      if (child.type === 'blockquote') walk(child, [...blocks, 'blockquote']);
      else if (!isBlockDirective(child)) walk(child, blocks);
      else if (child.name !== 'lang' && child.attributes?.['lang'] === undefined)
        walk(child, [...blocks, child.name]);
    }
  };
  walk(tree, []);
  return lines;
}
