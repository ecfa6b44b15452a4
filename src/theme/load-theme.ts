/** The `theme` stage: a theme by name, read, checked and made ready for every output. */

import type { ResolvedConfig } from '../config/config.js';
import { BuildError } from '../diagnostics/build-error.js';
import type { Diagnostic, StageResult } from '../diagnostics/diagnostic.js';
import type { System } from '../system/system.js';
import { gatherColours, gatherPairs } from './colours.js';
import { contrastFindings, measureContrast } from './contrast.js';
import { themeExists, themeFileExists, themeHasPart } from './findings.js';
import { fontProperties, gatherFonts } from './font-sources.js';
import { fontCutter, type KeptCuts } from './fonts.js';
import { readLayouts } from './layouts.js';
import { pictureType, readStyles } from './stylesheets.js';
import type { Theme, ThemeFile } from './theme.js';
import { type FolderOpener, findTheme, ownFolder, type ThemeChain } from './theme-chain.js';

/** The publisher's logo as a file beside the page, or what is to be said when it is not there. */
async function readLogo(
  system: System,
  config: ResolvedConfig,
): Promise<{ readonly logo: ThemeFile | undefined; readonly diagnostics: readonly Diagnostic[] }> {
  const named = config.publisher.logo;
  if (named === null) return { logo: undefined, diagnostics: [] };
  const mediaType = pictureType(named);
  const bytes = mediaType === undefined ? undefined : await system.readFile(named);
  if (mediaType === undefined || bytes === undefined) {
    const place = { kind: 'source', file: 'galley.config.yaml' } as const;
    return { logo: undefined, diagnostics: [themeFileExists(place, named, named)] };
  }
  const ending = named.split('.').at(-1);
  return { logo: { path: `theme/logo.${ending}`, mediaType, bytes }, diagnostics: [] };
}

/** Cuts that were made when Galley was compiled (`scripts/fonts.mjs`). */
function ownCuts(open: FolderOpener): KeptCuts {
  const own = open(ownFolder());
  return { read: (name) => own.readFile(`dist/fonts/${name}`) };
}

/** Margins of the nearest themes that set them. */
function margins(chain: ThemeChain): Partial<Theme['margins']> {
  return Object.assign({}, ...[...chain.folders].reverse().map((folder) => folder.settings.margins ?? {}));
}

function hasAllSides(sides: Partial<Theme['margins']>): sides is Theme['margins'] {
  return [sides.top, sides.right, sides.bottom, sides.left].every((side) => side !== undefined);
}

/** Files of the project itself; those of the package change only with its version. */
function ownFiles(
  chain: ThemeChain,
  files: readonly { file: string; folder: { own: boolean } }[],
): readonly string[] {
  const settings = chain.folders.filter((folder) => folder.own && folder.yaml !== undefined);
  const read = files.filter((source) => source.folder.own).map((source) => source.file);
  return [...new Set([...settings.map((folder) => `${folder.path}/theme.yaml`), ...read])].sort();
}

/**
 * Loads a theme from the project's `templates/`, the folders of `themes`, or the package. `open` gives access to a
 * folder outside the project by absolute path (`diskSystem`), for Galley's own templates and fonts. Findings have the codes
 * `theme-is-complete`, `template-compiles`, `template-variable-exists`, `template-output-is-escaped` and
 * `style-stays-in-theme`. Throws a `BuildError` when there is no such theme or its layouts cannot be used at all: then
 * `diagnosticsOf` the error's cause holds every finding.
 */
export async function loadTheme(
  system: System,
  config: ResolvedConfig,
  name: string,
  open: FolderOpener,
  cuts: KeptCuts = ownCuts(open),
): Promise<StageResult<Theme>> {
  const chain = await findTheme(system, config, name, open);
  const colours = gatherColours(chain);
  const { pairs, diagnostics: pairFindings } = gatherPairs(chain, colours.tokens);
  const fonts = await gatherFonts(chain, open);
  const styles = await readStyles(chain, colours, fontProperties(fonts.stacks));
  const { logo, diagnostics: logoFindings } = await readLogo(system, config);
  const layouts = await readLayouts(chain, logo?.path ?? null);
  const sides = margins(chain);
  const diagnostics = [
    ...chain.diagnostics,
    ...colours.diagnostics,
    ...pairFindings,
    ...contrastFindings(chain, measureContrast({ colours: colours.tokens, pairs })),
    ...fonts.diagnostics,
    ...styles.diagnostics,
    ...logoFindings,
    ...layouts.diagnostics,
    ...(hasAllSides(sides) ? [] : [themeHasPart(`templates/${name}/theme.yaml`, 'margins')]),
  ];
  if (layouts.value.layouts === undefined || chain.folders.length === 0 || !hasAllSides(sides)) {
    throw new UnusableTheme(diagnostics[0] ?? themeExists(name, []), diagnostics);
  }
  const theme: Theme = {
    name,
    layouts: layouts.value.layouts,
    colours: colours.tokens,
    pairs,
    stylesheets: styles.stylesheets,
    ...fontCutter(fonts.stacks, cuts),
    assets: logo === undefined ? styles.assets : [...styles.assets, logo],
    margins: sides,
    files: ownFiles(chain, [...styles.sources, ...layouts.value.sources]),
  };
  return { value: theme, diagnostics };
}

/** A theme that no page can be made with; carries all its findings. */
export class UnusableTheme extends BuildError {
  readonly diagnostics: readonly Diagnostic[];

  constructor(first: Diagnostic, diagnostics: readonly Diagnostic[]) {
    super('usage', first);
    this.name = 'UnusableTheme';
    this.diagnostics = diagnostics;
  }
}
