/**
 * The live preview on the sample: from a saved text to the refreshed page, from a saved template or style, from a saved text to the new PDF.
 * Times are from the save to the mark that the page in the browser sets; beside them the processor time of the preview until then, which
 * others on the machine change less.
 */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openGalley } from '../dist/run/index.js';
import { openPreview } from '../dist/studio/server/dev.js';
import { bareBrowser, sample, scratchProject } from './measure.mjs';

const runs = Number(process.argv[2] ?? 40);
const usualWarmUp = 12;
const { folder, remove } = await scratchProject();
const preview = await openPreview({ root: folder, port: 0 });
await preview.live.settled();

/** The browser that people look with; Galley's own finder names it. */
async function findBrowser() {
  const galley = openGalley({ root: folder });
  await galley.build({ formats: ['pdf'], rendered: false });
  const path = galley.browserPath();
  await galley.close();
  return path;
}

const browser = await bareBrowser(await findBrowser());

function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}

/** Saves a file again and again and measures until the page says that it shows it. */
async function measure(name, limit, page, mark, file, change, times = runs, warmUp = usualWarmUp) {
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  const waited = [];
  const worked = [];
  for (let turn = 0; turn < warmUp + times; turn += 1) {
    await preview.live.settled();
    await wait(60);
    await page.evaluate((wanted) => performance.clearMarks(wanted), mark);
    const cpu = process.cpuUsage();
    const start = performance.timeOrigin + performance.now();
    await writeFile(path, change(text, turn));
    const shown = await page.evaluate(
      (wanted) =>
        new Promise((resolve) => {
          const look = () => {
            const [entry] = performance.getEntriesByName(wanted);
            if (entry === undefined) setTimeout(look, 4);
            else resolve(performance.timeOrigin + entry.startTime);
          };
          look();
        }),
      mark,
    );
    const { user, system } = process.cpuUsage(cpu);
    if (turn < warmUp) continue;
    waited.push(shown - start);
    worked.push((user + system) / 1000);
  }
  const slow = percentile(waited, 0.95);
  console.log(
    `${name}: half within ${percentile(waited, 0.5).toFixed(0)} ms, 95 in 100 within ${slow.toFixed(0)} ms (${slow <= limit ? 'within' : 'OVER'} ${limit}); processor of the preview ${percentile(worked, 0.5).toFixed(0)} ms`,
  );
}

const explainer = `content/${sample}/explainer.md`;
const edit = (text, turn) => text.replace('Kazakhstan ', `Kazakhstan ${turn} `);
try {
  const page = await browser.newPage();
  await page.goto(new URL(`${sample}/`, preview.address).href);
  await measure('text to page', 100, page, 'galley-refreshed', explainer, edit);
  await measure(
    'sources to page',
    100,
    page,
    'galley-refreshed',
    `content/${sample}/sources.yaml`,
    (text, turn) =>
      text.replace(
        /^( {2}title: )(.*)$/m,
        (_, key, title) => `${key}${title.replace(/["']$/, '')} ${turn}${/["']$/.exec(title)?.[0] ?? ''}`,
      ),
  );
  await measure(
    'template to page',
    150,
    page,
    'galley-refreshed',
    'templates/base/partials/footer.hbs',
    (text, turn) => text.replace('class="footer"', `class="footer turn-${turn}"`),
  );
  await measure(
    'style to page',
    150,
    page,
    'galley-styled',
    'templates/base/styles/screen.css',
    (text, turn) => `${text}\n.turn { order: ${turn}; }\n`,
  );
  await page.close();
  const pdf = await browser.newPage();
  await pdf.goto(new URL(`pdf/${sample}`, preview.address).href);
  await preview.live.pdf(sample);
  const few = Math.ceil(runs / 3);
  await measure(
    `text to PDF of ${preview.live.view(sample).pdf.pages} pages, shown`,
    700,
    pdf,
    'galley-drawn',
    explainer,
    edit,
    few,
    3,
  );
} finally {
  await browser.close();
  await preview.close();
  await remove();
}
