/** The web page: the layout's frame, the document's trees in it, sanitised as a whole, and the files beside it. */

import type { ElementContent, Root, RootContent } from 'hast';
import { type Diagnostic, result, type StageResult } from '../../diagnostics/diagnostic.js';
import { isElement } from '../../html/elements.js';
import type { HtmlDocument } from '../../html/html-document.js';
import { sanitise } from '../../html/sanitise.js';
import { firstDifference, parsePage, serialise } from '../../html/serialise.js';
import { spliceSlots } from '../../html/splice-slots.js';
import type { FontSet, Layout, Theme } from '../../theme/theme.js';
import type { OutputFile, ThemedDocument } from '../output.js';
import { completeHead } from './head.js';
import type { WebPage } from './web-page.js';

/** Characters that a reader may see: all text, and what stands in for pictures. */
function charactersOf(tree: Root): ReadonlySet<string> {
  const characters = new Set<string>();
  const add = (words: unknown): void => {
    if (typeof words === 'string') for (const character of words) characters.add(character);
  };
  const walk = (nodes: readonly (RootContent | ElementContent)[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') add(node.value);
      if (!isElement(node) || node.tagName === 'head') continue;
      add(node.properties['alt']);
      walk(node.children);
    }
  };
  walk(tree.children);
  characters.delete('\n');
  return characters;
}

/** The page is not what its tree says, or not what the sanitiser leaves. */
function pageReadsAsWritten(theme: Theme, document: HtmlDocument, problem: string): Diagnostic {
  return {
    code: 'page-reads-as-written',
    severity: 'error',
    what: `Browsers read this page in another way than it was written (${problem}).`,
    why: 'Findings could not be led back to the text, and words could land in the wrong place.',
    fix: `Check the layout of the theme “${theme.name}” for elements in places where HTML does not allow them.`,
    place: { kind: 'source', file: document.path },
    excerpt: problem,
  };
}

/** Proves that a page's bytes hold its tree, and that nothing is left to sanitise (`page-reads-as-written`). */
export function provePage(
  { tree, html }: WebPage,
  { document, theme }: ThemedDocument,
): readonly Diagnostic[] {
  const difference = firstDifference(tree, html);
  const again = serialise(sanitise(tree).value);
  const problems = [difference, again === html ? undefined : 'cleaning it twice changes it'];
  return problems
    .filter((problem) => problem !== undefined)
    .map((problem) => pageReadsAsWritten(theme, document, problem));
}

function filesOf(document: HtmlDocument, theme: Theme, fonts: FontSet): readonly OutputFile[] {
  const css = `${fonts.css}\n${theme.stylesheets.screen}`;
  const files = [...document.assets, ...theme.assets, ...fonts.fonts].map(({ path, bytes }) => ({
    path,
    bytes,
  }));
  return [{ path: document.view.stylesheet, bytes: new TextEncoder().encode(css) }, ...files];
}

/** A page as HTML, before its styles and fonts. */
interface Composed {
  readonly layout: Layout;
  readonly tree: Root;
  readonly html: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The last page of each document: a preview asks again with the same layout when only styles were saved. */
const composed = new WeakMap<HtmlDocument, Composed>();

function compose({ document, theme }: ThemedDocument): Composed {
  const layout = theme.layouts.page;
  const known = composed.get(document);
  if (known?.layout === layout) return known;
  const whole = spliceSlots(parsePage(layout(document)), document.slots);
  completeHead(whole.value, document);
  const clean = sanitise(whole.value, { file: document.path });
  const diagnostics = [...whole.diagnostics, ...clean.diagnostics];
  const made: Composed = { layout, tree: clean.value, html: serialise(clean.value), diagnostics };
  composed.set(document, made);
  return made;
}

/**
 * Makes the web page of a document without proving it. Reports slots that the layout lacks (`theme-is-complete`) and what the sanitiser took
 * out (`template-output-is-escaped`). All addresses are relative, so the page works opened as a file.
 */
export async function composeWeb(themed: ThemedDocument): Promise<StageResult<WebPage>> {
  const { document, theme } = themed;
  const { tree, html, diagnostics } = compose(themed);
  const fonts = await theme.screenFonts(charactersOf(tree));
  const before = fonts.css.split('\n').length;
  const page: WebPage = {
    ...{ html, tree, source: document.path, assets: filesOf(document, theme, fonts) },
    styleAt: (line, column) => theme.screenLines(line - before, column),
  };
  return result(page, diagnostics);
}

/** Makes the web page of a document and proves it; a page with an error must not be published. */
export async function renderWeb(themed: ThemedDocument): Promise<StageResult<WebPage>> {
  const { value, diagnostics } = await composeWeb(themed);
  return result(value, [...diagnostics, ...provePage(value, themed)]);
}
