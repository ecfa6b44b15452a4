/**
 * What our own work on a PDF costs beside Chromium's: placing notes, and the ledger, tags and checks, against the time in which Chromium prints
 * the same pages; how both grow; loading the page, which a bare print needs as well, is told apart; and the size of the file against Chromium's own. How
 * placing grows is told in the processor time of the page's own thread, beside that of the print, which other work on the machine does not lengthen as
 * much. All in one run: `node bench/pdf.mjs [runs]`, after compiling.
 */

import process from 'node:process';
import { findBrowser } from '../dist/browser/find.js';
import { launchBrowser } from '../dist/browser/launch.js';
import { checkReadPdf } from '../dist/build/check-pdf.js';
import { parseFragment, parsePage } from '../dist/html/serialise.js';
import { languageOf } from '../dist/language/language-of.js';
import { finishPdf } from '../dist/outputs/pdf/finish.js';
import { proveRead } from '../dist/outputs/pdf/ledger.js';
import { placeNotes } from '../dist/outputs/pdf/place.js';
import { printPages } from '../dist/outputs/pdf/print.js';
import { readPdf } from '../dist/outputs/pdf/read.js';
import { composePrint } from '../dist/outputs/print/render-print.js';
import { median, report } from './measure.mjs';

const runs = Number(process.argv[2] ?? 5);

const styles = `body { font: 11pt/16pt 'Noto Serif', 'DejaVu Serif', serif }
p, ul, table { margin: 0 0 8pt } h2 { font-size: 15pt; line-height: 18pt; margin: 14pt 0 4pt; break-after: avoid }
p, li { orphans: 2; widows: 2 } tr { break-inside: avoid } table { border-collapse: collapse; width: 100% } th, td { border: 1px solid #999; padding: 3pt }
sup { font-size: 8pt; line-height: 0 } .footnotes { border-top: 0.5pt solid; padding-top: 4pt } .footnote p { margin: 0 }
.footnote { position: relative; padding-inline-start: 24pt; font-size: 9.5pt; line-height: 12.5pt } .footnote-number { position: absolute; inset-inline-start: 0 }`;

const pool =
  'office flow minister final towns reported 2022 said “quote” fifth council river harbour estimate'.split(
    ' ',
  );
const words = (count, seed) =>
  Array.from({ length: count }, (_, index) => pool[(index * 7 + seed * 3) % pool.length]).join(' ');

/** A part of a text: heading, prose with four notes, a list, now and then a table. About two thirds of a page. */
function part(number, call) {
  const rows = Array.from(
    { length: 6 },
    (_, row) => `<tr><th scope="row">row ${row}</th><td>${words(6, row)}</td><td>${row * number}</td></tr>`,
  );
  const table = `<table><caption>Numbers of part ${number}</caption><thead><tr><td></td><th scope="col">What</th><th scope="col">How many</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return `<h2 id="part-${number}">Part ${number}</h2><p>${words(50, number)}.${call()} ${words(40, number + 1)} <a href="https://example.com/${number}">a link</a>.${call()}</p>
<ul><li>${words(9, number)}</li><li>${words(12, number + 2)}.${call()}</li></ul><p>${words(70, number + 3)}.${call()}</p>${number % 3 === 0 ? table : ''}`;
}

/** A document of some parts, as the print stage makes it. */
async function documentOf(parts) {
  const notes = [];
  const call = () => {
    const number = notes.length + 1;
    const id = `call-${number}-1`;
    const content = parseFragment(`<p>${words(9 + (number % 14), number)}.</p>`).children;
    notes.push({
      number,
      id: `note-${number}`,
      calls: [id],
      shortTitle: `Source ${number}`,
      content,
      position: undefined,
    });
    return `<sup class="note-call"><a id="${id}" href="#note-${number}">${number}</a></sup>`;
  };
  const body = Array.from({ length: parts }, (_, index) => part(index + 1, call)).join('');
  const language = languageOf('en');
  const page = `<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"><title>Bench</title></head><body class="print print-standard"><main><h1>Bench</h1>${body}</main></body></html>`;
  const made = await composePrint(
    {
      ...{
        slug: 'bench',
        source: 'content/bench/explainer.md',
        title: 'Bench',
        language,
        page: parsePage(page),
        notes,
      },
      words: {
        publisher: 'The Herald',
        date: 'as of 4 March',
        headline: 'Bench',
        pageOf: language.labelParts('page-of'),
        digits: 'decimal',
      },
      margins: { top: 20, right: 22, bottom: 22, left: 22 },
      stylesheet: styles,
      fontsFor: async () => ({ css: '', fonts: [] }),
      assets: [],
    },
    { kind: 'standard', notesAt: 'page', paper: 'a4' },
  );
  return made.value;
}

const found = await findBrowser({
  system: { env: (name) => process.env[name] },
  config: { browserPath: null },
  flag: undefined,
});
const browser = await launchBrowser({
  path: found.path,
  config: { untrusted: false },
  system: { env: (name) => process.env[name] },
  report: () => {},
});

/** Medians of all steps for a document, and what came out. */
async function measure(parts, times) {
  const document = await documentOf(parts);
  const steps = { load: [], place: [], print: [], ledger: [], tags: [], checks: [] };
  const work = { load: [], place: [], print: [] };
  const clock = async (name, work) => {
    const start = performance.now();
    const value = await work();
    steps[name].push(performance.now() - start);
    return value;
  };
  let facts;
  for (let run = 0; run < times; run += 1) {
    facts = await browser.withPage(
      'print',
      async (lent) => {
        const session = await lent.page.createCDPSession();
        await session.send('Performance.enable', { timeDomain: 'threadTicks' });
        const inPage = async (name, job) => {
          const spent = async () => {
            const { metrics } = await session.send('Performance.getMetrics');
            return metrics.find((metric) => metric.name === 'TaskDuration').value * 1000;
          };
          const before = await spent();
          const value = await clock(name, job);
          work[name].push((await spent()) - before);
          return value;
        };
        const loads = steps.load.length;
        const watched = { ...lent, load: (files) => inPage('load', () => lent.load(files)) };
        const { placement, pageCount, hasFonts } = await inPage('place', () =>
          placeNotes(watched, document, 2, 500),
        );
        for (const each of [steps, work]) {
          each.place[each.place.length - 1] -= each.load.slice(loads).reduce((sum, value) => sum + value, 0);
        }
        const bytes = await inPage('print', () => printPages(lent.page, hasFonts));
        await session.detach();
        const options = { profile: 'ua1', date: 0, file: 'bench.pdf' };
        const { value, diagnostics } = await clock('tags', () =>
          finishPdf(bytes, document, placement, options),
        );
        if (value === undefined) throw new Error(diagnostics[0]?.what);
        const read = await clock('ledger', () => {
          const read = readPdf(value.bytes);
          const expected = { maxPages: 500, plannedPages: pageCount };
          const proven = proveRead(read, document, placement, expected);
          if (!proven.ledger?.holds) throw new Error(`The notes do not hold: ${proven.diagnostics[0]?.what}`);
          return read;
        });
        await clock('checks', () =>
          checkReadPdf(read, { file: 'bench.pdf', document: 'bench', profile: 'ua1' }),
        );
        return { pages: value.pageCount, raw: bytes.length, finished: value.bytes.length };
      },
      300_000,
    );
  }
  const medians = Object.fromEntries(Object.entries(steps).map(([name, values]) => [name, median(values)]));
  const { load, place, print, ledger, tags, checks } = medians;
  console.log(
    `${String(facts.pages).padStart(4)} pages: load ${load.toFixed(0)} ms, place ${place.toFixed(0)} ms, print ${print.toFixed(0)} ms, ledger ${ledger.toFixed(0)} ms, tags ${tags.toFixed(0)} ms, checks ${checks.toFixed(0)} ms`,
  );
  const perPage = (name) => median(work[name]) / facts.pages;
  return {
    ...{ ...facts, ...medians, work: ledger + tags + checks },
    ...{ placingPage: perPage('place'), printingPage: perPage('print') },
  };
}

try {
  const probe = await measure(30, 1);
  const partsFor = (pages) => Math.round((30 * pages) / probe.pages);
  await measure(partsFor(20), 2);
  const short = await measure(partsFor(20), runs);
  const middle = await measure(partsFor(40), runs);
  const long = await measure(partsFor(80), Math.max(3, runs - 2));
  const longest = await measure(partsFor(300), Math.max(2, runs - 3));
  report('ledger + tags + checks against print, 20 pages', short.work, short.print, 1);
  report(`ledger + tags + checks, ${long.pages} against ${middle.pages} pages`, long.work, middle.work, 2.3);
  report('placing against print, 20 pages', short.place, short.print, 0.5);
  report(
    `placing a thousand pages, by ${longest.pages} against by ${short.pages}`,
    longest.placingPage * 1000,
    short.placingPage * 1000,
    1.25,
  );
  console.log(
    `printing them without anything of ours: ${(longest.printingPage / short.printingPage).toFixed(2)} times`,
  );
  const share = short.finished / short.raw;
  console.log(
    `size, 20 pages: ${(short.finished / 1000).toFixed(0)} kB against ${(short.raw / 1000).toFixed(0)} kB: ${share.toFixed(2)} times (${share <= 0.7 ? 'within' : 'OVER'} 0.7)`,
  );
} finally {
  await browser.close();
}
