/** Wraps an author's page into the flow that is paged, with its notes behind it, and makes the print document of it. */

import type { Element, ElementContent, Root } from 'hast';
import { firstDifference, serialise } from '../../html/serialise.js';
import type { Language } from '../../language/language.js';
import type { PageRules } from '../pdf/in-page/types.js';
import { pageGeometry } from '../print/geometry.js';
import { assignIdentities, identitiesApart } from '../print/identities.js';
import { plainIds } from '../print/plain-ids.js';
import type { Paper, PrintAsset, PrintDocument, PrintNote } from '../print/print-document.js';
import { printDom } from '../print/print-dom.js';
import { forcesBreaks } from '../print/render-print.js';
import { withoutGenerated, writeQuotes } from './apply-survey.js';
import { bodyOf, dropRoles, headOf, htmlOf } from './clean.js';
import type { PageFindings } from './findings.js';
import type { PageNote } from './notes.js';
import { takeNotesOut } from './notes.js';
import { marginLines, marginsOf } from './page-rules.js';
import { frontSheet, frontStyles, lastSheet, lastStyles } from './page-sheets.js';
import { folded, spokenWords, textProperty } from './tree.js';

/** Everything that the print document is made from. */
export interface PageParts {
  readonly slug: string;
  readonly file: string;
  /** Its path among its assets. */
  readonly path: string;
  readonly title: string;
  readonly language: Language;
  readonly rules: PageRules;
  readonly paper: Paper;
  readonly styles: string;
  readonly assets: readonly PrintAsset[];
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function sheetLink(href: string): Element {
  return element('link', { rel: ['stylesheet'], href }, []);
}

function textAsset(path: string, css: string): PrintAsset {
  return { path, mediaType: 'text/css', bytes: new TextEncoder().encode(css) };
}

/** A note as it waits for its page: its label, which leads back to the call, and what it says. */
function waitingNote(note: PageNote): Element {
  const label = element('a', { href: `#${note.calls[0] ?? ''}` }, [{ type: 'text', value: note.label }]);
  const lang = textProperty(note.element, 'lang');
  const inside = element('div', { className: ['footnote-text'], ...(lang === undefined ? {} : { lang }) }, [
    ...note.element.children,
  ]);
  const made = element('div', { className: ['footnote'], id: note.id }, [
    element('p', { className: ['footnote-number'] }, [label]),
    inside,
  ]);
  if (note.position !== undefined) made.position = note.position;
  return made;
}

/** Puts body content into our boxes, and our sheets around the author's. Changes the tree; `notes` go into the store. */
export function wrapPage(tree: Root, lang: string, dir: 'ltr' | 'rtl', notes: readonly PageNote[]): void {
  const html = htmlOf(tree);
  const head = headOf(tree);
  const body = bodyOf(tree);
  if (html === undefined || head === undefined || body === undefined)
    throw new Error('A page has head and body.');
  const bodyLang = textProperty(body, 'lang');
  const content = element('div', { className: ['page-content'], dir }, body.children);
  if (bodyLang !== undefined) content.properties['lang'] = bodyLang;
  html.properties['lang'] = lang;
  delete body.properties['lang'];
  const meta = element('meta', { charSet: 'utf-8' }, []);
  head.children = [meta, sheetLink(`/${frontSheet}`), ...head.children, sheetLink(`/${lastSheet}`)];
  const store = element('div', { className: ['note-store', 'footnotes'], dir }, notes.map(waitingNote));
  const areas = element('div', { className: ['note-areas'], dir }, []);
  body.children = [element('div', { className: ['page-flow'], dir: 'ltr' }, [content, areas]), store];
}

/** Direction of the page: what it says, else that of its language. */
export function directionOfPage(tree: Root, language: Language): 'ltr' | 'rtl' {
  for (const part of [bodyOf(tree), htmlOf(tree)]) {
    const dir = part === undefined ? undefined : textProperty(part, 'dir');
    if (dir === 'rtl' || dir === 'ltr') return dir;
  }
  return language.dir;
}

function printNotes(notes: readonly PageNote[], nameOf: (id: string) => string): PrintNote[] {
  return notes.map((note) => {
    const words = folded(spokenWords(note.element));
    return {
      number: note.number,
      id: nameOf(note.id),
      calls: note.calls.map(nameOf),
      shortTitle: words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words,
      position: note.position,
    };
  });
}

/** Makes the print document. `tree` is a cleaned page with its notes in place; it is not changed. */
export function composePage(
  tree: Root,
  notesIn: (tree: Root, notesAt: 'page' | 'end') => readonly PageNote[],
  parts: PageParts,
  notesAt: 'page' | 'end',
  findings: PageFindings,
): PrintDocument {
  const { language } = parts;
  const whole = structuredClone(tree);
  const dir = directionOfPage(whole, language);
  const notes = notesIn(whole, notesAt);
  writeQuotes(whole, language.quotes);
  dropRoles(whole);
  if (notesAt === 'page') takeNotesOut(whole, notes);
  wrapPage(whole, language.tag, dir, notesAt === 'page' ? notes : []);
  const paged = printDom(whole);
  const nameOf = plainIds(paged);
  const identities = assignIdentities(paged, language.tag);
  const browsed = withoutGenerated(paged);
  const html = serialise(identitiesApart(browsed));
  const difference = firstDifference(browsed, html);
  if (difference !== undefined) tellDifference(difference, findings);
  const geometry = pageGeometry('standard', parts.paper, marginsOf(parts.rules));
  const document: PrintDocument = {
    slug: parts.slug,
    source: parts.file,
    title: parts.title,
    lang: language.tag,
    dir,
    kind: 'standard',
    html,
    path: parts.path,
    tree: paged,
    geometry,
    notesAt,
    notes: printNotes(notes, nameOf),
    identities,
    pageReferences: [],
    continuedWords: language.label('note-continued', { number: '{number}' }),
    digits: 'latin',
    ownNumbers: new Map(notes.map(({ number, label }) => [String(number), label])),
    hasForcedBreaks: forcesBreaks.test(parts.styles),
    runningWords: [],
    marginLines: marginLines(parts.rules),
    assets: [
      textAsset(frontSheet, frontStyles(geometry)),
      textAsset(lastSheet, lastStyles(geometry)),
      ...parts.assets,
    ],
    withEndNotes: () =>
      Promise.resolve(notesAt === 'end' ? document : composePage(tree, notesIn, parts, 'end', findings)),
  };
  return document;
}

function tellDifference(difference: string, findings: PageFindings): void {
  findings.tell('page-reads-as-written', 'error', undefined, {
    what: `Browsers read this page otherwise than it is written (${difference}).`,
    why: 'The PDF’s structure would be another than that of the page.',
    fix: 'Look for a block in a paragraph, or a link inside a link, and run the page through an HTML checker.',
  });
}
