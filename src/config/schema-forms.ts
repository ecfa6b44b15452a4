/** What a schema expects at a path, in words: known keys, and the form of a value. */

import { z } from 'zod';
import type { YamlPath } from './yaml-document.js';

/** A schema of any kind. */
export type AnySchema = z.core.$ZodType;

const forms = z.registry<{ readonly form: string; readonly asTyped?: boolean }>();

/** Says in words what a schema expects (`a date such as 2022-01-06`), for messages. Returns the same schema. */
export function withForm<Schema extends AnySchema>(schema: Schema, form: string): Schema {
  forms.add(schema, { form });
  return schema;
}

/** A schema whose value is text as typed: `validate` hands it `2022`, `NO` and `012` as the words in the file. */
export type TextSchema = z.ZodType<string, string | number | boolean>;

/** Text as typed that passes a test (all text when there is none). `form` says in words what is expected. */
export function textAsTyped(form: string, test: (text: string) => boolean = () => true): TextSchema {
  const schema = z
    .union([z.string().min(1), z.number(), z.boolean()])
    .refine(
      (value) => value === '' || (String(value).trim() !== '' && test(String(value))),
    ) as unknown as TextSchema;
  forms.add(schema, { form, asTyped: true });
  return schema;
}

/** Text as typed, of any kind. */
export const plainText: TextSchema = textAsTyped('a text');

function definition(schema: AnySchema): z.core.$ZodTypes['_zod']['def'] {
  return (schema as z.core.$ZodTypes)._zod.def;
}

/** Steps through wrappers such as `optional` and splits unions, so that only plain schemas are left. */
function alternatives(schema: AnySchema): readonly AnySchema[] {
  if (forms.get(schema)?.asTyped === true) return [schema];
  const def = definition(schema);
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
    case 'catch':
      return alternatives(def.innerType);
    case 'lazy':
      return alternatives(def.getter());
    case 'pipe':
      return alternatives(def.in);
    case 'union':
      return def.options.flatMap(alternatives);
    default:
      return [schema];
  }
}

/** One step down: a key of an object or record, an index of a list. */
function step(schema: AnySchema, key: string | number): readonly AnySchema[] {
  return alternatives(schema).flatMap((each): readonly AnySchema[] => {
    const def = definition(each);
    if (def.type === 'object') {
      const found = def.shape[String(key)];
      return found === undefined ? [] : [found];
    }
    if (def.type === 'array') return [def.element];
    return def.type === 'record' ? [def.valueType] : [];
  });
}

function schemasAt(schema: AnySchema, path: YamlPath): readonly AnySchema[] {
  return path.reduce<readonly AnySchema[]>(
    (found, key) => found.flatMap((each) => step(each, key)),
    [schema],
  );
}

/** Whether a value that looks like a number or a truth value is meant as text at this place. */
function isMeantAsText(schemas: readonly AnySchema[], value: unknown): boolean {
  const [texts, others] = [true, false].map((asTyped) =>
    schemas.filter((each) => (forms.get(each)?.asTyped === true) === asTyped),
  );
  return (
    texts?.length !== 0 && others?.some((each) => (each as z.ZodType).safeParse(value).success) === false
  );
}

/** Puts the text as typed in place of numbers and truth values wherever the schema wants text. */
export function withTextsAsTyped(
  schema: AnySchema,
  data: unknown,
  textAt: (path: YamlPath) => string | undefined,
): unknown {
  const convert = (schemas: readonly AnySchema[], value: unknown, path: YamlPath): unknown => {
    const plain = schemas.flatMap(alternatives);
    const below = (key: string | number, child: unknown): unknown =>
      convert(
        plain.flatMap((each) => step(each, key)),
        child,
        [...path, key],
      );
    if (Array.isArray(value)) return value.map((item, index) => below(index, item));
    if (typeof value === 'object' && value !== null) {
      const copy: Record<string, unknown> = Object.create(null);
      for (const [key, child] of Object.entries(value)) copy[key] = below(key, child);
      return copy;
    }
    if (typeof value !== 'number' && typeof value !== 'boolean') return value;
    return isMeantAsText(plain, value) ? (textAt(path) ?? value) : value;
  };
  return convert([schema], data, []);
}

/** The keys that may stand at a path. */
export function knownKeys(schema: AnySchema, path: YamlPath): readonly string[] {
  const objects = schemasAt(schema, path).flatMap(alternatives).map(definition);
  return [...new Set(objects.flatMap((def) => (def.type === 'object' ? Object.keys(def.shape) : [])))];
}

/** The words that may stand at a path, where only certain ones may. */
export function knownValues(schema: AnySchema, path: YamlPath): readonly string[] {
  const found = schemasAt(schema, path).flatMap(alternatives).map(definition);
  return found.flatMap((def) => {
    if (def.type === 'enum') return Object.values(def.entries).map(String);
    return def.type === 'literal' ? def.values.map(String) : [];
  });
}

/** The words of one plain schema. */
function formOf(schema: AnySchema): string {
  const named = forms.get(schema)?.form;
  if (named !== undefined) return named;
  const def = definition(schema);
  switch (def.type) {
    case 'string':
      return 'format' in def && def.format === 'url' ? 'an address such as https://example.org' : 'a text';
    case 'number':
      return 'a number';
    case 'boolean':
      return '`true` or `false`';
    case 'enum':
      return `one of ${Object.values(def.entries).join(', ')}`;
    case 'literal':
      return def.values.map((value) => `\`${String(value)}\``).join(' or ');
    case 'array':
      return `a list (each item: ${formAt(def.element, [])})`;
    case 'object':
      return `the keys ${Object.keys(def.shape).join(', ')}`;
    default:
      return 'key and value pairs';
  }
}

/** The outermost name given to a schema or to what it wraps. */
function namedForm(schema: AnySchema): string | undefined {
  const own = forms.get(schema)?.form;
  const def = definition(schema);
  return own ?? ('innerType' in def ? namedForm(def.innerType) : undefined);
}

/** What is expected at a path, in words. */
export function formAt(schema: AnySchema, path: YamlPath): string {
  const words = schemasAt(schema, path).flatMap((each) => {
    const named = namedForm(each);
    return named === undefined ? alternatives(each).map(formOf) : [named];
  });
  return [...new Set(words)].join(', or ');
}
