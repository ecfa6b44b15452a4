/** Chromium's pages in order: their object, drawing, resources, box and annotations. */

import { PdfSyntaxError } from './file/lexer.js';
import type { PdfSource } from './file/parse.js';
import { type PdfDict, PdfRef, PdfStream, type PdfValue } from './file/values.js';

/** One page of Chromium's file. */
export interface ChromiumPage {
  /** Object number. */
  readonly object: number;
  readonly bytes: Uint8Array;
  readonly resources: PdfDict;
  readonly mediaBox: readonly number[];
  /** Object numbers of its annotations. */
  readonly annotations: readonly number[];
}

const mostPages = 5000;

/** All pages; the tree of pages is walked with a limit. */
export function readPages(source: PdfSource, catalog: PdfDict): ChromiumPage[] {
  const pages: ChromiumPage[] = [];
  const visit = (value: PdfValue | undefined, inherited: PdfDict, depth: number): void => {
    const node = source.dict(value);
    if (!(value instanceof PdfRef) || node === undefined || depth > 50 || pages.length > mostPages) {
      throw new PdfSyntaxError('the tree of pages is torn');
    }
    const facts: PdfDict = new Map([...inherited, ...node]);
    if (node.has('Kids')) for (const kid of source.list(node.get('Kids'))) visit(kid, facts, depth + 1);
    else pages.push(page(source, value.number, facts));
  };
  visit(catalog.get('Pages'), new Map(), 0);
  if (pages.length === 0) throw new PdfSyntaxError('the file has no pages');
  return pages;
}

function page(source: PdfSource, object: number, facts: PdfDict): ChromiumPage {
  const contents = source.resolve(facts.get('Contents'));
  const streams = Array.isArray(contents) ? contents.map((item) => source.resolve(item)) : [contents];
  const parts = streams.map((stream) => {
    if (!(stream instanceof PdfStream)) throw new PdfSyntaxError('a page without a drawing');
    return source.decode(stream);
  });
  return {
    object,
    bytes:
      parts.length === 1
        ? (parts[0] ?? new Uint8Array())
        : Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')])),
    resources: source.dict(facts.get('Resources')) ?? new Map(),
    mediaBox: source.list(facts.get('MediaBox')).map((item) => source.number(item) ?? 0),
    annotations: source.list(facts.get('Annots')).map((item) => {
      if (!(item instanceof PdfRef)) throw new PdfSyntaxError('an annotation that is no object');
      return item.number;
    }),
  };
}
