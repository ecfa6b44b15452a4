/** Links: the areas Chromium wrote, given a description, a place in the tag tree and a target that is an element. */

import type { Language } from '../../../../language/language.js';
import { languageOf } from '../../../../language/language-of.js';
import { localDigits, type PrintedDocument, type PrintNote } from '../../../print/print-document.js';
import type { ChromiumElement } from '../chromium-tree.js';
import { excerpt, Fault } from '../fault.js';
import type { PdfSource } from '../file/parse.js';
import { type PdfDict, PdfName, PdfRef, PdfString, type PdfValue, textOf } from '../file/values.js';
import type { Matched } from '../match/match.js';
import { folded, property } from '../model/hast.js';
import { type ModelElement, type StructureModel, wordsOf } from '../model/model.js';

/** Where a link or a bookmark leads: a page by its object number in Chromium's file, and a point on it. */
export interface PagePoint {
  readonly page: number;
  readonly left: number;
  readonly top: number;
}

/** What a link area does. An element inside is reached by its name, the id it has in the document. */
export type LinkTarget =
  | { readonly kind: 'address'; readonly address: string }
  | {
      readonly kind: 'element';
      readonly element: ModelElement;
      readonly name: string;
      readonly point: PagePoint;
    };

/** A link area of the finished file. */
export interface LinkArea {
  readonly link: ModelElement;
  /** Object number of Chromium's annotation. */
  readonly object: number;
  readonly rect: PdfValue;
  readonly target: LinkTarget;
  readonly name: string;
}

/** All link areas by Chromium's annotation, each under exactly one link of the model. */
export function linkAreas(
  source: PdfSource,
  catalog: PdfDict,
  print: PrintedDocument,
  model: StructureModel,
  matched: Matched,
): Map<number, LinkArea> {
  const areas = new Map<number, LinkArea>();
  const points = namedPoints(source, catalog);
  const names = new LinkNames(print);
  for (const link of model.links) {
    const name = names.of(link);
    for (const element of matched.links.get(link) ?? []) {
      for (const object of annotationsOf(element)) {
        if (areas.has(object))
          throw untagged(`The link “${excerpt(name)}” shares its area with another.`, link);
        const annotation = source.dict(new PdfRef(object));
        if (annotation === undefined) throw untagged(`The link “${excerpt(name)}” has no area.`, link);
        const target = targetOf(source, annotation, link, model, points, name);
        areas.set(object, { link, object, rect: annotation.get('Rect') ?? [], target, name });
        link.annotations.push(object);
      }
    }
    if (link.annotations.length === 0 && matched.links.has(link)) {
      throw untagged(
        `The link “${excerpt(name)}” leads to “${link.href ?? ''}”, which is not in this document.`,
        link,
      );
    }
  }
  return areas;
}

function untagged(what: string, link: ModelElement): Fault {
  return new Fault('pdf-links-are-tagged', what, { role: 'Link', position: link.origin });
}

/** Says the accessible names of links: what `aria-label` says, a note call's own words, else the text of the link. */
class LinkNames {
  private readonly print: PrintedDocument;
  private readonly language: Language;
  private readonly notes: ReadonlyMap<number, PrintNote>;

  constructor(print: PrintedDocument) {
    this.print = print;
    this.language = languageOf(print.lang);
    this.notes = new Map(print.notes.map((note) => [note.number, note]));
  }

  /** The name of one link. */
  of(link: ModelElement): string {
    const given = link.node === undefined ? undefined : property(link.node, 'ariaLabel');
    if (given !== undefined && folded(given) !== '') return folded(given);
    const note = link.noteNumber === undefined ? undefined : this.notes.get(link.noteNumber);
    if (note !== undefined) {
      const call = this.language.label('note-call', { number: localDigits(this.print, note.number) });
      return note.shortTitle === '' ? call : `${call}: ${note.shortTitle}`;
    }
    const left = this.noteLeftBy(link);
    if (left === undefined) return folded(wordsOf(link));
    return this.language.label('note-back', { number: localDigits(this.print, left.number) });
  }

  /** The number of a note leads back to its first call. */
  private noteLeftBy({ href, parent }: ModelElement): PrintNote | undefined {
    const number = parent?.role === 'Lbl' ? parent.parent?.noteNumber : undefined;
    const note = number === undefined ? undefined : this.notes.get(number);
    return note?.calls.some((call) => href === `#${call}`) ? note : undefined;
  }
}

function annotationsOf(element: ChromiumElement): number[] {
  return element.children.flatMap((child) => {
    if (child.kind === 'annotation') return [child.object];
    return child.kind === 'element' && child.type !== 'Link' ? annotationsOf(child) : [];
  });
}

/** Chromium's named destinations: element id → point. */
function namedPoints(source: PdfSource, catalog: PdfDict): Map<string, PagePoint> {
  const points = new Map<string, PagePoint>();
  for (const [id, value] of source.dict(catalog.get('Dests')) ?? []) {
    const point = pointOf(source, value);
    if (point !== undefined) points.set(utf8(id), point);
  }
  return points;
}

/** A destination array `[page /XYZ left top zoom]`. */
export function pointOf(source: PdfSource, value: PdfValue | undefined): PagePoint | undefined {
  const [page, , left, top] = source.list(value);
  if (!(page instanceof PdfRef)) return undefined;
  return { page: page.number, left: source.number(left) ?? 0, top: source.number(top) ?? 0 };
}

/** Chromium writes names as UTF-8. */
function utf8(name: string): string {
  return Buffer.from(name, 'latin1').toString('utf8');
}

function targetOf(
  source: PdfSource,
  annotation: PdfDict,
  link: ModelElement,
  model: StructureModel,
  points: ReadonlyMap<string, PagePoint>,
  name: string,
): LinkTarget {
  const href = link.href ?? '';
  const destination = source.resolve(annotation.get('Dest'));
  if (destination instanceof PdfName || destination instanceof PdfString) {
    const id = destination instanceof PdfName ? utf8(destination.value) : textOf(destination);
    const element = model.byId.get(id);
    const point = points.get(id);
    if (!href.startsWith('#') || decoded(href.slice(1)) !== decoded(id)) {
      throw untagged(
        `The link “${excerpt(name)}” leads to “#${id}” on paper but to “${href}” in the document.`,
        link,
      );
    }
    if (element === undefined || point === undefined) {
      throw untagged(`The link “${excerpt(name)}” leads to “#${id}”, which is not in this document.`, link);
    }
    return { kind: 'element', element, name: id, point };
  }
  const action = source.dict(annotation.get('A'));
  const address = source.string(action?.get('URI'));
  if (source.name(action?.get('S')) !== 'URI' || address === undefined) {
    throw untagged(`The link “${excerpt(name)}” does something other than leading to an address.`, link);
  }
  return { kind: 'address', address: publicAddress(textOf(address), href, link, name) };
}

/** The address as the document has it: a public one, or that of a file which is published beside this one. */
function publicAddress(printed: string, href: string, link: ModelElement, name: string): string {
  const isPublic = /^(https?|mailto|tel|sms|ftp):/i.test(href);
  const isBeside = /^[^/\\:?#][^:\\]*$/.test(href);
  if (!isPublic && !isBeside) {
    throw new Fault(
      'pdf-holds-nothing-foreign',
      `The link “${excerpt(name)}” leads to “${excerpt(href)}”, which readers of a PDF cannot reach.`,
      { role: 'Link', position: link.origin },
    );
  }
  const same = isPublic ? normal(printed) === normal(href) : endsAlike(printed, href);
  if (!same) {
    throw untagged(
      `The link “${excerpt(name)}” leads to “${excerpt(printed)}” on paper but to “${excerpt(href)}” in the document.`,
      link,
    );
  }
  return isPublic ? printed : href;
}

/** The browser has completed a neighbouring file's address with that of its own page, which does not exist for readers. */
function endsAlike(printed: string, href: string): boolean {
  const base = 'https://page.invalid/folder/index.html';
  if (!URL.canParse(printed) || !URL.canParse(href, base)) return false;
  const path = (address: URL): string => address.pathname.split('/').at(-1) + address.search + address.hash;
  return path(new URL(printed)) === path(new URL(href, base));
}

function normal(address: string): string {
  return URL.canParse(address) ? new URL(address).href : address;
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
