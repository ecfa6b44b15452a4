/**
 * Whatever the document: both kinds of file come out, another reader finds the same words in the same order, and the native checks and
 * veraPDF find nothing. `GALLEY_DOCUMENTS=500` makes as many.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../../../../src/browser/browser.js';
import { checkPdf } from '../../../../src/checks/pdf/check-pdf.js';
import { textOfElement } from '../../../../src/outputs/pdf/read/mark-text.js';
import { readPdf } from '../../../../src/outputs/pdf/read.js';
import { describeWithBrowser, openBrowser } from '../../../browser/with-browser.js';
import { finished, printFixture, walk, wordsOf } from './finish-fixture.js';
import { generatedDocument } from './generated.js';

const documents = Number(process.env['GALLEY_DOCUMENTS'] ?? 4);
const verapdf = resolve('../shared/tools/verapdf');
const fold = (text: string): string => text.normalize('NFC').replace(/[\s\u00ad\u200b]+/g, '');

describeWithBrowser('any document', () => {
  let browser: Browser;
  let folder: string;
  let made = 0;

  beforeAll(async () => {
    browser = await openBrowser();
    folder = mkdtempSync(join(tmpdir(), 'galley-generated-'));
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it(
    'is finished in both kinds, with every word in its element',
    async () => {
      await fc.assert(
        fc.asyncProperty(generatedDocument, async (fixture) => {
          const printed = await printFixture(browser, fixture);
          made += 1;
          for (const profile of ['ua1', 'ua2'] as const) {
            const { bytes, structure } = await finished(printed, profile);
            writeFileSync(join(folder, `${made}.${profile}.pdf`), bytes);
            const read = readPdf(bytes);
            if (!read.readable) throw new Error('The file cannot be read back.');
            const blocks = /^(P|H\d|TH|TD|LBody|Note|FENote)$/;
            const expected = [...walk(structure)].filter(({ role }) => blocks.test(role));
            const found = (read.structure?.elements ?? []).filter(({ role }) => blocks.test(role));
            expect(found.map((element) => fold(textOfElement(read, element)))).toEqual(
              expected.map((element) => fold(wordsOf(element))),
            );
            const failed = checkPdf(read, { profile }).rules.filter(({ outcome }) => outcome === 'failed');
            expect(failed.map(({ id }) => id)).toEqual([]);
          }
        }),
        { numRuns: documents, seed: 20220106, endOnFailure: true },
      );
    },
    60_000 + documents * 20_000,
  );

  it.runIf(existsSync(verapdf)).each(['ua1', 'ua2'] as const)(
    'breaks no rule of veraPDF (%s)',
    (profile) => {
      const paths = Array.from({ length: made }, (_, index) => join(folder, `${index + 1}.${profile}.pdf`));
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
        rules: { clause: string; test: number }[];
      }[];
      const broken = verdicts.flatMap(({ file, profile: held, rules }) =>
        rules.map(({ clause, test }) => `${file} ${held} ${clause}-${test}`),
      );
      expect(broken).toEqual([]);
      expect(verdicts).toHaveLength(made * (profile === 'ua1' ? 2 : 4));
    },
    60_000 + documents * 10_000,
  );
});
