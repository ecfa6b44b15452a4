/**
 * Brings the code of `in-page/` into a page: each file as a namespace of its functions, sent as their own source. So it works
 * from compiled files and under a test runner alike, and needs no file to be read.
 */

import type { JSHandle, Page } from 'puppeteer';
import * as closing from './in-page/closing.js';
import * as fitting from './in-page/fitting.js';
import * as freezing from './in-page/freezing.js';
import * as mark from './in-page/mark.js';
import * as notes from './in-page/notes.js';
import * as pages from './in-page/pages.js';
import * as placing from './in-page/placing.js';
import * as round from './in-page/round.js';
import * as scaling from './in-page/scaling.js';
import * as search from './in-page/search.js';
import * as settling from './in-page/settling.js';
import * as surveying from './in-page/surveying.js';
import * as windowing from './in-page/windowing.js';

const files = {
  pages,
  search,
  mark,
  notes,
  placing,
  settling,
  closing,
  windowing,
  freezing,
  scaling,
  fitting,
  round,
  surveying,
};

/** The namespaces as the page holds them. */
export type InPageCode = typeof files;

/** JavaScript whose value is the namespaces; nothing outside it is reached, nothing is left behind. */
export function inPageSource(): string {
  const namespaces = Object.entries(files).map(([name, file]) => {
    const functions = Object.values(file).map(String);
    return `const ${name} = (() => {\n${functions.join('\n')}\nreturn { ${Object.keys(file).join(', ')} };\n})();`;
  });
  return `(() => {\n${namespaces.join('\n')}\nreturn { ${Object.keys(files).join(', ')} };\n})()`;
}

/** Evaluates the code in a page. It works with the page's scripts switched off. */
export async function bringCode(page: Page): Promise<JSHandle<InPageCode>> {
  return (await page.evaluateHandle(inPageSource())) as JSHandle<InPageCode>;
}
