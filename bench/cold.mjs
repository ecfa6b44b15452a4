/** Bare puppeteer from a cold start: one page, one PDF. Run by `single.mjs`. */

import { bareBrowser, barePrint } from './measure.mjs';

const [executable, html, pdf] = process.argv.slice(2);
const browser = await bareBrowser(executable);
await barePrint(browser, html, pdf);
await browser.close();
