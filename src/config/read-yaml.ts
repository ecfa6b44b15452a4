/** Reads YAML as data with positions: YAML 1.2 core schema, no aliases, tags, merges, doubled keys or further documents. */

import { isMap, type ParsedNode, parseDocument, type YAMLError } from 'yaml';
import type { Diagnostic, StageResult } from '../diagnostics/diagnostic.js';
import { type LocatedValue, locatedDocument } from './located-document.js';
import { type TextPositions, textPositions } from './text-positions.js';
import type { YamlDocument, YamlOrigin } from './yaml-document.js';
import { guardYaml, unclosedMark } from './yaml-guard.js';
import {
  faultWording,
  lineOf,
  markWording,
  nearlyKey,
  quote,
  syntaxWording,
  type Wording,
} from './yaml-problems.js';
import { type ValueFault, ValueReader } from './yaml-values.js';

/** How to read one YAML text. */
export interface YamlOptions {
  /** For front matter: where it stands in its file. */
  readonly origin?: YamlOrigin | undefined;
  /** Levels of nesting; 32 when absent. */
  readonly maxDepth?: number | undefined;
  /** Keys in all; 200,000 when absent. */
  readonly maxKeys?: number | undefined;
  /** Code of a top-level key that stands twice, where such keys are ids of records. */
  readonly duplicateCode?: string | undefined;
}

/** A piece of the text that is parsed by itself, and where it begins. */
interface Piece {
  readonly text: string;
  readonly base: number;
  readonly document: ReturnType<typeof parse>;
}

/** One reading of one text: what was found and what was noticed. */
class YamlReading {
  readonly diagnostics: Diagnostic[] = [];
  readonly unreadable = new Set<string>();
  readonly text: string;
  readonly #file: string;
  readonly positions: TextPositions;
  readonly #options: YamlOptions;
  readonly #code: string;

  constructor(text: string, file: string, options: YamlOptions) {
    this.text = text;
    this.#file = file;
    this.#options = options;
    this.positions = textPositions(text, options.origin?.start);
    this.#code = options.origin === undefined ? 'data-file-is-readable' : 'front-matter-is-readable';
  }

  position(range: readonly [number, number]): ReturnType<TextPositions['position']> {
    return this.positions.position(range[0], range[1]);
  }

  report(range: readonly [number, number], wording: Wording, more: Partial<Diagnostic> = {}): void {
    this.diagnostics.push({
      code: this.#code,
      severity: 'error',
      ...wording,
      place: { kind: 'source', file: this.#file, position: this.position(range) },
      excerpt: this.text.slice(range[0], Math.min(range[1], range[0] + 200)),
      ...more,
    });
  }

  /** Parses the text, and when that finds errors each top-level entry by itself, so that one bad entry costs only itself. */
  read(): LocatedValue | undefined {
    const maxDepth = this.#options.maxDepth ?? 32;
    const { marks, tooDeepAt } = guardYaml(this.text, maxDepth);
    if (tooDeepAt !== undefined) {
      this.report([tooDeepAt, tooDeepAt + 1], tooDeep(maxDepth), { code: 'nesting-is-within-limit' });
      return undefined;
    }
    const directives = marks.filter((mark) => mark.kind === 'directive');
    for (const mark of marks) {
      this.report([mark.offset, mark.offset + mark.text.length], markWording(this.text, mark));
    }
    if (directives.length > 0) return undefined;
    const whole = pieceOf(this.text, 0);
    const errors = problemsOf(whole);
    if (marks.length === 0 && errors.length === 0) return this.#values([whole]);
    const markLines = new Set(marks.map((mark) => this.position([mark.offset, mark.offset]).start.line));
    const good: Piece[] = [];
    let told = marks.length > 0;
    for (const piece of topLevelEntries(this.text)) {
      const own = problemsOf(piece);
      const marked = marks.some(
        ({ offset }) => offset >= piece.base && offset < piece.base + piece.text.length,
      );
      if (own.length === 0 && !marked) {
        good.push(piece);
        continue;
      }
      told ||= own.length > 0;
      this.unreadable.add(keyOf(piece.text));
      this.#reportSyntax(own, markLines);
    }
    if (!told) this.#reportSyntax(errors, markLines);
    return this.#values(good);
  }

  /** Tells the first error of each line; the others of that line follow from it. */
  #reportSyntax(errors: readonly YAMLError[], toldLines: Set<number>): void {
    for (const error of errors) {
      const { line } = this.position([error.pos[0], error.pos[0]]).start;
      if (toldLines.has(line)) continue;
      toldLines.add(line);
      const meant = nearlyKey(lineOf(this.text, error.pos[0]).line);
      if (meant !== undefined) this.unreadable.add(meant.key);
      this.report(rangeOf(this.text, error), syntaxWording(this.text, error));
    }
  }

  #values(pieces: readonly Piece[]): LocatedValue | undefined {
    const values: LocatedValue[] = [];
    let keys = 0;
    const faults: ValueFault[] = [];
    for (const piece of pieces) {
      const reader = new ValueReader(piece.text, piece.base);
      const contents = piece.document.contents as ParsedNode | null;
      if (contents !== null && !isMap(contents)) this.#reportNoKeys(contents.range);
      else values.push(reader.read(contents, undefined));
      keys += reader.keys;
      faults.push(...reader.faults);
    }
    const root = merge(values, faults);
    for (const fault of faults) this.#reportFault(fault);
    const maxKeys = this.#options.maxKeys ?? 200_000;
    if (keys <= maxKeys) return root;
    this.report([0, 0], tooManyKeys(keys, maxKeys), { code: 'size-is-within-limit' });
    return undefined;
  }

  /** The top of every file of ours is `key: value`. */
  #reportNoKeys([start, end]: readonly [number, number, number]): void {
    const lines = this.text.slice(start, end).split('\n');
    const firstLine = lines[0] ?? '';
    for (const line of lines) {
      const meant = nearlyKey(line)?.key;
      if (meant !== undefined) this.unreadable.add(meant);
    }
    this.report(
      [start, start + firstLine.length],
      nearlyKey(firstLine)?.wording ?? {
        what: `No key stands here: ${quote(firstLine)}.`,
        why: 'Every line gives a key, a colon, a space and a value; other text is not understood.',
        fix: 'Write `key: value`, the keys in the first column.',
      },
    );
  }

  #reportFault(fault: ValueFault): void {
    const wording = faultWording(fault, this.text.slice(fault.range[0], fault.range[1]));
    if (fault.kind === 'cut-by-comment') {
      this.report(fault.range, wording, { code: 'value-is-not-cut-by-comment', severity: 'warning' });
    } else if (fault.kind === 'duplicate') {
      const place = { kind: 'source', file: this.#file, position: this.position(fault.first) } as const;
      const code = fault.depth === 0 ? this.#options.duplicateCode : undefined;
      this.report(fault.range, wording, {
        related: [{ message: 'It stands here first.', place }],
        ...(code === undefined ? {} : { code }),
      });
    } else {
      this.report(fault.range, wording);
    }
  }
}

function tooDeep(limit: number): Wording {
  return {
    what: `Values are nested more than ${limit} levels deep here.`,
    why: 'Such files are never written by hand, and reading them can stop the build.',
    fix: 'Close the brackets that are open, or put the text in quotes.',
  };
}

function tooManyKeys(keys: number, limit: number): Wording {
  return {
    what: `There are ${keys} keys; at most ${limit} are read.`,
    why: 'Such files are never written by hand, and reading them can stop the build.',
    fix: 'Move data out of this file.',
  };
}

function parse(text: string): ReturnType<typeof parseDocument> {
  // Unknown tags are only warnings for the parser, and its check for doubled keys is quadratic: both are ours.
  return parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    // 'silent' would also silence the error for a second document.
    logLevel: 'error',
    stringKeys: false,
  });
}

function pieceOf(text: string, base: number): Piece {
  return { text, base, document: parse(text) };
}

/** The parser's errors and warnings, with offsets into the whole text. */
function problemsOf({ document, base }: Piece): readonly YAMLError[] {
  const found: YAMLError[] = [...document.errors, ...document.warnings];
  for (const error of found) error.pos = [error.pos[0] + base, error.pos[1] + base];
  return found.sort((a, b) => a.pos[0] - b.pos[0]);
}

/** Where an error is told: an unclosed mark where it opens, all else where the parser noticed it. */
function rangeOf(text: string, { code, message, pos }: YAMLError): readonly [number, number] {
  const isUnclosed = code === 'MISSING_CHAR' ? /quote/.test(message) : /^Flow (map|sequence)/.test(message);
  if (!isUnclosed) return pos;
  const opening = unclosedMark(text.slice(0, pos[0])) ?? pos[0];
  return [opening, opening + 1];
}

/** Cuts a text before each line that begins with a key in the first column. */
function topLevelEntries(text: string): readonly Piece[] {
  const starts = [...text.matchAll(/^(?![\s#\-\]}]).*?:(?=\s|$)/gm)].map((match) => match.index);
  const bounds = starts[0] === undefined ? [0] : starts;
  return bounds.map((base, index) => pieceOf(text.slice(base, bounds[index + 1]), base));
}

function keyOf(text: string): string {
  return (/^(.*?):(?=\s|$)/.exec(text)?.[1] ?? '').replace(/^(["'])(.*)\1$/, '$2');
}

/** Joins entries that were read one by one into one map. */
function merge(values: readonly LocatedValue[], faults: ValueFault[]): LocatedValue {
  const [only] = values;
  // A text with nothing but comments is an empty map.
  if (only !== undefined && only.data !== null && values.length === 1) return only;
  const data: Record<string, unknown> = Object.create(null);
  const children = new Map<string | number, LocatedValue>();
  for (const value of values) {
    for (const [key, child] of value.children) {
      const first = children.get(key)?.keyRange;
      if (first !== undefined && child.keyRange !== undefined) {
        faults.push({ kind: 'duplicate', key: String(key), range: child.keyRange, first, depth: 0 });
        continue;
      }
      children.set(key, child);
      data[key] = child.data;
    }
  }
  const range = [values[0]?.range[0] ?? 0, values.at(-1)?.range[1] ?? 0] as const;
  return { data, range, keyRange: undefined, text: undefined, children };
}

/**
 * Reads YAML text with `\n` line ends. Faults are findings with code `front-matter-is-readable` when an origin is given,
 * else `data-file-is-readable`. Every warning of the parser is an error. A top-level entry that cannot be read is left
 * out; the others stay.
 */
export function readYaml(text: string, file: string, options: YamlOptions = {}): StageResult<YamlDocument> {
  const reading = new YamlReading(text, file, options);
  const root = reading.read();
  const value = locatedDocument(file, root, reading.positions, {
    unreadable: reading.unreadable,
    opening: options.origin?.opening,
  });
  return { value, diagnostics: reading.diagnostics };
}
