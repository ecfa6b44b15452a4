/** The `theme` stage: a theme by name, read, checked and made ready for every output. */

import type { ResolvedConfig } from '../config/config.js';
import { BuildError } from '../diagnostics/build-error.js';
import type { Diagnostic, StageResult } from '../diagnostics/diagnostic.js';
import type { System } from '../system/system.js';
import { gatherColours, gatherPairs } from './colours.js';
import { contrastFindings, measureContrast } from './contrast.js';
import { themeExists, themeHasName, themeHasPart, themePlace } from './findings.js';
import { fontProperties, gatherFonts } from './font-sources.js';
import { fontCutter, type KeptCuts } from './fonts.js';
import { gatherLabels, wordsIn } from './labels.js';
import { readTemplates } from './layouts.js';
import { readLogo } from './logo.js';
import { gatherPages } from './pages.js';
import { readStyles } from './stylesheets.js';
import type { Theme } from './theme.js';
import { findTheme, type ThemeChain } from './theme-chain.js';
import { type FolderOpener, ownFolder } from './theme-shelves.js';

/** Cuts that were made when Galley was compiled (`scripts/fonts.mjs`). */
function ownCuts(open: FolderOpener): KeptCuts {
  const own = open(ownFolder());
  return { read: (name) => own.readFile(`dist/fonts/${name}`) };
}

function hasAllSides(sides: Partial<Theme['margins']>): sides is Theme['margins'] {
  return [sides.top, sides.right, sides.bottom, sides.left].every((side) => side !== undefined);
}

/** Themes of the project whose theme.yaml says no name. */
function unnamed(chain: ThemeChain): readonly Diagnostic[] {
  return chain.folders
    .filter(({ own, yaml, settings }) => own && yaml?.data !== undefined && settings.name === undefined)
    .map(({ path, name }) => themeHasName(themePlace(`${path}/theme.yaml`, 1), name));
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
  const { logo, diagnostics: logoFindings } = await readLogo(system, config, chain);
  const labels = gatherLabels(chain);
  const templates = await readTemplates(chain, { logo: logo?.path ?? null, labels: labels.labels });
  const { margins: sides, papers, paper } = gatherPages(chain);
  const diagnostics = [
    ...chain.diagnostics,
    ...unnamed(chain),
    ...labels.diagnostics,
    ...colours.diagnostics,
    ...pairFindings,
    ...contrastFindings(chain, measureContrast({ colours: colours.tokens, pairs })),
    ...fonts.diagnostics,
    ...styles.diagnostics,
    ...logoFindings,
    ...templates.diagnostics,
    ...(hasAllSides(sides) ? [] : [themeHasPart(`templates/${name}/theme.yaml`, 'margins')]),
  ];
  if (templates.value.layouts === undefined || chain.folders.length === 0 || !hasAllSides(sides)) {
    throw new UnusableTheme(diagnostics[0] ?? themeExists(name, []), diagnostics);
  }
  const theme: Theme = {
    name,
    layouts: templates.value.layouts,
    blocks: templates.value.blocks,
    words: (lang) => wordsIn(lang, labels.labels),
    colours: colours.tokens,
    pairs,
    stylesheets: styles.stylesheets,
    screenLines: styles.screenLines,
    ...fontCutter(fonts.stacks, cuts),
    assets: logo === undefined ? styles.assets : [...styles.assets, logo],
    margins: sides,
    papers: {
      a4: { ...sides, ...papers.a4 },
      letter: { ...sides, ...papers.letter },
    },
    paper,
    files: ownFiles(chain, [...styles.sources, ...templates.value.sources]),
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
