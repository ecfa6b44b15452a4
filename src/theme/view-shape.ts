/** What templates may name, as data: the shape of a page's view, kept equal to `PageView` by the compiler. */

import type { HtmlDocument, Slots } from '../html/html-document.js';
import type { PageView } from '../html/page-view.js';
import { en } from '../language/locales/en.js';

/** An object with named fields; `optional` ones may be null, so a template has to ask first. */
export interface ObjectShape {
  readonly fields: Readonly<Record<string, Shape>>;
  readonly optional?: boolean;
}

/** The shape of one value: text, number, yes/no, a list, an object with named fields, or words by free name. */
export type Shape =
  | 'text'
  | 'number'
  | 'flag'
  | { readonly each: Shape }
  | { readonly named: Shape }
  | ObjectShape;

/** The shape that a TypeScript type has to have. */
type ShapeOf<T> = [NonNullable<T>] extends [string]
  ? 'text'
  : [NonNullable<T>] extends [boolean]
    ? 'flag'
    : [NonNullable<T>] extends [number]
      ? 'number'
      : NonNullable<T> extends readonly (infer Item)[]
        ? { readonly each: ShapeOf<Item> }
        : string extends keyof NonNullable<T>
          ? { readonly named: ShapeOf<NonNullable<T>[keyof NonNullable<T>]> }
          : {
              readonly fields: { readonly [Key in keyof NonNullable<T>]-?: ShapeOf<NonNullable<T>[Key]> };
            } & (null extends T ? { readonly optional: true } : object);

/** What a layout sees: the page's view, and for every slot whether the document has something for it. */
export type TemplateView = PageView & { readonly slots: Readonly<Record<keyof Slots, boolean>> };

const link = { fields: { href: 'text', text: 'text', lang: 'text' } } as const;
const date = { fields: { text: 'text', iso: 'text' }, optional: true } as const;
const person = {
  fields: { name: 'text', role: 'text', location: 'text', expertise: 'text', contact: 'text' },
} as const;

/** Galley's own words that stand alone; those with values in them are not for templates. */
const labels: ObjectShape = {
  fields: Object.fromEntries(
    Object.entries(en.labels)
      .filter(([, words]) => !words.includes('{'))
      .map(([name]) => [name, 'text']),
  ),
};

const slotFlags: ShapeOf<TemplateView['slots']> = {
  fields: {
    headline: 'flag',
    standfirst: 'flag',
    notice: 'flag',
    body: 'flag',
    toc: 'flag',
    notes: 'flag',
    sources: 'flag',
    links: 'flag',
    qr: 'flag',
    corrections: 'flag',
    updates: 'flag',
    backstory: 'flag',
    rights: 'flag',
  },
};

const shape: ShapeOf<Omit<TemplateView, 'labels' | 'slots'>> = {
  fields: {
    lang: 'text',
    dir: 'text',
    medium: 'text',
    slug: 'text',
    headline: 'text',
    shortHeadline: 'text',
    pageTitle: 'text',
    description: 'text',
    type: 'text',
    typeLabel: 'text',
    publisher: { fields: { name: 'text', url: 'text', logo: 'text', contact: 'text' } },
    byline: { each: person },
    bylineReason: 'text',
    bylineText: 'text',
    dateline: 'text',
    published: date,
    updated: date,
    reviewed: date,
    expires: date,
    expired: 'flag',
    draft: 'flag',
    withdrawn: 'flag',
    translator: 'text',
    policies: { each: link },
    formats: { each: link },
    translations: { each: link },
    canonical: 'text',
    newestVersion: 'text',
    feed: 'text',
    stylesheet: 'text',
    paper: 'text',
    printKind: 'text',
    corrected: 'flag',
    correctionsAt: 'text',
    labelsLang: 'text',
  },
};

/** The shape of `TemplateView`: the linter's truth, and the designers' reference. */
export const templateViewShape: ObjectShape = { fields: { ...shape.fields, labels, slots: slotFlags } };

/** A shape in which a theme's own words are known too. */
export function withLabels(shape: ObjectShape, names: readonly string[]): ObjectShape {
  const own = Object.fromEntries(names.map((name): [string, Shape] => [name, 'text']));
  return { fields: { ...shape.fields, labels: { fields: { ...labels.fields, ...own } } } };
}

/** Names of the slots that a layout places. */
export const slotNames: readonly (keyof Slots)[] = Object.keys(slotFlags.fields) as (keyof Slots)[];

/** The view that a layout sees for a document: frozen, without prototypes, absent values null. `labels` are the theme's own words in its language. */
export function templateViewOf(
  document: Pick<HtmlDocument, 'view' | 'slots'>,
  logo: string | null,
  labels: Readonly<Record<string, string>> = {},
): TemplateView {
  const slots = Object.fromEntries(slotNames.map((name) => [name, document.slots[name] !== null]));
  const { view: page } = document;
  const view = {
    ...page,
    publisher: { ...page.publisher, logo },
    labels: { ...page.labels, ...labels },
    slots,
  };
  return plain(view) as TemplateView;
}

/** A frozen copy of plain data without prototypes, so that no template can reach a method. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return Object.freeze(value.map(plain));
  // A function could hand out HTML that is not escaped (GHSA-p8wg-vrv2-v86f).
  if (typeof value === 'function') return null;
  if (typeof value !== 'object' || value === null) return value ?? null;
  const copy: Record<string, unknown> = Object.create(null);
  for (const [key, item] of Object.entries(value)) copy[key] = plain(item);
  return Object.freeze(copy);
}
