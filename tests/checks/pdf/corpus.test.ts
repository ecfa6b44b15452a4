import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPdf } from '../../../src/checks/pdf/check-pdf.js';
import type { PdfProfile } from '../../../src/checks/pdf/context.js';
import { readPdf } from '../../../src/outputs/pdf/read.js';
import { CORPUS_EXCEPTIONS } from './corpus-exceptions.js';

const CORPUS = join(import.meta.dirname, '../../../../shared/corpora/verapdf');
const found = existsSync(CORPUS);
if (!found)
  process.stderr.write(
    'SKIPPED: the labelled PDF corpus is not beside this project; its files were not checked.\n',
  );

interface Row {
  readonly file: string;
  readonly expected: string;
  readonly failed: string;
}

function expectedOf(profile: PdfProfile, file: string): string {
  const exception = CORPUS_EXCEPTIONS[`${profile}/${file}`];
  if (exception) return exception.failed.join(' ');
  const [, clause, test, label] = /^([\d.]+)-t(\d+)-(pass|fail)/.exec(file) ?? [];
  return label === 'fail' ? `${clause}-${Number(test)}` : '';
}

function rows(profile: PdfProfile): Row[] {
  return readdirSync(join(CORPUS, profile))
    .filter((file) => file.endsWith('.pdf'))
    .map((file) => {
      const { rules } = checkPdf(readPdf(readFileSync(join(CORPUS, profile, file))), { profile });
      const failed = rules.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
      return { file, expected: expectedOf(profile, file), failed: failed.sort().join(' ') };
    });
}

describe.skipIf(!found)('the labelled corpus', () => {
  it.each(['ua1', 'ua2'] as const)(
    'fails exactly the named rules of %s, and none on conforming files',
    (profile) => {
      const all = rows(profile);
      expect(all.length).toBeGreaterThan(50);
      const wrong = all.filter(({ expected, failed }) => expected !== failed);
      expect(
        wrong.map(
          ({ file, expected, failed }) =>
            `${file}: expected ${expected || 'nothing'}, failed ${failed || 'nothing'}`,
        ),
      ).toEqual([]);
    },
  );

  it('knows no exception for a file that is not there', () => {
    const missing = Object.keys(CORPUS_EXCEPTIONS).filter((file) => !existsSync(join(CORPUS, file)));
    expect(missing).toEqual([]);
  });
});
