/** Paper sizes and margins of a theme, gathered along the chain of themes. */

import type { Theme } from './theme.js';
import type { ThemeChain } from './theme-chain.js';

type Sides = Partial<Theme['margins']>;

/** What the themes of a chain say about pages; each side comes from the nearest theme that sets it. */
export interface PageSettings {
  readonly margins: Sides;
  readonly papers: Readonly<Record<'a4' | 'letter', Sides>>;
  readonly paper: Theme['paper'];
}

/** Joins the page settings of all themes in the chain, the nearest value of each side winning. */
export function gatherPages({ folders }: ThemeChain): PageSettings {
  const farthestFirst = [...folders].reverse().map(({ settings }) => settings);
  const join = (of: (settings: (typeof farthestFirst)[number]) => object | undefined): Sides =>
    Object.assign({}, ...farthestFirst.map((settings) => of(settings) ?? {}));
  return {
    margins: join(({ margins }) => margins),
    papers: { a4: join(({ papers }) => papers?.a4), letter: join(({ papers }) => papers?.letter) },
    paper: folders.find(({ settings }) => settings.paper !== undefined)?.settings.paper ?? null,
  };
}
