/** Reads figures.yaml: the numbers that a newsroom registered once and uses everywhere (content model, section 5). */

import { z } from 'zod';
import { isLanguageTag } from '../config/config.js';
import { readYaml } from '../config/read-yaml.js';
import { plainText, textAsTyped, withForm } from '../config/schema-forms.js';
import { misspeltKeys, validate } from '../config/validate.js';
import type { YamlDocument } from '../config/yaml-document.js';
import { type Diagnostic, result, type StageResult } from '../diagnostics/diagnostic.js';
import { readRecordDate } from './csl-dates.js';
import type { FigureRecord, FigureUnit } from './figure-record.js';
import { errorAt, maxEntries, placeOf, tooManyEntries, unusableId, warningAt } from './findings.js';
import { localText } from './local-text.js';

const pluralForms = z.strictObject({
  zero: plainText.optional(),
  one: plainText.optional(),
  two: plainText.optional(),
  few: plainText.optional(),
  many: plainText.optional(),
  other: plainText.optional(),
});

const languageKey = z.string().refine(isLanguageTag, 'The key is no language tag such as `kk` or `pt-BR`.');

const unit = withForm(
  z.union([
    plainText,
    z.strictObject({ prefix: plainText }),
    pluralForms,
    z.record(languageKey, z.union([plainText, pluralForms])),
  ]),
  'a text such as `people`; plural forms `{one: day, other: days}`; either per language; `"%"`; or `none` for a bare count',
);

const number = withForm(
  z.number(),
  'a number in figures, without separators, unit or quotation marks, such as 1353 or 2.7',
);
const day = textAsTyped('a date such as 2022-01-06, 2022-01 or 2022', (text) => {
  const span = readRecordDate(text);
  return span !== undefined && span.end === undefined;
});

const statuses = ['confirmed', 'reported', 'disputed', 'superseded', 'retracted'] as const;

/** One entry of figures.yaml. */
export const figureSchema = z.strictObject({
  label: localText.optional(),
  value: number.optional(),
  low: number.optional(),
  high: number.optional(),
  words: localText.optional(),
  unit: unit.optional(),
  prefix: plainText.optional(),
  'as-of': day.optional(),
  source: plainText.optional(),
  status: z.enum(statuses).optional(),
  supersedes: plainText.optional(),
});

/** The JSON Schema of figures.yaml, for editors. */
export function figuresJsonSchema(): object {
  return z.toJSONSchema(z.record(z.string(), figureSchema), { io: 'input' });
}

type FigureInput = z.output<typeof figureSchema>;

const unitAndDate = 'figure-has-unit-and-date';

/** What is lost without a part, for messages. */
const reasons: Readonly<Record<string, string>> = {
  label: 'Without it readers do not know what is counted.',
  unit: 'A bare number can be read as anything: people, per cent, money.',
  'as-of': 'Readers have to know how old a number is.',
  source: 'Readers have to know who counted.',
};

const examples: Readonly<Record<string, string>> = {
  label: '`label: people injured in Almaty`',
  unit: '`unit: people`, or `unit: none` for a bare count',
  'as-of': '`as-of: 2022-01-06`',
  source: '`source:` with the id of a source',
};

function codeOf(
  kind: 'unknown-key' | 'missing' | 'value',
  path: readonly (string | number)[],
): string | undefined {
  if (kind !== 'value') return undefined;
  const key = String(path[0]);
  if (key === 'source') return 'figure-has-source';
  return ['unit', 'as-of', 'value', 'low', 'high'].includes(key) ? unitAndDate : undefined;
}

function missing(document: YamlDocument, id: string, key: string, code: string): Diagnostic {
  return errorAt(
    code,
    placeOf(document, [id], 'key'),
    {
      what: `The number “${id}” has no ${key}.`,
      why: reasons[key] ?? '',
      fix: `Add ${examples[key] ?? `\`${key}: …\``}.`,
    },
    { excerpt: `${id} ${key}` },
  );
}

function requirements(
  document: YamlDocument,
  id: string,
  entry: object,
  input: FigureInput,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const misspelt = misspeltKeys(figureSchema, entry);
  const isThere = (key: string): boolean => key in entry || misspelt.has(key);
  for (const key of ['label', 'unit', 'as-of', 'source']) {
    if (isThere(key) || (key === 'unit' && isThere('prefix'))) continue;
    found.push(missing(document, id, key, key === 'source' ? 'figure-has-source' : unitAndDate));
  }
  if (!['value', 'low', 'high', 'words'].some(isThere)) {
    found.push(
      errorAt(
        unitAndDate,
        placeOf(document, [id], 'key'),
        {
          what: `The number “${id}” has no value.`,
          why: 'There is nothing to print.',
          fix: 'Add `value: 13`; or `low:` and `high:`; or `words: dozens` where nobody has counted.',
        },
        { excerpt: `${id} value` },
      ),
    );
  }
  return [...found, ...contradictions(document, id, input), ...disorder(document, id, input)];
}

/** Words stand for a number that nobody has counted: beside a value they are not printed. */
function contradictions(document: YamlDocument, id: string, input: FigureInput): readonly Diagnostic[] {
  const { value, low, high, words } = input;
  if (words === undefined || (value ?? low ?? high) === undefined) return [];
  return [
    warningAt('figure-has-unit-and-date', placeOf(document, [id, 'words'], 'key'), {
      what: `The number “${id}” has a value and “words”.`,
      why: 'Words stand for what nobody has counted; beside a value they are printed nowhere.',
      fix: 'Keep one of the two.',
    }),
  ];
}

/** low ≤ value ≤ high. */
function disorder(
  document: YamlDocument,
  id: string,
  { low, value, high }: FigureInput,
): readonly Diagnostic[] {
  const ordered = [
    ['low', low],
    ['value', value],
    ['high', high],
  ].filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  for (const [index, [key, amount]] of ordered.entries()) {
    const before = ordered[index - 1];
    if (before === undefined || before[1] <= amount) continue;
    return [
      errorAt(
        unitAndDate,
        placeOf(document, [id, key]),
        {
          what: `The number “${id}” has ${before[0]} ${before[1]} and ${key} ${amount}.`,
          why: 'The lowest estimate cannot be above the others, so one of them is wrong.',
          fix: 'Check both with the source.',
        },
        { related: [{ message: `“${before[0]}” stands here.`, place: placeOf(document, [id, before[0]]) }] },
      ),
    ];
  }
  return [];
}

/** A unit in one form: per language every value is a text, or every value is plural forms. */
function plainUnit(input: FigureInput['unit']): { unit: FigureUnit; prefix: string | undefined } {
  if (input === undefined) return { unit: 'none', prefix: undefined };
  if (typeof input === 'string') return { unit: input, prefix: undefined };
  const entries = Object.entries(input as Record<string, string | Record<string, string>>);
  const prefix = entries.find(([key]) => key === 'prefix')?.[1];
  if (typeof prefix === 'string') return { unit: 'none', prefix };
  if (entries.every(([, value]) => typeof value === 'string')) {
    return { unit: Object.fromEntries(entries) as Record<string, string>, prefix: undefined };
  }
  const forms = entries.map(
    ([key, value]) => [key, typeof value === 'string' ? { other: value } : value] as const,
  );
  return { unit: Object.fromEntries(forms), prefix: undefined };
}

function toRecord(
  document: YamlDocument,
  id: string,
  entry: object,
  input: FigureInput,
): FigureRecord | undefined {
  const asOf = input['as-of'] === undefined ? undefined : readRecordDate(input['as-of'])?.start;
  const { label, value, low, high, words, source, status, supersedes } = input;
  const hasAmount = value !== undefined || low !== undefined || high !== undefined || words !== undefined;
  if (label === undefined || asOf === undefined || source === undefined || !hasAmount) return undefined;
  const { unit: plain, prefix } = plainUnit(input.unit);
  const fieldPlaces = Object.fromEntries(
    Object.keys(entry).map((key) => [key, placeOf(document, [id, key])]),
  );
  return {
    ...{ id, label, value, low, high, words, asOf, source, status, supersedes },
    unit: plain,
    prefix: input.prefix ?? prefix,
    scope: 'document',
    place: placeOf(document, [id], 'key'),
    fieldPlaces,
  };
}

function readEntry(document: YamlDocument, id: string): StageResult<FigureRecord | undefined> {
  const entry = (document.data as Record<string, unknown>)[id];
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    return result(undefined, [
      errorAt('values-are-known', placeOf(document, [id], 'key'), {
        what: `“${id}” says nothing about the number.`,
        why: 'Each number is an id with its fields indented below it.',
        fix: `Write \`${id}:\` and below it, indented by two spaces, \`label: …\`, \`value: …\`, \`unit: …\`, \`as-of: …\`, \`source: …\`.`,
      }),
    ]);
  }
  const checked = validate(document, figureSchema, {
    ...{ subject: `the number “${id}”`, at: [id], codeOf },
    synonyms: {
      date: 'as-of',
      day: 'as-of',
      number: 'value',
      amount: 'value',
      name: 'label',
      title: 'label',
    },
  });
  const input = checked.value ?? {};
  const diagnostics = [
    ...unusableId(id, placeOf(document, [id], 'key'), (better) => `:num[${better}]`),
    ...checked.diagnostics,
    ...requirements(document, id, entry, input),
  ];
  return result(toRecord(document, id, entry, input), diagnostics);
}

/** Reads the text of a figures.yaml. An entry that lacks a part is told and left out. */
export function readFigures(text: string, file: string): StageResult<readonly FigureRecord[]> {
  const read = readYaml(text, file, { duplicateCode: 'id-is-unique' });
  const diagnostics = [...read.diagnostics];
  const ids =
    typeof read.value.data === 'object' && read.value.data !== null ? Object.keys(read.value.data) : [];
  if (ids.length > maxEntries) {
    const place = placeOf(read.value, [ids[maxEntries] ?? ''], 'key');
    diagnostics.push(tooManyEntries(place, ids.length, 'numbers'));
  }
  const records = ids.slice(0, maxEntries).flatMap((id) => {
    const entry = readEntry(read.value, id);
    diagnostics.push(...entry.diagnostics);
    return entry.value === undefined ? [] : [entry.value];
  });
  return result(records, diagnostics);
}
