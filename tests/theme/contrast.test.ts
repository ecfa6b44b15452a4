/** Contrast is proven on the theme, for every declared pair in every mode (WCAG 1.4.3, 1.4.6, 1.4.11; 10:1 in clear print). */

import { wcagContrast } from 'culori';
import { describe, expect, it } from 'vitest';
import type { ColourToken } from '../../src/theme/theme.js';
import { brief, findingsOf, houseTheme, ownTheme } from './a-theme.js';

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

describe('a theme of the project', () => {
  it.each([
    ['pale text', '{ light: "#888888" }', 'error', '2:18', '“soft” on “ground” has a contrast of 3.5'],
    ['text pale in the dark', '{ dark: "#555555" }', 'error', '2:17', 'in the mode dark'],
    ['less than 7 for more contrast', '{ more-light: "#666666" }', 'error', '2:23', 'it needs 7'],
    [
      'paper that could be better',
      '{ print: "#666666", print-clear: "#000000" }',
      'warning',
      '2:18',
      'should have 7',
    ],
    ['a veil', '{ light: "rgb(0 0 0 / 40%)" }', 'error', '2:18', 'contrast of 2.'],
  ])('is told of %s', async (_, colour, severity, place, words) => {
    const findings = await findingsOf(houseTheme({ 'theme.yaml': `colours:\n  soft: ${colour}\n` }));
    const [first] = findings.filter(({ what }) => what.includes(words));
    expect(first).toMatchObject({ code: 'colours-have-contrast', severity });
    expect(brief(first === undefined ? [] : [first])).toEqual([
      `colours-have-contrast templates/house/theme.yaml:${place}`,
    ]);
  });

  it('is told where a ground of its own meets a colour of its parent', async () => {
    const findings = await findingsOf(
      houseTheme({ 'theme.yaml': 'colours:\n  ground: { light: "#9b1c2e" }\n' }),
    );
    expect(findings.map(({ excerpt }) => excerpt)).toContain('accent ground light');
    for (const { place } of findings) expect(place).toMatchObject({ file: 'templates/house/theme.yaml' });
  });
});
