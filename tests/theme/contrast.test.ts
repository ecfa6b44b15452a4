/** Contrast is proven on the theme, for every declared pair in every mode (WCAG 1.4.3, 1.4.6, 1.4.11; 10:1 in clear print). */

import { wcagContrast } from 'culori';
import { describe, expect, it } from 'vitest';
import type { ColourToken } from '../../src/theme/theme.js';
import { ownTheme } from './a-theme.js';

const needed: Readonly<Record<keyof ColourToken, { text: number; mark: number }>> = {
  light: { text: 4.5, mark: 3 },
  dark: { text: 4.5, mark: 3 },
  moreLight: { text: 7, mark: 4.5 },
  moreDark: { text: 7, mark: 4.5 },
  print: { text: 7, mark: 4.5 },
  printClear: { text: 10, mark: 4.5 },
};

const names = ['base', 'bulletin', 'handout'];
const themes = await Promise.all(names.map(async (name) => (await ownTheme(name)).value));

describe.each(themes)('the theme $name', ({ colours, pairs }) => {
  it.each(Object.entries(needed))('has enough contrast in mode %s', (mode, least) => {
    const colour = (token: string): string => colours[token]?.[mode as keyof ColourToken] ?? '';
    const low = pairs
      .map(({ kind, front, ground }) => ({
        kind,
        front,
        ground,
        is: wcagContrast(colour(front), colour(ground)),
      }))
      .filter(({ kind, is }) => !(is >= least[kind]));
    expect(low).toEqual([]);
  });

  it('names every colour that text or a mark takes', () => {
    const named = new Set(pairs.flatMap(({ front, ground }) => [front, ground]));
    // Hairlines carry no meaning, and the halo stands only behind the ring.
    const silent = ['line', 'halo'];
    expect(Object.keys(colours).filter((token) => !named.has(token))).toEqual(silent);
  });
});
