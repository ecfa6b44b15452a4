/** What a person or a build server reads at the end: every finding, what ran, what was made. */

import type { Outcome } from '../checks/check.js';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.js';

/** A diagnostic with its lasting id and the document it belongs to. */
export interface Finding extends Diagnostic {
  /** `<code>:<8 hex>`, from code, slug, language, excerpt and ordinal; never from line numbers. */
  readonly id: string;
  readonly outcome: Exclude<Outcome, 'passed' | 'inapplicable'>;
  readonly document: string | null;
  readonly criteria: readonly string[];
}

/** One expected check of one artifact. `untested` is a failure, never a pass. */
export interface LedgerEntry {
  readonly check: string;
  readonly document: string;
  readonly output: string;
  readonly outcome: Outcome | 'untested';
  readonly reason?: string | undefined;
}

/** What was made from one explainer. */
export interface ExplainerReport {
  readonly slug: string;
  readonly lang: string;
  readonly path: string;
  readonly state: 'built' | 'failed' | 'held-back' | 'checked';
  readonly files: readonly {
    readonly path: string;
    readonly bytes: number;
    readonly pages?: number | undefined;
  }[];
  /** Milliseconds by stage, for people; not in report.json. */
  readonly timings: Readonly<Record<string, number>>;
}

/** The whole result of one run. */
export interface Report {
  readonly explainers: readonly ExplainerReport[];
  readonly findings: readonly Finding[];
  readonly ledger: readonly LedgerEntry[];
  readonly totals: Readonly<Record<Severity, number>>;
  /** Rows that could not be checked. */
  readonly incomplete: readonly LedgerEntry[];
  readonly exitCode: 0 | 1 | 2 | 3 | 4;
}
