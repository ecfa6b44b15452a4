/** Reads the tag tree that Chromium wrote, as evidence of which mark belongs to which element of the print DOM. */

import { PdfSyntaxError } from './file/lexer.js';
import type { PdfSource } from './file/parse.js';
import { type PdfDict, PdfName, PdfRef, PdfStream, type PdfValue, textOf } from './file/values.js';

/** Marked content of a page or form. */
export interface ChromiumMark {
  readonly kind: 'mark';
  /** Object number of the page or form. */
  readonly owner: number;
  readonly id: number;
}

/** An annotation under a link. */
export interface ChromiumAnnotation {
  readonly kind: 'annotation';
  readonly object: number;
}

/** One element of Chromium's tree. */
export interface ChromiumElement {
  readonly kind: 'element';
  readonly object: number;
  readonly type: string;
  /** `p12` of `en-x-.p12`. */
  readonly identity: string | undefined;
  readonly alt: string | undefined;
  readonly listNumbering: string | undefined;
  readonly parent: ChromiumElement | undefined;
  readonly children: readonly (ChromiumElement | ChromiumMark | ChromiumAnnotation)[];
}

const deepest = 500;

/** The root element (Document) of Chromium's tree. */
export function readChromiumTree(source: PdfSource, catalog: PdfDict): ChromiumElement {
  const root = source.dict(catalog.get('StructTreeRoot'));
  if (root === undefined) throw new PdfSyntaxError('the file has no tag tree');
  const kids = kidsOf(source, root.get('K'));
  const first = kids[0];
  if (!(first instanceof PdfRef) || kids.length !== 1)
    throw new PdfSyntaxError('the tag tree has no single root');
  return readElement(source, first.number, undefined, undefined, 0);
}

/**
 * The private-use identity at the end of a language tag, in lower case. The rest of a split note carries a part number (`p3c2`), which is
 * left out: both are one thing.
 */
export function identityOf(tag: string | undefined): string | undefined {
  const found = /(?:^|-)x-(?:[a-z0-9]{1,8}-)*\.?([a-z0-9]{1,8})$/i.exec(tag ?? '')?.[1]?.toLowerCase();
  return found?.replace(/^([a-z]\d+)c\d+$/, '$1');
}

type Children = (ChromiumElement | ChromiumMark | ChromiumAnnotation)[];

function readElement(
  source: PdfSource,
  object: number,
  parent: ChromiumElement | undefined,
  page: number | undefined,
  depth: number,
): ChromiumElement {
  if (depth > deepest) throw new PdfSyntaxError('a tag tree without end');
  const dictionary = source.dict(new PdfRef(object));
  if (dictionary === undefined) throw new PdfSyntaxError('a tag that is no dictionary');
  const lang = source.string(dictionary.get('Lang'));
  const alt = source.string(dictionary.get('Alt'));
  const own = dictionary.get('Pg');
  const pageHere = own instanceof PdfRef ? own.number : page;
  const children: Children = [];
  const element: ChromiumElement = {
    kind: 'element',
    object,
    type: source.name(dictionary.get('S')) ?? '',
    identity: identityOf(lang === undefined ? undefined : textOf(lang)),
    alt: alt === undefined ? undefined : textOf(alt),
    listNumbering: listNumberingOf(source, dictionary),
    parent,
    children,
  };
  for (const kid of kidsOf(source, dictionary.get('K'))) {
    addKid(source, element, children, kid, pageHere, depth);
  }
  return element;
}

function addKid(
  source: PdfSource,
  element: ChromiumElement,
  children: Children,
  kid: PdfValue,
  page: number | undefined,
  depth: number,
): void {
  if (typeof kid === 'number') {
    if (page === undefined) throw new PdfSyntaxError('a mark without a page');
    children.push({ kind: 'mark', owner: page, id: kid });
    return;
  }
  const dictionary = source.dict(kid);
  const type = source.name(dictionary?.get('Type'));
  if (dictionary !== undefined && type === 'MCR') {
    const form = dictionary.get('Stm');
    const own = dictionary.get('Pg');
    const owner = form instanceof PdfRef ? form.number : own instanceof PdfRef ? own.number : page;
    const id = source.number(dictionary.get('MCID'));
    if (owner === undefined || id === undefined) throw new PdfSyntaxError('a mark without a page');
    children.push({ kind: 'mark', owner, id });
  } else if (dictionary !== undefined && type === 'OBJR') {
    const object = dictionary.get('Obj');
    if (object instanceof PdfRef) children.push({ kind: 'annotation', object: object.number });
  } else if (kid instanceof PdfRef && dictionary !== undefined) {
    children.push(readElement(source, kid.number, element, page, depth + 1));
  }
}

function kidsOf(source: PdfSource, value: PdfValue | undefined): readonly PdfValue[] {
  const found = source.resolve(value);
  if (Array.isArray(found)) return found;
  return value === undefined || value === null || found instanceof PdfStream ? [] : [value];
}

function listNumberingOf(source: PdfSource, dictionary: PdfDict): string | undefined {
  for (const entry of source.list(dictionary.get('A'))) {
    const value = source.dict(entry)?.get('ListNumbering');
    if (value instanceof PdfName) return value.value;
  }
  return undefined;
}
