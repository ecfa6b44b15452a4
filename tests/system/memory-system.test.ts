import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCodePoints } from '../../src/system/code-point-order.js';
import { instantFrom } from '../../src/system/instant.js';
import { memorySystem } from '../../src/system/memory-system.js';

describe('memorySystem', () => {
  it('hands out copies, so that no reader can change a file', async () => {
    const system = memorySystem({ 'a.txt': 'abc' });
    const bytes = await system.readFile('a.txt');
    bytes?.fill(0);
    expect(new TextDecoder().decode(await system.readFile('a.txt'))).toBe('abc');
  });

  it('lists folders, moves and removes', async () => {
    const system = memorySystem({ 'b/c.txt': '1', 'b/d/e.txt': '2', 'a.txt': '3' });
    expect(await system.readFolder('')).toEqual([
      { name: 'a.txt', kind: 'file' },
      { name: 'b', kind: 'folder' },
    ]);
    await system.rename('b', 'f/g');
    expect(await system.readFolder('b')).toBeUndefined();
    expect((await system.readFolder('f/g'))?.map(({ name }) => name)).toEqual(['c.txt', 'd']);
    await system.remove('f');
    expect(await system.readFolder('')).toEqual([{ name: 'a.txt', kind: 'file' }]);
    await expect(system.rename('nothing', 'x')).rejects.toThrow('nothing');
  });

  it('takes its world from the caller', () => {
    const system = memorySystem({}, { env: { GALLEY_THEME: 'base' }, now: 5 });
    expect([system.env('GALLEY_THEME'), system.env('HOME'), system.now(), system.elapsed()]).toEqual([
      'base',
      undefined,
      5,
      0,
    ]);
    expect(memorySystem({}, { env: { SOURCE_DATE_EPOCH: '7' } }).now()).toBe(7000);
  });
});

describe('instantFrom', () => {
  it('takes SOURCE_DATE_EPOCH in seconds, else the clock', () => {
    expect(instantFrom('1641427200', () => 1)).toBe(Date.UTC(2022, 0, 6));
    expect(instantFrom(undefined, () => 1)).toBe(1);
    expect(instantFrom('', () => 1)).toBe(1);
  });

  it.each(['yesterday', '1.5', '-1', '1e9', '99999999999999', ' 1'])('refuses %j', (value) => {
    expect(() => instantFrom(value, () => 1)).toThrow(/SOURCE_DATE_EPOCH/);
  });
});

describe('compareCodePoints', () => {
  it('orders as the code points do', () => {
    const points = (text: string): number[] => [...text].map((character) => character.codePointAt(0) ?? 0);
    const text = fc.string({ unit: 'binary', maxLength: 4 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [left, right] = [points(a), points(b)];
        const index = left.findIndex((point, at) => point !== right[at]);
        const expected =
          index === -1 ? left.length - right.length : (left[index] ?? 0) - (right[index] ?? -1);
        expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(expected));
      }),
    );
  });
});
