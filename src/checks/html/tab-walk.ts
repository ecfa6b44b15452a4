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

/** Where the focus goes from kind to kind with Tab; in the other state each stop gets it. What differs between the two is how it looks. */
const jumpingState = 'light-1440-closed';

const press = async (page: RenderedPage, times: number): Promise<void> =>
  await page.press(Array.from({ length: times }, () => 'Tab'));

/** Walks to one stop of each kind. Where a page leads elsewhere than that, all of it has to be walked. */
async function jump(page: RenderedPage): Promise<boolean> {
  await press(page, Number(await page.evaluate(`${inPageSource()}.keyboard.beginJumps()`)));
  return (await page.evaluate(`${inPageSource()}.keyboard.cameToAllKinds()`)) === true;
}

/** Puts the focus on each stop, once a key was pressed, so that it shows as it does for who uses keys. */
async function focusEach(page: RenderedPage): Promise<boolean> {
  await page.evaluate(`${inPageSource()}.keyboard.goToStart()`);
  await press(page, 1);
  return (await page.evaluate(`${inPageSource()}.keyboard.focusEach()`)) === true;
}

/** Walks to each stop with Tab alone. */
async function walkWhole(page: RenderedPage): Promise<void> {
  const stops = Number(await page.evaluate(`${inPageSource()}.keyboard.beginWalk()`));
  await press(page, Math.min(stops, mostStops));
  // Scripts of others may take the focus back a moment later; on our own pages none runs.
  if (isForeign(page)) await page.evaluate(`new Promise((resolve) => setTimeout(resolve, ${settling}))`);
}

async function walk(page: RenderedPage): Promise<Readonly<Record<string, unknown>>> {
  if (isForeign(page)) {
    await walkWhole(page);
    return await takeMeasures(page, measures);
  }
  if (page.state !== jumpingState) {
    if (!(await focusEach(page))) await walkWhole(page);
    return await takeMeasures(page, measures);
  }
  const isAnswered = await jump(page);
  if (!isAnswered) await walkWhole(page);
  const taken = await takeMeasures(page, measures);
  const none = { instances: 1, offences: [] };
  return isAnswered ? { ...taken, 'keyboard.missedStops': none } : taken;
}

/** Takes a measure of the walk; the first that asks makes it. */
export function measureWalk(name: (typeof measures)[number]): (page: RenderedPage) => Promise<Measurement> {
  return async (page) => {
    const walking = walks.get(page) ?? walk(page);
    walks.set(page, walking);
    return asMeasurement((await walking)[name]);
  };
}
