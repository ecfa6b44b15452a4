/** Reads sources.json: CSL-JSON, with Galley's own fields under `custom`. */

import { z } from 'zod';
import { type LocatedValue, locatedDocument } from '../config/located-document.js';
import { plainText, withForm } from '../config/schema-forms.js';
import { textPositions } from '../config/text-positions.js';
import { validate } from '../config/validate.js';
import type { YamlDocument } from '../config/yaml-document.js';
import { type Diagnostic, result, type StageResult } from '../diagnostics/diagnostic.js';
import { type CslDateInput, cslDateFrom, cslDateSchema } from './csl-date-input.js';
import { cslTypes, dateVariables, kinds, nameVariables, textVariables, tiers } from './csl-variables.js';
import { errorAt, maxEntries, placeIn, placeOf, tooManyEntries, unusableAddress } from './findings.js';
import { readJsonItems } from './json-entries.js';
import { localText } from './local-text.js';
import { newDraft, type SourceDraft } from './source-draft.js';
import type { CslName, LocalText } from './source-record.js';
import { isAddress } from './source-schema.js';
import { hideEntry, refuseRevealing } from './unnamed-sources.js';

const name = withForm(
  z.strictObject({
    family: plainText.optional(),
    given: plainText.optional(),
    literal: plainText.optional(),
    suffix: plainText.optional(),
    'dropping-particle': plainText.optional(),
    'non-dropping-particle': plainText.optional(),
    'comma-suffix': z.unknown().optional(),
    'static-ordering': z.unknown().optional(),
    'parse-names': z.unknown().optional(),
  }),
  'names such as `{"family": "Smith", "given": "Ann"}` or `{"literal": "Ministry of Health"}`',
);

const custom = z.strictObject({
  kind: z.enum(Object.keys(kinds)).optional(),
  tier: z.enum(tiers).optional(),
  interest: localText.optional(),
  'derived-from': plainText.optional(),
  archive: z.strictObject({ url: plainText, at: plainText.optional() }).optional(),
  description: localText.optional(),
  reason: localText.optional(),
  'approved-by': plainText.optional(),
  corroboration: z.array(plainText).optional(),
});

function optional<Schema extends z.ZodType>(
  names: readonly string[],
  schema: Schema,
): Record<string, z.ZodOptional<Schema>> {
  return Object.fromEntries(names.map((each) => [each, schema.optional()]));
}

const itemSchema = z.strictObject({
  id: plainText.optional(),
  type: z.enum(cslTypes).optional(),
  ...optional(textVariables, plainText),
  ...optional(nameVariables, z.array(name)),
  ...optional(dateVariables, cslDateSchema),
  categories: z.array(plainText).optional(),
  custom: custom.optional(),
});

/** Reads the text of a sources.json. Each finding stands at the entry or at its field. */
export function readSourcesJson(text: string, file: string): StageResult<readonly SourceDraft[]> {
  const { items, faults } = readJsonItems(text);
  const positions = textPositions(text);
  const diagnostics: Diagnostic[] = faults.map((fault) =>
    errorAt('data-file-is-readable', placeIn(file, positions.position(fault.offset, fault.offset + 1)), {
      what: `The file is no JSON from here on: expected ${fault.message}.`,
      why: 'What stands here cannot be read, so the entry is left out.',
      fix: 'Correct this place; programs that manage references write such files without faults.',
    }),
  );
  const root = listOf(items, text.length);
  const document = locatedDocument(file, root, positions);
  if (items.length > maxEntries) {
    diagnostics.push(tooManyEntries(placeOf(document, [maxEntries]), items.length, 'sources'));
  }
  const drafts = items.slice(0, maxEntries).flatMap((_, index) => {
    const entry = readItem(document, index);
    diagnostics.push(...entry.diagnostics);
    return entry.value === undefined ? [] : [entry.value];
  });
  return result(drafts, diagnostics);
}

function listOf(items: readonly LocatedValue[], end: number): LocatedValue {
  return {
    data: items.map((item) => item.data),
    range: [0, end],
    keyRange: undefined,
    text: undefined,
    children: new Map(items.map((item, index) => [index, item])),
  };
}

function readItem(document: YamlDocument, index: number): StageResult<SourceDraft | undefined> {
  const data = (document.data as readonly unknown[])[index];
  const isObject = typeof data === 'object' && data !== null && !Array.isArray(data);
  const id = isObject ? document.textOf([index, 'id']) : undefined;
  if (!isObject || id === undefined || id === '') {
    const place = placeOf(document, [index]);
    const words = isObject
      ? {
          what: 'An entry has no id.',
          why: 'No text can cite it.',
          fix: 'Add `"id": "…"` with a short name, such as "smith-2022".',
        }
      : {
          what: 'Something that is no entry stands in the list.',
          why: 'Each source is a group in braces with an id, a type and a title.',
          fix: 'Write `{ "id": "…", "type": "…", "title": "…" }`.',
        };
    return result(undefined, [errorAt('source-has-what-its-kind-needs', place, words)]);
  }
  const draft = newDraft(id, placeOf(document, [index, 'id']));
  for (const key of Object.keys(data)) draft.fieldPlaces[key] = placeOf(document, [index, key]);
  const isUnnamed = (data as { custom?: { tier?: unknown } }).custom?.tier === 'anonymous';
  const found = [...fill(document, index, draft), ...refuseRevealing(draft)];
  return result(draft, isUnnamed ? hideEntry(found, draft) : found);
}

function fill(document: YamlDocument, index: number, draft: SourceDraft): readonly Diagnostic[] {
  const { value, diagnostics } = validate(document, itemSchema, {
    subject: `the source “${draft.id}”`,
    at: [index],
  });
  const input: Readonly<Record<string, unknown>> = value ?? {};
  const data = (document.data as readonly Record<string, unknown>[])[index] ?? {};
  for (const key of Object.keys(data))
    if (input[key] === undefined) draft.unreadable.add(key === 'type' ? 'kind' : key);
  const found = [...diagnostics];
  for (const variable of textVariables)
    if (typeof input[variable] === 'string') draft.csl[variable] = input[variable];
  for (const variable of nameVariables) {
    if (Array.isArray(input[variable])) draft.csl[variable] = namesOf(input[variable] as readonly CslName[]);
  }
  for (const variable of dateVariables) {
    if (input[variable] === undefined) continue;
    const date = cslDateFrom(input[variable] as CslDateInput);
    if (date !== undefined) draft.csl[variable] = date;
    else found.push(badDate(document, index, variable, draft));
  }
  draft.type = input['type'] as string | undefined;
  found.push(...setCustom(document, index, input['custom'] as z.output<typeof custom> | undefined, draft));
  return [...found, ...badAddress(document, index, draft)];
}

/** Switches for CSL processors are not part of a name. */
function namesOf(names: readonly CslName[]): readonly CslName[] {
  const kept = ['family', 'given', 'literal', 'suffix', 'dropping-particle', 'non-dropping-particle'];
  return names.map((each) => Object.fromEntries(Object.entries(each).filter(([key]) => kept.includes(key))));
}

function badDate(document: YamlDocument, index: number, variable: string, draft: SourceDraft): Diagnostic {
  draft.unreadable.add(variable);
  return errorAt('date-is-valid', placeOf(document, [index, variable]), {
    what: `The date “${variable}” of the source “${draft.id}” is no date of the calendar.`,
    why: 'Readers would see a wrong date, or none.',
    fix: 'Write `{"date-parts": [[2022, 1, 6]]}`, with year, month and day.',
  });
}

function badAddress(document: YamlDocument, index: number, draft: SourceDraft): readonly Diagnostic[] {
  const url = draft.csl['URL'];
  if (typeof url !== 'string' || isAddress(url)) return [];
  delete draft.csl['URL'];
  draft.unreadable.add('URL');
  return [unusableAddress(placeOf(document, [index, 'URL']), url, 'URL')];
}

function setCustom(
  document: YamlDocument,
  index: number,
  input: z.output<typeof custom> | undefined,
  draft: SourceDraft,
): readonly Diagnostic[] {
  if (input === undefined) return [];
  for (const key of Object.keys(input)) draft.fieldPlaces[key] = placeOf(document, [index, 'custom', key]);
  draft.kind = input.kind;
  if (input.kind !== undefined) draft.type ??= kinds[input.kind];
  draft.tier = input.tier;
  draft.interest = input.interest as LocalText | undefined;
  draft.derivedFrom = input['derived-from'];
  draft.description = input.description as LocalText | undefined;
  draft.reason = input.reason as LocalText | undefined;
  draft.corroboration = input.corroboration ?? [];
  if (input.archive === undefined) return [];
  const at = input.archive.at === undefined ? undefined : cslDateFrom(input.archive.at);
  draft.archive = { url: input.archive.url, at };
  const path = [index, 'custom', 'archive', 'at'];
  if (at !== undefined || input.archive.at === undefined) return [];
  return [
    errorAt('date-is-valid', placeOf(document, path), {
      what: `The archived copy of “${draft.id}” has a date that is no date of the calendar.`,
      why: 'Readers cannot tell which state of the page was kept.',
      fix: 'Write it as 2022-01-07.',
    }),
  ];
}
