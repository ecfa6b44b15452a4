/** `:::chart{type=bar title="…" unit="…" source=id}`: a table drawn as a picture, and the table itself. */

import type { Element, ElementContent } from 'hast';
import type { Nodes, Paragraph, RootContent, Table } from 'mdast';
import type { RichText } from '../../document/explainer.js';
import type { BlockNode } from '../../document/nodes.js';
import type { AttributeRule, RecogniseContext } from '../../document/recognise-context.js';
import { element } from '../../html/elements.js';
import type { RenderContext } from '../../html/render-context.js';
import type { Language } from '../../language/language.js';
import { separator } from '../../language/punctuation.js';
import type { Block } from '../block.js';
import { captionText, captionTitle, figcaption } from '../caption.js';
import { around } from '../parts.js';
import { tell } from '../report.js';
import { csvOf } from './csv.js';
import { type ChartData, checkData, extremesOf, pointsOf, readData } from './data.js';
import { type ChartType, chartSvg, chartTypes } from './draw/svg.js';
import { chartExamples } from './examples.js';

/** A chart; its children are the finding in words and the table, in the author's order. */
export interface ChartNode extends BlockNode {
  type: 'chart';
  draw: ChartType;
  title: RichText | undefined;
  unit: string | undefined;
  chart: ChartData;
  /** Whether the first paragraph says what the chart shows. */
  hasFinding: boolean;
}

declare module 'mdast' {
  interface BlockContentMap {
    chart: ChartNode;
  }
  interface RootContentMap {
    chart: ChartNode;
  }
}

const rules: Readonly<Record<string, AttributeRule>> = {
  type: { form: chartTypes },
  title: {
    form: 'rich',
    required: true,
    why: 'The title tells readers what the chart is about before they look.',
    example: 'People reported injured',
  },
  unit: { form: 'text' },
  source: {
    form: 'sources',
    required: true,
    code: 'chart-has-source-and-unit',
    why: 'Readers cannot judge a chart when they do not know who counted.',
    example: 'health-ministry-0106',
  },
};

function isParagraph(node: RootContent): node is Paragraph {
  return node.type === 'paragraph';
}

function tableOf(node: ChartNode): Table | undefined {
  return node.children.find((child): child is Table => child.type === 'table');
}

/** Highest and lowest, in the page's words; empty without numbers. */
function extremesText(data: ChartData, unit: string | undefined, language: Language): string {
  const found = extremesOf(data);
  if (found === undefined) return '';
  const several = data.series.length > 1;
  const name = (point: { category: string; series: string }): string =>
    several ? `${point.category}, ${point.series}` : point.category;
  return language.label('chart-extremes', {
    high: name(found.high),
    highValue: valueText(found.high.value, unit, language),
    low: name(found.low),
    lowValue: valueText(found.low.value, unit, language),
  });
}

function valueText(value: number, unit: string | undefined, language: Language): string {
  if (unit === '%') return language.formatNumber(value, { percent: true });
  return language.formatNumber(value);
}

function askForFinding(
  text: string,
  context: RecogniseContext,
  place: ReturnType<RecogniseContext['place']>,
): void {
  tell(context, 'chart-has-finding', 'warning', place, {
    what: 'No paragraph says what this chart shows.',
    why: `Readers who cannot see it hear only its extremes: “${text}”`,
    fix: 'Write above the table, in one sentence, what readers shall see in it.',
  });
}

/** What readers hear in place of the picture: its title, then what it shows. */
function nameOf(node: ChartNode, context: RenderContext): string {
  const finding = node.hasFinding
    ? context.words(node.children.filter(isParagraph).slice(0, 1))
    : extremesText(node.chart, node.unit, context.language);
  const title =
    node.title === undefined ? context.language.label('chart') : context.words(node.title.children);
  const stop = /[.!?…。؟]$/u.test(title) ? '' : '.';
  return `${title}${stop} ${finding}`.trim();
}

/** The drawing: on screen a second one, for narrow columns, waits hidden until the theme shows it instead. */
function drawings(node: ChartNode, context: RenderContext): Element[] {
  if (context.charts === 'table' || pointsOf(node.chart).length === 0) return [];
  const name = nameOf(node, context);
  const make = (width: number, size: number, suffix: string): Element => {
    const rtl = context.language.dir === 'rtl';
    const format = (value: number): string => valueText(value, node.unit, context.language);
    const canvas = { width, size, rtl, id: `${node.id}-${suffix}`, format };
    return chartSvg(node.draw, canvas, node.chart, name);
  };
  if (context.medium === 'print') return [make(640, context.chartText, 'print')];
  return [
    element('div', { className: ['chart-wide'] }, [make(640, 15, 'wide')]),
    element('div', { className: ['chart-narrow'], hidden: true }, [make(320, 15, 'narrow')]),
  ];
}

function caption(node: ChartNode, context: RenderContext): Element | undefined {
  const table = tableOf(node);
  const text = captionText(
    node.children.filter((child) => child !== table),
    context,
  );
  const extremes = extremesText(node.chart, node.unit, context.language);
  const named =
    node.hasFinding || extremes === '' ? [] : [element('p', { className: ['caption-text'] }, [extremes])];
  const unit =
    node.unit === undefined
      ? undefined
      : element('p', { className: ['caption-unit'] }, context.label('chart-unit', { unit: node.unit }));
  const title = node.title === undefined ? undefined : captionTitle(context.all(node.title.children));
  return figcaption([title, ...named, ...text, unit, ...context.sourceLine(node.source)]);
}

/** “Data of this chart: Title”. */
function dataTitle(node: ChartNode, context: RenderContext): ElementContent[] {
  const colon = separator(context.language, 'colon');
  const title =
    node.title === undefined
      ? []
      : [{ type: 'text' as const, value: colon }, ...context.all(node.title.children)];
  return [...context.label('chart-data'), ...title];
}

function download(node: ChartNode, context: RenderContext): Element {
  const href = context.file(`${node.id}.csv`, 'text/csv', csvOf(node.chart));
  const colon = separator(context.language, 'colon');
  const title = node.title === undefined ? '' : colon + context.words(node.title.children);
  const words = [...context.label('download-csv'), title];
  return element('p', { className: ['chart-download'] }, [element('a', { href, download: true }, words)]);
}

/** More rows than this would push the text apart on paper. */
const rowsInPlace = 12;

/** Notes stand on the page of their calls, so that a table with calls stays where they were written. */
function holdsCall(node: Nodes): boolean {
  if (node.type === 'noteCall' || node.type === 'citation') return true;
  return 'children' in node && node.children.some(holdsCall);
}

function isLong(table: Table, node: ChartNode): boolean {
  return node.print !== 'expand' && table.children.length - 1 > rowsInPlace && !holdsCall(table);
}

function dataPart(node: ChartNode, context: RenderContext): ElementContent | undefined {
  const table = tableOf(node);
  if (table === undefined) return undefined;
  const framed = context.table(table, { caption: dataTitle(node, context), id: node.id, rowHeads: true });
  if (context.medium === 'print') {
    if (isLong(table, node)) return context.appendix(`${node.id}-data`, framed, dataTitle(node, context));
    return element('div', { className: ['chart-data'] }, [framed]);
  }
  const open = context.charts === 'table' ? { open: true } : {};
  return element('details', { className: ['chart-data'], ...open }, [
    element('summary', {}, dataTitle(node, context)),
    framed,
    download(node, context),
  ]);
}

/** The block. */
export const chart: Block<ChartNode> = {
  name: 'chart',
  summary: 'A table drawn as a picture; the table stays available.',
  type: 'chart',
  holds: 'prose',
  recognise(directive, context) {
    const values = context.attributes(directive, rules);
    const found = context.onlyTable(directive, {
      code: 'chart-has-data-table',
      why: 'The chart is drawn from its table, and readers who cannot see it read the table.',
    });
    if (found === undefined) return undefined;
    const data = readData(found.node, context);
    const draw = chartTypes.find((name) => name === values.text('type')) ?? 'bar';
    checkData(found.node, data, draw === 'stacked', context);
    const children = around(found, found.node);
    const unit = values.text('unit');
    const hasFinding = context.toText(children.filter(isParagraph).slice(0, 1)).trim() !== '';
    if (!hasFinding) {
      askForFinding(extremesText(data, unit, context.language), context, context.openingPlace(directive));
    }
    const title = values.rich('title');
    return {
      ...context.common(directive),
      type: 'chart',
      children,
      reference: title?.text ?? context.language.label('chart'),
      source: values.sources('source'),
      title,
      draw,
      unit,
      chart: data,
      hasFinding,
    };
  },
  render(node, context) {
    return element('div', context.blockProperties(node, 'chart', `chart-${node.draw}`), [
      element('figure', {}, [...drawings(node, context), caption(node, context)]),
      dataPart(node, context),
    ]);
  },
  examples: chartExamples,
};
