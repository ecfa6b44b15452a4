/** Reads sources.ris, entry by entry. */

import { type Diagnostic, result, type StageResult } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/nearest.js';
import { languageTag, plainAddress } from './bibtex-words.js';
import { citationReader } from './citation-js.js';
import { cslDateFrom } from './csl-date-input.js';
import { cslNames } from './csl-names.js';
import { nameVariables } from './csl-variables.js';
import { errorAt, maxEntries, placeIn, tooManyEntries, unusableAddress } from './findings.js';
import { cutRis, furtherTypes, lineOf, type RisEntry, risRecord, risTypes } from './ris-entries.js';
import { newDraft, type SourceDraft } from './source-draft.js';
import type { CslDate, CslName } from './source-record.js';
import { isAddress } from './source-schema.js';

/** `2022/01/06/`, `2022//`, `2022-01-06`; words stay as written. */
function dateFrom(typed: string): CslDate | undefined {
  const [, year, month, day] =
    /^(\d{4})(?:\/(\d{1,2})?(?:\/(\d{1,2})?(?:\/.*)?)?)?$/.exec(typed.trim()) ?? [];
  if (year === undefined) return /\d/.test(typed) ? cslDateFrom(typed) : { literal: typed };
  const parts = [year, month, day].filter((part) => part !== undefined).map(Number);
  return cslDateFrom({ 'date-parts': [parts] });
}

/** Reads the text of a sources.ris. A wrong entry is one finding, the others stay usable. */
export async function readSourcesRis(
  text: string,
  file: string,
): Promise<StageResult<readonly SourceDraft[]>> {
  const { entries, strays } = cutRis(text);
  const diagnostics: Diagnostic[] = strays.slice(0, 20).map((position) =>
    errorAt('data-file-is-readable', placeIn(file, position), {
      what: 'This line belongs to no entry.',
      why: 'What it says is lost.',
      fix: 'An entry begins with a line `TY  - …` and ends with a line `ER  -`.',
    }),
  );
  const extra = entries[maxEntries]?.lines[0];
  if (extra !== undefined) {
    diagnostics.push(tooManyEntries(placeIn(file, extra.position), entries.length, 'sources'));
  }
  const read = await citationReader('@ris/record');
  const drafts = entries.slice(0, maxEntries).flatMap((entry) => {
    const one = readEntry(entry, file, read);
    diagnostics.push(...one.diagnostics);
    return one.value === undefined ? [] : [one.value];
  });
  return result(drafts, diagnostics);
}

function withoutId(file: string, entry: RisEntry): Diagnostic {
  return errorAt('source-has-what-its-kind-needs', placeIn(file, entry.lines[0]?.position), {
    what: 'An entry has no id.',
    why: 'No text can cite it.',
    fix: 'Add a line `ID  - smith-2022` with a short name.',
  });
}

function readEntry(
  entry: RisEntry,
  file: string,
  read: (entry: unknown) => Readonly<Record<string, unknown>> | undefined,
): StageResult<SourceDraft | undefined> {
  const found: Diagnostic[] = [];
  const first = entry.lines[0];
  if (!entry.isClosed) {
    found.push(
      errorAt('data-file-is-readable', placeIn(file, first?.position), {
        what: 'The entry that begins here has no end.',
        why: 'It is unclear which lines belong to it.',
        fix: 'Add a line `ER  -` after its last line.',
      }),
    );
  }
  const id = lineOf(entry, 'ID');
  if (id === undefined) return result(undefined, [...found, withoutId(file, entry)]);
  const draft = newDraft(id.value, placeIn(file, id.position));
  for (const { tag, position } of entry.lines) draft.fieldPlaces[tag] ??= placeIn(file, position);
  const item = read(risRecord(entry)) ?? {};
  setVariables(entry, item, draft);
  found.push(...setType(entry, item['type'], draft), ...setDates(entry, draft), ...setAddress(entry, draft));
  const language = languageTag(lineOf(entry, 'LA')?.value ?? '');
  if (language !== undefined) draft.csl['language'] = language;
  return result(draft, found);
}

function setVariables(entry: RisEntry, item: Readonly<Record<string, unknown>>, draft: SourceDraft): void {
  for (const [variable, value] of Object.entries(item)) {
    if (variable === 'id' || variable === 'type') continue;
    if ((nameVariables as readonly string[]).includes(variable)) {
      if (Array.isArray(value)) draft.csl[variable] = (value as CslName[]).map(nameFrom);
    } else if (typeof value === 'string' || typeof value === 'number') draft.csl[variable] = value;
    else if (Array.isArray(value) && value.every((part) => typeof part === 'string')) {
      draft.csl[variable] = value.join(', ');
    }
  }
  // citation-js gives the writers of a newspaper article to `reporter`, which CSL does not know, and drops others.
  const writers = entry.lines.filter(({ tag, value }) => tag === 'AU' && value !== '');
  if (writers.length > 0 && !nameVariables.some((variable) => draft.csl[variable] !== undefined)) {
    draft.csl['author'] = writers.flatMap(({ value }) => cslNames(value)).map(nameFrom);
  }
  const publisher = lineOf(entry, 'PB')?.value;
  if (publisher !== undefined) draft.csl['publisher'] ??= publisher;
}

/** A name of one part is printed as it stands; “et al.” ends a list; see `CslName`. */
function nameFrom(name: CslName): CslName {
  const whole = name.literal ?? (name.given === undefined ? name.family : undefined);
  if (whole === undefined) return name;
  return { literal: /^(?:et al\.?|others)$/i.test(whole) ? 'others' : whole };
}

function setType(entry: RisEntry, type: unknown, draft: SourceDraft): readonly Diagnostic[] {
  const typed = (entry.lines[0]?.value ?? '').toUpperCase();
  draft.type = furtherTypes[typed]?.[1] ?? (typeof type === 'string' ? type : 'document');
  if (risTypes.includes(typed) || furtherTypes[typed] !== undefined) return [];
  return [
    errorAt('values-are-known', draft.fieldPlaces['TY'] ?? draft.place, {
      what: `“${typed}” is no type of entry.`,
      why: 'Its type decides how the source is printed.',
      fix: didYouMean(typed, risTypes),
    }),
  ];
}

function setDates(entry: RisEntry, draft: SourceDraft): readonly Diagnostic[] {
  const wanted = [
    ['issued', lineOf(entry, 'DA') ?? lineOf(entry, 'PY')],
    ['accessed', lineOf(entry, 'Y2')],
  ] as const;
  return wanted.flatMap(([variable, line]) => {
    if (line === undefined) return [];
    const date = dateFrom(line.value);
    if (date !== undefined) {
      draft.csl[variable] = date;
      return [];
    }
    draft.unreadable.add(variable);
    return [
      errorAt('date-is-valid', draft.fieldPlaces[line.tag] ?? draft.place, {
        what: `“${line.value}” in “${line.tag}” is no date of the calendar.`,
        why: 'Readers would see a wrong date, or none.',
        fix: 'Write it as 2022/01/06, 2022/01 or 2022.',
      }),
    ];
  });
}

function setAddress(entry: RisEntry, draft: SourceDraft): readonly Diagnostic[] {
  const line = lineOf(entry, 'UR');
  if (line === undefined) return [];
  const address = plainAddress(line.value);
  draft.fieldPlaces['url'] = draft.fieldPlaces['UR'] ?? draft.place;
  if (isAddress(address)) {
    draft.csl['URL'] = address;
    return [];
  }
  draft.unreadable.add('URL');
  return [unusableAddress(draft.fieldPlaces['url'], line.value, 'UR')];
}
