/** One sentence of the contract with authors, a small document that relies on it, and what must come of it. */

import { expect, it } from 'vitest';
import { type Files, type Published, publish } from './publish.js';

/** A statement and its proof. */
export interface Case {
  /** The statement, in the words of the contract or nearly so. */
  readonly says: string;
  /** The document; one without front matter gets the shortest that is whole. */
  readonly body?: string;
  /** Further lines of that front matter. */
  readonly head?: string;
  /** Further files, or other ones in place of the usual `sources.yaml` and `figures.yaml`. */
  readonly files?: Files;
  readonly config?: string;
  /** All findings as `error code file:line:column`; none unless said. */
  readonly findings?: readonly string[];
  /** What the first page's HTML holds, where space between elements does not matter. */
  readonly shows?: readonly (string | RegExp)[];
  /** What it does not hold. */
  readonly hides?: readonly (string | RegExp)[];
  /** The same for paper. */
  readonly prints?: readonly (string | RegExp)[];
  readonly printsNot?: readonly (string | RegExp)[];
  /** What JSON-LD and OpenGraph hold. */
  readonly metadata?: readonly (string | RegExp)[];
  /** Words of the findings: `what`, `why` and `fix` of all of them. */
  readonly tells?: readonly (string | RegExp)[];
}

/** Sources that every case may cite: a report `a`, an article `b`, an unnamed `anon`. */
export const sources = `a:
  kind: report
  author: Doe, Jane
  title: First report
  publisher: House
  published: 2022-01-06
b:
  kind: article
  author: Roe, Rick
  title: Second article
  publisher: The Paper
  published: 2022-01-07
  url: https://example.org/b
  accessed: 2022-02-01
anon:
  tier: anonymous
  description: an official briefed on the matter
  reason: not authorised to speak
`;

/** Numbers that every case may use: `deaths`, and `old`, which no longer holds. */
export const figures = `deaths:
  label: officers killed
  value: 13
  unit: { one: officer, other: officers }
  as-of: 2022-01-06
  source: a
  supersedes: old
old:
  label: officers killed, early count
  value: 12
  unit: officers
  as-of: 2022-01-05
  source: a
  status: superseded
`;

/** A document of its own front matter, or the shortest. Its body begins on line 6, below further lines of the head. */
export function asDocument(body: string, head = ''): string {
  if (body.startsWith('---\n')) return body;
  return `---\nheadline: H\nstandfirst: S.\nbyline: [A]\n${head}---\n${body}\n`;
}

/** The project of a case. */
export function filesOf(given: Pick<Case, 'body' | 'head' | 'files'>): Files {
  const document = given.body === undefined ? {} : { 'explainer.md': asDocument(given.body, given.head) };
  return { 'sources.yaml': sources, 'figures.yaml': figures, ...document, ...given.files };
}

/** Findings but the ones about sources that a small document does not cite. */
export function told({ findings }: Published, expected: readonly string[] = []): string[] {
  return findings.filter((line) => expected.includes(line) || !line.includes(' source-is-used '));
}

function squeezed(html: string): string {
  return html.replace(/>\s*\n\s*</g, '><').replace(/\s*\n\s*/g, ' ');
}

function compare(text: string, wanted: readonly (string | RegExp)[] = [], none = false): void {
  for (const part of wanted) {
    const found = typeof part === 'string' ? text.includes(part) : part.test(text);
    if (found === none) expect.soft(text, none ? `holds ${part}` : `lacks ${part}`).toBe(String(part));
  }
}

async function prove(given: Case): Promise<void> {
  const made = await publish(filesOf(given), given.config);
  expect.soft(told(made, given.findings)).toEqual(given.findings ?? []);
  const page = made.pages[0];
  const html = squeezed(page?.html ?? '');
  const paper = squeezed(page?.paperHtml ?? '');
  compare(html, given.shows);
  compare(html, given.hides, true);
  compare(paper, given.prints);
  compare(paper, given.printsNot, true);
  compare(page?.metadata ?? '', given.metadata);
  const words = made.diagnostics.map(({ what, why, fix }) => `${what} ${why} ${fix}`).join('\n');
  compare(words, given.tells);
}

/** Declares a test for each case. */
export function proveAll(cases: readonly Case[]): void {
  it.each(cases.map((given) => [given.says, given] as const))('%s', async (_, given) => {
    await prove(given);
  });
}
