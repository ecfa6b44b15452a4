/** Checks: all default checks on the sample, warm; those of the text alone; a hundred documents in one browser against single runs. */

import { openGalley } from '../dist/run/index.js';
import { manyDocuments, report, scratchProject, time } from './measure.mjs';

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

function told(name, ms, target) {
  console.log(`${name}: ${ms.toFixed(0)} ms (target ${target} ms): ${ms <= target ? 'reached' : 'missed'}`);
}

const { folder, remove } = await scratchProject();
try {
  await measured(folder, async (galley) => {
    const all = () => galley.check({ formats: ['html'] });
    const first = await all();
    if (first.report.incomplete.length > 0) throw new Error('Some checks did not run.');
    told('all default checks of the page, warm', await time(runs, all), 2000);
    const still = () => galley.check({ formats: ['html'], rendered: false });
    await still();
    told('checks without a browser, warm, with all stages before them', await time(runs, still), 150);
  });

  // A new process's worth of work for each: its own project, its own browser.
  const one = await time(single, () => measured(folder, (galley) => galley.check({ formats: ['html'] })));
  await manyDocuments(folder, many);
  const together = await time(1, () => measured(folder, (galley) => galley.check({ formats: ['html'] })));
  report(`${many} documents in one browser, against single runs`, together, one * many, 1 / 3);
} finally {
  await remove();
}
