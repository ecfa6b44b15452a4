/** Finds the one list, table or picture that a block is about. */

import type { Image, List, Nodes, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import { finding } from './finding.js';
import { openingPosition } from './opening-line.js';
import type { BlockDirective, MissingPart, OnlyOne } from './recognise-context.js';
import type { Work } from './work.js';

/** How a part is called, and written. */
interface PartWords {
  readonly name: string;
  readonly example: string;
}

const code = 'keys-and-blocks-are-known';

const words: Readonly<Record<'list' | 'table' | 'image', PartWords>> = {
  list: { name: 'list', example: 'lines that begin with “- ”' },
  table: { name: 'table', example: 'lines with | between the cells' },
  image: {
    name: 'picture',
    example: '![what the picture shows](file.jpg) on a line of its own',
  },
};

function reportMissing(directive: BlockDirective, part: PartWords, work: Work, missing: MissingPart): void {
  work.report(
    finding(missing.code ?? code, 'error', work.place(openingPosition(directive, work)), {
      what: `There is no ${part.name} in “:::${directive.name}”.`,
      why: missing.why ?? 'Without it the block has nothing to show.',
      fix: `Write ${part.example} between the opening and the closing line.`,
      excerpt: directive.name,
    }),
  );
}

function reportSecond(node: Nodes, directive: BlockDirective, part: PartWords, work: Work): void {
  work.report(
    finding(code, 'error', work.place(node.position), {
      what: `This is a second ${part.name} in “:::${directive.name}”.`,
      why: 'The block shows one; this one would stand beside it without being part of it.',
      fix: `Put it into a block of its own, or make one ${part.name} of both.`,
      excerpt: directive.name,
    }),
  );
}

function find<N extends RootContent>(
  directive: BlockDirective,
  is: (node: RootContent) => node is N,
  part: PartWords,
  work: Work,
  missing: MissingPart,
): OnlyOne<N> | undefined {
  const children: readonly RootContent[] = directive.children;
  const index = children.findIndex(is);
  const node = children[index];
  if (node === undefined || !is(node)) {
    reportMissing(directive, part, work, missing);
    return undefined;
  }
  const after = children.slice(index + 1);
  for (const other of after) if (is(other)) reportSecond(other, directive, part, work);
  return { node, before: children.slice(0, index), after };
}

/** The one list. */
export function findList(
  directive: BlockDirective,
  work: Work,
  missing: MissingPart = {},
): OnlyOne<List> | undefined {
  return find(directive, (node): node is List => node.type === 'list', words.list, work, missing);
}

/** The one table. */
export function findTable(
  directive: BlockDirective,
  work: Work,
  missing: MissingPart = {},
): OnlyOne<Table> | undefined {
  return find(directive, (node): node is Table => node.type === 'table', words.table, work, missing);
}

function isImage(node: PhrasingContent): node is Image {
  return node.type === 'image';
}

function holdsImage(node: RootContent): node is Paragraph {
  return node.type === 'paragraph' && node.children.some(isImage);
}

/** What is left of the picture's own paragraph, without the space that set it apart. */
function remaining(paragraph: Paragraph, image: Image): Paragraph | undefined {
  const children = paragraph.children.filter((child) => child !== image);
  const [first] = children;
  if (first?.type === 'break') children.shift();
  const text = children[0];
  if (text?.type === 'text') text.value = text.value.trimStart();
  const isEmpty = children.every((child) => child.type === 'text' && child.value.trim() === '');
  return isEmpty ? undefined : { ...paragraph, children };
}

/** The one picture; words in its own paragraph come first in `after`. */
export function findImage(
  directive: BlockDirective,
  work: Work,
  missing: MissingPart = {},
): OnlyOne<Image> | undefined {
  const found = find(directive, holdsImage, words.image, work, missing);
  const images = found?.node.children.filter(isImage) ?? [];
  const [image] = images;
  if (found === undefined || image === undefined) return undefined;
  for (const other of images.slice(1)) reportSecond(other, directive, words.image, work);
  const rest = remaining(found.node, image);
  return {
    node: image,
    before: found.before,
    after: rest === undefined ? found.after : [rest, ...found.after],
  };
}
