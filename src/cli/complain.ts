/** How the command line words what stopped it. */

import type { BuildError } from '../diagnostics/build-error.js';
import { formatPlace } from '../diagnostics/place.js';

const reportAddress = 'Please report it with the command you ran; --debug adds the details that help.';

/** A broken set-up: what, why, how to fix, and where when it has a place. */
export function explainBuildError({ diagnostic }: BuildError): string {
  const { code, what, why, fix, place } = diagnostic;
  const where = place === undefined ? '' : `${formatPlace(place)}  `;
  return `${where}error  ${code}\n  ${what} ${why}\n  Try: ${fix}`;
}

/** A defect of Galley's own; the stack only when asked for. */
export function explainDefect(error: unknown, debug: boolean): string {
  const name = error instanceof Error ? error.message : String(error);
  const details = debug && error instanceof Error ? `\n${error.stack ?? ''}` : '';
  return `This is a defect in Galley itself, not in your text (${name}). ${reportAddress}${details}`;
}
