/** Reads sources.yaml: an id, then what it is. */

import { readYaml } from '../config/read-yaml.js';
import { knownKeys } from '../config/schema-forms.js';
import { misspeltKeys, validate } from '../config/validate.js';
import type { YamlDocument } from '../config/yaml-document.js';
import { type Diagnostic, result, type StageResult } from '../diagnostics/diagnostic.js';
import { cslDate, readRecordDate } from './csl-dates.js';
import { cslNames, type NameInput } from './csl-names.js';
import {
  aliases,
  dateVariables,
  kinds,
  nameVariables,
  revealingFields,
  textVariables,
} from './csl-variables.js';
import { errorAt, maxEntries, placeOf, tooManyEntries, warningAt } from './findings.js';
import { newDraft, type SourceDraft } from './source-draft.js';
import type { LocalText, SourceTier } from './source-record.js';
import { anonymousSchema, isAddress, type SourceInput, sourceSchema } from './source-schema.js';
import { hideEntry, revealingField, withoutSecrets } from './unnamed-sources.js';

const isName = (key: string): boolean => (nameVariables as readonly string[]).includes(key);
const isDate = (key: string): boolean => (dateVariables as readonly string[]).includes(key);
const isText = (key: string): boolean => (textVariables as readonly string[]).includes(key);

/** Reads the text of a sources.yaml. Each finding stands at the entry's id or at the field. */
export function readSourcesYaml(text: string, file: string): StageResult<readonly SourceDraft[]> {
  const read = readYaml(text, file, { duplicateCode: 'source-id-is-unique' });
  const diagnostics: Diagnostic[] = [...withoutSecrets(read.diagnostics, text)];
  const ids =
    typeof read.value.data === 'object' && read.value.data !== null ? Object.keys(read.value.data) : [];
  if (ids.length > maxEntries) {
    const place = placeOf(read.value, [ids[maxEntries] ?? ''], 'key');
    diagnostics.push(tooManyEntries(place, ids.length, 'sources'));
  }
  const drafts = ids.slice(0, maxEntries).flatMap((id) => {
    const entry = readEntry(read.value, id);
    diagnostics.push(...entry.diagnostics);
    return entry.value === undefined ? [] : [entry.value];
  });
  return result(drafts, diagnostics);
}

function entryOf(document: YamlDocument, id: string): Readonly<Record<string, unknown>> | undefined {
  const value = (document.data as Record<string, unknown>)[id];
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function readEntry(document: YamlDocument, id: string): StageResult<SourceDraft | undefined> {
  const entry = entryOf(document, id);
  if (entry === undefined) return result(undefined, [notAnEntry(document, id)]);
  const draft = newDraft(id, placeOf(document, [id], 'key'));
  for (const key of Object.keys(entry)) draft.fieldPlaces[key] = placeOf(document, [id, key]);
  const isAnonymous = entry['tier'] === 'anonymous';
  const diagnostics = isAnonymous
    ? fillAnonymous(document, id, entry, draft)
    : fillNamed(document, id, entry, draft);
  return result(draft, diagnostics);
}

function notAnEntry(document: YamlDocument, id: string): Diagnostic {
  const known = knownKeys(sourceSchema, []);
  const isField = known.includes(id);
  return errorAt('values-are-known', placeOf(document, [id], 'key'), {
    what: isField
      ? `The field “${id}” stands in the first column, where ids of sources stand.`
      : `“${id}” says nothing about the source.`,
    why: 'Each source is an id with its fields indented below it.',
    fix: isField
      ? 'Indent it by two spaces below the id of its source.'
      : `Write \`${id}:\` and below it, indented by two spaces, \`kind: …\`, \`title: …\`, \`author: …\`.`,
  });
}

function codeOf(
  kind: 'unknown-key' | 'missing' | 'value',
  path: readonly (string | number)[],
): string | undefined {
  const key = String(path[0]);
  if (kind === 'value' && key === 'lang') return 'language-tag-is-valid';
  const isDated = key === 'published' || isDate(key) || (key === 'archive' && path[1] === 'at');
  return kind === 'value' && isDated ? 'date-is-valid' : undefined;
}

/** What other programs and other words call our fields. */
const synonyms: Readonly<Record<string, string>> = {
  ...{ date: 'published', year: 'published', day: 'published', link: 'url', address: 'url', web: 'url' },
  ...{ name: 'author', authors: 'author', by: 'author', writer: 'author', retrieved: 'accessed' },
  ...{ headline: 'title', journal: 'container-title', newspaper: 'publisher', outlet: 'publisher' },
  ...{ pages: 'page', urldate: 'accessed', 'date-accessed': 'accessed', stake: 'interest' },
};

/** The fields that most sources need; CSL has a hundred more. */
const offered = [
  ...['kind', 'tier', 'author', 'title', 'publisher', 'published', 'url', 'accessed', 'archive', 'lang'],
  ...['interest', 'derived-from', 'container-title', 'volume', 'issue', 'page', 'edition', 'editor'],
  ...['translator', 'number', 'DOI', 'ISBN', 'and all other variables of CSL'],
];

function fillNamed(
  document: YamlDocument,
  id: string,
  entry: Readonly<Record<string, unknown>>,
  draft: SourceDraft,
): readonly Diagnostic[] {
  const checked = validate(document, sourceSchema, {
    ...{ subject: `the source “${id}”`, at: [id], codeOf },
    ...{ synonyms, offered },
  });
  const input: SourceInput = checked.value ?? {};
  for (const key of Object.keys(entry)) {
    if (input[key] === undefined)
      draft.unreadable.add(aliases[key] ?? key).add(key === 'type' ? 'kind' : key);
  }
  for (const key of misspeltKeys(sourceSchema, entry, synonyms)) draft.unreadable.add(aliases[key] ?? key);
  const diagnostics = [...checked.diagnostics, ...contradictions(document, id, input)];
  for (const [key, value] of Object.entries(input)) {
    if (value !== undefined && key !== 'archive') setField(draft, aliases[key] ?? key, value);
  }
  diagnostics.push(...setArchive(document, id, input['archive'], draft));
  return diagnostics;
}

/** Puts one checked field where it belongs: CSL's variables, or ours. */
function setField(draft: SourceDraft, key: string, value: SourceInput[string]): void {
  if (isName(key)) draft.csl[key] = cslNames(value as NameInput);
  else if (isDate(key)) setDate(draft, key, value as string);
  else if (isText(key)) draft.csl[key] = value as string;
  else if (key === 'kind') setKind(draft, value as string);
  else if (key === 'type') draft.type ??= value as string;
  else if (key === 'tier') draft.tier = value as SourceTier;
  else if (key === 'interest') draft.interest = value as LocalText;
  else if (key === 'derived-from') draft.derivedFrom = value as string;
}

function setKind(draft: SourceDraft, kind: string): void {
  draft.kind = kind;
  draft.type = kinds[kind];
}

function setDate(draft: SourceDraft, key: string, text: string): void {
  const span = readRecordDate(text);
  if (span !== undefined) draft.csl[key] = cslDate(span);
}

/** Pairs of fields that say the same thing: only one of the two could be printed. */
const pairs = [['kind', 'type'], ...Object.entries(aliases)] as const;

function contradictions(document: YamlDocument, id: string, input: SourceInput): readonly Diagnostic[] {
  return pairs.flatMap(([ours, other]) => {
    if (input[ours] === undefined || input[other] === undefined) return [];
    return [
      errorAt(
        'values-are-known',
        placeOf(document, [id, other], 'key'),
        {
          what: `The source “${id}” has both “${ours}” and “${other}”.`,
          why: 'They say the same thing, so only one of them could be printed.',
          fix: 'Keep one of them.',
        },
        { related: [{ message: `“${ours}” stands here.`, place: placeOf(document, [id, ours], 'key') }] },
      ),
    ];
  });
}

/** An archived copy `{url, at}`; plain text is CSL's own variable, the name of an archive, unless it is an address. */
function setArchive(
  document: YamlDocument,
  id: string,
  value: SourceInput[string],
  draft: SourceDraft,
): readonly Diagnostic[] {
  if (value === undefined) return [];
  if (typeof value === 'string' && !isAddress(value)) {
    draft.csl['archive'] = value;
    return [];
  }
  const { url, at } =
    typeof value === 'string' ? { url: value, at: undefined } : (value as { url: string; at?: string });
  const span = at === undefined ? undefined : readRecordDate(at);
  draft.archive = { url, at: span === undefined ? undefined : cslDate(span) };
  if (at !== undefined || document.textOf([id, 'archive', 'at']) !== undefined) return [];
  return [
    warningAt(
      'source-has-access-date-or-archive',
      placeOf(document, [id, 'archive']),
      {
        what: `The archived copy of “${id}” has no date.`,
        why: 'Readers cannot tell which state of the page was kept.',
        fix: `Write \`archive: { url: ${url}, at: 2022-01-07 }\` with the day of the copy.`,
      },
      { excerpt: id },
    ),
  ];
}

function fillAnonymous(
  document: YamlDocument,
  id: string,
  entry: Readonly<Record<string, unknown>>,
  draft: SourceDraft,
): readonly Diagnostic[] {
  const revealing = Object.keys(entry).filter((key) => revealingFields.includes(key));
  const refused = revealing.map((key) => revealingField(draft, key));
  const checked = validate(document, anonymousSchema, {
    subject: `the unnamed source “${id}”`,
    at: [id],
    codeOf,
    synonyms,
    offered,
  });
  const isRefused = ({ place }: Diagnostic): boolean =>
    revealing.some((key) => samePlace(place, placeOf(document, [id, key], 'key')));
  const rest = hideEntry(
    checked.diagnostics.filter((found) => !isRefused(found)),
    draft,
  );
  const input = (checked.value ?? {}) as SourceInput;
  for (const key of Object.keys(entry)) if (input[key] === undefined) draft.unreadable.add(key);
  for (const key of revealing) delete draft.fieldPlaces[key];
  draft.tier = 'anonymous';
  draft.description = input['description'] as LocalText | undefined;
  draft.reason = input['reason'] as LocalText | undefined;
  draft.corroboration = (input['corroboration'] as readonly string[] | undefined) ?? [];
  for (const [key, value] of Object.entries(input)) {
    if (value !== undefined) setField(draft, aliases[key] ?? key, value);
  }
  draft.type ??= 'interview';
  return [...refused, ...rest];
}

function samePlace(a: Diagnostic['place'], b: Diagnostic['place']): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
