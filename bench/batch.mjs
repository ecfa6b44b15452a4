/** Fifty different documents, HTML and PDF, against bare puppeteer printing the same pages two at a time. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { optimiseLater } from '../dist/cli/optimizer.js';
import { openGalley } from '../dist/run/index.js';
import { bareBrowser, barePrint, manyDocuments, report, scratchProject, time } from './measure.mjs';

const count = Number(process.argv[2] ?? 50);
// As the command does.
optimiseLater();
const { folder, remove } = await scratchProject();
await manyDocuments(folder, count);
const galley = openGalley({ root: folder });
try {
  let result;
  const ours = await time(1, async () => {
    result = await galley.build({ formats: ['html', 'pdf'], rendered: false });
  });
  if (result.report.exitCode !== 0)
    throw new Error(`The documents do not build: exit ${result.report.exitCode}.`);

  const slugs = (await readdir(join(folder, 'output'))).filter((name) => name.startsWith('explainer-'));
  const browser = await bareBrowser(await galley.browserPath());
  const bare = await time(1, async () => {
    const queue = [...slugs];
    const worker = async () => {
      for (let slug = queue.pop(); slug !== undefined; slug = queue.pop()) {
        await barePrint(browser, join(folder, 'output', slug, 'index.html'), join(folder, `${slug}.pdf`));
      }
    };
    await Promise.all([worker(), worker()]);
  });
  await browser.close();

  report(`batch of ${slugs.length}`, ours, bare, 2.5);
  const totals = {};
  for (const { timings } of result.report.explainers) {
    for (const [stage, ms] of Object.entries(timings)) totals[stage] = (totals[stage] ?? 0) + ms;
  }
  for (const [stage, ms] of Object.entries(totals))
    console.log(`  ${stage.padEnd(10)} ${(ms / slugs.length).toFixed(0)} ms a document`);
} finally {
  await galley.close();
  await remove();
}
