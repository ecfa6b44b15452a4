/** What Galley has to say about an author's work: one value for every stage and every check. */

import type { Place } from './place.js';

/** `error` loses or misleads a reader, `warning` may, `info` is advice. */
export type Severity = 'error' | 'warning' | 'info';

/** A second place that explains the first, such as "first defined here". */
export interface RelatedPlace {
  readonly message: string;
  readonly place: Place;
}

/**
 * One finding of a stage or a check.
 *
 * `code` is kebab-case, worded as the desired state (`image-has-alt`) and permanent. The message has three parts:
 * what was found, why it matters to a reader, how to fix it.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly place?: Place | undefined;
  readonly related?: readonly RelatedPlace[] | undefined;
  /** The offending words of the author, used for the finding's lasting id. */
  readonly excerpt?: string | undefined;
  /** The lines around the place must not be quoted anywhere (an unnamed source's entry): no code frame, no excerpt. */
  readonly confidential?: boolean | undefined;
  /** The engine and the rule of it behind the finding: `axe-core image-alt`. */
  readonly rule?: string | undefined;
  /** The defect behind a rule that several engines have, so that it is told once. */
  readonly defect?: string | undefined;
  /** A person has to judge: `what` asks what can be answered by yes or no. Its outcome is `cantTell`, never `failed`. */
  readonly question?: boolean | undefined;
}

/** A stage's best value, even with errors, and what was noticed on the way. */
export interface StageResult<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Wraps a value with what was noticed. */
export function result<T>(value: T, diagnostics: readonly Diagnostic[] = []): StageResult<T> {
  return { value, diagnostics };
}

/** Whether any of the diagnostics is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
