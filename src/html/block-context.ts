/** The helpers that a block's `render` gets, bound to one page and one running conversion. */

import type { Element, ElementContent, Properties } from 'hast';
import type { Nodes, PhrasingContent } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import type { BlockNode, SourceReference } from '../document/nodes.js';
import { figureText, isInWords } from '../language/figure-words.js';
import type { LabelName } from '../language/locale.js';
import { toAppendix } from './appendix.js';
import { timeOf } from './dates.js';
import { element } from './elements.js';
import { label } from './labels.js';
import { inTextCitation } from './note-calls.js';
import { type Page, quietly } from './page.js';
import { fileAddress, pictureOf } from './pictures.js';
import { isRepeated, wordsOf } from './plain-text.js';
import type { RenderContext } from './render-context.js';
import { tableFrame } from './tables.js';

/** Units of a drawing that fills the page's width, about CSS px: 10.5, 12.75 and 16.5 pt (accessibility design, section 2). */
const chartText = { standard: 14, clear: 17, large: 22 } as const;

const contexts = new WeakMap<State, RenderContext>();

/** Id, class names, language and direction of a block's outer element. */
export function blockProperties(
  page: Page,
  node: BlockNode,
  name: string,
  classes: readonly string[] = [],
): Properties {
  // A theme may fold on paper what is long; here the author forbids it.
  const print = node.print === 'expand' ? ['print-expand'] : [];
  const className = ['block', `block-${name}`, ...classes, ...print, ...node.classes];
  const foreign = node.lang !== undefined && node.lang !== page.language.tag;
  const language = foreign || node.dir !== undefined ? { lang: node.lang, dir: node.dir } : {};
  return { id: node.id, className, ...(language as Properties) };
}

/** The sources of a source line in short form; a single one is linked even where its words hold no citation. */
function sourceWords(
  page: Page,
  value: string,
  all: (nodes: readonly Nodes[]) => ElementContent[],
): ElementContent[] {
  const words = page.explainer.sourceLines.get(value);
  if (words === undefined) return [];
  if (words.some((node) => node.type === 'inTextCitation')) return all(words);
  const id = page.explainer.sources.has(value) ? value : undefined;
  if (id === undefined) return all(words);
  const citation = { type: 'inTextCitation' as const, sources: [id], children: [...words] };
  return [inTextCitation(citation, all(words as PhrasingContent[]))];
}

function sourceLine(
  page: Page,
  source: SourceReference | undefined,
  name: LabelName | undefined,
  all: (nodes: readonly Nodes[]) => ElementContent[],
): Element[] {
  if (source === undefined) return [];
  const words = sourceWords(page, source.value, all);
  if (words.length === 0) return [];
  const several = source.items.length > 1 ? 'sources-line' : 'source-line';
  return [element('p', { className: ['source-line'] }, label(page, name ?? several, { source: words }))];
}

/** The context of a running conversion, made once. */
export function contextOf(page: Page, state: State): RenderContext {
  const known = contexts.get(state);
  if (known !== undefined) return known;
  const all = (nodes: readonly Nodes[]): ElementContent[] =>
    state.all({ type: 'root', children: nodes as PhrasingContent[] });
  const context: RenderContext = {
    medium: page.medium,
    language: page.language,
    charts: page.config.charts,
    chartText: chartText[page.printKind],
    figures: page.explainer.figures,
    images: page.explainer.images,
    all,
    quoted: (nodes) => quietly(page, () => all(nodes)),
    words: (nodes) => wordsOf(page, nodes).trim(),
    isRepeated: (nodes) => isRepeated(page, nodes),
    titleOf: (id) => {
      const words = page.targets.get(id);
      return words === undefined ? undefined : wordsOf(page, words).trim();
    },
    label: (name, values) => label(page, name, values),
    figureText: (figure, form) => figureText(figure, form, page.language),
    isInWords,
    sources: (value) => sourceWords(page, value, all),
    sourceLine: (source, name) => sourceLine(page, source, name, all),
    time: (date, options) => timeOf(page, date, options),
    asOf: (date) =>
      element('p', { className: ['as-of'] }, label(page, 'as-of', { date: timeOf(page, date) })),
    image: (node, alt) => pictureOf(page, node, alt),
    file: (name, mediaType, content) => fileAddress(page, name, mediaType, content),
    table: (node, options) => tableFrame(page, node, (cell) => all(cell.children), options),
    appendix: (id, table, title) => toAppendix(page, id, table, title),
    creditAtEnd: (credit) => {
      if (!page.credits.includes(credit)) page.credits.push(credit);
    },
    blockProperties: (node, name, ...classes) => blockProperties(page, node, name, classes),
  };
  contexts.set(state, context);
  return context;
}
