/** An author's HTML page, from its bytes to a print document: parsed, cleaned, seen by the browser once, held to what a PDF needs. */

import type { Element, Root } from 'hast';
import type { Browser } from '../../browser/browser.js';
import { decodeText } from '../../config/decode-text.js';
import { hasErrors, result, type StageResult } from '../../diagnostics/diagnostic.js';
import { parseHtml } from '../../html/parse-html.js';
import { languageOf } from '../../language/language-of.js';
import type { System } from '../../system/system.js';
import type { Paper, PrintDocument } from '../print/print-document.js';
import { applySurvey } from './apply-survey.js';
import { bodyOf, cleanPage } from './clean.js';
import { composePage } from './compose.js';
import { gatherFiles, type PageFiles, type PageSpot } from './files.js';
import { PageFindings } from './findings.js';
import { fileFindings } from './foreign.js';
import { readHead } from './head-facts.js';
import { liftInlineNotes } from './inline-notes.js';
import { settleLinks } from './links.js';
import { checkMeaning, liftHeadings, readFacts, resolveNames } from './meaning.js';
import { findNotes, type PageNote } from './notes.js';
import { paperOf } from './page-rules.js';
import { asInPrint, type Surveyed, surveyPage } from './survey.js';
import { elementsRead, folded, isEmpty, spokenWords } from './tree.js';

/** The page and what is asked of its print. */
export interface PageRequest {
  /** Name of the page, as messages show it. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The folder that holds the page and everything that it asks for. */
  readonly folder: Pick<System, 'readFile'>;
  /** Where the page stands in it. */
  readonly spot: PageSpot;
  /** Name of the PDF, without ending. */
  readonly slug: string;
  readonly paper?: Paper | undefined;
  readonly notesAt: 'page' | 'end';
  /** Address of the page for readers, to which its relative links belong. */
  readonly baseUrl?: string | undefined;
}

/** A page ready to be printed. */
export interface ReadPage {
  /** Undefined when an error keeps it from being printed. */
  readonly document: PrintDocument | undefined;
  /** The browser, with windows as print has them. */
  readonly browser: Browser;
  /** The date that the page gives itself, ms since 1970 (UTC). */
  readonly date: number | undefined;
  /** Text of the page and its stylesheets by name, for code frames. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads a page and makes the print document of it. Every finding stands at its line in the page. */
export async function readPage(request: PageRequest, browser: Browser): Promise<StageResult<ReadPage>> {
  const { file } = request;
  const findings = new PageFindings(file);
  const decoded = decodeText(request.bytes, file);
  findings.list.push(...decoded.diagnostics);
  const text = decoded.value;
  const nothing: ReadPage = { document: undefined, browser, date: undefined, texts: new Map() };
  if (text === undefined) return result(nothing, findings.list);
  const tree = parseHtml(text);
  const body = bodyOf(tree);
  if (body === undefined) {
    findings.tell('page-content-is-printable', 'error', undefined, {
      what: 'This page has no body.',
      why: 'There is nothing to print.',
      fix: 'Write the page’s content into <body>.',
    });
    return result({ ...nothing, texts: new Map([[file, text]]) }, findings.list);
  }
  const head = readHead(tree);
  const facts = readFacts(tree, body, findings);
  resolveNames(tree, body);
  const elements = cleanPage(tree, findings);
  const files = await gatherFiles(tree, request.folder, request.spot);
  const surveyed = await surveyPage(asInPrint(browser), tree, files.assets, request.spot.path, (rules) =>
    paperOf(rules, request.paper, new PageFindings(file)),
  );
  applySurvey(tree, elements, surveyed.survey, findings);
  const cleaned = bodyOf(tree);
  if (cleaned !== undefined) {
    if (isEmpty(cleaned)) tellEmpty(cleaned, findings);
    else if (isUnheard(cleaned)) tellUnheard(cleaned, findings);
    liftHeadings(cleaned);
    checkMeaning(cleaned, findings);
    settleLinks(cleaned, request.baseUrl ?? head.canonical, findings);
  }
  const document = compose(request, tree, facts, files, surveyed, findings);
  const texts = new Map([...files.texts, [file, text]]);
  const isWhole = !hasErrors(findings.list);
  return result(
    {
      document: isWhole ? document : undefined,
      browser: asInPrint(browser),
      date: head.date,
      texts,
    },
    findings.list,
  );
}

function tellEmpty(body: Element, findings: PageFindings): void {
  findings.tell('page-content-is-printable', 'error', body, {
    what: 'Nothing of this page is printed.',
    why: 'A PDF of it would be empty.',
    fix: 'Look whether scripts write its content (they do not run here), or styles for print hide it.',
  });
}

/** Whether readers who listen get nothing of a page. */
function isUnheard(body: Element): boolean {
  const isPicture = ({ tagName }: Element) => tagName === 'img' || tagName === 'svg';
  return folded(spokenWords(body)) === '' && ![...elementsRead(body)].some(isPicture);
}

function tellUnheard(body: Element, findings: PageFindings): void {
  findings.tell('page-content-is-printable', 'error', body, {
    what: 'Everything on this page is kept from readers who listen.',
    why: 'A PDF of it would be blank to them.',
    fix: 'Take out aria-hidden="true", or show in print what styles make invisible there.',
  });
}

function compose(
  request: PageRequest,
  tree: Root,
  facts: { readonly title: string; readonly lang: string },
  files: PageFiles,
  { rules, refused, broken }: Surveyed,
  findings: PageFindings,
): PrintDocument {
  const { path } = request.spot;
  fileFindings({ references: files.references, page: path, tree, refused, broken }, findings);
  liftInlineNotes(tree);
  const language = languageOf(facts.lang);
  // Notes are told of once, whichever way the page is composed.
  findNotes(structuredClone(tree), findings);
  const notesIn = (whole: Root, notesAt: 'page' | 'end'): readonly PageNote[] =>
    findNotes(
      whole,
      new PageFindings(request.file),
      notesAt === 'end' ? (number) => language.label('note-back', { number }) : undefined,
    );
  const parts = {
    slug: request.slug,
    file: request.file,
    path,
    title: facts.title,
    language,
    rules,
    paper: paperOf(rules, request.paper, findings),
    styles: files.styles,
    assets: files.assets,
  };
  return composePage(tree, notesIn, parts, request.notesAt, findings);
}
