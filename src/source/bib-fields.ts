/** Fields of BibTeX that are read here, because citation-js loses part of what they say, and those that Galley adds. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/nearest.js';
import { type BibEntry, type BibField, fieldOf } from './bibtex-entries.js';
import { languageTag, plainAddress } from './bibtex-words.js';
import { cslDateFromEdtf } from './csl-date-input.js';
import { tiers } from './csl-variables.js';
import { errorAt, unusableAddress, warningAt } from './findings.js';
import type { SourceDraft } from './source-draft.js';
import type { CslDate, CslItem, SourceTier } from './source-record.js';
import { isAddress } from './source-schema.js';

const monthNumbers = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Year and month of BibTeX; a year in words (“in press”) stays as written. */
function dateFromYear(entry: BibEntry): CslDate | undefined {
  const year = plainText(fieldOf(entry, 'year')?.value);
  if (year === undefined) return undefined;
  const month = plainText(fieldOf(entry, 'month')?.value);
  const day = /^\d{1,2}$/.exec(plainText(fieldOf(entry, 'day')?.value) ?? '')?.[0];
  if (!/\d/.test(year)) return { literal: year };
  const number = /^\d{1,2}$/.test(month ?? '')
    ? Number(month)
    : monthNumbers.indexOf(
        (month ?? '')
          .toLowerCase()
          .replace(/[^a-z]/g, '')
          .slice(0, 3),
      ) + 1;
  const two = (value: number | string): string => String(value).padStart(2, '0');
  const tail = number > 0 ? `-${two(number)}${day === undefined ? '' : `-${two(day)}`}` : '';
  return cslDateFromEdtf(`${year.replace(/[~?%]$/, '')}${tail}${/[~?%]$/.exec(year)?.[0] ?? ''}`);
}

function plainText(value: string | undefined): string | undefined {
  const text = value?.replace(/[{}]/g, '').trim();
  return text === '' ? undefined : text;
}

/** Sets the dates of an entry in CSL's form; says which cannot be read. */
export function setDates(entry: BibEntry, draft: SourceDraft): readonly Diagnostic[] {
  const wanted = [
    ['issued', fieldOf(entry, 'date')],
    ['accessed', fieldOf(entry, 'urldate')],
    ['original-date', fieldOf(entry, 'origdate')],
    ['event-date', fieldOf(entry, 'eventdate')],
  ] as const;
  const found: Diagnostic[] = [];
  for (const [variable, field] of wanted) {
    if (field === undefined) continue;
    const date = cslDateFromEdtf(plainText(field.value) ?? '');
    if (date === undefined) found.push(badDate(draft, field.name, field.value, variable));
    else draft.csl[variable] = date;
  }
  const year = fieldOf(entry, 'year');
  if (draft.csl['issued'] === undefined && year !== undefined && !draft.unreadable.has('issued')) {
    const date = dateFromYear(entry);
    if (date === undefined) found.push(badDate(draft, 'year', year.value, 'issued'));
    else draft.csl['issued'] = date;
  }
  return found;
}

function badDate(draft: SourceDraft, field: string, value: string, variable: string): Diagnostic {
  draft.unreadable.add(variable);
  return errorAt('date-is-valid', draft.fieldPlaces[field] ?? draft.place, {
    what: `“${value.trim()}” in “${field}” is no date of the calendar.`,
    why: 'Readers would see a wrong date, or none.',
    fix: 'Write it as 2022-01-06, 2022-01 or 2022; a range as 2022-01-02/2022-01-05; about as 1931~.',
  });
}

/** Sets an entry's address, from `url`, a DOI or an address in another field. */
export function setAddress(entry: BibEntry, draft: SourceDraft): readonly Diagnostic[] {
  const field = fieldOf(entry, 'url') ?? urlIn(fieldOf(entry, 'howpublished'));
  if (field === undefined) return [];
  const address = plainAddress(field.value);
  if (isAddress(address)) {
    draft.csl['URL'] = address;
    draft.fieldPlaces['url'] ??= draft.fieldPlaces['howpublished'] ?? draft.place;
    return [];
  }
  draft.unreadable.add('URL');
  return [unusableAddress(draft.fieldPlaces['url'] ?? draft.place, address, 'url')];
}

/** BibTeX had no field for addresses, so they stand in `howpublished`. */
function urlIn(field: BibField | undefined): BibField | undefined {
  return field !== undefined && /^(?:\\url\s*\{|https?:)/.test(field.value.trim()) ? field : undefined;
}

/** Sets an entry's language from `langid` or `language`. */
export function setLanguage(entry: BibEntry, draft: SourceDraft): readonly Diagnostic[] {
  const field = fieldOf(entry, 'langid') ?? fieldOf(entry, 'language');
  if (field === undefined) return [];
  const [first = ''] = (plainText(field.value) ?? '').split(/\s+and\s+|,/);
  const tag = languageTag(first);
  if (tag !== undefined) {
    draft.csl['language'] = tag;
    return [];
  }
  return [
    warningAt('values-are-known', draft.fieldPlaces[field.name] ?? draft.place, {
      what: `“${first}” in “${field.name}” is no language that is known.`,
      why: 'Titles are printed with the capitals of their language only when it is known.',
      fix: 'Write a name such as `russian` or `kazakh`, or a tag such as `ru`.',
    }),
  ];
}

/** The fields that Galley adds to BibTeX. */
export function setOurs(entry: BibEntry, draft: SourceDraft): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const tier = plainText(fieldOf(entry, 'tier')?.value);
  if (tier !== undefined && (tiers as readonly string[]).includes(tier)) draft.tier = tier as SourceTier;
  else if (tier !== undefined) {
    found.push(
      errorAt('values-are-known', draft.fieldPlaces['tier'] ?? draft.place, {
        what: `“${tier}” is not known as a value of “tier”.`,
        why: 'Galley does not know what it means.',
        fix: didYouMean(tier, tiers),
      }),
    );
  }
  draft.interest = plainText(fieldOf(entry, 'interest')?.value);
  if (draft.tier === 'anonymous') {
    draft.description = plainText(fieldOf(entry, 'description')?.value);
    draft.reason = plainText(fieldOf(entry, 'reason')?.value);
  }
  const archive = fieldOf(entry, 'archiveurl');
  if (archive === undefined) return found;
  const url = plainAddress(archive.value);
  if (!isAddress(url)) {
    return [...found, unusableAddress(draft.fieldPlaces['archiveurl'] ?? draft.place, url, 'archiveurl')];
  }
  const day = fieldOf(entry, 'archivedate');
  const at = day === undefined ? undefined : cslDateFromEdtf(plainText(day.value) ?? '');
  draft.archive = { url, at };
  if (day !== undefined && at === undefined) found.push(badDate(draft, 'archivedate', day.value, 'archive'));
  if (day === undefined) {
    found.push(
      warningAt('source-has-access-date-or-archive', draft.fieldPlaces['archiveurl'] ?? draft.place, {
        what: `The archived copy of “${draft.id}” has no date.`,
        why: 'Readers cannot tell which state of the page was kept.',
        fix: 'Add `archivedate = {2022-01-07}` with the day of the copy.',
      }),
    );
  }
  return found;
}

/** TeX commands that nobody turned into letters would be printed as they stand. */
export function leftOverTex(draft: SourceDraft): readonly Diagnostic[] {
  const texts: readonly (readonly [string, CslItem[string]])[] = Object.entries(draft.csl);
  for (const [variable, value] of texts) {
    const words = typeof value === 'string' ? value : JSON.stringify(value);
    const command =
      variable === 'URL'
        ? undefined
        : /\\[a-zA-Z]+/.exec(
            typeof value === 'string' ? words : words.replaceAll('\\\\', '\\').replaceAll('\\"', '"'),
          )?.[0];
    if (command === undefined) continue;
    const place = draft.fieldPlaces[variable] ?? draft.place;
    return [
      warningAt('values-are-known', place, {
        what: `The TeX command “${command}” in “${variable}” of “${draft.id}” is not known.`,
        why: 'Readers would see the command itself.',
        fix: 'Write the letters themselves: é, ö, ß.',
      }),
    ];
  }
  return [];
}
