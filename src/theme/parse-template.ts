/** Parses templates, and words what Handlebars says of one that is broken. */

import Handlebars from 'handlebars';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { themePlace } from './findings.js';
import type { ParsedTemplate } from './parsed-template.js';
import { templateCompiles } from './template-findings.js';
import { readText, type ThemeSource } from './theme-chain.js';

/** Line and column of a fault that Handlebars reports by a thrown error. */
function faultPoint(error: unknown): {
  readonly line: number;
  readonly column: number;
  readonly problem: string;
} {
  const fault = error as {
    readonly message?: string;
    readonly lineNumber?: number;
    readonly column?: number;
    readonly hash?: { readonly loc?: { readonly first_line: number; readonly first_column: number } };
  };
  const message = fault.message ?? '';
  const named = /line (\d+)/.exec(message)?.[1];
  const line = fault.lineNumber ?? (named === undefined ? (fault.hash?.loc?.first_line ?? 1) : Number(named));
  const column = (fault.column ?? fault.hash?.loc?.first_column ?? 0) + 1;
  const expecting = /got '(\w+)'/.exec(message)?.[1];
  const first = message.split('\n')[0]?.replace(/ - \d+:\d+$/, '') ?? 'it ends too early';
  const problem =
    expecting === undefined
      ? first.replace(/^Parse error on/, 'the expression at')
      : describe(expecting, line);
  return { line, column, problem };
}

/** The parser's token names in words. */
function describe(token: string, line: number): string {
  const what: Readonly<Record<string, string>> = {
    EOF: 'the file ends before a block is closed',
    CLOSE: 'an expression is empty or not finished',
    INVALID: 'a sign that no expression can hold',
    OPEN_ENDBLOCK: 'a block is closed that was not opened',
  };
  return `${what[token] ?? 'an expression is not well formed'} (line ${line})`;
}

/** Levels of blocks in one file; the parser walks them by recursion. */
const mostLevels = 60;

/** The line at which blocks are nested too deep. */
function nestingFault(text: string): number | undefined {
  let level = 0;
  for (const match of text.matchAll(/\{\{~?([#/])/g)) {
    level += match[1] === '#' ? 1 : -1;
    if (level > mostLevels) return text.slice(0, match.index).split('\n').length;
  }
  return undefined;
}

/** A template as text and as a tree. */
export interface ReadTemplate extends ParsedTemplate {
  readonly text: string;
}

/** Parses a template; undefined after reporting why it cannot be read. */
export function parse(
  name: string,
  source: ThemeSource,
  report: (diagnostic: Diagnostic) => void,
): ReadTemplate | undefined {
  const text = readText(source, report);
  if (text === undefined) return undefined;
  const tooDeep = nestingFault(text);
  if (tooDeep !== undefined) {
    report(
      templateCompiles(
        themePlace(source.file, tooDeep),
        `blocks are nested more than ${mostLevels} levels deep`,
      ),
    );
    return undefined;
  }
  try {
    return { name, text, file: source.file, program: Handlebars.parse(text) };
  } catch (error) {
    const { line, column, problem } = faultPoint(error);
    report(templateCompiles(themePlace(source.file, line, column), problem));
    return undefined;
  }
}

/** Parses all partials of a theme, by name. */
export function parseAll(
  sources: ReadonlyMap<string, ThemeSource>,
  report: (diagnostic: Diagnostic) => void,
): ReadonlyMap<string, ReadTemplate> {
  const parsed = new Map<string, ReadTemplate>();
  for (const [name, source] of sources) {
    // One that cannot be read is told above; to the layouts that call it, it is there and empty.
    const empty = { name, text: '', file: source.file, program: Handlebars.parse('') };
    parsed.set(name, parse(name, source, report) ?? empty);
  }
  return parsed;
}
