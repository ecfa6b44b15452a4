/** Shows a page to the browser once before anything is made of it, to learn what its source alone does not say. */

import type { Root } from 'hast';
import type { Browser, LentPage } from '../../browser/browser.js';
import { serialise } from '../../html/serialise.js';
import type { PageRules, PageSurvey } from '../pdf/in-page/types.js';
import { bringCode } from '../pdf/in-page-code.js';
import { pageGeometry } from '../print/geometry.js';
import type { Paper, PrintAsset } from '../print/print-document.js';
import { printDom } from '../print/print-dom.js';
import { wrapPage } from './compose.js';
import { marginsOf } from './page-rules.js';
import { frontSheet, frontStyles, lastSheet, lastStyles } from './page-sheets.js';

/** What the browser told. */
export interface Surveyed {
  readonly survey: PageSurvey;
  readonly rules: PageRules;
  /** Addresses that the page asked for and that are not among its files. */
  readonly refused: readonly string[];
  /** Pictures (by address) and fonts (by family) that cannot be used. */
  readonly broken: readonly string[];
}

/** What styles are told of the paper's width and height in print, px: those of Letter, whatever `@page` says (measured on Chromium 156). */
const printWindow = { width: 816, height: 1056 };

/**
 * A browser whose windows are what print tells styles, so that those which ask for the width get the same answer while notes are placed.
 * The window is given back as it was.
 */
export function asInPrint(browser: Browser): Browser {
  return {
    version: browser.version,
    sandboxed: browser.sandboxed,
    close: () => browser.close(),
    withPage: (purpose, job, deadlineMs) =>
      browser.withPage(
        purpose,
        async (lent) => {
          const before = lent.page.viewport();
          await lent.page.setViewport(printWindow);
          try {
            return await job(lent);
          } finally {
            // A page that is lost has no window; its loss is told by the job itself.
            await lent.page.setViewport(before).catch(() => undefined);
          }
        },
        deadlineMs,
      ),
  };
}

async function ask(
  lent: LentPage,
  html: string,
  assets: readonly PrintAsset[],
  path: string,
  paperOf: (rules: PageRules) => Paper,
): Promise<Surveyed> {
  const files = new Map(assets.map(({ path, mediaType, bytes }) => [path, { mediaType, bytes }]));
  files.set(path, { mediaType: 'text/html', bytes: new TextEncoder().encode(html) });
  await lent.load(files, path);
  const code = await bringCode(lent.page);
  const rules = await code.evaluate(({ surveying }, own) => surveying.rules(own), lastSheet);
  const { areaWidth } = pageGeometry('standard', paperOf(rules), marginsOf(rules));
  const survey = await code.evaluate(({ surveying }, width) => surveying.survey(width), areaWidth);
  return { survey, rules, refused: [...new Set(lent.refused)], broken: [...new Set(lent.broken)] };
}

/** Surveys a cleaned page, which stands at `path` among its assets; `paperOf` says what paper its rules mean. */
export async function surveyPage(
  browser: Browser,
  tree: Root,
  assets: readonly PrintAsset[],
  path: string,
  paperOf: (rules: PageRules) => Paper,
): Promise<Surveyed> {
  const whole = structuredClone(tree);
  wrapPage(whole, 'en', 'ltr', []);
  const html = serialise(printDom(whole));
  // Which paper it will be is known once the sheets are loaded.
  const none = { margins: {}, size: '', lines: [], isDivided: false };
  const geometry = pageGeometry('standard', 'a4', marginsOf(none));
  const sheets = [
    { path: frontSheet, css: frontStyles(geometry) },
    { path: lastSheet, css: lastStyles(geometry) },
  ].map(({ path, css }) => ({ path, mediaType: 'text/css', bytes: new TextEncoder().encode(css) }));
  return await browser.withPage('print', (lent) => ask(lent, html, [...sheets, ...assets], path, paperOf));
}
