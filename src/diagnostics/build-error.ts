/** The one error Galley throws on purpose: the set-up is broken, so no work can start or go on. */

import type { Diagnostic } from './diagnostic.js';

/** Exit codes of the command line (architecture: usage and configuration, or environment). */
export type BuildErrorKind = 'usage' | 'environment';

/** A broken set-up (no browser, unreadable theme, full disk), told as one diagnostic. Bad content never throws. */
export class BuildError extends Error {
  readonly kind: BuildErrorKind;
  readonly diagnostic: Diagnostic;

  constructor(kind: BuildErrorKind, diagnostic: Diagnostic, cause?: unknown) {
    super(`${diagnostic.what} ${diagnostic.why} ${diagnostic.fix}`, { cause });
    this.name = 'BuildError';
    this.kind = kind;
    this.diagnostic = diagnostic;
  }
}
