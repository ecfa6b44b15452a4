/** Prints fixtures and finishes them, for all tests of the rewriter. */

import type { Browser } from '../../../../src/browser/browser.js';
import type { StructureElement, StructureNode } from '../../../../src/outputs/pdf/finish/structure.js';
import { type FinishedPdf, finishPdf } from '../../../../src/outputs/pdf/finish.js';
import type { Placement } from '../../../../src/outputs/pdf/pdf-file.js';
import { placeNotes } from '../../../../src/outputs/pdf/place.js';
import { printPages } from '../../../../src/outputs/pdf/print.js';
import type { PrintDocument } from '../../../../src/outputs/print/print-document.js';
import { type PrintFixture, printDocument } from '../../print/print-fixture.js';

/** A printed fixture, before any rewriting. */
export interface Printed {
  readonly document: PrintDocument;
  readonly placement: Placement;
  readonly bytes: Uint8Array;
}

/** 6 January 2022, 12:00 UTC. */
export const date: number = Date.UTC(2022, 0, 6, 12);

/** Places and prints a fixture. */
export async function printFixture(browser: Browser, fixture: PrintFixture): Promise<Printed> {
  const document = await printDocument(fixture);
  return await browser.withPage('print', async (lent) => {
    const { placement } = await placeNotes(lent, document, 2, 500);
    return { document, placement, bytes: await printPages(lent.page) };
  });
}

/** Finishes what was printed; throws when it could not be finished. */
export async function finished(printed: Printed, profile: 'ua1' | 'ua2'): Promise<FinishedPdf> {
  const { value, diagnostics } = await finishPdf(printed.bytes, printed.document, printed.placement, {
    profile,
    date,
  });
  if (value === undefined)
    throw new Error(diagnostics.map(({ code, what }) => `${code}: ${what}`).join('\n'));
  return value;
}

/** The tag tree as people read it. */
export function readable(node: StructureNode, depth = 0): string {
  const indent = '  '.repeat(depth);
  if (node.kind === 'text') return `${indent}${JSON.stringify(short(node.text))}\n`;
  if (node.kind === 'picture') return `${indent}(picture)\n`;
  if (node.kind === 'annotation') return `${indent}(area) ${JSON.stringify(node.name)}\n`;
  const facts = [
    node.lang,
    node.id === undefined ? undefined : `id=${node.id}`,
    node.target === undefined ? undefined : `→ ${node.target}`,
    node.alt === undefined ? undefined : `alt=${JSON.stringify(node.alt)}`,
    node.expansion === undefined ? undefined : `E=${JSON.stringify(node.expansion)}`,
    node.actualText === undefined ? undefined : 'with its own words',
    node.origin === undefined ? undefined : `← ${node.origin.start.line}:${node.origin.start.column}`,
  ].filter((fact) => fact !== undefined);
  const head = `${indent}${[node.role, ...facts].join(' ')}\n`;
  return head + node.children.map((child) => readable(child, depth + 1)).join('');
}

/** Long filler is cut in the middle; other tests compare every word. */
function short(text: string): string {
  return text.length > 100 ? `${text.slice(0, 60)} … ${text.slice(-25)}` : text;
}

/** All elements of a written tree in reading order. */
export function* walk(element: StructureElement): Generator<StructureElement> {
  yield element;
  for (const child of element.children) if (child.kind === 'element') yield* walk(child);
}

/** The words of a written element, without link areas and pictures. */
export function wordsOf(node: StructureNode): string {
  if (node.kind === 'text') return node.text;
  return node.kind === 'element' ? node.children.map(wordsOf).join('') : '';
}

/** Plain filler that holds ligatures, quotes and figures, different for each seed. */
export function filler(words: number, seed = 1): string {
  const pool = [
    'office',
    'flow',
    'minister',
    'final',
    'towns',
    'reported',
    '2022',
    'said',
    '“quote”',
    'fifth',
  ];
  return `${Array.from({ length: words }, (_, index) => pool[(index * 7 + seed * 3) % pool.length]).join(' ')}.`;
}
