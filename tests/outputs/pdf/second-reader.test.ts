import { describe, expect, it } from 'vitest';
import type { StructureElement } from '../../../src/outputs/pdf/read/structure-types.js';
import { readPdf } from '../../../src/outputs/pdf/read.js';
import { type Element, e, named, taggedPdf } from '../../checks/pdf/tagged-pdf.js';

const TREE: readonly Element[] = [
  e(
    'Document',
    '',
    named('title', e('H1', '', 'Title')),
    e('P', '/Lang (kk)', 'First words', e('Span', '', 'and more')),
    e('L', '', e('LI', '', e('Lbl', '', '1'), e('LBody', '', 'Item'))),
    e('Link', '', 'to the title', { annotation: '/Subtype /Link /Dest (title) /Contents (To the title)' }),
  ),
];

const FILE = taggedPdf({
  tree: TREE,
  catalog: '/Names << /Dests << /Names [(title) [3 0 R /XYZ 50 812 null]] >> >>',
});

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
}

/** Roles in tree order, the other reader's. */
function roles(node: Node): string[] {
  return [...(node.role && node.role !== 'Root' ? [node.role] : []), ...(node.children ?? []).flatMap(roles)];
}

describe('a second reader', () => {
  it('agrees on text, positions, tags, links and destinations', async () => {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const other = await getDocument({ data: Uint8Array.from(FILE), verbosity: 0 }).promise;
    const otherPage = await other.getPage(1);
    const { items } = await otherPage.getTextContent();
    const read = readPdf(FILE);
    if (!read.readable) throw new Error(read.reason);
    const ours = read.pages[0]?.content.items.filter((item) => item.kind === 'text') ?? [];
    const theirs = items.flatMap((item) => ('str' in item && item.str !== '' ? [item] : []));
    expect(ours.map(({ text, x, y }) => [text, x, y])).toEqual(
      theirs.map(({ str, transform }) => [str, transform[4], transform[5]]),
    );
    for (const [index, item] of ours.entries())
      expect(item.box.right - item.box.left).toBeCloseTo(theirs[index]?.width ?? -1, 5);
    const tree = (await otherPage.getStructTree()) as Node;
    expect(read.structure?.elements.map(({ role }: StructureElement) => role)).toEqual(roles(tree));
    const [link] = await otherPage.getAnnotations();
    expect(read.pages[0]?.annotations[0]).toMatchObject({
      contents: link.contentsObj.str,
      destination: { name: link.dest, page: 0, left: 50, top: 812 },
    });
    await other.destroy();
  });
});
