import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONTAINMENT } from '../../../src/checks/pdf/containment.js';
import { checkContext } from '../../../src/checks/pdf/context.js';
import { containmentRules } from '../../../src/checks/pdf/rules/containment.js';
import { readPdf } from '../../../src/outputs/pdf/read.js';
import { contentMutants } from './mutants/content.js';
import { fileMutants } from './mutants/files.js';
import { fontMutants } from './mutants/fonts.js';
import { OLD_NAMESPACE } from './mutants/seeds.js';
import { tableMutants } from './mutants/tables.js';
import { ua2Mutants } from './mutants/ua2.js';
import { type Element, e, type Kid, taggedPdf } from './tagged-pdf.js';

const REFEREE = join(import.meta.dirname, '../../../../shared/tools/verapdf');
const wanted = process.env['GALLEY_REFEREE'] === '1' && existsSync(REFEREE);
if (!wanted)
  process.stderr.write(
    'SKIPPED: the referee (veraPDF) was not asked; set GALLEY_REFEREE=1 where it is installed.\n',
  );

/** Files on which the referee itself stops with an error. */
const REFEREE_STOPS = '7.21.3.3-3 8.4.5.4-3';

interface Report {
  readonly file: string;
  readonly rules: readonly { readonly clause: string; readonly test: string }[];
}

function ruleId({ clause, test }: Report['rules'][number]): string {
  return clause.startsWith('Table 5. ') ? `32005:${clause.slice(9)}` : `${clause}-${test}`;
}

function ask(profile: string, folder: string): readonly Report[] {
  try {
    return JSON.parse(
      execFileSync(REFEREE, ['--profile', profile, '--json', folder], { maxBuffer: 1e9 }).toString(),
    );
  } catch (error) {
    // Exit code 1 says that some file fails, which is what mutants are for.
    return JSON.parse(String((error as { stdout: unknown }).stdout));
  }
}

const parents = [...CONTAINMENT.keys()].filter((parent) => parent !== 'StructTreeRoot');
const children = [...new Set([...CONTAINMENT.values()].flatMap(({ any, once }) => [...any, ...once]))];
const oldTypes = new Set(
  'Art BlockQuote TOC TOCI Index Private Quote Note Reference BibEntry Code'.split(' '),
);

function placedElement(type: string, ...kids: readonly Kid[]): Element {
  return e(type === 'Hn' ? 'H1' : type, oldTypes.has(type) ? '/NS @n' : '', ...kids);
}

function everyPair(make: (parent: string, child: string) => Element): Element[] {
  return parents.flatMap((parent) => children.map((child) => make(parent, child)));
}

describe.skipIf(!wanted)('the referee', () => {
  it.each(['ua1', 'ua2'] as const)(
    'sees the same rules of %s broken in every mutant',
    (profile) => {
      const folder = mkdtempSync(join(tmpdir(), 'galley-mutants-'));
      const expected = new Map<string, string>();
      for (const mutant of [
        ...tableMutants,
        ...contentMutants,
        ...fileMutants,
        ...fontMutants,
        ...ua2Mutants,
      ]) {
        const rules = mutant[profile];
        if (rules === undefined || (rules !== '' && REFEREE_STOPS.includes(rules))) continue;
        const file = `${String(expected.size).padStart(4, '0')}.pdf`;
        expected.set(file, rules);
        writeFileSync(join(folder, file), taggedPdf({ profile, ...mutant.options }));
      }
      const found = new Map(
        ask(profile, folder).map(({ file, rules }) => [
          basename(file),
          [...new Set(rules.map(ruleId))].sort().join(' '),
        ]),
      );
      rmSync(folder, { recursive: true });
      expect(Object.fromEntries([...found].sort())).toEqual(Object.fromEntries(expected));
    },
    300_000,
  );

  it('forbids the same tags in the same places', () => {
    const folder = mkdtempSync(join(tmpdir(), 'galley-containment-'));
    const trees = {
      once: everyPair((parent, child) => placedElement(parent, placedElement(child))),
      twice: everyPair((parent, child) => placedElement(parent, placedElement(child), placedElement(child))),
      grouped: everyPair((parent, child) => placedElement(parent, e('Div', '', placedElement(child)))),
      words: parents.map((parent) => placedElement(parent, 'words')),
    };
    const expected: Record<string, string[]> = {};
    for (const [name, elements] of Object.entries(trees)) {
      const tree = [placedElement('Document', ...elements)];
      const bytes = taggedPdf({ profile: 'ua2', tree, objects: OLD_NAMESPACE });
      writeFileSync(join(folder, `${name}.pdf`), bytes);
      const read = readPdf(bytes);
      if (!read.readable) throw new Error(read.reason);
      const offences = containmentRules.flatMap((rule) => rule.examine(checkContext(read, 'ua2')).offences);
      expected[`${name}.pdf`] = [...new Set(offences.map(({ found }) => found ?? ''))].sort();
    }
    const found: Record<string, string[]> = {};
    for (const { file, rules } of ask('ua2', folder)) {
      const pairs = rules.map(ruleId).filter((id) => id.startsWith('32005:'));
      found[basename(file)] = [...new Set(pairs.map((id) => id.slice('32005:'.length)))].sort();
    }
    rmSync(folder, { recursive: true });
    expect(expected['once.pdf']?.length).toBeGreaterThan(1500);
    expect(found).toEqual(expected);
  }, 300_000);
});
