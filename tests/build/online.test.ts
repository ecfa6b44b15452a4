/** Addresses of other hosts: asked once a week, one at a time from each host, and told with where they stand. */

import { expect, it } from 'vitest';
import { askOutside, linkCache, type OutsideLink, outsideLinks } from '../../src/build/online.js';
import { memorySystem } from '../../src/system/memory-system.js';
import { parseFile } from '../document/support.js';

const now = Date.UTC(2026, 5, 1);
const link = (url: string): OutsideLink => ({
  url,
  place: { kind: 'source', file: 'content/a/explainer.md' },
});

function outside(statuses: Readonly<Record<string, number>>) {
  const asked: string[] = [];
  const open = new Map<string, number>();
  let most = 0;
  return {
    asked,
    most: () => most,
    ask: async (url: string) => {
      const { host } = new URL(url);
      open.set(host, (open.get(host) ?? 0) + 1);
      most = Math.max(most, open.get(host) ?? 0);
      asked.push(url);
      await Promise.resolve();
      open.set(host, (open.get(host) ?? 0) - 1);
      return statuses[url] ?? 200;
    },
    pause: () => Promise.resolve(),
  };
}

it('are found in the text and in sources, those of this machine apart', () => {
  const text =
    '---\nheadline: H\nstandfirst: S\nbyline: [A]\n---\n[A](https://example.org/a) [B](http://localhost/b) [C](#c) [D](http://10.0.0.1/)\n';
  expect(outsideLinks(parseFile(text).explainer).map(({ url }) => url)).toEqual(['https://example.org/a']);
});

it('are told when they are gone, and asked about when the answer says little', async () => {
  const world = outside({
    'https://example.org/gone': 404,
    'https://example.org/shy': 403,
    'https://example.net/dead': 0,
  });
  const links = [
    'https://example.org/',
    'https://example.org/gone',
    'https://example.org/shy',
    'https://example.net/dead',
  ].map(link);
  const found = await askOutside(links, memorySystem({}), now, world);
  expect(found.map(({ excerpt, question }) => [excerpt, question === true])).toEqual([
    ['https://example.org/gone', false],
    ['https://example.org/shy', true],
    ['https://example.net/dead', true],
  ]);
  expect(world.most()).toBe(1);
});

it('are not asked again within a week', async () => {
  const system = memorySystem({});
  const links = [link('https://example.org/gone')];
  const first = outside({ 'https://example.org/gone': 404 });
  await askOutside(links, system, now, first);
  const second = outside({});
  expect((await askOutside(links, system, now + 6 * 86_400_000, second)).length).toBe(1);
  const third = outside({});
  expect((await askOutside(links, system, now + 8 * 86_400_000, third)).length).toBe(0);
  expect([first.asked.length, second.asked.length, third.asked.length]).toEqual([1, 0, 1]);
  expect(await system.readFile(linkCache)).toBeDefined();
});
