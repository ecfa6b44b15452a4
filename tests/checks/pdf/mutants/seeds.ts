// Short words for seeding faults: one change to a conforming file, and the rules that change breaks.

import { type Element, e, type Kid, type TaggedOptions } from '../tagged-pdf.js';

/** A file with what fails in it, by standard; an empty string is a conforming variation. Only the named standards are checked. */
export interface Mutant {
  readonly ua1?: string;
  readonly ua2?: string;
  readonly options: TaggedOptions;
}

/** A document with some content. */
export function doc(...kids: readonly Kid[]): TaggedOptions {
  return { tree: [e('Document', '', ...kids)] };
}

/** A document with one table; a row is an element, or a list of cells. */
export function table(...rows: readonly (Element | readonly Element[])[]): TaggedOptions {
  return doc(e('Table', '', ...rows.map((row) => ('type' in row ? row : e('TR', '', ...row)))));
}

/** A data cell. */
export function td(entries = ''): Element {
  return e('TD', entries, 'x');
}

/** A header cell. */
export function th(entries = ''): Element {
  return e('TH', entries, 'h');
}

/** A row. */
export function tr(...kids: readonly Kid[]): Element {
  return e('TR', '', ...kids);
}

/** Table attributes. */
export function attributes(...entries: readonly string[]): string {
  return `/A << /O /Table ${entries.join(' ')} >>`;
}

/** The Scope attribute. */
export function scope(name: string): string {
  return attributes(`/Scope /${name}`);
}

/** The Headers attribute. */
export function headers(...ids: readonly string[]): string {
  return attributes(`/Headers [${ids.map((id) => `(${id})`).join(' ')}]`);
}

/** The ColSpan attribute, with further ones. */
export function colSpan(columns: number, more = ''): string {
  return attributes(`/ColSpan ${columns}`, more);
}

/** The RowSpan attribute. */
export function rowSpan(rows: number): string {
  return attributes(`/RowSpan ${rows}`);
}

/** Scope of a header over a column. */
export const COLUMN: string = scope('Column');
/** Scope of a header beside a row. */
export const ROW: string = scope('Row');

/** A document with one annotation under an element. */
export function annotated(entries: string, type = 'Annot', elementEntries = ''): TaggedOptions {
  return doc(e('P', '', 'x'), e(type, elementEntries, { annotation: entries }));
}

/** A document with one form field under an element. */
export function field(entries: string, type = 'Form', elementEntries = ''): TaggedOptions {
  return annotated(`/Subtype /Widget ${entries}`, type, elementEntries);
}

/** Operators that show a string outside all marks. */
export function show(text: string): string {
  return `BT /F 10 Tf 1 0 0 1 50 50 Tm (${text}) Tj ET`;
}

/** A document that does not say its language. */
export const NO_LANGUAGE: TaggedOptions = { lang: '' };
/** A catalog with bookmarks under the name `@o`. */
export const OUTLINES: TaggedOptions = { catalog: '/Outlines @o' };
/** The namespace of PDF 1.7 under the name `@n`. */
export const OLD_NAMESPACE: NonNullable<TaggedOptions['objects']> = {
  n: '<< /Type /Namespace /NS (http://iso.org/pdf/ssn) >>',
};
/** The namespace of MathML under the name `@m`. */
export const MATHML: NonNullable<TaggedOptions['objects']> = {
  m: '<< /Type /Namespace /NS (http://www.w3.org/1998/Math/MathML) >>',
};
/** A string with a private-use character. */
export const PRIVATE = '<feffe000>';

function treeText(kid: Kid): string {
  if (typeof kid === 'string') return '"';
  if ('annotation' in kid) return `annotation ${kid.annotation}`;
  const inside = kid.kids.map(treeText).join(' ');
  return `${kid.type}${kid.entries ? ` ${kid.entries}` : ''}${inside ? `[${inside}]` : ''}`;
}

/** Says in one line how a file differs from the plain one, for the title of its test. */
export function describeMutant({ options }: Mutant): string {
  const { tree, ...others } = options;
  const parts = Object.entries(others).map(
    ([key, value]) =>
      `${key} ${typeof value === 'string' ? value || 'missing' : JSON.stringify(value ?? 'missing')}`,
  );
  if (tree) parts.unshift(tree.map(treeText).join(' ') || 'no tags');
  return parts.join(', ').replace(/\s+/g, ' ').slice(0, 160) || 'a plain file';
}
