/** Reads sources.bib: BibTeX and BibLaTeX mixed, entry by entry. */

import { type TextPositions, textPositions } from '../config/text-positions.js';
import { type Diagnostic, result, type StageResult } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/nearest.js';
import type { SourcePlace } from '../diagnostics/place.js';
import { leftOverTex, setAddress, setDates, setLanguage, setOurs } from './bib-fields.js';
import { withInherited } from './bib-inheritance.js';
import { type BibEntry, type BibFault, fieldOf, readBibEntries } from './bibtex-entries.js';
import { bibTypes, genreWords } from './bibtex-words.js';
import { citationReader } from './citation-js.js';
import { nameVariables } from './csl-variables.js';
import { errorAt, maxEntries, placeIn, tooManyEntries, type Words } from './findings.js';
import { newDraft, type SourceDraft } from './source-draft.js';
import type { CslName } from './source-record.js';
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
    diagnostics.push(tooManyEntries(place(extra.keyRange), entries.length, 'sources'));
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
  const found: Diagnostic[] = [];
  for (const field of written.fields) {
    const first = draft.fieldPlaces[field.name];
    if (first === undefined) draft.fieldPlaces[field.name] = at(field.range);
    else found.push(doubledField(entry.key, field.name, at(field.range), first));
  }
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
  found.push(...setType(entry, draft, at(entry.typeRange)));
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

function doubledField(key: string, name: string, place: SourcePlace, first: SourcePlace): Diagnostic {
  return errorAt(
    'data-file-is-readable',
    place,
    {
      what: `The field “${name}” of “${key}” stands here a second time.`,
      why: 'Only one of the two values could be printed.',
      fix: 'Keep one of them.',
    },
    { related: [{ message: 'It stands here first.', place: first }], excerpt: key },
  );
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
