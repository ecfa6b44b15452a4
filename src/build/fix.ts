/** Repairs what is safe to repair without a person: whole lines of the author's files, shown before they are written. */

import { sourceOf } from '../diagnostics/place.js';
import type { Finding } from '../report/report.js';
import { setQuotes } from './fix-quotes.js';

/** One line that changes. `after` is undefined when the line goes. */
export interface LineFix {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly before: string;
  readonly after: string | undefined;
  /** The code of the finding, `address-is-secure` for http that can be https, or `quotes-are-typographic`. */
  readonly code: string;
}

/** Hosts that have answered on https for years, with everything below them. */
const secureHosts = [
  'wikipedia.org',
  'wikimedia.org',
  'doi.org',
  'archive.org',
  'github.com',
  'gov.uk',
  'un.org',
  'who.int',
  'europa.eu',
  'bbc.co.uk',
  'bbc.com',
  'reuters.com',
  'apnews.com',
  'theguardian.com',
  'nytimes.com',
  'w3.org',
  'worldbank.org',
  'oecd.org',
  'loc.gov',
  'census.gov',
];

function isSecureHost(host: string): boolean {
  return secureHosts.some((known) => host === known || host.endsWith(`.${known}`));
}

const fence = /^\s*(?:`{3,}|~{3,})/;

/** Lines that stand in fenced code, 0-based. */
function codeLines(lines: readonly string[]): ReadonlySet<number> {
  const inside = new Set<number>();
  let open = false;
  lines.forEach((line, index) => {
    const edge = fence.test(line);
    if (open || edge) inside.add(index);
    if (edge) open = !open;
  });
  return inside;
}

/** A heading one level below the one before it, when it skips a level. */
function fixHeading(lines: readonly string[], line: number): string | undefined {
  const [, signs = '', rest = ''] = /^(#{2,6})(\s+.*)$/.exec(lines[line - 1] ?? '') ?? [];
  if (signs === '') return undefined;
  const inCode = codeLines(lines);
  let above = 1;
  for (let index = line - 2; index >= 0; index -= 1) {
    const level = inCode.has(index) ? undefined : /^(#{2,6})\s/.exec(lines[index] ?? '')?.[1]?.length;
    if (level === undefined) continue;
    above = level;
    break;
  }
  return signs.length > above + 1 ? `${'#'.repeat(above + 1)}${rest}` : undefined;
}

/** The second use of an id with a number behind it that nothing has yet. */
function fixId(lines: readonly string[], line: number): string | undefined {
  const text = lines[line - 1] ?? '';
  const id = /\{[^}]*#([\w-]+)/.exec(text)?.[1];
  if (id === undefined) return undefined;
  const whole = lines.join('\n');
  let number = 2;
  while (whole.includes(`#${id}-${number}`)) number += 1;
  return text.replace(`#${id}`, `#${id}-${number}`);
}

/** All lines of an entry of a YAML list of sources: from its key to the next one. */
function entryLines(lines: readonly string[], line: number): number[] {
  const found = [line];
  for (let next = line + 1; next <= lines.length; next += 1) {
    const text = lines[next - 1] ?? '';
    if (/^\S/.test(text) && !text.startsWith('#')) break;
    if (/^#/.test(text)) break;
    found.push(next);
  }
  return found;
}

function fixesOf(finding: Finding, lines: readonly string[], file: string, line: number): LineFix[] {
  const before = lines[line - 1] ?? '';
  const one = (after: string | undefined): LineFix[] =>
    after === undefined || after === before ? [] : [{ file, line, before, after, code: finding.code }];
  if (finding.code === 'heading-levels-do-not-skip') return one(fixHeading(lines, line));
  if (finding.code === 'id-is-unique') return one(fixId(lines, line));
  if (finding.code === 'source-is-used' && /\.ya?ml$/.test(file))
    return entryLines(lines, line).map((number) => ({
      file,
      line: number,
      before: lines[number - 1] ?? '',
      after: undefined,
      code: finding.code,
    }));
  return [];
}

function secured(line: string): string {
  return line.replace(/http:\/\/([\w.-]+)/g, (whole, host: string) =>
    isSecureHost(host.toLowerCase()) ? `https://${host}` : whole,
  );
}

/** Changes of lines that no finding names: addresses of known hosts that are written with http, and straight quotation marks of prose. */
function ownFixes(file: string, text: string, lang: string | undefined): LineFix[] {
  const lines = text.split('\n');
  const inCode = codeLines(lines);
  const quoted = lang === undefined ? lines : setQuotes(text, lang);
  return lines.flatMap((before, index): LineFix[] => {
    const marked = quoted[index] ?? before;
    const after = inCode.has(index) ? before : secured(marked);
    if (after === before) return [];
    const code = marked === before ? 'address-is-secure' : 'quotes-are-typographic';
    return [{ file, line: index + 1, before, after, code }];
  });
}

/**
 * Everything that can be repaired in the files named by the findings, and in those given. One change a line. `languages` says in which
 * language each explainer is written; quotation marks of other files stay.
 */
export function safeFixes(
  findings: readonly Finding[],
  files: ReadonlyMap<string, string>,
  languages: ReadonlyMap<string, string> = new Map(),
): LineFix[] {
  const fixes = new Map<string, LineFix>();
  const add = (fix: LineFix): void => {
    const key = `${fix.file}:${String(fix.line).padStart(6, '0')}`;
    if (!fixes.has(key)) fixes.set(key, fix);
  };
  for (const finding of findings) {
    const source = sourceOf(finding.place);
    const text = source === undefined ? undefined : files.get(source.file);
    const line = source?.position?.start.line;
    if (source === undefined || text === undefined || line === undefined) continue;
    for (const fix of fixesOf(finding, text.split('\n'), source.file, line)) add(fix);
  }
  for (const [file, text] of files) for (const fix of ownFixes(file, text, languages.get(file))) add(fix);
  return [...fixes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, fix]) => fix);
}

/** A file's text with its changes made. */
export function applyFixes(text: string, fixes: readonly LineFix[]): string {
  const byLine = new Map(fixes.map((fix) => [fix.line, fix]));
  return text
    .split('\n')
    .flatMap((line, index) => {
      const fix = byLine.get(index + 1);
      return fix === undefined ? [line] : fix.after === undefined ? [] : [fix.after];
    })
    .join('\n');
}

/** The changes as a person reads them: file, line, what stood there and what will. */
export function showFixes(fixes: readonly LineFix[]): string {
  const lines: string[] = [];
  let file = '';
  for (const fix of fixes) {
    if (fix.file !== file) lines.push(`--- ${fix.file}`, `+++ ${fix.file}`);
    file = fix.file;
    lines.push(`@@ line ${fix.line} @@ ${fix.code}`, `-${fix.before}`);
    if (fix.after !== undefined) lines.push(`+${fix.after}`);
  }
  return lines.join('\n');
}
