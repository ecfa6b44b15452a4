/** Tells V8 to optimise later, since a run of some seconds seldom earns the work back. */

import process from 'node:process';
import { setFlagsFromString } from 'node:v8';

/** Bytes of bytecode that a function may run before it is looked at for optimising; V8's own number is 132 kB. */
const budget = 1_000_000;

/**
 * Must be called before the code that it should spare; holds for all threads of the process. A fifth of a cold command was
 * V8's optimiser, while the browser waited for a core (measured). Where the flag was not tried it is left alone.
 */
export function optimiseLater(): void {
  const [major] = process.versions.v8.split('.');
  if (major === '11') setFlagsFromString(`--interrupt-budget=${budget}`);
}
