/** The form of one entry in sources.yaml (content model, section 4). */

import { z } from 'zod';
import { isLanguageTag } from '../config/config.js';
import { plainText, type TextSchema, textAsTyped, withForm } from '../config/schema-forms.js';
import { dateForm, readRecordDate } from './csl-dates.js';
import { type NameInput, nameSchema } from './csl-names.js';
import {
  cslTypes,
  dateVariables,
  kinds,
  nameVariables,
  revealingFields,
  textVariables,
  tiers,
} from './csl-variables.js';
import { localText } from './local-text.js';
import type { LocalText } from './source-record.js';

const date: TextSchema = textAsTyped(dateForm, (text) => readRecordDate(text) !== undefined);
const address: TextSchema = textAsTyped('an address that begins with https:// or http://', isAddress);

/** Whether a text is an address that readers may follow. */
export function isAddress(text: string): boolean {
  // Invisible characters would lead to another place than the one that is shown.
  return /^https?:\/\/[^\s\p{C}<>"\\^`{|}]+$/iu.test(text) && URL.canParse(text);
}

function all<Name extends string, Schema extends z.ZodType>(
  names: readonly Name[],
  schema: Schema,
): Record<Name, z.ZodOptional<Schema>> {
  return Object.fromEntries(names.map((name) => [name, schema.optional()])) as Record<
    Name,
    z.ZodOptional<Schema>
  >;
}

const archive = withForm(
  z.union([plainText, z.strictObject({ url: address, at: date.optional() })]),
  'an archived copy: `{ url: https://…, at: 2022-01-07 }`',
);

/** A source that may be named. */
export const sourceSchema = z.strictObject({
  kind: withForm(z.enum(Object.keys(kinds)), `one of ${Object.keys(kinds).join(', ')}`).optional(),
  type: z.enum(cslTypes).optional(),
  tier: z.enum(tiers).optional(),
  ...all(textVariables, plainText),
  ...all(nameVariables, nameSchema),
  ...all(dateVariables, date),
  published: date.optional(),
  lang: textAsTyped('a language tag such as `ru` or `pt-BR`', isLanguageTag).optional(),
  url: address.optional(),
  URL: address.optional(),
  doi: plainText.optional(),
  isbn: plainText.optional(),
  issn: plainText.optional(),
  archive: archive.optional(),
  interest: localText.optional(),
  'derived-from': plainText.optional(),
});

const harmless = Object.entries(sourceSchema.shape).filter(([key]) => !revealingFields.includes(key));

/** A source that must not be named: nothing in it may lead to the person. */
export const anonymousSchema = z.strictObject({
  ...(Object.fromEntries(harmless) as Partial<typeof sourceSchema.shape>),
  description: localText.optional(),
  reason: localText.optional(),
  'approved-by': plainText.optional(),
  corroboration: z.array(plainText).optional(),
});

/** One entry as it was checked. */
export type SourceInput = Readonly<
  Record<
    string,
    string | NameInput | LocalText | { url: string; at?: string | undefined } | readonly string[] | undefined
  >
>;

/** The JSON Schema of sources.yaml, for editors. */
export function sourcesJsonSchema(): object {
  return z.toJSONSchema(z.record(z.string(), z.union([sourceSchema, anonymousSchema])), { io: 'input' });
}
