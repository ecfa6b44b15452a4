/**
 * Checks: all default checks on the sample, warm, and those without a browser; of each run the checks alone, then with the stages before them, which
 * are no checks. Then many documents in one browser, against as many runs of the command.
 */

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { openGalley } from '../dist/run/index.js';
import { manyDocuments, median, report, root, scratchProject, time } from './measure.mjs';

const runs = Number(process.argv[2] ?? 5);
const many = Number(process.argv[3] ?? 100);
const single = Math.min(many, 5);

async function measured(folder, work) {
  const galley = openGalley({ root: folder });
  try {
    return await work(galley);
  } finally {
    await galley.close();
  }
}

/** Runs the checks several times; prints those of the page alone, by the project's own clock, and the whole run. */
async function told(name, work, target) {
  const alone = [];
  const whole = await time(runs, async () => {
    const { explainers, incomplete } = (await work()).report;
    if (incomplete.length > 0) throw new Error('Some checks did not run.');
    alone.push(explainers.reduce((sum, { timings }) => sum + (timings.checks ?? 0), 0));
  });
  const ms = median(alone);
  const verdict = ms <= target ? 'reached' : 'missed';
  console.log(`${name}: ${ms.toFixed(0)} ms (target ${target} ms): ${verdict}`);
  console.log(`  with all stages before them: ${whole.toFixed(0)} ms`);
}

const { folder, remove } = await scratchProject();
try {
  await measured(folder, async (galley) => {
    const all = () => galley.check({ formats: ['html'] });
    await all();
    await told('all default checks of the page, warm', all, 2000);
    const still = () => galley.check({ formats: ['html'], rendered: false });
    await still();
    await told('checks without a browser, warm', still, 150);
  });

  const command = [join(root, 'dist/run/main.js'), 'check', '--format', 'html'];
  const one = await time(single, () => promisify(execFile)(process.execPath, command, { cwd: folder }));
  await manyDocuments(folder, many);
  const together = await time(1, () => measured(folder, (galley) => galley.check({ formats: ['html'] })));
  report(`${many} documents in one browser, against single runs`, together, one * many, 1 / 3);
} finally {
  await remove();
}
