/** Turns Chromium's printed file into an accessible one: tags from our own model, links with names, conforming metadata. */

import { result, type StageResult } from '../../diagnostics/diagnostic.js';
import type { PrintedDocument } from '../print/print-document.js';
import type { PdfProfile } from './conformance/conformance.js';
import { ua1 } from './conformance/ua1.js';
import { ua2 } from './conformance/ua2.js';
import { readChromiumTree } from './finish/chromium-tree.js';
import { Interpreter } from './finish/content/interpret.js';
import { rewriteSurface } from './finish/content/rewrite.js';
import { Fault } from './finish/fault.js';
import { PdfSyntaxError } from './finish/file/lexer.js';
import { PdfSource } from './finish/file/parse.js';
import { identitiesIn } from './finish/identities.js';
import { proveRewrite } from './finish/invariants.js';
import { continuedLines } from './finish/match/continued.js';
import { ownLeftovers } from './finish/match/leftover.js';
import { matchLeaves } from './finish/match/match.js';
import { pageAreas } from './finish/match/page-area.js';
import { printedLeaves } from './finish/match/printed.js';
import { completeWords } from './finish/match/words.js';
import { buildModel } from './finish/model/build.js';
import { addMarkers, tidy } from './finish/model/complete.js';
import { readPages } from './finish/pages.js';
import type { StructureElement } from './finish/structure.js';
import { assemble } from './finish/write/assemble.js';
import { linkAreas } from './finish/write/links.js';
import type { Placement } from './pdf-file.js';

/** A conforming PDF. */
export interface FinishedPdf {
  readonly bytes: Uint8Array;
  /** The tag tree as written; `origin` leads to the author's lines. */
  readonly structure: StructureElement;
  readonly pageCount: number;
}

/** What the file is to be. */
export interface FinishOptions {
  readonly profile: PdfProfile;
  /** The date that the file carries, in ms since 1970 (UTC). */
  readonly date: number;
  /** Names the program in the metadata; `Galley` by default. */
  readonly producer?: string | undefined;
  /** Path of the file for findings; the document's slug by default. */
  readonly file?: string | undefined;
}

/**
 * Rewrites Chromium's tagged print into PDF/UA-1 and PDF/A-2a (`ua1`), or PDF/UA-2, WTPDF and PDF/A-4 (`ua2`). Nothing visible changes.
 * Fails closed: when the printed page and the document disagree, or words have no owner, the value is undefined and a finding says where.
 * Same bytes, document, placement and options: same result.
 */
export async function finishPdf(
  chromiumBytes: Uint8Array,
  print: PrintedDocument,
  placement: Pick<Placement, 'mode' | 'pageOf' | 'carried'>,
  options: FinishOptions,
): Promise<StageResult<FinishedPdf | undefined>> {
  const file = options.file ?? `${print.slug}.pdf`;
  try {
    return result(await rewrite(chromiumBytes, print, placement, options));
  } catch (error) {
    const fault =
      error instanceof PdfSyntaxError
        ? new Fault(
            'pdf-from-browser-is-readable',
            `The file from the browser is not as expected: ${error.message}.`,
          )
        : error;
    if (fault instanceof Fault) return result(undefined, [fault.diagnostic(print, file)]);
    throw error;
  }
}

/** A browser that tags pages in a new way leaves out the marks by which blocks are known; nothing can be told apart then. */
function unmarked(source: PdfSource): Fault {
  const info = source.dict(source.trailer.get('Info'));
  const names = ['Creator', 'Producer'].flatMap((key) => {
    const value = source.string(info?.get(key));
    return value === undefined ? [] : [Buffer.from(value.bytes).toString('latin1')];
  });
  const maker = /Chrome\/[\d.]+/.exec(names.join(' '))?.[0] ?? names.join(', ');
  return new Fault(
    'pdf-from-browser-is-readable',
    `This browser (${maker}) tags pages in another way: none of the marks by which Galley knows the parts of a document arrived in its file.`,
  );
}

async function rewrite(
  chromiumBytes: Uint8Array,
  print: PrintedDocument,
  placement: Pick<Placement, 'mode' | 'pageOf' | 'carried'>,
  options: FinishOptions,
): Promise<FinishedPdf> {
  const source = new PdfSource(chromiumBytes);
  const catalog = source.dict(source.trailer.get('Root'));
  if (catalog === undefined) throw new PdfSyntaxError('the catalog is missing');
  const pages = readPages(source, catalog);
  const interpreter = new Interpreter(source);
  for (const [index, page] of pages.entries()) {
    interpreter.page(page.object, index, page.bytes, page.resources);
  }
  const { surfaces } = interpreter;
  const fonts = interpreter.fonts();
  for (const font of fonts) font.settle();
  const tree = readChromiumTree(source, catalog);
  const model = buildModel(print, placement);
  const identities = identitiesIn(tree);
  if (identities.size === 0 && print.identities.size > 0) throw unmarked(source);
  const heights = pages.map((page) => page.mediaBox[3] ?? 0);
  const areaOf = pageAreas(print.geometry, heights);
  const printed = printedLeaves(tree, surfaces, areaOf, (identity) => identities.has(identity));
  const matched = matchLeaves(model, printed, surfaces, identities, continuedLines(print, placement));
  addMarkers(matched, surfaces);
  const blanks = completeWords(model.runs, matched);
  ownLeftovers(print, model, surfaces, areaOf, pages.length, matched.ownership);
  const rewritten = surfaces.map((surface, index) =>
    rewriteSurface(
      surface,
      index,
      matched.ownership,
      blanks.filter((blank) => blank.surface === index),
    ),
  );
  tidy(model);
  const areas = linkAreas(source, catalog, print, model, matched);
  proveRewrite({ surfaces, rewritten, model, pages, areas });
  const facts = {
    title: print.title,
    lang: print.lang,
    producer: options.producer ?? 'Galley',
    date: options.date,
  };
  const conformance = options.profile === 'ua1' ? ua1 : ua2;
  const written = await assemble({
    ...{ source, pages, surfaces, rewritten, model, areas, fonts, facts, conformance },
    ownership: matched.ownership,
  });
  return { ...written, pageCount: pages.length };
}
