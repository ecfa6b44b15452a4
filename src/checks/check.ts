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

/** Which artifact a check looked at. */
export interface CheckTarget {
  /** `slug`, or `slug/lang`. */
  readonly document: string;
  /** `html`, `print`, `pdf` … */
  readonly output: string;
  /** Named state of a rendered page (`dark-320`), or an empty text. */
  readonly state: string;
}

/** A check of one artifact as it came out; `untested` with its reason when it crashed, overran or said nothing. */
export interface CheckRun extends CheckTarget {
  readonly check: string;
  readonly result: CheckResult | { readonly untested: string };
}

/** Runs one check. A check that throws is told as untested: never as passed. */
export async function runCheck<Subject>(
  check: Check<Subject>,
  subject: Subject,
  target: CheckTarget,
): Promise<CheckRun> {
  try {
    return { ...target, check: check.id, result: await check.evaluate(subject) };
  } catch (error) {
    return untested(check.id, target, error);
  }
}

/** The row of a check that could not run. */
export function untested(check: string, target: CheckTarget, reason: unknown): CheckRun {
  const text = reason instanceof Error ? reason.message : String(reason);
  return { ...target, check, result: { untested: text } };
}

/** Makes a result from findings: failed when there are any, passed otherwise. */
export function failedOrPassed(check: string, diagnostics: readonly Diagnostic[]): CheckResult {
  return { check, outcome: diagnostics.length > 0 ? 'failed' : 'passed', diagnostics };
}
