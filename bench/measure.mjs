/** What the benchmarks share: a scratch project, medians, a browser without Galley, and ratios on one line each. */

import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer';

/** The checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The sample that every benchmark builds. */
export const sample = 'kazakhstan-unrest-2022';

/** A project folder of its own with the sample in it, in one language; `remove` takes it away. */
export async function scratchProject() {
  const folder = await mkdtemp(join(tmpdir(), 'galley-bench-'));
  for (const name of ['content', 'templates', 'galley.config.yaml']) {
    await cp(join(root, name), join(folder, name), { recursive: true });
  }
  const others = (await readdir(join(folder, 'content'))).filter((name) => name !== sample);
  for (const name of others) await rm(join(folder, 'content', name), { recursive: true });
  // One document against one bare print: the translation would be a second.
  await rm(join(folder, 'content', sample, 'explainer.ru.md'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Copies of the sample with other words in each, so that nothing can be made once and used twice. */
export async function manyDocuments(folder, count) {
  const from = join(folder, 'content', sample);
  const text = await readFile(join(from, 'explainer.md'), 'utf8');
  for (let number = 1; number <= count; number += 1) {
    const to = join(folder, 'content', `explainer-${number}`);
    await cp(from, to, { recursive: true });
    const other = text
      .replace(/^headline: .*$/m, `headline: "Explainer number ${number}: what is known"`)
      .replaceAll('Kazakhstan ', `Kazakhstan (${number}) `);
    await writeFile(join(to, 'explainer.md'), other);
  }
  await rm(from, { recursive: true });
}

/** The middle of several measurements, ms. */
export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Runs something several times and gives the median, ms. */
export async function time(runs, work) {
  const times = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
}

/** A browser as anybody starts it. */
export function bareBrowser(executablePath) {
  return puppeteer.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** Prints a page of the output folder as anybody would. */
export async function barePrint(browser, html, pdf) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(html).href, { waitUntil: 'load' });
  await page.pdf({
    path: pdf,
    format: 'A4',
    tagged: true,
    outline: true,
    printBackground: true,
    waitForFonts: true,
  });
  await page.close();
}

/** Prints one ratio with what it may be at most. */
export function report(name, ours, theirs, limit) {
  const ratio = ours / theirs;
  const verdict = ratio <= limit ? 'within' : 'OVER';
  console.log(
    `${name}: ${ours.toFixed(0)} ms against ${theirs.toFixed(0)} ms: ${ratio.toFixed(2)} times (${verdict} ${limit})`,
  );
  return ratio <= limit;
}
