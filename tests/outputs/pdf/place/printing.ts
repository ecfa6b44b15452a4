/** Places and prints a fixture in one page, and compares what was foreseen with what was printed. */

import type { Element, Root } from 'hast';
import type { Browser, LentPage } from '../../../../src/browser/browser.js';
import { identityOf } from '../../../../src/outputs/pdf/finish/chromium-tree.js';
import type { Trouble } from '../../../../src/outputs/pdf/in-page/types.js';
import { inPageSource } from '../../../../src/outputs/pdf/in-page-code.js';
import { printedNotes } from '../../../../src/outputs/pdf/ledger/printed-notes.js';
import { type ProvenNotes, proveNotes } from '../../../../src/outputs/pdf/ledger.js';
import type { Placement } from '../../../../src/outputs/pdf/pdf-file.js';
import { placeNotes } from '../../../../src/outputs/pdf/place.js';
import { printPages } from '../../../../src/outputs/pdf/print.js';
import { textItemsOfMark } from '../../../../src/outputs/pdf/read/mark-text.js';
import type { StructureElement } from '../../../../src/outputs/pdf/read/structure-types.js';
import { type PdfDocumentRead, readPdf } from '../../../../src/outputs/pdf/read.js';
import type { PrintDocument } from '../../../../src/outputs/print/print-document.js';

/** Everything a test may look at. */
export interface Printing {
  readonly placement: Placement;
  readonly troubles: readonly Trouble[];
  readonly proven: ProvenNotes;
  readonly bytes: Uint8Array;
  readonly read: PdfDocumentRead;
  /** Letters of the text on each page, sorted, without notes and table heads: as measured, and as printed. */
  readonly foreseen: readonly string[];
  readonly printed: readonly string[];
}

function bag(text: string): string {
  return [...text.normalize('NFKC').replace(/[\s\u00ad\u061c\u200b-\u200f\u2060-\u2069]+/gu, '')]
    .sort()
    .join('');
}

/** Text by column, asked of the placed page in its columns. */
async function foresee(lent: LentPage): Promise<string[]> {
  return await lent.page.evaluate((source: string): string[] => {
    const page = globalThis as unknown as {
      document: typeof globalThis & Record<string, never>;
      eval(code: string): never;
    };
    const { pages, search } = page.eval(source) as never as {
      pages: Record<string, (...args: unknown[]) => never>;
      search: Record<string, (...args: unknown[]) => never>;
    };
    const document = page.document as never as {
      documentElement: { classList: DOMTokens };
      querySelector(selector: string): Box;
    };
    interface DOMTokens {
      add(name: string): void;
      remove(name: string): void;
    }
    interface Box {
      getBoundingClientRect(): { left: number; top: number; width: number; height: number };
      childNodes: Iterable<Leaf>;
    }
    interface Leaf extends Box {
      nodeType: number;
      data: string;
      length: number;
      tagName?: string;
    }
    document.documentElement.classList.add('is-measuring');
    const flow = document.querySelector('.page-flow');
    const { left, top, width, height } = flow.getBoundingClientRect();
    const frame = { flow, left, top, width, height, settled: new WeakMap(), shift: 0 };
    const texts: string[] = [];
    const put = (column: number, text: string): void => {
      texts[column] = (texts[column] ?? '') + text;
    };
    const walk = (node: Leaf): void => {
      if (node.nodeType === 3) {
        const span = pages['spanOf']!(frame, node) as { first: number; last: number } | undefined;
        if (span === undefined) return;
        let from = 0;
        for (let column = span.first; column < span.last; column += 1) {
          const to = search['offsetAfter']!(node, { frame, column, spans: false }) as number;
          put(column, node.data.slice(from, to));
          from = to;
        }
        put(span.last, node.data.slice(from));
        return;
      }
      if (node.nodeType === 1 && node.tagName !== 'THEAD' && node.tagName !== 'svg')
        for (const child of node.childNodes) walk(child);
    };
    walk(document.querySelector('.page-content') as Leaf);
    document.documentElement.classList.remove('is-measuring');
    return Array.from(texts, (text) => text ?? '');
  }, inPageSource());
}

/** Identities of the cells of table heads. */
function headCells(tree: Root | Element, inHead = false): (string | undefined)[] {
  return tree.children.flatMap((node) => {
    if (node.type !== 'element') return [];
    const own =
      inHead && (node.tagName === 'th' || node.tagName === 'td')
        ? [identityOf(String(node.properties['lang']))]
        : [];
    return [...own, ...headCells(node, inHead || node.tagName === 'thead')];
  });
}

/** Text by page from the tag tree, without notes, table heads and list numbers. */
function printedText(read: PdfDocumentRead, document: PrintDocument): string[] {
  const notes = new Set([...printedNotes(read, document).values()].flatMap(({ marks }) => marks));
  const heads = new Set(headCells(document.tree));
  const texts = read.pages.map(() => '');
  const walk = (element: StructureElement): void => {
    if (element.role === 'Lbl' || heads.has(identityOf(element.lang))) return;
    for (const child of element.children) {
      if (child.kind === 'element') walk(child);
      if (child.kind !== 'content' || child.page === undefined || notes.has(`${child.page}/${child.mcid}`))
        continue;
      const { mediaBox } = read.pages[child.page]!;
      const { marginTop, areaHeight } = document.geometry;
      const foot = mediaBox.top - (marginTop + areaHeight) * 0.75;
      for (const item of textItemsOfMark(read, child.page, child.mcid, child.form)) {
        // The tip of the first line of a page is drawn at the foot of the page before as well.
        if (item.y > foot - 2) texts[child.page] += item.text;
      }
    }
  };
  for (const element of read.structure?.children ?? []) walk(element);
  return texts;
}

/** Places, prints and reads back. `meddle` may change the placed page before it is printed; texts longer than `wholePages` are placed in windows. */
export async function print(
  browser: Browser,
  document: PrintDocument,
  meddle?: (lent: LentPage) => Promise<unknown>,
  wholePages?: number,
): Promise<Printing> {
  return await browser.withPage(
    'print',
    async (lent) => {
      const { placement, troubles, pageCount } = await placeNotes(lent, document, 2, 500, wholePages);
      const foreseen = await foresee(lent);
      await meddle?.(lent);
      const bytes = await printPages(lent.page);
      const read = readPdf(bytes);
      if (!read.readable) throw new Error(read.reason);
      const proven = proveNotes(read, document, placement, pageCount);
      const printed = printedText(read, document);
      return {
        placement,
        troubles,
        proven,
        bytes,
        read,
        foreseen: printed.map((_, index) => bag(foreseen[index] ?? '')),
        printed: printed.map(bag),
      };
    },
    120_000,
  );
}
