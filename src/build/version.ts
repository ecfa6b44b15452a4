/** Galley's own version, from its package.json. */

import { createRequire } from 'node:module';

const own: unknown = createRequire(import.meta.url)('../../package.json');

/** Such as `0.1.0`. */
export const ownVersion: string =
  typeof own === 'object' && own !== null && 'version' in own ? String(own.version) : 'unknown';
