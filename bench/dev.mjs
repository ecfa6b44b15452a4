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

/** The versions that a mark of a page tells of. */
const versionNow = {
  'galley-refreshed': ({ page }) => page,
  'galley-drawn': ({ prints }) => prints[0]?.version ?? 0,
};

/** Waits in the page for a mark of a newer version than the one before; gives its time, ms since 1970. */
function waitForMark(page, mark, before) {
  return page.evaluate(
    (wanted, old) =>
      new Promise((resolve) => {
        const look = () => {
          const entry = performance
            .getEntriesByName(wanted)
            .find(({ detail }) => detail === null || detail > old);
          if (entry === undefined) setTimeout(look, 4);
          else resolve(performance.timeOrigin + entry.startTime);
        };
        look();
      }),
    mark,
    before,
  );
}

/** Saves a file again and again and measures until the page says that it shows it. */
async function measure({ name, limit, page, mark, file, change, times = runs, warmUp = 12 }) {
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  const waited = [];
  const worked = [];
  const finishedAfter = [];
  for (let turn = 0; turn < warmUp + times; turn += 1) {
    await preview.live.settled();
    await wait(120);
    await page.evaluate((wanted) => performance.clearMarks(wanted), mark);
    const before = versionNow[mark]?.(preview.live.view(sample)) ?? 0;
    const cpu = process.cpuUsage();
    const start = performance.timeOrigin + performance.now();
    await writeFile(path, change(text, turn));
    const shown = await waitForMark(page, mark, before);
    const { user, system } = process.cpuUsage(cpu);
    if (turn < warmUp) continue;
    waited.push(shown - start);
    worked.push((user + system) / 1000);
    if (mark === 'galley-drawn') finishedAfter.push((await finished()) - start);
  }
  const afterwards =
    finishedAfter.length === 0
      ? ''
      : `, the finished file half within ${percentile(finishedAfter, 0.5).toFixed(0)} ms`;
  const slow = percentile(waited, 0.95);
  const verdict = limit === undefined ? 'no limit' : `${slow <= limit ? 'within' : 'OVER'} ${limit}`;
  console.log(
    `${name}: half within ${percentile(waited, 0.5).toFixed(0)} ms, 95 in 100 within ${slow.toFixed(0)} ms (${verdict}), the fastest ${Math.min(...waited).toFixed(0)} ms; processor of the preview ${percentile(worked, 0.5).toFixed(0)} ms${afterwards}`,
  );
}

const explainer = `content/${sample}/explainer.md`;
const whole = await readFile(join(folder, explainer), 'utf8');
/** The sample without its last sections and its timeline: ten pages. */
const tenPages = (text) =>
  text
    .replace(/^## Who is sending[\s\S]*?(?=^\[\^paras\])/m, '')
    .replace(/^## How did it come[\s\S]*?(?=^## )/m, '');
/** How many pages the view of the PDF says that there are. */
const countPages = (page) =>
  page.evaluate(() => Number(/\d+$/.exec(document.querySelector('.where')?.textContent ?? '')?.[0]));
/** Resolves when the file of the print is finished: tagged, proven and checked. */
const finished = () =>
  new Promise((resolve) => {
    const look = () => {
      if (preview.live.view(sample).prints[0]?.state !== 'ready') return;
      end();
      resolve(performance.timeOrigin + performance.now());
    };
    const end = preview.live.listen(look);
    look();
  });
const edit = (text, turn) => text.replace('Kazakhstan ', `Kazakhstan ${turn} `);
/** Another title of the first source, within its quotation marks. */
const editSource = (text, turn) =>
  text.replace(
    /^( {2}title: )(["']?)(.*?)\2$/m,
    (_, key, quote, title) => `${key}${quote}${title} ${turn}${quote}`,
  );
try {
  const page = await browser.newPage();
  await page.goto(new URL(`${sample}/`, preview.address).href);
  const shown = { page, mark: 'galley-refreshed' };
  await measure({ ...shown, name: 'text to page', limit: 100, file: explainer, change: edit });
  const sources = `content/${sample}/sources.yaml`;
  await measure({ ...shown, name: 'sources to page', limit: 100, file: sources, change: editSource });
  await measure({
    ...{ ...shown, name: 'template to page', limit: 150, file: 'templates/base/partials/footer.hbs' },
    change: (text, turn) => text.replace('class="footer"', `class="footer turn-${turn}"`),
  });
  await measure({
    ...{
      page,
      mark: 'galley-styled',
      name: 'style to page',
      limit: 150,
      file: 'templates/base/styles/screen.css',
    },
    change: (text, turn) => `${text}\n.turn { order: ${turn}; }\n`,
  });
  await page.close();
  const pdf = await browser.newPage();
  await pdf.goto(new URL(`pdf/${sample}`, preview.address).href);
  for (const change of [tenPages, (text) => text]) {
    await writeFile(join(folder, explainer), change(whole));
    await wait(300);
    await preview.live.settled();
    await preview.live.pdf(sample, `${sample}.pdf`);
    await wait(1_000);
    const pages = await countPages(pdf);
    await measure({
      ...{ page: pdf, mark: 'galley-drawn', file: explainer, change: edit, warmUp: 4 },
      ...{ name: `text to print of ${pages} pages, drawn`, limit: pages <= 10 ? 700 : undefined },
      times: Math.ceil(runs / 2),
    });
  }
} finally {
  await browser.close();
  await preview.close();
  await remove();
}
