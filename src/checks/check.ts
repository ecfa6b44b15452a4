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

/** A small piece of content with a known verdict: a test of the check and a part of its page in the docs, from one text. */
export interface Example {
  /** What is so in it, as a reader of the docs needs it: `the alt text repeats the caption`. */
  readonly title: string;
  /** Markdown for checks of text; HTML (the body, or a whole page) for checks of pages. */
  readonly text: string;
}

/** Examples by verdict. */
export interface Examples {
  readonly passes: readonly Example[];
  readonly fails: readonly Example[];
  /** Where a person has to judge. */
  readonly cannotTell?: readonly Example[];
}

/** What is looked at: the text as parsed, a page's bytes, a page as the browser shows it, what axe-core said of it, a PDF. */
export type SubjectName = 'document' | 'page' | 'rendered' | 'engine' | 'pdf';

/** What the catalogue knows of a check. */
export interface CheckEntry {
  /** Kebab-case, the desired state, permanent; also the code of its findings. */
  readonly id: string;
  readonly subject: SubjectName;
  /** The desired state as a sentence for people; what is true when it passed. */
  readonly title: string;
  /** The level of its findings; open questions are warnings at most. */
  readonly severity: Severity;
  /** WCAG 2.2 criteria, PDF/UA clauses (`UA1 7.3-1`) or `HR` for a house rule. */
  readonly criteria: readonly string[];
  readonly examples: Examples;
}

/** A check of one kind of artifact. */
export interface Check<Subject> extends CheckEntry {
  readonly evaluate: (subject: Subject) => CheckResult | Promise<CheckResult>;
}

/** Which artifact a check looked at. */
export interface CheckTarget {
  /** `slug`, or `slug/lang`. */
  readonly document: string;
  /** `text`, `html`, `print`, `pdf` … */
  readonly output: string;
  /** Named state of a rendered page (`dark-320-open`), or an empty text. */
  readonly state: string;
}

/** A check of one artifact as it came out; `untested` with its reason when it crashed, overran or said nothing. */
export interface CheckRun extends CheckTarget {
  readonly check: string;
  readonly result: CheckResult | { readonly untested: string };
}

/** A check that takes longer than this says nothing in time, ms. */
const defaultDeadline = 20_000;

const outcomes: readonly unknown[] = ['passed', 'failed', 'cantTell', 'inapplicable'] satisfies Outcome[];

/** Whether a check answered in full: an answer for another check, or a failure without a finding, is none. */
function isAnswer(id: string, answer: CheckResult | undefined): answer is CheckResult {
  if (answer?.check !== id || !outcomes.includes(answer.outcome)) return false;
  return answer.diagnostics.length > 0 || answer.outcome === 'passed' || answer.outcome === 'inapplicable';
}

async function inTime<Value>(work: Value | Promise<Value>, deadlineMs: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It gave no answer within ${deadlineMs} ms.`)), deadlineMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Runs one check. A check that throws, takes too long or says nothing is told as untested: never as passed. */
export async function runCheck<Subject>(
  check: Check<Subject>,
  subject: Subject,
  target: CheckTarget,
  deadlineMs: number = defaultDeadline,
): Promise<CheckRun> {
  try {
    const result = await inTime(check.evaluate(subject), deadlineMs);
    if (!isAnswer(check.id, result)) throw new Error('The check gave no answer.');
    return { ...target, check: check.id, result };
  } catch (error) {
    return untested(check.id, target, error);
  }
}

/** The row of a check that could not run. */
export function untested(check: string, target: CheckTarget, reason: unknown): CheckRun {
  const text = reason instanceof Error ? reason.message : String(reason);
  return { ...target, check, result: { untested: text } };
}

/** The outcome that findings amount to: one failure fails, open questions alone leave it open. */
export function resultOf(check: string, diagnostics: readonly Diagnostic[], instances: number): CheckResult {
  if (diagnostics.some((diagnostic) => diagnostic.question !== true))
    return { check, outcome: 'failed', diagnostics };
  if (diagnostics.length > 0) return { check, outcome: 'cantTell', diagnostics };
  return { check, outcome: instances > 0 ? 'passed' : 'inapplicable', diagnostics };
}

/** Makes a result from findings: failed when there are any, passed otherwise. */
export function failedOrPassed(check: string, diagnostics: readonly Diagnostic[]): CheckResult {
  return resultOf(check, diagnostics, 1);
}
