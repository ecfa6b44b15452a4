/** What the parts of one run share: settings, files read, themes loaded, what was noticed. */

import type { ResolvedConfig } from '../config/config.js';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import type { SourcePlace } from '../diagnostics/place.js';
import type { Acceptance } from '../report/decisions.js';
import { applyLevels, type Noticed } from '../report/findings.js';
import { UnusableTheme } from '../theme/load-theme.js';
import type { Theme } from '../theme/theme.js';
import type { OpenProject } from './open-project.js';
import type { RunOptions } from './options.js';
import type { Recorder } from './recorder.js';

/** What one run shares. */
export interface Run {
  readonly project: OpenProject;
  readonly config: ResolvedConfig;
  readonly options: RunOptions;
  readonly recorder: Recorder;
  readonly noticed: Noticed[];
  /** The list of accepted findings. */
  readonly accepted: readonly Acceptance[];
  /** Where the settings name the theme, when a file does. */
  readonly themePlace: SourcePlace | undefined;
  readonly themes: Map<string, Promise<Theme | undefined>>;
}

/** Adds findings to the run. */
export function notice(run: Run, document: string | null, diagnostics: readonly Diagnostic[]): void {
  run.noticed.push(...diagnostics.map((diagnostic) => ({ document, diagnostic })));
}

/**
 * Loads each theme once a run; its findings belong to the project. A theme with an error makes nothing, so that what was built before
 * stays. `named` is where the theme is asked for.
 */
export function themeOf(run: Run, config: ResolvedConfig, named?: SourcePlace): Promise<Theme | undefined> {
  const known = run.themes.get(config.theme);
  if (known !== undefined) return known;
  const placed = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
    diagnostics.map((diagnostic) => ({ ...diagnostic, place: diagnostic.place ?? named ?? run.themePlace }));
  const loading = run.project.loadTheme(run.recorder.system, config).then(
    ({ value, diagnostics }) => {
      notice(run, null, placed(diagnostics));
      return hasErrors(applyLevels(diagnostics, config.checks)) ? undefined : value;
    },
    (error: unknown) => {
      if (!(error instanceof UnusableTheme)) throw error;
      notice(run, null, placed(error.diagnostics.length > 0 ? error.diagnostics : [error.diagnostic]));
      return undefined;
    },
  );
  run.themes.set(config.theme, loading);
  return loading;
}
