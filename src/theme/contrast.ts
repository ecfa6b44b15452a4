/** Measures every meeting of two colours of a theme, in every mode (WCAG 1.4.3, 1.4.6, 1.4.11; 10:1 in clear print). */

import { converter, type RgbColour, wcagContrast } from 'culori';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { coloursHaveContrast } from './style-findings.js';
import type { ColourPair, ColourToken, Theme } from './theme.js';
import { type ThemeChain, themePlaceOf } from './theme-chain.js';

/** A way of reading that has colours of its own. */
export type ColourMode = keyof ColourToken;

/** What a pair needs in a mode: below `least` it is an error, below `aim` a warning. */
interface Need {
  readonly least: number;
  readonly aim: number;
}

/** One pair in one mode. */
export interface MeasuredContrast extends Need {
  readonly ratio: number;
}

/** A pair with what was measured in each mode. */
export interface PairContrast extends ColourPair {
  readonly modes: Readonly<Record<ColourMode, MeasuredContrast>>;
}

/** Modes in the order in which people read of them, with the names of theme.yaml that may give their colour, nearest first. */
export const colourModes: Readonly<Record<ColourMode, readonly string[]>> = {
  light: ['light'],
  dark: ['dark', 'light'],
  moreLight: ['more-light', 'light'],
  moreDark: ['more-dark', 'dark', 'light'],
  print: ['print', 'more-light', 'light'],
  printClear: ['print-clear', 'print', 'more-light', 'light'],
};

const needs: Readonly<Record<ColourMode, Readonly<Record<ColourPair['kind'], Need>>>> = {
  light: { text: { least: 4.5, aim: 4.5 }, mark: { least: 3, aim: 3 } },
  dark: { text: { least: 4.5, aim: 4.5 }, mark: { least: 3, aim: 3 } },
  moreLight: { text: { least: 7, aim: 7 }, mark: { least: 3, aim: 4.5 } },
  moreDark: { text: { least: 7, aim: 7 }, mark: { least: 3, aim: 4.5 } },
  print: { text: { least: 4.5, aim: 7 }, mark: { least: 3, aim: 4.5 } },
  printClear: { text: { least: 7, aim: 10 }, mark: { least: 3, aim: 4.5 } },
};

const toRgb = converter('rgb');

/** A colour as it looks on its ground. */
function over(front: RgbColour, ground: RgbColour): RgbColour {
  const alpha = front.alpha ?? 1;
  const mix = (a: number, b: number): number => a * alpha + b * (1 - alpha);
  return { mode: 'rgb', r: mix(front.r, ground.r), g: mix(front.g, ground.g), b: mix(front.b, ground.b) };
}

/** Contrast of a colour on a ground, from 1 to 21; NaN when one of them cannot be computed. */
function ratioOf(front: string, ground: string): number {
  const [text, paper] = [toRgb(front), toRgb(ground)];
  return text === undefined || paper === undefined ? Number.NaN : wcagContrast(over(text, paper), paper);
}

/** Measures all pairs of a theme. */
export function measureContrast({
  colours,
  pairs,
}: Pick<Theme, 'colours' | 'pairs'>): readonly PairContrast[] {
  const modes = Object.keys(colourModes) as ColourMode[];
  return pairs.map((pair) => {
    const measured = modes.map((mode): [ColourMode, MeasuredContrast] => {
      const [front, ground] = [colours[pair.front]?.[mode] ?? '', colours[pair.ground]?.[mode] ?? ''];
      return [mode, { ...needs[mode][pair.kind], ratio: ratioOf(front, ground) }];
    });
    return { ...pair, modes: Object.fromEntries(measured) as PairContrast['modes'] };
  });
}

/** Where the nearest theme sets one of the two colours in this mode: the front first, since it is mostly the one to change. */
function placeOf(
  chain: ThemeChain,
  { front, ground }: ColourPair,
  mode: ColourMode,
): ReturnType<typeof themePlaceOf> | undefined {
  for (const folder of chain.folders) {
    for (const token of [front, ground]) {
      const setting = folder.settings.colours?.[token] as Readonly<Record<string, string>> | undefined;
      const key = colourModes[mode].find((name) => setting?.[name] !== undefined);
      if (key !== undefined) return themePlaceOf(folder, ['colours', token, key]);
    }
  }
  return undefined;
}

/** Every pair whose contrast is too low in a mode, at the nearest colour that could be changed. */
export function contrastFindings(
  chain: ThemeChain,
  measured: readonly PairContrast[],
): readonly Diagnostic[] {
  return measured.flatMap((pair) =>
    (Object.keys(colourModes) as ColourMode[]).flatMap((mode) => {
      const { ratio, least, aim } = pair.modes[mode];
      if (Number.isNaN(ratio) || ratio >= aim) return [];
      const name = colourModes[mode][0] ?? mode;
      return [coloursHaveContrast(placeOf(chain, pair, mode), { ...pair, mode: name, ratio, least, aim })];
    }),
  );
}
