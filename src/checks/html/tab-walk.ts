/** One walk through the page with the Tab key, from which several checks take their measures. */

import { inPageSource } from './in-page-code.js';
import { isForeign } from './published-page.js';
import { type Measurement, measure, type RenderedPage } from './rendered-page.js';

/** More stops than this are walked as far as this: a page of a thousand links says nothing new after that. */
const mostStops = 400;

/** How long a script may take to move the focus, ms. */
const settling = 80;

const walks = new WeakMap<RenderedPage, Promise<void>>();

async function walk(page: RenderedPage): Promise<void> {
  const stops = Number(await page.evaluate(`(${inPageSource()}).keyboard.beginWalk()`));
  await page.press(Array.from({ length: Math.min(stops, mostStops) }, () => 'Tab'));
  // Scripts of others may take the focus back a moment later; on our own pages none runs.
  if (isForeign(page)) await page.evaluate(`new Promise((resolve) => setTimeout(resolve, ${settling}))`);
}

/** Takes a measure of the walk; the first that asks makes it. */
export function measureWalk(name: string): (page: RenderedPage) => Promise<Measurement> {
  return async (page) => {
    const walking = walks.get(page) ?? walk(page);
    walks.set(page, walking);
    await walking;
    return await measure(page, `keyboard.${name}`);
  };
}
