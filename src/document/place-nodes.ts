/** Gives every node of a freshly parsed tree its position in the author's file, and keeps each text as it was typed. */

import type { Nodes, Root, Text } from 'mdast';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import type { PreparedBody } from './prepare-body.js';
import type { RawText, Work } from './work.js';

/** The source of a text node between two offsets of the prepared body. */
function rawText(body: PreparedBody, start: number, end: number, work: Work): RawText {
  return {
    text: body.text.slice(start, end),
    point: (index) => work.positions.point(body.fileOffset(start + index, 'start')),
  };
}

/** Turns offsets of the prepared body into places in the file, all over the tree. */
export function placeNodes(tree: Root, body: PreparedBody, work: Work): void {
  const filePosition = (position: Position): Position => {
    const start = body.fileOffset(position.start.offset ?? 0, 'start');
    const end = body.fileOffset(position.end.offset ?? 0, 'end');
    return work.positions.position(start, end);
  };
  visit(tree, (node: Nodes) => {
    const position = node.position;
    if (position === undefined) return;
    if (node.type === 'text') {
      const text: Text = node;
      work.raw.set(text, rawText(body, position.start.offset ?? 0, position.end.offset ?? 0, work));
    }
    node.position = filePosition(position);
  });
}
