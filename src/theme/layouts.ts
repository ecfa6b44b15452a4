/** Compiles layouts and partials with an engine of their own, after the linter has read them. */

import Handlebars from 'handlebars';
import type { Diagnostic, StageResult } from '../diagnostics/diagnostic.js';
import { layoutExists, templateCompiles, themePlace } from './findings.js';
import { helperForms, registerHelpers } from './helpers.js';
import { lintLayout, type ParsedTemplate } from './template-lint.js';
import type { Layout, Theme } from './theme.js';
import { readText, readThemeFolder, type ThemeChain, type ThemeSource } from './theme-chain.js';
import { templateViewOf } from './view-shape.js';

/** Compiled layouts and the files they came from; undefined when a fault makes them unusable. */
export interface LayoutSet {
  readonly layouts: Theme['layouts'] | undefined;
  readonly sources: readonly ThemeSource[];
}

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
interface ReadTemplate extends ParsedTemplate {
  readonly text: string;
}

function parse(
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

function parseAll(
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

/** Strings only: Handlebars 4.7.10 runs a syntax tree that is handed to `compile`. */
function compile(
  layout: ReadTemplate,
  partials: ReadonlyMap<string, ReadTemplate>,
  logo: string | null,
): Layout {
  const engine = Handlebars.create();
  const { startPage } = registerHelpers(engine);
  const knownHelpers = {
    ...Object.fromEntries(Object.keys(helperForms).map((name) => [name, true])),
    log: false,
    lookup: false,
    helperMissing: false,
    blockHelperMissing: false,
    each: true,
    if: true,
    unless: true,
    with: true,
  };
  const options = { strict: true, knownHelpersOnly: true, preventIndent: true, knownHelpers };
  for (const [name, partial] of partials) engine.registerPartial(name, engine.compile(partial.text, options));
  const template = engine.compile(layout.text, options);
  return (document) => {
    startPage();
    return template(templateViewOf(document, logo), {
      allowProtoPropertiesByDefault: false,
      allowProtoMethodsByDefault: false,
      allowCallsToHelperMissing: false,
    });
  };
}

/** Reads, lints and compiles the layouts of a theme. `logo` is the logo's path beside the page. */
export async function readLayouts(chain: ThemeChain, logo: string | null): Promise<StageResult<LayoutSet>> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const layouts = await readThemeFolder(chain, 'layouts', '.hbs');
  const partials = await readThemeFolder(chain, 'partials', '.hbs');
  const sources = [...layouts.values(), ...partials.values()];
  const parsed = parseAll(partials, report);
  const allRead = diagnostics.length === 0;
  const seen = new Set<string>();
  const compiled = new Map<string, Layout>();
  for (const name of ['page', 'print']) {
    const source = layouts.get(name);
    if (source === undefined) {
      report(layoutExists(`layouts/${name}.hbs`));
      continue;
    }
    const template = parse(name, source, report);
    if (template === undefined) continue;
    const findings = lintLayout(template, parsed, allRead).filter((finding) => isNew(finding, seen));
    diagnostics.push(...findings);
    if (diagnostics.length === 0) compiled.set(name, compile(template, parsed, logo));
  }
  const page = compiled.get('page');
  const print = compiled.get('print');
  const value = page === undefined || print === undefined ? undefined : { page, print };
  return { value: { layouts: value, sources }, diagnostics };
}

/** A partial that both layouts use is reported once. */
function isNew(finding: Diagnostic, seen: Set<string>): boolean {
  const key = JSON.stringify([finding.code, finding.excerpt, finding.place]);
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}
