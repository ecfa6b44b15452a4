/**
 * Every form of the contract: what an author may write gives no finding, and each malformed form gives its own, at its place, in words
 * that stand in `forms/<topic>.golden.txt` for people to review.
 */

import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { filesOf } from './case.js';
import { lostWords } from './lost-words.js';
import { brief, type Files, publish } from './publish.js';

/** One part of the contract: where its forms stand, right ones and malformed ones. */
interface Part {
  readonly part: string;
  /** `body`, `head` (lines of a front matter that is whole), `front` (a whole one), or the name of a file. */
  readonly in?: string;
  /** The text below the front matter, where the forms stand elsewhere. */
  readonly body?: string;
  readonly head?: string;
  /** Files beside the usual ones. */
  readonly files?: Files;
  /** Whether what is told concerns a file and no line of it. */
  readonly ofFile?: boolean;
  readonly right?: readonly string[];
  readonly wrong?: readonly string[];
}

const folder = new URL('./forms/', import.meta.url);
const topics = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));

function projectOf(part: Part, form: string): Files {
  const text = form.endsWith('\n') ? form : `${form}\n`;
  const body = part.body ?? 'Words [@a].';
  const files = part.files ?? {};
  if (part.in === 'front') return filesOf({ body: `---\n${text}---\n${body}\n`, files });
  if (part.in === 'head') return filesOf({ body, head: text, files });
  if (part.in === undefined || part.in === 'body')
    return filesOf({ body: form, head: part.head ?? '', files });
  // The usual numbers rest on the usual sources.
  const alone = part.in.startsWith('sources.') ? { 'figures.yaml': '' } : {};
  return filesOf({ body, head: part.head ?? '', files: { ...alone, ...files, [part.in]: text } });
}

/** What a form gives: the findings, and the words that reach neither the page nor a finding. */
interface Outcome {
  readonly found: readonly Diagnostic[];
  readonly lost: readonly string[];
}

async function outcomeOf(part: Part, form: string): Promise<Outcome> {
  // Settings are handed over as such.
  const config = part.in === '/galley.config.yaml' ? form : '';
  const made = await publish(projectOf(part, form), config);
  const [page] = made.pages;
  const inBody = part.in === undefined || part.in === 'body';
  // A small document does not cite all that it could.
  const found = made.diagnostics.filter(({ code }) => code !== 'source-is-used');
  return { found, lost: inBody && page !== undefined ? lostWords(form, page.html, made) : [] };
}

function shown(form: string, found: readonly Diagnostic[]): string {
  const told = found.map((one) => `→ ${brief(one)}\n  ${one.what}\n  ${one.why}\n  ${one.fix}\n`);
  return `${form.trimEnd()}\n${told.join('')}`;
}

describe.each(topics.map((name) => name.replace('.yaml', '')))('%s', async (topic) => {
  const parts = parse(await readFile(new URL(`${topic}.yaml`, folder), 'utf8')) as Part[];

  it.each(parts.map((part) => [part.part, part] as const))('right forms of %s', async (_, part) => {
    for (const form of part.right ?? []) {
      const { found, lost } = await outcomeOf(part, form);
      expect.soft(shown(form, found)).toBe(shown(form, []));
      expect.soft(lost, form).toEqual([]);
    }
  });

  it('malformed forms', async () => {
    const lines: string[] = [];
    const problems: string[] = [];
    for (const part of parts) {
      lines.push(`==== ${part.part}\n`);
      const said = new Map<string, string>();
      for (const form of part.wrong ?? []) {
        const { found, lost } = await outcomeOf(part, form);
        if (lost.length > 0) problems.push(`loses “${lost.join(' ')}”: ${form}`);
        lines.push(shown(form, found));
        if (found.length === 0) problems.push(`says nothing: ${form}`);
        if (part.ofFile !== true && !found.every((one) => /:\d+:\d+$/.test(brief(one))))
          problems.push(`has no place: ${form}`);
        const words = found.map(({ what, fix }) => `${what} ${fix}`).join('\n');
        if (said.has(words)) problems.push(`says the same as “${said.get(words)}”: ${form}`);
        said.set(words, form);
      }
    }
    expect.soft(problems).toEqual([]);
    await expect(lines.join('\n')).toMatchFileSnapshot(`forms/${topic}.golden.txt`);
  });
});
