/** Where the files lie that a preview's pages load: made by `npm run compile`, two levels above this file in `src`, `dist` and `dist/run`. */

import { fileURLToPath } from 'node:url';

/** The folder of the pages' scripts and styles. */
export function clientFolder(): string {
  return fileURLToPath(new URL('../../dist/studio/client', import.meta.url));
}
