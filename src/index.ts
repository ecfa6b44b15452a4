/** Galley as a library: `import { build, check } from 'galley'`. */

export { build, check, type Galley, openGalley } from './build/galley.js';
export type { GalleyOptions, RunOptions, RunResult } from './build/options.js';
export type { BuildProgress, StageName } from './build/progress.js';
export { BuildError } from './diagnostics/build-error.js';
export type { Diagnostic, Severity } from './diagnostics/diagnostic.js';
export type { ElementPlace, PagePlace, Place, SourcePlace } from './diagnostics/place.js';
export type { ExitCode, ExplainerReport, Finding, LedgerEntry, Report } from './report/report.js';
