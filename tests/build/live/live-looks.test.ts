/** Pages are looked at when files are quiet, never twice at a time, and what is gone by then is not told. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveDocument } from '../../../src/build/live/live-document.js';
import { LiveLooks } from '../../../src/build/live/live-looks.js';
import type { Made } from '../../../src/build/make.js';
import type { CheckRun } from '../../../src/checks/check.js';

const entry = { slug: 'a', path: 'content/a/explainer.md', folder: 'content/a' };
const run = (check: string): CheckRun => ({
  ...{ check, document: 'a', output: 'html', state: '' },
  result: { check, outcome: 'passed', diagnostics: [] },
});

function judged(): LiveDocument {
  const one = new LiveDocument(entry as never);
  one.madePage = {} as Made;
  one.isStale = false;
  one.isJudged = true;
  return one;
}

/** A look that takes a time, ms, and ends early when the page is gone. */
function lookOf(ms: number, seen: string[], name = 'look') {
  return async (gone: AbortSignal): Promise<readonly CheckRun[]> => {
    seen.push(`${name} begins`);
    await new Promise<void>((resolve, reject) => {
      setTimeout(resolve, ms);
      gone.addEventListener('abort', () => reject(new Error('gone')));
    });
    seen.push(`${name} ends`);
    return [run(name)];
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('looking at pages', () => {
  it('begins after a pause and hands over what was found', async () => {
    const [looks, seen] = [new LiveLooks(), [] as string[]];
    looks.later(judged(), lookOf(100, seen), async (runs) => void seen.push(`${runs.length} found`));
    await vi.advanceTimersByTimeAsync(1_400);
    expect(seen).toEqual([]);
    await vi.advanceTimersByTimeAsync(300);
    expect(seen).toEqual(['look begins', 'look ends', '1 found']);
  });

  it('is given up when newer files come, and begins again after a pause', async () => {
    const [looks, seen] = [new LiveLooks(), [] as string[]];
    looks.later(judged(), lookOf(1_000, seen), async () => void seen.push('told'));
    await vi.advanceTimersByTimeAsync(2_000);
    looks.interrupt();
    await vi.advanceTimersByTimeAsync(1_400);
    expect(seen).toEqual(['look begins']);
    await vi.advanceTimersByTimeAsync(1_200);
    expect(seen).toEqual(['look begins', 'look begins', 'look ends', 'told']);
  });

  it('tells nothing of a page that was made anew meanwhile, and looks at the new one', async () => {
    const [looks, seen, one] = [new LiveLooks(), [] as string[], judged()];
    looks.later(one, lookOf(1_000, seen, 'old'), async () => void seen.push('told of old'));
    await vi.advanceTimersByTimeAsync(2_000);
    one.madePage = {} as Made;
    looks.later(one, lookOf(1_000, seen, 'new'), async () => void seen.push('told of new'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(seen).toEqual(['old begins', 'old ends', 'new begins', 'new ends', 'told of new']);
  });

  it('leaves out what is being made, and ends when it is closed', async () => {
    const [looks, seen, one] = [new LiveLooks(), [] as string[], judged()];
    one.touch();
    looks.later(one, lookOf(10, seen), async () => void seen.push('told'));
    await vi.advanceTimersByTimeAsync(3_000);
    looks.later(judged(), lookOf(10, seen), async () => void seen.push('told'));
    looks.close();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(seen).toEqual([]);
  });
});
