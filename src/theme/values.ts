/** Sizes and other values of theme.yaml as custom properties, by medium and print setting. */

import type { ThemeChain } from './theme-chain.js';
import type { ThemeSettings } from './theme-schema.js';

type ValueGroup = keyof NonNullable<ThemeSettings['values']>;

function gather(chain: ThemeChain, group: ValueGroup): Readonly<Record<string, string | number>> {
  const layers = [...chain.folders].reverse().map((folder) => folder.settings.values?.[group] ?? {});
  return Object.assign({}, ...layers);
}

function rule(selector: string, values: Readonly<Record<string, string | number>>): string {
  const declarations = Object.entries(values).map(([name, value]) => `--${name}:${value}`);
  return declarations.length === 0 ? '' : `${selector}{${declarations.join(';')}}`;
}

/** Values of the screen; on narrow ones some are others. */
export function screenValues(chain: ThemeChain): string {
  const narrow = rule(':root', gather(chain, 'narrow'));
  return [
    rule(':root', { ...gather(chain, 'all'), ...gather(chain, 'screen') }),
    narrow === '' ? '' : `@media (width < 46rem){${narrow}}`,
  ].join('\n');
}

/** Values of paper; the clear and large settings change some of them. */
export function printValues(chain: ThemeChain): string {
  return [
    rule(':root', { ...gather(chain, 'all'), ...gather(chain, 'print') }),
    rule(':root:has(> .print-clear)', gather(chain, 'print-clear')),
    rule(':root:has(> .print-large)', gather(chain, 'print-large')),
  ].join('\n');
}
