/** Registered numbers in words of the page. */

import type { Language } from './language.js';

/** One text, or one per language. */
type Local = string | Readonly<Record<string, string>>;

/** What a registered number says. At least one of `value`, `low`, `high`, `words` is there. */
export interface FigureWords {
  readonly label: Local;
  readonly value?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly words?: Local | undefined;
  /** One text, or plural forms by CLDR category, either per language; `none` for a bare count. */
  readonly unit: Local | Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly prefix?: string | undefined;
}

const pluralForms = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);
const noBreakSpace = '\u00A0';
/** Units of scripts that set no space between a number and its unit (“4处”). */
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The entry of a map by language that fits best: the tag itself, its language, English, the first one. */
function byLanguage<T>(map: Readonly<Record<string, T>>, tag: string): T | undefined {
  const base = tag.split('-')[0] ?? tag;
  return map[tag] ?? map[base] ?? map['en'] ?? Object.values(map)[0];
}

/** A text of ours in the page's language. */
function localText(value: Local, language: Language): string {
  return typeof value === 'string' ? value : (byLanguage(value, language.tag) ?? '');
}

function isForms(
  value: Readonly<Record<string, string | Readonly<Record<string, string>>>>,
): value is Readonly<Record<string, string>> {
  return Object.entries(value).every(([key, form]) => pluralForms.has(key) && typeof form === 'string');
}

function form(forms: Readonly<Record<string, string>>, count: number, language: Language): string {
  return forms[language.plural(count)] ?? forms['other'] ?? Object.values(forms)[0] ?? '';
}

/** The unit for a count, in the language's plural form; empty for a bare count. */
function unitText(unit: FigureWords['unit'], count: number, language: Language): string {
  if (typeof unit === 'string') return unit === 'none' ? '' : unit;
  const all: Readonly<Record<string, string | Readonly<Record<string, string>>>> = unit;
  if (isForms(all)) return form(all, count, language);
  const own = byLanguage(all, language.tag) ?? '';
  if (typeof own !== 'string') return form(own, count, language);
  return own === 'none' ? '' : own;
}

/** The number that decides the plural: the value, or the upper end of a range. */
function countOf(figure: FigureWords): number {
  return figure.value ?? figure.high ?? figure.low ?? 0;
}

/** Whether the value is said in words (“dozens”) that stand alone. */
export function isInWords(figure: FigureWords): boolean {
  return figure.value === undefined && figure.low === undefined && figure.high === undefined;
}

function numberText(figure: FigureWords, language: Language, percent: boolean): string {
  const number = (value: number): string =>
    percent
      ? language.formatNumber(value, { percent: true })
      : language.formatNumber(value, { maximumFractionDigits: 20 });
  const { value, low, high } = figure;
  const prefix = figure.prefix ?? '';
  if (value !== undefined) return prefix + number(value);
  if (low !== undefined && high !== undefined) return `${prefix}${number(low)}–${number(high)}`;
  // One end of a range alone would read as the number itself.
  if (low !== undefined) return language.label('at-least', { number: prefix + number(low) });
  return high === undefined ? '' : language.label('up-to', { number: prefix + number(high) });
}

/** What of a number is given per language, and not in this one: readers would meet words of another language. */
export function missingWords(
  figure: FigureWords,
  language: Language,
): readonly ('label' | 'unit' | 'words')[] {
  const base = language.tag.split('-')[0] ?? language.tag;
  return (['label', 'unit', 'words'] as const).filter((part) => {
    const given = figure[part];
    if (given === undefined || typeof given === 'string') return false;
    const keys = Object.keys(given);
    return !(isForms(given) || keys.includes(language.tag) || keys.includes(base));
  });
}

/** Languages whose `many` is for millions alone, where units take "de" and no form of their own. */
const manyIsMillions: ReadonlySet<string> = new Set(['ca', 'es', 'fr', 'it', 'pt']);

/** The plural category that this number needs in this language and that its unit gives no form for; undefined when all is there. */
export function missingForm(
  figure: FigureWords,
  language: Language,
): { readonly category: string; readonly number: string } | undefined {
  if (typeof figure.unit === 'string' || isInWords(figure)) return undefined;
  if (missingWords(figure, language).includes('unit')) return undefined;
  const all: Readonly<Record<string, string | Readonly<Record<string, string>>>> = figure.unit;
  const forms = isForms(all) ? all : byLanguage(all, language.tag);
  if (forms === undefined || typeof forms === 'string') return undefined;
  const category = language.plural(countOf(figure));
  const base = language.tag.split('-')[0] ?? '';
  if (forms[category] !== undefined || (category === 'many' && manyIsMillions.has(base))) return undefined;
  return { category, number: numberText(figure, language, false) };
}

/** The number in the page's form: value and unit, the value alone, or its label. */
export function figureText(
  figure: FigureWords,
  part: 'full' | 'value' | 'label',
  language: Language,
): string {
  if (part === 'label') return localText(figure.label, language);
  if (isInWords(figure)) return localText(figure.words ?? '', language);
  const percent = figure.unit === '%' && part === 'full';
  const number = numberText(figure, language, percent);
  const unit = percent || part === 'value' ? '' : unitText(figure.unit, countOf(figure), language);
  return unit === '' ? number : number + (unspaced.test(unit) ? '' : noBreakSpace) + unit;
}
