/** Holds data from YAML against a schema and tells every difference at its place, in an editor's words. */

import type { z } from 'zod';
import type { Diagnostic, StageResult } from '../diagnostics/diagnostic.js';
import { didYouMean, nearest } from '../diagnostics/nearest.js';
import { type AnySchema, formAt, knownKeys, knownValues, withTextsAsTyped } from './schema-forms.js';
import type { YamlDocument, YamlPath } from './yaml-document.js';
import { quote, type Wording } from './yaml-problems.js';

/** What kind of difference a finding tells. */
export type DifferenceKind = 'unknown-key' | 'missing' | 'value';

/** How differences are told. */
export interface ValidationOptions {
  /** Names the text in messages: `the front matter`, `the settings`, `source “health-ministry”`. */
  readonly subject: string;
  /** The part of the document to look at; the whole when absent. Paths below are relative to it. */
  readonly at?: YamlPath | undefined;
  /** Keys that have to be there; the schema itself leaves them optional so that the rest can still be used. */
  readonly required?: readonly string[] | undefined;
  /** Words that people write for a key because other programs call it so: `{ title: 'headline' }`. */
  readonly synonyms?: Readonly<Record<string, string>> | undefined;
  /** Keys to name when nothing is near a word; all known ones when absent. */
  readonly offered?: readonly string[] | undefined;
  /** The code of a finding; `keys-and-blocks-are-known` for unknown keys, else `values-are-known`, when it gives none. */
  readonly codeOf?: ((kind: DifferenceKind, path: YamlPath) => string | undefined) | undefined;
}

type Issue = z.core.$ZodIssue;

/** Everything that the wordings need to know. */
interface Scene {
  readonly document: YamlDocument;
  readonly schema: AnySchema;
  readonly options: ValidationOptions;
}

/** The value at a path of plain data. */
function valueAt(data: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return (value as Record<string, unknown>)[key];
  }, data);
}

/** A path as an editor would say it: `byline, item 2, role`. */
function sayPath(path: YamlPath): string {
  return path.map((key) => (typeof key === 'number' ? `item ${key + 1}` : key)).join(', ');
}

function absolute(scene: Scene, path: YamlPath): YamlPath {
  return [...(scene.options.at ?? []), ...path];
}

function diagnostic(scene: Scene, kind: DifferenceKind, path: YamlPath, wording: Wording): Diagnostic {
  const { document, options } = scene;
  const full = absolute(scene, path);
  const part = kind === 'value' && valueAt(document.data, full) !== null ? 'value' : 'key';
  return {
    code:
      options.codeOf?.(kind, path) ??
      (kind === 'unknown-key' ? 'keys-and-blocks-are-known' : 'values-are-known'),
    severity: 'error',
    ...wording,
    place: { kind: 'source', file: document.file, position: document.positionOf(full, part) },
    excerpt: document.textOf(full) ?? sayPath(path),
  };
}

function fixForKey(
  key: string,
  meant: string | undefined,
  known: readonly string[],
  offered: readonly string[],
): string {
  if (meant !== undefined) return `Here it is called “${meant}”.`;
  if (known.length === 0) return 'Remove it.';
  return nearest(key, known) === undefined ? didYouMean(key, offered) : didYouMean(key, known);
}

function unknownKey(scene: Scene, path: YamlPath, key: string): Diagnostic {
  const where = path.length === 0 ? scene.options.subject : `“${sayPath(path)}”`;
  const known = knownKeys(scene.schema, path);
  const meant = path.length === 0 ? scene.options.synonyms?.[key.toLowerCase()] : undefined;
  const offered = (path.length === 0 ? scene.options.offered : undefined) ?? known;
  return diagnostic(scene, 'unknown-key', [...path, key], {
    what: `The key ${quote(key)} is not known in ${where}.`,
    why: 'Galley does not know what to do with its value, so readers would never see it.',
    fix: fixForKey(key, meant, known, offered),
  });
}

function missingKey(scene: Scene, path: YamlPath): Diagnostic {
  const { subject } = scene.options;
  const where = path.length === 1 ? subject : `“${sayPath(path.slice(0, -1))}” in ${subject}`;
  const key = String(path.at(-1));
  return diagnostic(scene, 'missing', path, {
    what: `There is no “${key}” in ${where}.`,
    why: 'It has to be there for the page to be complete.',
    fix: `Add a line \`${key}: …\` with ${formAt(scene.schema, path)}.`,
  });
}

function emptyValue(scene: Scene, path: YamlPath): Diagnostic {
  const form = formAt(scene.schema, path);
  if (typeof path.at(-1) === 'number') {
    return diagnostic(scene, 'value', path, {
      what: `“${sayPath(path)}” is empty.`,
      why: 'An item without words says nothing.',
      fix: `Write ${form} in its place, or take the item out.`,
    });
  }
  return diagnostic(scene, 'value', path, {
    what: `“${sayPath(path)}” has no value.`,
    why: 'A key without a value says nothing.',
    fix: `Write ${form} after the colon, or remove the line.`,
  });
}

/** What stands at a path, quoted when it is a text. */
function found(scene: Scene, path: YamlPath): string {
  const text = scene.document.textOf(absolute(scene, path));
  if (text !== undefined) return quote(text);
  const value = valueAt(scene.document.data, absolute(scene, path));
  const empty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  if (Array.isArray(value)) return empty ? 'An empty list' : 'A list';
  return empty ? 'An empty group' : 'A group of keys';
}

function wrongValue(scene: Scene, path: YamlPath, issue: Issue): Diagnostic {
  const words = knownValues(scene.schema, path);
  const typed = scene.document.textOf(absolute(scene, path));
  const form = formAt(scene.schema, path);
  if (words.length > 1 && typed !== undefined) {
    return diagnostic(scene, 'value', path, {
      what: `${quote(typed)} is not known as a value of “${sayPath(path)}”.`,
      why: 'Galley does not know what it means.',
      fix: didYouMean(typed, words),
    });
  }
  return diagnostic(scene, 'value', path, {
    what:
      issue.code === 'custom' && issue.message !== 'Invalid input'
        ? issue.message
        : `${found(scene, path)} cannot be used for “${sayPath(path)}”.`,
    why: 'Galley cannot read it in the way that is meant, so it would be lost or wrong on the page.',
    fix: `Write ${form}.`,
  });
}

/** The branch of a union that the author most likely meant: the one whose faults lie deepest, then the fewest. */
function likelyBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const reached = branches.filter((issues) =>
    issues.some((issue) => issue.path.length > 0 || isInside(issue)),
  );
  return reached.sort((a, b) => a.length - b.length)[0];
}

function isInside(issue: Issue): boolean {
  return issue.code === 'unrecognized_keys';
}

function tell(scene: Scene, issue: Issue, prefix: YamlPath): readonly Diagnostic[] {
  const path = [...prefix, ...(issue.path as YamlPath)];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(scene, path, key));
  const value = valueAt(scene.document.data, absolute(scene, path));
  if (path.length > 0 && value === undefined) return [missingKey(scene, path)];
  if (value === null || (typeof value === 'string' && value.trim() === '')) return [emptyValue(scene, path)];
  if (issue.code === 'invalid_union') {
    const branch = likelyBranch(issue.errors as readonly (readonly Issue[])[]);
    if (branch !== undefined) return branch.flatMap((each) => tell(scene, each, path));
  }
  return [wrongValue(scene, path, issue)];
}

/** Turns the issues of a schema into findings; see `validate` for the whole step. */
export function zodIssues(
  document: YamlDocument,
  schema: AnySchema,
  issues: readonly Issue[],
  options: ValidationOptions,
): readonly Diagnostic[] {
  const scene = { document, schema, options };
  return issues.flatMap((issue) => tell(scene, issue, []));
}

/** A copy of plain data without what stands at the paths; items of lists are taken out whole. */
function without(data: unknown, paths: readonly YamlPath[]): unknown {
  if (paths.some((path) => path.length === 0)) return undefined;
  const below = (key: string | number): YamlPath[] =>
    paths.filter(([first]) => first === key).map(([, ...rest]) => rest);
  if (Array.isArray(data)) {
    return data.map((item, index) => without(item, below(index))).filter((item) => item !== undefined);
  }
  if (typeof data !== 'object' || data === null) return data;
  const copy: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(data)) {
    const kept = without(value, below(key));
    if (kept !== undefined) copy[key] = kept;
  }
  return copy;
}

/** The paths to leave out so that the rest fits: what is unknown, or wrong; for a missing key what lacks it. */
function faultyPaths(data: unknown, issues: readonly Issue[]): readonly YamlPath[] {
  return issues.flatMap((issue) => {
    const path = issue.path as YamlPath;
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key]);
    return [path.length > 0 && valueAt(data, path) === undefined ? path.slice(0, -1) : path];
  });
}

/** Known keys that are absent because another word stands for each: the unknown key is told, and names the right one. */
export function misspeltKeys(
  schema: AnySchema,
  data: unknown,
  synonyms: ValidationOptions['synonyms'] = {},
): ReadonlySet<string> {
  const known = knownKeys(schema, []);
  const typed = typeof data === 'object' && data !== null ? Object.keys(data) : [];
  const unknown = typed.filter((key) => !known.includes(key));
  return new Set(unknown.flatMap((key) => synonyms[key.toLowerCase()] ?? nearest(key, known) ?? []));
}

/**
 * Checks data against a schema. The value is what fits: unknown keys and wrong values are told and left out; undefined
 * when nothing fits. Places of list items are those of the whole data, so take positions before anything is left out.
 */
export function validate<Schema extends z.ZodType>(
  document: YamlDocument,
  schema: Schema,
  options: ValidationOptions,
): StageResult<z.output<Schema> | undefined> {
  const at = options.at ?? [];
  const diagnostics: Diagnostic[] = [];
  // Nothing could be read, which is told already.
  if (document.data === undefined) return { value: undefined, diagnostics };
  const data = valueAt(document.data, at);
  const scene = { document, schema, options };
  const misspelt = misspeltKeys(schema, data, options.synonyms);
  for (const key of options.required ?? []) {
    const skipped = (at.length === 0 && document.unreadable.has(key)) || misspelt.has(key);
    if (valueAt(data, [key]) === undefined && !skipped) diagnostics.push(missingKey(scene, [key]));
  }
  let rest = withTextsAsTyped(schema, data, (path) => document.textOf([...at, ...path]));
  // Leaving a part out can make its parent unfit, so this repeats; each round removes something.
  for (let round = 0; round < 8; round += 1) {
    const parsed = schema.safeParse(rest);
    if (parsed.success) return { value: parsed.data, diagnostics };
    if (round === 0) diagnostics.push(...zodIssues(document, schema, parsed.error.issues, options));
    rest = without(rest, faultyPaths(rest, parsed.error.issues));
  }
  return { value: undefined, diagnostics };
}
