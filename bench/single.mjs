/** One document: Galley's warm build and its cold command against bare puppeteer printing the same final page. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { optimiseLater } from '../dist/cli/optimizer.js';
import { openGalley } from '../dist/run/index.js';
import { bareBrowser, barePrint, report, root, sample, scratchProject, time } from './measure.mjs';

const runs = Number(process.argv[2] ?? 7);
// As the command does.
optimiseLater();
const { folder, remove } = await scratchProject();
const page = join(folder, 'output', sample, 'index.html');
const galley = openGalley({ root: folder });
try {
  const build = () => galley.build({ formats: ['html', 'pdf'], rendered: false });
  const first = await build();
  if (first.report.exitCode !== 0)
    throw new Error(`The sample does not build: exit ${first.report.exitCode}.`);
  const executable = await galley.browserPath();

  const browser = await bareBrowser(executable);
  await barePrint(browser, page, join(folder, 'bare.pdf'));
  const bare = await time(runs, () => barePrint(browser, page, join(folder, 'bare.pdf')));
  await browser.close();

  let last = first;
  const warm = await time(runs, async () => {
    last = await build();
  });
  report('single, warm (HTML + PDF + ledger)', warm, bare, 3);
  for (const explainer of last.report.explainers) {
    for (const [stage, ms] of Object.entries(explainer.timings))
      console.log(`  ${stage.padEnd(10)} ${ms.toFixed(0)} ms`);
  }

  const run = (script, ...args) => {
    const ended = spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8' });
    if (ended.status !== 0) throw new Error(ended.stdout + ended.stderr);
  };
  const cold = fileURLToPath(new URL('cold.mjs', import.meta.url));
  const bareCold = await time(runs, () => run(cold, executable, page, join(folder, 'bare.pdf')));
  const command = join(root, 'dist', 'run', 'main.js');
  const ours = await time(runs, () =>
    run(command, 'build', '--format', 'pdf', '--no-rendered', '--browser', executable),
  );
  report('single, cold command to finished PDF', ours, bareCold, 2);
} finally {
  await galley.close();
  await remove();
}
