/** Where Galley itself lies. */

import { fileURLToPath } from 'node:url';

/** Galley's own folder, two levels above this file both in `src` and in `dist`. */
export function ownFolder(): string {
  return fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');
}
