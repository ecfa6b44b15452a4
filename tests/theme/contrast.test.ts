/** Contrast is proven on the theme, for every declared pair in every mode (WCAG 1.4.3, 1.4.6, 1.4.11; 10:1 in clear print). */

import { wcagContrast } from 'culori';
import { describe, expect, it } from 'vitest';
import type { ColourToken } from '../../src/theme/theme.js';
import { baseTheme } from './a-theme.js';

const needed: Readonly<Record<keyof ColourToken, { text: number; mark: number }>> = {
  light: { text: 4.5, mark: 3 },
  dark: { text: 4.5, mark: 3 },
  moreLight: { text: 7, mark: 4.5 },
  moreDark: { text: 7, mark: 4.5 },
  print: { text: 7, mark: 4.5 },
  printClear: { text: 10, mark: 4.5 },
};

const { colours, pairs } = (await baseTheme()).value;

describe.each(Object.entries(needed))('in mode %s', (mode, least) => {
  it.each(pairs)('$kind $front on $ground', ({ kind, front, ground }) => {
    const colour = (token: string): string => colours[token]?.[mode as keyof ColourToken] ?? '';
    expect(wcagContrast(colour(front), colour(ground))).toBeGreaterThanOrEqual(least[kind]);
  });
});

describe('the list of pairs', () => {
  it('names every colour that text or a mark takes', () => {
    const named = new Set(pairs.flatMap(({ front, ground }) => [front, ground]));
    // Hairlines carry no meaning, and the halo stands only behind the ring.
    const silent = ['line', 'halo'];
    expect(Object.keys(colours).filter((token) => !named.has(token))).toEqual(silent);
  });
});
