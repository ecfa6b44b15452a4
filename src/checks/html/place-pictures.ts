/** Small pictures of the places of findings, taken while the page still looks as it did when they were found. */

import type { Page } from 'puppeteer';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ElementPlace } from '../../diagnostics/place.js';
import type { CheckRun } from '../check.js';

/** The largest picture, CSS px; of a larger element its begin is shown. */
const most = { width: 640, height: 360 };
/** What is shown around the element, CSS px. */
const around = 24;
/** A page with many faults has its pictures of the first; more would only make the report heavy. */
const mostPictures = 20;

/** A frame that stands out on any ground; it is a sheet and no element, so that no element changes its number. */
const frame =
  '[data-galley-place] { outline: 3px solid #c8102e !important; outline-offset: 2px !important; box-shadow: 0 0 0 6px #ffffff !important; }';

/** Runs in the page: frames the element and gives its box within the page; null when nothing of it is drawn. */
const framed = (index: number): string => `(() => {
  const element = document.querySelectorAll('*')[${index}];
  if (!element || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return null;
  const box = element.getBoundingClientRect();
  if (box.width < 2 || box.height < 2) return null;
  element.setAttribute('data-galley-place', '');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(${JSON.stringify(frame)});
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const root = document.documentElement;
  return {
    left: box.left + scrollX, top: box.top + scrollY, width: box.width, height: box.height,
    pageWidth: root.scrollWidth, pageHeight: root.scrollHeight,
  };
})()`;

/** Runs in the page: takes the frame away. */
const unframed = `(() => {
  document.querySelector('[data-galley-place]')?.removeAttribute('data-galley-place');
  document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1);
})()`;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly pageWidth: number;
  readonly pageHeight: number;
}

/** The part of the page that a picture shows: the element with something around it, inside the page and not too large. */
function clipOf({ left, top, width, height, pageWidth, pageHeight }: Box): {
  x: number;
  y: number;
  width: number;
  height: number;
} {
  const x = Math.max(0, Math.floor(left - around));
  const y = Math.max(0, Math.floor(top - around));
  const right = Math.min(pageWidth, Math.ceil(left + width + around));
  const bottom = Math.min(pageHeight, Math.ceil(top + height + around));
  return { x, y, width: Math.min(most.width, right - x), height: Math.min(most.height, bottom - y) };
}

async function take(page: Page, index: number, state: string): Promise<ElementPlace['picture']> {
  const box = (await page.evaluate(framed(index))) as Box | null;
  if (box === null) return undefined;
  try {
    const clip = clipOf(box);
    // What hangs out of the page, as a skip link before it is reached, has no part that could be shown.
    if (clip.width < 2 || clip.height < 2) return undefined;
    const bytes = await page.screenshot({ type: 'webp', quality: 80, clip, captureBeyondViewport: true });
    return { bytes, width: clip.width, height: clip.height, state };
  } finally {
    await page.evaluate(unframed);
  }
}

/** Takes the pictures of one page: each place once, in the first state in which it was found. */
export class PlacePictures {
  private readonly taken = new Map<string, ElementPlace['picture']>();
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The same runs with pictures at the places that have none yet. A picture that cannot be taken is left out. */
  async of(runs: readonly CheckRun[], state: string): Promise<CheckRun[]> {
    const pictured: CheckRun[] = [];
    for (const run of runs) {
      if ('untested' in run.result || run.result.diagnostics.length === 0) pictured.push(run);
      else {
        const diagnostics: Diagnostic[] = [];
        for (const one of run.result.diagnostics) diagnostics.push(await this.withPicture(one, state));
        pictured.push({ ...run, result: { ...run.result, diagnostics } });
      }
    }
    return pictured;
  }

  private async withPicture(diagnostic: Diagnostic, state: string): Promise<Diagnostic> {
    const { place, code } = diagnostic;
    if (place?.kind !== 'element' || place.index === undefined) return diagnostic;
    const key = `${code} ${place.index}`;
    if (!this.taken.has(key) && this.taken.size < mostPictures)
      this.taken.set(key, await take(this.page, place.index, state).catch(() => undefined));
    const picture = this.taken.get(key);
    return picture === undefined ? diagnostic : { ...diagnostic, place: { ...place, picture } };
  }
}
