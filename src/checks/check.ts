/** What a check is: it looks at one artifact and answers one of four ways. It repairs nothing. */

import type { Diagnostic, Severity } from '../diagnostics/diagnostic.js';

/** `cantTell` asks a person; a check that throws or overruns has no outcome and makes the report incomplete. */
export type Outcome = 'passed' | 'failed' | 'cantTell' | 'inapplicable';

/** What a check says about one artifact. */
export interface CheckResult {
  readonly check: string;
  readonly outcome: Outcome;
  readonly diagnostics: readonly Diagnostic[];
}

/** A check of one kind of artifact. */
export interface Check<Subject> {
  /** Kebab-case, the desired state, permanent; also the code of its findings. */
  readonly id: string;
  readonly subject: 'source' | 'document' | 'html' | 'print' | 'pdf' | 'theme';
  readonly severity: Severity;
  /** WCAG 2.2 criteria, PDF/UA clauses (`UA1 7.3-1`) or `HR` for a house rule. */
  readonly criteria: readonly string[];
  readonly evaluate: (subject: Subject) => CheckResult | Promise<CheckResult>;
}
