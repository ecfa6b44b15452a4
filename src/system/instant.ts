/** The build's clock: SOURCE_DATE_EPOCH where it is set, so that two builds of the same files give the same bytes. */

import { BuildError } from '../diagnostics/build-error.js';

/** Milliseconds since the epoch from SOURCE_DATE_EPOCH (whole seconds), else from the clock. An unreadable value throws. */
export function instantFrom(sourceDateEpoch: string | undefined, clock: () => number): number {
  if (sourceDateEpoch === undefined || sourceDateEpoch === '') return clock();
  if (/^\d{1,12}$/.test(sourceDateEpoch)) return Number(sourceDateEpoch) * 1000;
  throw new BuildError('usage', {
    code: 'source-date-is-readable',
    severity: 'error',
    what: `The environment variable SOURCE_DATE_EPOCH holds “${sourceDateEpoch}”, which is no number of seconds.`,
    why: 'It sets the time of the build, and a build with a guessed time could let an embargoed text out.',
    fix: 'Set it to whole seconds since 1 January 1970, such as 1641427200, or remove it.',
  });
}
