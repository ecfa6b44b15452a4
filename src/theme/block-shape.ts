/** The parts of each block that a template can place, as data: names for designers, and the class or tag that each part carries (docs/markup.md). */

import type { BlockView } from '../html/block-templates.js';
import { type ObjectShape, type Shape, templateViewShape } from './view-shape.js';

const titled = { title: '.block-title' };
const callout = { label: '.callout-label' };

/** Slots by block; each block has `content` too, which takes all that has no slot of its own. */
export const blockParts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'key-points': { head: '.block-head' },
  known: titled,
  claimed: titled,
  unknown: titled,
  timeline: { zone: '.timeline-zone' },
  qa: {},
  people: {},
  numbers: { 'as-of': '.as-of' },
  quote: {
    words: '.quote-words',
    'original-label': '.quote-original-label',
    original: '.quote-original',
    attribution: '.quote-attribution',
  },
  figure: { caption: 'figcaption' },
  chart: { data: '.chart-data' },
  map: { places: '.map-places' },
  table: { source: '.source-line' },
  glossary: {},
  next: {},
  steps: {},
  contact: { name: '.contact-name', hours: '.contact-hours' },
  claim: {
    label: '.claim-label',
    words: '.claim-words',
    by: '.claim-by',
    source: '.source-line',
    verdict: '.claim-verdict',
    evidence: '.claim-evidence',
  },
  document: { text: '.document-text' },
  background: titled,
  note: callout,
  warning: callout,
  correction: { label: '.correction-label' },
  related: { label: '.block-label' },
};

/** The slots of a block in order. */
export function blockSlots(block: string): readonly string[] {
  return [...Object.keys(blockParts[block] ?? {}), 'content'];
}

/** What the template of a block may name; kept equal to `BlockView` by the compiler. */
export function blockViewShape(block: string): ObjectShape {
  const fields: Readonly<Record<keyof BlockView, Shape>> = {
    block: 'text',
    medium: 'text',
    lang: 'text',
    dir: 'text',
    labelsLang: 'text',
    labels: templateViewShape.fields['labels'] ?? 'text',
    slots: { fields: Object.fromEntries(blockSlots(block).map((name): [string, Shape] => [name, 'flag'])) },
  };
  return { fields };
}
