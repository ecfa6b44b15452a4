/** Whether the published page, the document that went to print, and the finished PDF say the same, in the same order. */

import type { Root } from 'hast';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { languageOf } from '../../language/language-of.js';
import type { PrintedDocument } from '../../outputs/print/print-document.js';
import { differences } from './compare.js';
import { comparable, type DocumentFacts, type Fact } from './facts.js';
import { type Compared, differs } from './findings.js';
import { htmlFacts } from './html-facts.js';

/** The published page. */
export interface ParityPage {
  readonly tree: Root;
  readonly lang: string;
  readonly notes: readonly {
    readonly number: number;
    readonly id: string;
    readonly calls: readonly string[];
  }[];
  /** Whether paper has a headline of its own. */
  readonly hasPrintHeadline: boolean;
  /** Public address of the page, or null. */
  readonly publicAddress: string | null;
}

/** The finished PDF, and the document that was printed. */
export interface ParityPdf {
  readonly printed: PrintedDocument;
  /** Pages by element id, as they were printed into their slots. */
  readonly pageOf: Readonly<Record<string, number>>;
  /** What the PDF's tag tree says. */
  readonly facts: DocumentFacts;
  readonly file: string;
}

/** Knows the line that opens the rest of a note on a further page. */
export function continuedLine(printed: PrintedDocument): (words: string) => boolean {
  const [before = '', after = ''] = printed.continuedWords.split('{number}').map(comparable);
  return (words) => {
    const said = comparable(words);
    const isTemplate = said.startsWith(before) && said.endsWith(after);
    return isTemplate && /^\p{Nd}{1,4}$/u.test(said.slice(before.length, said.length - after.length));
  };
}

/** Reads the print document: with all that is printed, or with what it shares with the page. */
function paperFacts({ printed, pageOf }: ParityPdf, side: 'printed' | 'paper'): DocumentFacts {
  const { notes, identities, lang, tree, digits, ownNumbers } = printed;
  const { localDigits } = languageOf(lang, { digits });
  return htmlFacts(tree, {
    side,
    lang,
    callNumbers: new Map(notes.flatMap(({ calls, number }) => calls.map((id) => [id, number] as const))),
    noteNumbers: new Map(notes.map(({ id, number }) => [id, number])),
    realLanguage: (tag) => {
      const id = /(?:^|-)x-(?:.*-)?([a-z]\d+)$/i.exec(tag)?.[1];
      return (id === undefined ? undefined : identities.get(id)?.lang) ?? tag;
    },
    pageNumber: (id) => {
      const page = pageOf[id];
      return page === undefined ? undefined : (ownNumbers?.get(String(page)) ?? localDigits(String(page)));
    },
  });
}

/** Page of a line in the PDF: its own, or that of the line with the same words. */
function pagesOf({ lines, notes }: DocumentFacts): (line: Fact | undefined) => number {
  const pages = new Map<string, number>();
  for (const line of [...lines, ...[...notes.values()].flat()]) {
    const key = comparable(line.text);
    if (line.page !== undefined && !pages.has(key)) pages.set(key, line.page);
  }
  return (line) => line?.page ?? pages.get(comparable(line?.text ?? '')) ?? 1;
}

/** Differences between what was sent to print and what the PDF says. */
export function comparePrint(pdf: ParityPdf): readonly Diagnostic[] {
  const compared: Compared = {
    ...{
      firstName: 'the printed document',
      secondName: 'the PDF',
      source: pdf.printed.source,
      file: pdf.file,
    },
    pageOf: pagesOf(pdf.facts),
  };
  return differences(paperFacts(pdf, 'printed'), pdf.facts).map((one) => differs(one, compared));
}

/** Differences between the published page and what was sent to print, apart from those that are meant. */
export function comparePage(page: ParityPage, pdf: ParityPdf): readonly Diagnostic[] {
  const screen = htmlFacts(page.tree, {
    side: 'screen',
    lang: page.lang,
    publicAddress: page.publicAddress,
    callNumbers: new Map(page.notes.flatMap(({ calls, number }) => calls.map((id) => [id, number] as const))),
    noteNumbers: new Map(page.notes.map(({ id, number }) => [id, number])),
  });
  const paper = paperFacts(pdf, 'paper');
  const compared: Compared = {
    ...{ firstName: 'the page', secondName: 'the PDF', source: pdf.printed.source, file: pdf.file },
    pageOf: pagesOf(pdf.facts),
  };
  const first = shared(screen, paper, page.hasPrintHeadline);
  const second = page.hasPrintHeadline ? withoutHeadline(paper) : paper;
  return differences(first, second).map((one) => differs(one, compared));
}

/** The page without its headline where paper has its own, and without notes that only blocks call which paper leaves out. */
function shared(screen: DocumentFacts, paper: DocumentFacts, hasPrintHeadline: boolean): DocumentFacts {
  const { lines, notes } = hasPrintHeadline ? withoutHeadline(screen) : screen;
  const called = new Set([...lines, ...[...notes.values()].flat()].flatMap(({ calls }) => calls));
  return {
    lines,
    notes: new Map([...notes].filter(([number]) => paper.notes.has(number) || called.has(number))),
  };
}

function withoutHeadline({ lines, notes }: DocumentFacts): DocumentFacts {
  const at = lines.findIndex(({ kind }) => kind === 'heading 1');
  return { lines: lines.filter((_, index) => index !== at), notes };
}
