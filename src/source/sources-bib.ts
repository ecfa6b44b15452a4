/** Reads sources.bib: BibTeX and BibLaTeX mixed, entry by entry. */

import { type TextPositions, textPositions } from '../config/text-positions.js';
import { type Diagnostic, result, type StageResult } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/nearest.js';
import type { SourcePlace } from '../diagnostics/place.js';
import { type BibEntry, type BibFault, type BibField, readBibEntries } from './bibtex-entries.js';
import { bibTypes, genreWords, languageTag, plainAddress } from './bibtex-words.js';
import { citationReader } from './citation-js.js';
import { cslDateFromEdtf } from './csl-date-input.js';
import { nameVariables, tiers } from './csl-variables.js';
import { errorAt, placeIn, type Words, warningAt } from './findings.js';
import { newDraft, type SourceDraft } from './source-draft.js';
import type { CslDate, CslItem, CslName, SourceTier } from './source-record.js';
import { isAddress } from './source-schema.js';
import { maxEntries } from './sources-yaml.js';
import { hideEntry, refuseRevealing } from './unnamed-sources.js';

/** What every step needs. */
interface Scene {
  readonly file: string;
  readonly positions: TextPositions;
  readonly entries: ReadonlyMap<string, BibEntry>;
  readonly read: (entry: unknown) => Readonly<Record<string, unknown>> | undefined;
}

/** Reads the text of a sources.bib. A wrong entry is one finding, the others stay usable. */
export async function readSourcesBib(
  text: string,
  file: string,
): Promise<StageResult<readonly SourceDraft[]>> {
  const { entries, faults } = readBibEntries(text);
  const positions = textPositions(text);
  const place = (range: readonly [number, number]) => placeIn(file, positions.position(range[0], range[1]));
  const diagnostics: Diagnostic[] = faults.map((fault) =>
    errorAt(codeOf(fault), place(fault.range), wordsOf(fault)),
  );
  const extra = entries[maxEntries];
  if (extra !== undefined) {
    diagnostics.push(
      errorAt('size-is-within-limit', place(extra.keyRange), {
        what: `The file holds ${entries.length} sources; at most ${maxEntries} are read.`,
        why: 'The sources from here on would be missing.',
        fix: 'Move sources to the folders of the explainers that cite them.',
      }),
    );
  }
  const read = await citationReader('@biblatex/text');
  const scene: Scene = {
    file,
    positions,
    read,
    entries: new Map(entries.map((entry) => [entry.key, entry])),
  };
  const drafts = entries.slice(0, maxEntries).flatMap((entry) => {
    const one = readEntry(entry, scene);
    diagnostics.push(...one.diagnostics);
    return one.value === undefined ? [] : [one.value];
  });
  return result(drafts, diagnostics);
}

function codeOf(fault: BibFault): string {
  if (fault.kind === 'depth') return 'nesting-is-within-limit';
  if (fault.kind === 'size') return 'size-is-within-limit';
  return fault.kind === 'abbreviation' ? 'values-are-known' : 'data-file-is-readable';
}

function wordsOf(fault: BibFault): Words {
  switch (fault.kind) {
    case 'depth':
      return {
        what: 'More than 50 braces are open here.',
        why: 'Such an entry is never written by hand, and reading it can stop the build.',
        fix: 'Close the braces of the values above.',
      };
    case 'size':
      return {
        what: 'A value is longer than 100,000 characters.',
        why: 'Abbreviations that stand for each other can grow without end.',
        fix: 'Write the value out, or close its brace.',
      };
    case 'abbreviation':
      return {
        what: `The abbreviation “${fault.message}” is not defined.`,
        why: 'It would be printed as it stands.',
        fix: `Put it in braces if it is text: {${fault.message}}; or define it with @string above.`,
      };
    case 'syntax':
      return {
        what: `This entry cannot be read: expected ${fault.message}.`,
        why: 'It is left out, so whatever cites it has no source.',
        fix: 'Compare it with the entries around it: `@type{key, field = {value}, …}`.',
      };
  }
}

function fieldOf(entry: BibEntry, ...names: readonly string[]): BibField | undefined {
  return entry.fields.find((field) => names.includes(field.name) && field.value.trim() !== '');
}

/** What the title of a whole is called in its parts. */
function titleInPart(parent: string, child: string): string | undefined {
  if (child === 'article' || child === 'suppperiodical') return 'journaltitle';
  return parent === child ? undefined : 'booktitle';
}

/** Fields that say something about an entry alone. */
const notInherited = new Set([
  'crossref',
  'xref',
  'ids',
  'label',
  'options',
  'shorttitle',
  'sorttitle',
  'abstract',
  'note',
  'doi',
  'url',
  'pages',
  'keywords',
]);

/** The entry with what it takes from the one that `crossref` names (BibTeX; biblatex manual, appendix B). */
function withInherited(entry: BibEntry, entries: ReadonlyMap<string, BibEntry>): BibEntry {
  const parent = entries.get(fieldOf(entry, 'crossref')?.value.trim() ?? '');
  if (parent === undefined || parent === entry) return entry;
  const own = new Set(entry.fields.map(({ name }) => name));
  const hasDate = own.has('date') || own.has('year');
  const inherited = parent.fields.flatMap((field) => {
    const title = titleInPart(parent.type, entry.type);
    const name =
      field.name === 'title'
        ? title
        : field.name === 'subtitle' && title === 'booktitle'
          ? 'booksubtitle'
          : field.name;
    if (name === undefined || own.has(name) || notInherited.has(field.name)) return [];
    if (name === 'author' && titleInPart(parent.type, entry.type) === 'booktitle')
      return [{ ...field, name: 'bookauthor' }];
    return hasDate && ['date', 'year', 'month'].includes(name) ? [] : [{ ...field, name }];
  });
  return { ...entry, fields: [...entry.fields, ...inherited] };
}

/** An entry as text for citation-js, with abbreviations filled in. */
function textOf({ type, key, fields }: BibEntry): string {
  return `@${type}{${key},\n${fields.map(({ name, value }) => `${name} = {${value}},`).join('\n')}\n}`;
}

/** Fields that are read here, because citation-js loses part of what they say. */
const ownFields = new Set([
  'date',
  'year',
  'month',
  'day',
  'urldate',
  'origdate',
  'eventdate',
  'url',
  'language',
  'langid',
]);

function readEntry(written: BibEntry, scene: Scene): StageResult<SourceDraft | undefined> {
  const entry = withInherited(written, scene.entries);
  const at = (range: readonly [number, number]) =>
    placeIn(scene.file, scene.positions.position(range[0], range[1]));
  const draft = newDraft(entry.key, at(entry.keyRange));
  for (const field of written.fields) draft.fieldPlaces[field.name] ??= at(field.range);
  const kept = { ...entry, fields: entry.fields.filter(({ name }) => !ownFields.has(name)) };
  const item = scene.read(textOf(kept));
  if (item === undefined) {
    return result(undefined, [
      errorAt('data-file-is-readable', draft.place, {
        what: `The entry “${entry.key}” cannot be read.`,
        why: 'It is left out, so whatever cites it has no source.',
        fix: 'Look for TeX commands in its fields, and write the letters themselves: é, ö, ß.',
      }),
    ]);
  }
  setVariables(item, draft);
  const found = [...setType(entry, draft, at(entry.typeRange))];
  setGenre(entry, draft);
  found.push(
    ...setDates(entry, draft),
    ...setAddress(entry, draft),
    ...setLanguage(entry, draft),
    ...setOurs(entry, draft),
  );
  found.push(...leftOverTex(draft), ...refuseRevealing(draft));
  return result(draft, draft.tier === 'anonymous' ? hideEntry(found, draft) : found);
}

/** “and others”, in CSL's only form for it: a last name `others`; see `CslName`. */
const others: CslName = { literal: 'others' };

/** A name of one part is an organisation or a mononym: it is printed as it stands. */
function nameFrom(name: CslName): CslName {
  const { family, given, literal } = name;
  if (literal === undefined && family === 'others' && given === undefined) return others;
  const particle = name['non-dropping-particle'];
  if (family !== undefined && given === undefined) {
    return { literal: particle === undefined ? family : `${particle} ${family}` };
  }
  const kept = Object.entries(name).filter(([key]) => !key.startsWith('_'));
  return Object.fromEntries(kept) as CslName;
}

function setVariables(item: Readonly<Record<string, unknown>>, draft: SourceDraft): void {
  for (const [variable, value] of Object.entries(item)) {
    if (['id', 'type', 'citation-key', 'issued', 'accessed', 'language', 'URL'].includes(variable)) continue;
    if ((nameVariables as readonly string[]).includes(variable)) {
      if (Array.isArray(value)) draft.csl[variable] = (value as CslName[]).map(nameFrom);
    } else if (typeof value === 'string' || typeof value === 'number') draft.csl[variable] = value;
    else if (Array.isArray(value)) draft.csl[variable] = value.join(', ');
  }
}

function setType(entry: BibEntry, draft: SourceDraft, place: SourcePlace): readonly Diagnostic[] {
  const subtype = fieldOf(entry, 'entrysubtype')?.value.trim().toLowerCase();
  draft.type = bibTypes[entry.type] ?? 'document';
  if (draft.type === 'article-journal' && (subtype === 'newspaper' || subtype === 'magazine')) {
    draft.type = `article-${subtype}`;
    delete draft.csl['genre'];
  }
  if (bibTypes[entry.type] !== undefined) return [];
  return [
    errorAt('values-are-known', place, {
      what: `“@${entry.type}” is no type of entry.`,
      why: 'Its type decides how the source is printed.',
      fix: didYouMean(entry.type, Object.keys(bibTypes)),
    }),
  ];
}

function setGenre(entry: BibEntry, draft: SourceDraft): void {
  const type = fieldOf(entry, 'type')?.value.trim() ?? '';
  const word = genreWords[type.toLowerCase()] ?? genreWords[entry.type];
  if (word !== undefined) draft.csl['genre'] = word;
}

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

function setDates(entry: BibEntry, draft: SourceDraft): readonly Diagnostic[] {
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

function setAddress(entry: BibEntry, draft: SourceDraft): readonly Diagnostic[] {
  const field = fieldOf(entry, 'url') ?? urlIn(fieldOf(entry, 'howpublished'));
  if (field === undefined) return [];
  const address = plainAddress(field.value);
  if (isAddress(address)) {
    draft.csl['URL'] = address;
    draft.fieldPlaces['url'] ??= draft.fieldPlaces['howpublished'] ?? draft.place;
    return [];
  }
  draft.unreadable.add('URL');
  return [badAddress(draft, 'url', address)];
}

/** BibTeX had no field for addresses, so they stand in `howpublished`. */
function urlIn(field: BibField | undefined): BibField | undefined {
  return field !== undefined && /^(?:\\url\s*\{|https?:)/.test(field.value.trim()) ? field : undefined;
}

function badAddress(draft: SourceDraft, field: string, value: string): Diagnostic {
  return errorAt('values-are-known', draft.fieldPlaces[field] ?? draft.place, {
    what: `“${value}” cannot be used for “${field}”.`,
    why: 'Readers could not follow it, or it could lead them astray.',
    fix: 'Write an address that begins with https:// or http://.',
  });
}

function setLanguage(entry: BibEntry, draft: SourceDraft): readonly Diagnostic[] {
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
function setOurs(entry: BibEntry, draft: SourceDraft): readonly Diagnostic[] {
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
  if (!isAddress(url)) return [...found, badAddress(draft, 'archiveurl', url)];
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
function leftOverTex(draft: SourceDraft): readonly Diagnostic[] {
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
