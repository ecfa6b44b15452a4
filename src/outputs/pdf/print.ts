/** Prints the placed document: Chromium's own bytes, tagged, with every option said. */

import type { Page } from 'puppeteer';

/** Prints the page as it stands. Deadline and crash are the lender's business, so no timeout is set here. */
export async function printPages(page: Page): Promise<Uint8Array> {
  return await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: false,
    tagged: true,
    outline: true,
    waitForFonts: true,
    timeout: 0,
  });
}
