/** Addresses of documents: from the output folder, and in public where config gives a base. */

import type { ResolvedConfig } from '../config/config.js';

/** The base of all public addresses, with its last slash; undefined when config gives none. */
export function baseAddress({ url }: ResolvedConfig): string | undefined {
  return url === null ? undefined : `${url.replace(/\/+$/, '')}/`;
}

/** A document's public address, or its page relative to the output folder where nothing public is known. */
export function documentAddress(config: ResolvedConfig, document: string, page = 'index.html'): string {
  const base = baseAddress(config);
  const file = page === 'index.html' && base !== undefined ? '' : page;
  return `${base ?? ''}${document}/${file}`;
}
