/** Names of sources: one name, a person, or a list of them. */

import { z } from 'zod';
import { plainText, withForm } from '../config/schema-forms.js';
import type { CslName } from './source-record.js';

const person = z.strictObject({
  family: plainText.optional(),
  given: plainText.optional(),
  literal: plainText.optional(),
  suffix: plainText.optional(),
  'non-dropping-particle': plainText.optional(),
  'dropping-particle': plainText.optional(),
});

const one = z.union([
  plainText,
  person.refine(({ family, literal }) => family !== undefined || literal !== undefined),
]);

/** A name as newsrooms write it: plain text, `Family, Given`, `{family, given}`, or a list of these. */
export const nameSchema: z.ZodType<NameInput, NameInput> = withForm(
  z.union([one, z.array(one).min(1)]) as unknown as z.ZodType<NameInput, NameInput>,
  'a name (`Ministry of Health`), a person (`Family, Given` or `{family: …, given: …}`), or a list of them',
);

/** A name as it was checked. */
export type NameInput = string | CslName | readonly (string | CslName)[];

const suffix = /^(?:Jr|Sr|II|III|IV|V|Ph\.?D|M\.?D)\.?$/i;

/** Words that names of institutions hold and names of people do not. */
const institution =
  /(?:^|[\s,])(?:of|for|and|&|und|für|et|pour|и|по|для|та|және|مع)(?=[\s,]|$)|^(?:ministry|ministerio|ministère|ministério|ministerium|department|министерство|міністерство)(?=[\s,]|$)/iu;

/** Plain text is one name and is never split, except at the comma of `Family, Given`, in any script. */
function nameFrom(text: string): CslName {
  const [family = '', given = '', third, ...more] = text.split(/[,،，]/u).map((part) => part.trim());
  if (family === '' || given === '' || institution.test(text)) return { literal: text.trim() };
  if (third === undefined) return { family, given };
  return suffix.test(third) && more.length === 0
    ? { family, given, suffix: third }
    : { literal: text.trim() };
}

/** The names in CSL's form. */
export function cslNames(input: NameInput): readonly CslName[] {
  const list = Array.isArray(input) ? (input as readonly (string | CslName)[]) : [input as string | CslName];
  return list.map((name) => (typeof name === 'string' ? nameFrom(name) : name));
}
