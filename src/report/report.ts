/** What a person or a build server reads at the end: every finding, what ran, what was made. */

import type { Outcome } from '../checks/check.js';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.js';
import type { CitedSource } from '../html/cited-sources.js';

/** What a person decided about a finding; it is still shown, and counts no more. */
export interface Decision {
  /** In the project's list, or by a comment at the place itself. */
  readonly kind: 'accepted' | 'allowed-in-text';
  readonly person: string | null;
  readonly reason: string;
  /** The day until which it holds, ISO; null for good. */
  readonly until: string | null;
}

/** A diagnostic with its lasting id and the document it belongs to. */
export interface Finding extends Diagnostic {
  /** `<code>:<8 hex>`, from code, document, excerpt and ordinal; never from line numbers, so it outlives edits elsewhere. */
  readonly id: string;
  readonly outcome: 'failed' | 'cantTell';
  /** `slug` or `slug/lang`; null for the project itself, and for what several documents share. */
  readonly document: string | null;
  /** All documents in which it was noticed; empty for the project itself. */
  readonly documents: readonly string[];
  /** Named states of the page in which it was seen (`dark-320`); empty for findings of stages. */
  readonly states: readonly string[];
  /** WCAG 2.2 criteria, PDF/UA clauses, or `HR` for a house rule. */
  readonly criteria: readonly string[];
  /** Engines and rules that found it (`axe-core image-alt`); empty for Galley's own. */
  readonly rules: readonly string[];
  readonly decision?: Decision | undefined;
}

/** One expected check of one artifact. `untested` is a failure, never a pass. */
export interface LedgerEntry {
  readonly check: string;
  readonly document: string;
  readonly output: string;
  readonly state: string;
  readonly outcome: Outcome | 'untested';
  readonly reason?: string | undefined;
}

/** A file that was made. */
export interface MadeFile {
  /** Project-relative path. */
  readonly path: string;
  readonly bytes: number;
  readonly pages?: number | undefined;
}

/** What became of one explainer in one language. */
export interface ExplainerReport {
  /** `slug`, or `slug/lang` for a translation. */
  readonly document: string;
  readonly path: string;
  readonly title: string;
  readonly state: 'built' | 'failed' | 'held-back' | 'checked';
  readonly files: readonly MadeFile[];
  /** What it cites, in the words of page and PDF; empty where it was not made. */
  readonly sources: readonly CitedSource[];
  /** Milliseconds by stage, for people; never in report.json. */
  readonly timings: Readonly<Record<string, number>>;
}

/** Exit codes (architecture, section 6). */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 130 | 143;

/** The whole result of one run. */
export interface Report {
  readonly explainers: readonly ExplainerReport[];
  readonly findings: readonly Finding[];
  readonly ledger: readonly LedgerEntry[];
  /** Rows of the ledger that could not be checked; said first. */
  readonly incomplete: readonly LedgerEntry[];
  readonly totals: Readonly<Record<Severity, number>>;
  readonly failOn: Severity;
  readonly exitCode: ExitCode;
}
