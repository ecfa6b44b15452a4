/** veraPDF as a second opinion: its report is read as it is, and silence is never a pass. The real one is asked where it lies beside the project. */

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGalley } from '../../src/build/galley.js';
import type { RunResult } from '../../src/build/options.js';
import { diskSystem } from '../../src/system/disk-system.js';
import { taggedPdf } from '../checks/pdf/tagged-pdf.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-verapdf-'));
  await writeFile(join(folder, 'sound.pdf'), taggedPdf({ profile: 'ua1' }));
  await writeFile(join(folder, 'torn.pdf'), 'no PDF');
});
afterAll(() => rm(folder, { recursive: true }));

/** A program that says what it is told to. */
async function saying(text: string, code = 0): Promise<string> {
  const path = join(folder, 'verapdf');
  await writeFile(path, `#!/bin/sh\ncat <<'END'\n${text}\nEND\nexit ${code}\n`);
  await chmod(path, 0o755);
  return path;
}

async function check(names: readonly string[], verapdf: string | true): Promise<RunResult> {
  const galley = openGalley({ root: folder });
  const pdfs = names.map((name) => ({ path: name, folder: diskSystem(folder), name }));
  try {
    const options = { profile: 'claimed', rendered: false, verapdf } as const;
    return await galley.checkFiles({ pages: [], pdfs }, { ...options, engines: { rendered: [], page: [] } });
  } finally {
    await galley.close();
  }
}

const own = ({ report }: RunResult) => report.ledger.filter((row) => row.check === 'verapdf-finds-nothing');

const answer = (jobs: readonly unknown[]): string => JSON.stringify({ report: { jobs } });
const verdict = (compliant: boolean, ruleSummaries: readonly unknown[]): unknown => ({
  profileName: 'PDF/UA-1 validation profile',
  compliant,
  details: { ruleSummaries },
});

describe('veraPDF', () => {
  it('is not asked unless it is wanted', async () => {
    const galley = openGalley({ root: folder });
    const pdfs = [{ path: 'sound.pdf', folder: diskSystem(folder), name: 'sound.pdf' }];
    const options = { profile: 'claimed', rendered: false, engines: { rendered: [], page: [] } } as const;
    const result = await galley.checkFiles({ pages: [], pdfs }, options);
    await galley.close();
    expect(own(result)).toEqual([]);
    expect(result.report.exitCode).toBe(0);
  });

  it.each([
    ['is not there', () => Promise.resolve(join(tmpdir(), 'no-such-verapdf')), 'did not run'],
    ['says nothing', () => saying('', 1), 'gave no report (it ended with 1)'],
    ['says something else', () => saying('{"jobs": 3}'), 'gave no report'],
    ['leaves a file out', () => saying(answer([])), 'said nothing about this file'],
  ])('counts as not checked when it %s', async (_, command, reason) => {
    const result = await check(['sound.pdf'], await command());
    expect(own(result)).toMatchObject([{ outcome: 'untested' }]);
    expect(own(result)[0]?.reason).toContain(reason);
    expect(result.report.exitCode).toBe(3);
  });

  it('names each rule that it finds broken', async () => {
    const rule = {
      clause: '7.1',
      testNumber: 3,
      failedChecks: 2,
      description: 'Content shall be marked',
      checks: [{ context: 'root/document[0]/pages[4](5 0 obj)/x', errorMessage: 'Content is not marked' }],
    };
    const name = join(folder, 'sound.pdf');
    const command = await saying(
      `warning\n${answer([{ itemDetails: { name }, validationResult: [verdict(false, [rule])] }])}`,
      1,
    );
    const result = await check(['sound.pdf'], command);
    expect(own(result)).toMatchObject([{ outcome: 'failed', state: 'PDF/UA-1' }]);
    expect(result.report.findings).toMatchObject([
      {
        code: 'verapdf-finds-nothing',
        what: 'veraPDF finds rule 7.1-3 of PDF/UA-1 broken in 2 places: Content shall be marked.',
        why: 'Content is not marked.',
        place: { page: 5 },
      },
    ]);
    expect(result.report.exitCode).toBe(1);
  });

  it('passes what it passes', async () => {
    const name = join(folder, 'sound.pdf');
    const command = await saying(answer([{ itemDetails: { name }, validationResult: [verdict(true, [])] }]));
    const result = await check(['sound.pdf'], command);
    expect(own(result)).toMatchObject([{ outcome: 'passed' }]);
    expect(result.report.exitCode).toBe(0);
  });
});

const referee = join(import.meta.dirname, '../../../shared/tools/verapdf');
const isHere = existsSync(referee);
if (!isHere) process.stderr.write('SKIPPED: the real veraPDF was not asked; it is not beside the project.\n');

describe.skipIf(!isHere)('the real veraPDF', () => {
  it('answers in the form that is read', async () => {
    const jars = execFileSync(referee, ['--setup']).toString().trim();
    const command = join(folder, 'real-verapdf');
    await writeFile(
      command,
      `#!/bin/sh\nexec java -Xss8m -cp '${jars}/*' org.verapdf.apps.GreenfieldCliWrapper "$@"\n`,
    );
    await chmod(command, 0o755);
    await writeFile(
      join(folder, 'faulty.pdf'),
      taggedPdf({ profile: 'ua1', markInfo: '/MarkInfo << /Marked false >>' }),
    );
    const result = await check(['sound.pdf', 'faulty.pdf', 'torn.pdf'], command);
    const rows = own(result).map(({ document, outcome }) => `${document} ${outcome}`);
    expect(rows).toEqual(['sound.pdf passed', 'faulty.pdf failed', 'torn.pdf untested']);
    expect(result.report.exitCode).toBe(3);
  });
});
