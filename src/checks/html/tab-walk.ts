/** One walk through the page with the Tab key, from which several checks take their measures. */

import { inPageSource } from './in-page-code.js';
import { isForeign } from './published-page.js';
import { asMeasurement, type Measurement, type RenderedPage, takeMeasures } from './rendered-page.js';

/** More stops than this are walked as far as this: a page of a thousand links says nothing new after that. */
const mostStops = 400;

/** How long a script may take to move the focus, ms. */
const settling = 80;

/** What is read of a walk. */
const measures = ['keyboard.unseenFocus', 'keyboard.coveredFocus', 'keyboard.missedStops'] as const;

const walks = new WeakMap<RenderedPage, Promise<Readonly<Record<string, unknown>>>>();

/** In one state each stop is walked to; in the other, what differs between the two is how the focus looks. */
const jumpingState = 'light-1440-closed';

/** Walks to one stop of each kind. Where a page leads elsewhere than that, all of it has to be walked. */
async function jump(page: RenderedPage): Promise<boolean> {
  const stops = Number(await page.evaluate(`(${inPageSource()}).keyboard.beginJumps()`));
  await page.press(Array.from({ length: stops }, () => 'Tab'));
  return (await page.evaluate(`(${inPageSource()}).keyboard.cameToAllKinds()`)) === true;
}

async function walk(page: RenderedPage): Promise<Readonly<Record<string, unknown>>> {
  if (!isForeign(page) && page.state === jumpingState && (await jump(page))) {
    const { 'keyboard.missedStops': _, ...taken } = await takeMeasures(page, measures);
    return { ...taken, 'keyboard.missedStops': { instances: 1, offences: [] } };
  }
  const stops = Number(await page.evaluate(`(${inPageSource()}).keyboard.beginWalk()`));
  await page.press(Array.from({ length: Math.min(stops, mostStops) }, () => 'Tab'));
  // Scripts of others may take the focus back a moment later; on our own pages none runs.
  if (isForeign(page)) await page.evaluate(`new Promise((resolve) => setTimeout(resolve, ${settling}))`);
  return await takeMeasures(page, measures);
}

/** Takes a measure of the walk; the first that asks makes it. */
export function measureWalk(name: (typeof measures)[number]): (page: RenderedPage) => Promise<Measurement> {
  return async (page) => {
    const walking = walks.get(page) ?? walk(page);
    walks.set(page, walking);
    return asMeasurement((await walking)[name]);
  };
}
