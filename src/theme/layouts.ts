/** Compiles layouts, blocks and partials with an engine of their own, after the linter has read them. */

import Handlebars from 'handlebars';
import { type Diagnostic, hasErrors, type StageResult } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/nearest.js';
import type { BlockTemplate, BlockView } from '../html/block-templates.js';
import { blockParts } from './block-shape.js';
import { themePlace } from './findings.js';
import { helperForms, registerHelpers } from './helpers.js';
import { Kept } from './kept.js';
import { labelNames, labelsIn, type ThemeLabels } from './labels.js';
import { parse, parseAll, type ReadTemplate } from './parse-template.js';
import { layoutExists, templateIsUsed } from './template-findings.js';
import { lintBlock, lintLayout, type PartialUse } from './template-lint.js';
import { callersIn, markTags } from './template-marks.js';
import type { Layout, Theme } from './theme.js';
import { readThemeFolder, type ThemeChain, type ThemeSource } from './theme-chain.js';
import { plain, templateViewOf } from './view-shape.js';

/** Compiled templates and the files they came from; `layouts` is undefined when a fault makes them unusable. */
export interface TemplateSet {
  readonly layouts: Theme['layouts'] | undefined;
  readonly blocks: Theme['blocks'];
  readonly sources: readonly ThemeSource[];
}

/** What a theme itself adds to the view of a page. */
export interface ThemeWords {
  /** The logo's path beside the page. */
  readonly logo: string | null;
  readonly labels: ThemeLabels;
}

/** Compiles the templates of one theme: one engine, in which every partial is known. Strings only: Handlebars 4.7.10 runs a syntax tree that is handed to `compile`. */
function makeCompiler(
  partials: ReadonlyMap<string, ReadTemplate>,
  markedText: (template: ReadTemplate) => string,
): (template: ReadTemplate) => (view: object) => string {
  const engine = Handlebars.create();
  const { startPage } = registerHelpers(engine);
  const knownHelpers = {
    ...Object.fromEntries(Object.keys(helperForms).map((name) => [name, true])),
    log: false,
    lookup: false,
    helperMissing: false,
    blockHelperMissing: false,
    each: true,
    if: true,
    unless: true,
    with: true,
  };
  const options = { strict: true, knownHelpersOnly: true, preventIndent: true, knownHelpers };
  for (const [name, partial] of partials)
    engine.registerPartial(name, engine.compile(markedText(partial), options));
  return (template) => {
    const compiled = engine.compile(markedText(template), options);
    return (view) => {
      startPage();
      return compiled(view, {
        allowProtoPropertiesByDefault: false,
        allowProtoMethodsByDefault: false,
        allowCallsToHelperMissing: false,
      });
    };
  };
}

/** Reads templates of a folder that are called by nobody, to know what they call. */
function readable(sources: ReadonlyMap<string, ThemeSource>): readonly ReadTemplate[] {
  return [...parseAll(sources, () => undefined).values()];
}

/** What one reading of a theme's templates shares. */
interface TemplateDesk {
  readonly chain: ThemeChain;
  readonly use: PartialUse;
  readonly compile: ReturnType<typeof makeCompiler>;
  readonly report: (diagnostic: Diagnostic) => void;
}

const layoutNames = ['page', 'print'] as const;

async function compileLayouts(
  { chain, use, compile, report }: TemplateDesk,
  words: ThemeWords,
): Promise<{ readonly layouts: ReadonlyMap<string, Layout>; readonly sources: readonly ThemeSource[] }> {
  const files = await readThemeFolder(chain, 'layouts', '.hbs');
  const layouts = new Map<string, Layout>();
  for (const name of layoutNames) {
    const source = files.get(name);
    if (source === undefined) {
      report(layoutExists(`layouts/${name}.hbs`));
      continue;
    }
    const template = parse(name, source, report);
    if (template === undefined) continue;
    const findings = lintLayout(template, use);
    for (const finding of findings) report(finding);
    if (hasErrors(findings)) continue;
    const render = compile(template);
    layouts.set(name, (document) => {
      const own = labelsIn(document.view.lang, words.labels);
      return render(templateViewOf(document, words.logo, own));
    });
  }
  return { layouts, sources: [...files.values()] };
}

async function compileBlocks(
  { chain, use, compile, report }: TemplateDesk,
  words: ThemeWords,
): Promise<{ readonly blocks: Theme['blocks']; readonly sources: readonly ThemeSource[] }> {
  const files = await readThemeFolder(chain, 'blocks', '.hbs');
  const blocks = new Map<string, BlockTemplate>();
  for (const [name, source] of files) {
    const parts = Object.hasOwn(blockParts, name) ? blockParts[name] : undefined;
    if (parts === undefined) {
      const known = Object.keys(blockParts);
      report(templateIsUsed(themePlace(source.file, 1), name, didYouMean(name, known)));
      continue;
    }
    const template = parse(name, source, report);
    if (template === undefined) continue;
    const findings = lintBlock(template, use);
    for (const finding of findings) report(finding);
    if (hasErrors(findings)) continue;
    const render = compile(template);
    const labelled = (view: BlockView): BlockView => ({
      ...view,
      labels: { ...view.labels, ...labelsIn(view.lang, words.labels) },
    });
    blocks.set(name, {
      file: source.file,
      parts,
      render: (view) => render(plain(labelled(view)) as object),
    });
  }
  return { blocks, sources: [...files.values()] };
}

/** The theme's own partials that nothing called; those of a parent may wait for another theme. */
function unusedPartials(
  partials: ReadonlyMap<string, ThemeSource>,
  { chain, use }: TemplateDesk,
): readonly Diagnostic[] {
  return [...partials]
    .filter(([name, { folder }]) => folder === chain.folders[0] && !use.reached.has(name))
    .map(([name, { file }]) => templateIsUsed(themePlace(file, 1), name, undefined));
}

const kept = new Kept<Promise<StageResult<TemplateSet>>>();

/** Reads, lints and compiles the templates of a theme, once while all of them stay. One that cannot be used leaves out its layout or block, with findings. */
export async function readTemplates(chain: ThemeChain, words: ThemeWords): Promise<StageResult<TemplateSet>> {
  const from: unknown[] = [words.logo, words.labels, chain.folders[0]?.system.root, chain.folders[0]?.path];
  for (const folder of ['partials', 'layouts', 'blocks']) {
    const files = await readThemeFolder(chain, folder, '.hbs');
    for (const [name, { file, bytes, folder: theme }] of files) from.push(name, file, bytes, theme.own);
  }
  return await kept.get(from, () => compileTemplates(chain, words));
}

async function compileTemplates(chain: ThemeChain, words: ThemeWords): Promise<StageResult<TemplateSet>> {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  const report = (diagnostic: Diagnostic): void => {
    if (isNew(diagnostic, seen)) diagnostics.push(diagnostic);
  };
  const partials = await readThemeFolder(chain, 'partials', '.hbs');
  const parsed = parseAll(partials, report);
  const use: PartialUse = {
    partials: parsed,
    allRead: diagnostics.length === 0,
    reached: new Set(),
    labels: labelNames(words.labels),
  };
  const nameByFile = new Map([...parsed.values()].map(({ name, file }) => [file, name]));
  const callers = callersIn([
    ...readable(await readThemeFolder(chain, 'layouts', '.hbs')),
    ...readable(await readThemeFolder(chain, 'blocks', '.hbs')),
    ...parsed.values(),
  ]);
  const marked = (template: ReadTemplate): string =>
    markTags(template, callers, (file) => nameByFile.get(file));
  const desk: TemplateDesk = { chain, use, compile: makeCompiler(parsed, marked), report };
  const { layouts, sources } = await compileLayouts(desk, words);
  const { blocks, sources: blockSources } = await compileBlocks(desk, words);
  if (!hasErrors(diagnostics)) for (const finding of unusedPartials(partials, desk)) report(finding);
  const [page, print] = layoutNames.map((name) => layouts.get(name));
  const isUsable = use.allRead && page !== undefined && print !== undefined;
  const value = {
    layouts: isUsable ? { page, print } : undefined,
    blocks,
    sources: [...sources, ...partials.values(), ...blockSources],
  };
  return { value, diagnostics };
}

/** A partial that several templates use is reported once. */
function isNew(finding: Diagnostic, seen: Set<string>): boolean {
  const key = JSON.stringify([finding.code, finding.excerpt, finding.place]);
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}
