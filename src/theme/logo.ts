/** The logo: the publisher's, or the theme's own. */

import type { ResolvedConfig } from '../config/config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourcePlace } from '../diagnostics/place.js';
import type { System } from '../system/system.js';
import { themeFileExists } from './findings.js';
import { pictureType } from './stylesheets.js';
import type { ThemeFile } from './theme.js';
import { readThemeFile, type ThemeChain, themePlaceOf } from './theme-chain.js';

/** A logo as a file beside the page, or what is to be said when it is not there. */
export interface FoundLogo {
  readonly logo: ThemeFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

function logoOf(
  named: string,
  bytes: Uint8Array | undefined,
  place: SourcePlace,
  searched: string,
): FoundLogo {
  const mediaType = pictureType(named);
  if (mediaType === undefined || bytes === undefined) {
    return { logo: undefined, diagnostics: [themeFileExists(place, named, searched)] };
  }
  const ending = named.split('.').at(-1);
  return { logo: { path: `theme/logo.${ending}`, mediaType, bytes }, diagnostics: [] };
}

/** Reads the logo that galley.config.yaml names, else the one of the nearest theme that has one. */
export async function readLogo(
  system: System,
  config: ResolvedConfig,
  chain: ThemeChain,
): Promise<FoundLogo> {
  const named = config.publisher.logo;
  if (named !== null) {
    const place = { kind: 'source', file: 'galley.config.yaml' } as const;
    return logoOf(named, await system.readFile(named), place, named);
  }
  const holder = chain.folders.find(({ settings }) => settings.logo !== undefined);
  const own = holder?.settings.logo;
  if (holder === undefined || own === undefined) return { logo: undefined, diagnostics: [] };
  const source = await readThemeFile(chain, own);
  return logoOf(own, source?.bytes, themePlaceOf(holder, ['logo']), `${holder.path}/${own}`);
}
