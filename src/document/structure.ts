/** Headings, blocks and their places in the outline: one walk in reading order, before any block is recognised. */

import type { Heading, Nodes, Parents, Root } from 'mdast';
import type { Position } from 'unist';
import { checkLevel, checkWords, lowerTopHeading, takeHeadingId } from './headings.js';
import { type Ids, makeIds } from './ids.js';
import { attributeOf, placeOfAttribute } from './opening-line.js';
import { plainText } from './plain-text.js';
import type { BlockDirective } from './recognise-context.js';
import type { Work } from './work.js';

/** What the surroundings say about a block. */
export interface Surroundings {
  /** Level of the section that holds it, 1 before the first heading. */
  readonly sectionDepth: number;
}

/** Ids of all headings and blocks, and what surrounds each block. */
export interface Structure {
  readonly ids: Ids;
  readonly surroundings: ReadonlyMap<BlockDirective, Surroundings>;
}

/** Names of the parts that Galley makes and an author may place. */
export const partNames = ['toc', 'notes', 'sources'] as const;

/** The part that a directive asks for, if it asks for one. */
export function partOf(name: string): (typeof partNames)[number] | undefined {
  return partNames.find((part) => part === name);
}

/** Whether a node is a directive that stands for a block. */
export function isBlockDirective(node: Nodes): node is BlockDirective {
  return node.type === 'containerDirective' || node.type === 'leafDirective';
}

/** The level of a title in a section, from 2 to 6. */
export function titleDepth(sectionDepth: number): 2 | 3 | 4 | 5 | 6 {
  return Math.min(sectionDepth + 1, 6) as 2 | 3 | 4 | 5 | 6;
}

/** Ids that authors gave, taken before any is made. */
function claimIds(node: Nodes, ids: Ids, work: Work): void {
  if (node.type === 'heading') {
    const given = takeHeadingId(node, work);
    if (given !== undefined) {
      const start = given.start;
      const position: Position = work.positions.position(start, start + given.id.length + 3);
      ids.claim(node, given.id, work.place(position));
      node.data = { ...node.data, id: given.id };
    }
  } else if (isBlockDirective(node)) {
    const id = attributeOf(node, 'id');
    if (id !== undefined && id !== '' && partOf(node.name) === undefined)
      ids.claim(node, id, placeOfAttribute(node, 'id', work));
  }
  if ('children' in node) for (const child of node.children) claimIds(child, ids, work);
}

/** The words that an id is made from: the title, else the block's name. */
function wordsFor(node: Heading | BlockDirective, work: Work): string {
  if (node.type === 'heading') return plainText(node.children);
  const title = attributeOf(node, 'title');
  return title === undefined ? node.name : plainText([work.parseInline(title)]);
}

/** Headings directly in questions and answers take their level from the block. */
function isQuestion(parent: Parents): boolean {
  return isBlockDirective(parent) && parent.name === 'qa';
}

/** Reads the structure, reports its faults, and gives headings their ids and levels. */
export function readStructure(tree: Root, work: Work): Structure {
  const ids = makeIds(work);
  claimIds(tree, ids, work);
  const surroundings = new Map<BlockDirective, Surroundings>();
  const heading = (node: Heading, above: number, parent: Parents): void => {
    lowerTopHeading(node, work);
    if (isQuestion(parent) && isBlockDirective(parent)) {
      node.depth = titleDepth(surroundings.get(parent)?.sectionDepth ?? 1);
    } else checkLevel(node, above, work);
    checkWords(node, work);
    node.data = { ...node.data, id: ids.idOf(node, wordsFor(node, work)) };
  };
  /** Returns the level of the section in force behind the node's children. */
  const walk = (parent: Parents, depth: number): number => {
    let current = depth;
    for (const child of parent.children) {
      if (child.type === 'heading') {
        heading(child, current, parent);
        current = child.depth;
      } else if (isBlockDirective(child)) {
        surroundings.set(child, { sectionDepth: current });
        if (partOf(child.name) === undefined) ids.idOf(child, wordsFor(child, work));
        const titled = attributeOf(child, 'title') !== undefined && child.type === 'containerDirective';
        walk(child, titled ? titleDepth(current) : current);
      } else if ('children' in child) current = walk(child, current);
    }
    return current;
  };
  walk(tree, 1);
  return { ids, surroundings };
}
