/** Prints the placed document: Chromium's own bytes, tagged, with every option said. */

import type { Page } from 'puppeteer';

/**
 * Prints the page as it stands. Deadline and crash are the lender's business, so no timeout is set here. Waiting for fonts lays the page out
 * once more, so it is left out when they are known to be there.
 */
export async function printPages(page: Page, hasFonts = false): Promise<Uint8Array> {
  return await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: false,
    tagged: true,
    outline: true,
    waitForFonts: !hasFonts,
    timeout: 0,
  });
}
