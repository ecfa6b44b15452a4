/** Which level a finding has where: for the project, for a theme, for one explainer. */

import type { Levels, ResolvedConfig } from './config.js';

/** The levels in one explainer: the project's, then its theme's, then its own. */
export function levelsIn(config: ResolvedConfig, slug: string, theme: string): Levels {
  return { ...config.checks, ...config.themeChecks[theme], ...config.documentChecks[slug] };
}
