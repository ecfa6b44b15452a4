/**
 * The proof of PDFs over generated documents. Every note stands once, whole and in its place; the tag tree says all that was printed, in order;
 * Galley's checks and veraPDF find nothing in either standard. How much of it runs is said by two flags (docs/developers.md):
 * `GALLEY_DOCUMENTS=48` for documents of up to 80 pages with veraPDF, `GALLEY_MANY=2000` for small ones, `GALLEY_SEED` for others.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../../../../src/browser/browser.js';
import { describeWithBrowser, openBrowser } from '../../../browser/with-browser.js';
import type { PrintFixture } from '../../print/print-fixture.js';
import { proofDocuments, type Sizes } from './documents.js';
import { prove } from './prove.js';

const large = Number(process.env['GALLEY_DOCUMENTS'] ?? 4);
const many = Number(process.env['GALLEY_MANY'] ?? 6);
const seed = Number(process.env['GALLEY_SEED'] ?? 20220106);
const verapdf = resolve('../shared/tools/verapdf');

const small: Sizes = { blocks: [1, 14], longestNote: 300 };
/** By turns: one page, some, many. In the short run none is long. */
const growing: readonly Sizes[] = [
  { blocks: [1, 6], longestNote: 60 },
  { blocks: [10, 40], longestNote: 900 },
  { blocks: [41, 80], longestNote: 300 },
  { blocks: [80, 160], longestNote: 300 },
];

function sample(sizes: Sizes, count: number, from: number): readonly PrintFixture[] {
  return fc.sample(proofDocuments(sizes), { numRuns: count, seed: from });
}

describeWithBrowser('generated documents', () => {
  let browser: Browser;
  let folder: string;
  const made = { ua1: [] as string[], ua2: [] as string[] };

  beforeAll(async () => {
    browser = await openBrowser();
    folder = mkdtempSync(join(tmpdir(), 'galley-proof-'));
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it(
    'of all sizes hold in both standards',
    async () => {
      const kinds = large > 4 ? growing : growing.slice(0, 2);
      const documents = kinds.flatMap((sizes, index) =>
        sample(sizes, Math.ceil(large / kinds.length), seed + index),
      );
      const faults: string[] = [];
      let pages = 0;
      for (const [index, fixture] of documents.entries()) {
        const proof = await prove(browser, fixture, ['ua1', 'ua2']);
        faults.push(...proof.faults.map((fault) => `document ${index}: ${fault}`));
        pages += proof.pages;
        for (const { profile, bytes } of proof.files) {
          const path = join(folder, `${index}.${profile}.pdf`);
          writeFileSync(path, bytes);
          made[profile].push(path);
        }
        if (large > 4)
          process.stderr.write(
            `document ${index}: ${proof.pages} pages, ${proof.notes} notes, ${proof.faults.length} faults\n`,
          );
      }
      expect(faults).toEqual([]);
      expect(pages).toBeGreaterThanOrEqual(documents.length);
    },
    60_000 + large * 90_000,
  );

  it(
    'small ones, many of them, hold',
    async () => {
      const faults: string[] = [];
      const sum = { pages: 0, notes: 0, continued: 0 };
      for (const [index, fixture] of sample(small, many, seed + 100).entries()) {
        const proof = await prove(browser, fixture, ['ua1']);
        faults.push(...proof.faults.map((fault) => `document ${index}: ${fault}`));
        sum.pages += proof.pages;
        sum.notes += proof.notes;
        sum.continued += proof.continued;
        if (many > 6 && (proof.faults.length > 0 || index % 50 === 49)) {
          const said = proof.faults.length > 0 ? proof.faults.join(' | ').slice(0, 600) : 'no fault';
          process.stderr.write(`${index + 1} of ${many}: ${JSON.stringify(sum)} ${said}\n`);
        }
      }
      expect(faults).toEqual([]);
      expect(sum.notes).toBeGreaterThan(many);
    },
    60_000 + many * 20_000,
  );

  // In short runs the tests of the rewriter ask veraPDF; each start of it takes its time.
  it.runIf(large > 4 && existsSync(verapdf)).each(['ua1', 'ua2'] as const)(
    'break no rule of veraPDF (%s)',
    (profile) => {
      const said = spawnSync(verapdf, ['--profile', `galley-${profile}`, '--json', ...made[profile]], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      if (said.status === 3) {
        process.stderr.write('\nveraPDF COULD NOT RUN: nothing was judged.\n');
        return;
      }
      const verdicts = JSON.parse(said.stdout) as {
        file: string;
        profile: string;
        rules: { clause: string; test: number }[];
      }[];
      const broken = verdicts.flatMap(({ file, profile: held, rules }) =>
        rules.map(({ clause, test }) => `${file} ${held} ${clause}-${test}`),
      );
      expect(broken).toEqual([]);
      expect(verdicts).toHaveLength(made[profile].length * (profile === 'ua1' ? 2 : 4));
    },
    60_000 + large * 40_000,
  );
});
