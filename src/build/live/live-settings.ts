/** The settings of a live preview: read again when their files change; while they have an error the last good ones hold. */

import type { ResolvedConfig } from '../../config/config.js';
import { type ConfigFlags, configFor, explainConfig } from '../../config/load-config.js';
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.js';
import type { SourcePlace } from '../../diagnostics/place.js';
import type { Explainer } from '../../document/explainer.js';
import type { PrintKind } from '../../outputs/print/print-document.js';
import type { Acceptance } from '../../report/decisions.js';
import { type Approvals, readApprovals } from '../approval.js';
import { formatsOf, printWishes } from '../formats.js';
import { readAccepted } from '../read-decisions.js';
import { type KeptFiles, Reads } from './kept-files.js';

/** Settings that can be used, and what goes with them. */
export interface LiveSettings {
  readonly config: ResolvedConfig;
  /** Where the settings name the theme, when a file does. */
  readonly themePlace: SourcePlace | undefined;
  readonly accepted: readonly Acceptance[];
  readonly approvals: Approvals;
}

/** What a reading of the settings gave. */
export interface ReadSettings {
  /** Undefined while they have an error. */
  readonly settings: LiveSettings | undefined;
  /** What was read, errors and all, to word findings by. */
  readonly asRead: LiveSettings;
  readonly diagnostics: readonly Diagnostic[];
  readonly reads: Reads;
}

/** Reads settings, accepted findings and signatures. */
export async function readSettings(files: KeptFiles, flags: ConfigFlags): Promise<ReadSettings> {
  const reads = new Reads();
  const system = files.reader(reads);
  const { value, diagnostics } = await explainConfig(system, flags);
  const accepted = await readAccepted(system);
  const approvals = await readApprovals(system);
  const theme = value.origins['theme'];
  const settings: LiveSettings = {
    config: value.config,
    themePlace: theme?.layer === 'file' ? theme.place : undefined,
    accepted: accepted.entries,
    approvals,
  };
  return {
    settings: hasErrors(diagnostics) ? undefined : settings,
    asRead: settings,
    diagnostics: [...diagnostics, ...accepted.diagnostics],
    reads,
  };
}

/** Whether two settings make the same pages; the clock does not count. */
export function areSame(a: LiveSettings | undefined, b: LiveSettings): boolean {
  if (a === undefined) return false;
  const words = ({ config, accepted, approvals }: LiveSettings): string =>
    JSON.stringify([{ ...config, now: 0 }, accepted, approvals]);
  return words(a) === words(b);
}

/** The settings of one document: its own theme, citation style and formats. */
export function configOf({ config }: LiveSettings, { metadata }: Explainer): ResolvedConfig {
  const { theme, citationStyle, formats } = metadata;
  return configFor(config, { theme, citationStyle, formats });
}

/** The kinds of print that a document is published in, in the order of its formats; none without a PDF. */
export function printKindsOf(settings: LiveSettings, explainer: Explainer): readonly PrintKind[] {
  const config = configOf(settings, explainer);
  return printWishes(formatsOf(config, explainer), config.pdfProfile).map(({ kind }) => kind);
}
