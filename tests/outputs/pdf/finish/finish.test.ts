/** The rewriter on real prints: its tag trees, its words, its pixels, its bytes, and what the referees say. */

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../../../../src/browser/browser.js';
import { type FinishedPdf, finishPdf } from '../../../../src/outputs/pdf/finish.js';
import { textOfElement } from '../../../../src/outputs/pdf/read/mark-text.js';
import { readPdf } from '../../../../src/outputs/pdf/read.js';
import { describeWithBrowser, openBrowser } from '../../../browser/with-browser.js';
import { date, finished, type Printed, printFixture, readable, walk, wordsOf } from './finish-fixture.js';
import { arabic, endNotes, longNote, mixed, odd } from './fixtures.js';

const fixtures = { mixed, arabic, odd, longNote, endNotes } as const;
const names = Object.keys(fixtures) as (keyof typeof fixtures)[];
const profiles = ['ua1', 'ua2'] as const;
const verapdf = resolve('../shared/tools/verapdf');

/** Whether a program is there; says loudly what is skipped when not. */
function has(program: string, found: boolean): boolean {
  if (!found) process.stderr.write(`\nNO ${program}: what it would judge is not judged.\n`);
  return found;
}

function runs(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args).error === undefined;
}

describeWithBrowser('finishPdf', () => {
  let browser: Browser;
  let folder: string;
  const printed = new Map<string, Printed>();
  const files = new Map<string, FinishedPdf>();

  const fileOf = (name: string, profile: string): string => join(folder, `${name}.${profile}.pdf`);
  const file = (name: string, profile: string): FinishedPdf => {
    const found = files.get(`${name} ${profile}`);
    if (found === undefined) throw new Error(`${name} was not finished.`);
    return found;
  };

  beforeAll(async () => {
    browser = await openBrowser();
    folder = mkdtempSync(join(tmpdir(), 'galley-finish-'));
    for (const name of names) {
      const print = await printFixture(browser, fixtures[name]);
      printed.set(name, print);
      writeFileSync(fileOf(name, 'raw'), print.bytes);
      for (const profile of profiles) {
        const made = await finished(print, profile);
        files.set(`${name} ${profile}`, made);
        writeFileSync(fileOf(name, profile), made.bytes);
      }
    }
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['mixed', 'ua1'],
    ['mixed', 'ua2'],
    ['arabic', 'ua1'],
    ['odd', 'ua1'],
    ['endNotes', 'ua1'],
    ['endNotes', 'ua2'],
  ] as const)('tags %s as people expect (%s)', async (name, profile) => {
    await expect(readable(file(name, profile).structure)).toMatchFileSnapshot(
      `golden/${name}.${profile}.txt`,
    );
  });

  it.each(names)('gives %s the same tree in both kinds of file, but for notes and references', (name) => {
    const words = profiles.map((profile) => wordsOf(file(name, profile).structure));
    expect(words[0]).toBe(words[1]);
  });

  it.each(names.flatMap((name) => profiles.map((profile) => [name, profile] as const)))(
    'writes %s as %s so that another reader finds the same words in every element',
    (name, profile) => {
      const made = file(name, profile);
      const read = readPdf(made.bytes);
      if (!read.readable || read.structure === undefined) throw new Error('The file cannot be read back.');
      const fold = (text: string): string =>
        text
          .normalize('NFC')
          .replace(/[\s\u00ad\u200b]+/g, ' ')
          .trim();
      const expected = [...walk(made.structure)]
        .filter(({ role }) => /^(P|H\d|Caption|TH|TD|LBody|Lbl|Note|FENote|Em|Strong|Link)$/.test(role))
        .map((element) => `${element.role} ${fold(wordsOf(element))}`);
      const found = read.structure.elements
        .filter(({ role }) => /^(P|H\d|Caption|TH|TD|LBody|Lbl|Note|FENote|Em|Strong|Link)$/.test(role))
        .map((element) => `${element.role} ${fold(textOfElement(read, element))}`);
      expect(found).toEqual(expected);
    },
  );

  it('keeps one element where a page ends, and one note of three pages', () => {
    const { structure, pageCount } = file('longNote', 'ua1');
    const elements = [...walk(structure)];
    expect(pageCount).toBeGreaterThan(4);
    expect(elements.filter(({ role }) => role === 'Note').map(({ id }) => id)).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => `note-${number}`),
    );
    expect(elements.filter(({ role }) => role === 'P')).toHaveLength(12);
    expect(wordsOf(structure)).not.toContain('continued');
  });

  it.each(names)('names every link of %s in words', (name) => {
    const nodes = [...walk(file(name, 'ua1').structure)].filter(({ role }) => role === 'Link');
    for (const link of nodes) {
      const area = link.children.find((child) => child.kind === 'annotation');
      expect(area?.kind === 'annotation' ? area.name.trim() : '').not.toBe('');
      expect(area?.kind === 'annotation' ? area.name : '').not.toMatch(/^https?:/);
    }
  });

  it.each(profiles)('writes the same bytes twice (%s)', async (profile) => {
    const print = printed.get('mixed');
    if (print === undefined) throw new Error('mixed was not printed.');
    const again = await finished(print, profile);
    expect(Buffer.from(again.bytes).equals(Buffer.from(file('mixed', profile).bytes))).toBe(true);
    const later = await finishPdf(print.bytes, print.document, print.placement, {
      profile,
      date: date + 1000,
    });
    expect(Buffer.from(later.value?.bytes ?? []).equals(Buffer.from(again.bytes))).toBe(false);
  });

  it('is smaller than what Chromium wrote', () => {
    const raw = printed.get('mixed')?.bytes.length ?? 0;
    for (const profile of profiles) expect(file('mixed', profile).bytes.length).toBeLessThan(0.7 * raw);
  });

  it('leaves no identity, no private language and no other person’s name in the file', () => {
    for (const name of names) {
      const read = readPdf(file(name, 'ua1').bytes);
      if (!read.readable) throw new Error('The file cannot be read back.');
      for (const element of read.structure?.elements ?? []) expect(element.lang ?? '').not.toMatch(/(^|-)x-/);
      expect([...read.info.values()].join(' ')).not.toMatch(/Skia|Chrome|Mozilla/);
    }
  });

  it.runIf(has('pdftoppm', runs('pdftoppm', '-v')))(
    'moves no pixel',
    () => {
      const render = (source: string): Map<string, Buffer> => {
        const into = mkdtempSync(join(folder, 'pages-'));
        execFileSync('pdftoppm', ['-r', '100', '-gray', source, join(into, 'p')]);
        const pages = execFileSync('ls', [into], { encoding: 'utf8' }).trim().split('\n');
        return new Map(pages.map((page) => [page, readFileSync(join(into, page))]));
      };
      for (const name of names) {
        const before = render(fileOf(name, 'raw'));
        for (const profile of profiles) {
          const after = render(fileOf(name, profile));
          expect([...after.keys()]).toEqual([...before.keys()]);
          const moved = [...before].filter(
            ([page, pixels]) => !pixels.equals(after.get(page) ?? Buffer.alloc(0)),
          );
          expect(moved.map(([page]) => `${name} ${profile} ${page}`)).toEqual([]);
        }
      }
    },
    120_000,
  );

  it.runIf(has('qpdf', runs('qpdf', '--version')))('is sound to qpdf', () => {
    for (const name of names) {
      for (const profile of profiles) {
        const said = spawnSync('qpdf', ['--check', fileOf(name, profile)], { encoding: 'utf8' });
        expect(`${said.stdout}${said.stderr}`).toContain('No syntax or stream encoding errors found');
        expect(said.status).toBe(0);
      }
    }
  });

  it.runIf(has('veraPDF', existsSync(verapdf))).each(profiles)(
    'breaks no rule of veraPDF (%s)',
    (profile) => {
      const paths = names.map((name) => fileOf(name, profile));
      const said = spawnSync(verapdf, ['--profile', `galley-${profile}`, '--json', ...paths], {
        encoding: 'utf8',
      });
      if (said.status === 3) {
        process.stderr.write('\nveraPDF COULD NOT RUN: nothing was judged.\n');
        return;
      }
      const verdicts = JSON.parse(said.stdout) as {
        file: string;
        profile: string;
        rules: { clause: string }[];
      }[];
      const broken = verdicts.flatMap(({ file: path, profile: held, rules }) =>
        rules.map(({ clause }) => `${path} ${held} ${clause}`),
      );
      expect(broken).toEqual([]);
      expect(verdicts.length).toBe(names.length * (profile === 'ua1' ? 2 : 4));
    },
    240_000,
  );
});
