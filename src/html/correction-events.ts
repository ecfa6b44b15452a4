/** Corrections as events: one in the front matter and one at its place in the text may be the same. */

import type { Nodes, Parents } from 'mdast';
import type { CorrectionNode } from '../blocks/correction/block.js';
import type { Correction, Explainer } from '../document/explainer.js';
import type { PartialDate } from '../language/language.js';
import { compareDates } from '../language/partial-date.js';
import { plainText } from './plain-text.js';

/** One correction as feeds and machines count it. */
export interface CorrectionEvent {
  readonly at: PartialDate;
  readonly kind: Correction['kind'];
  readonly text: string;
}

interface InlineCorrection {
  readonly node: CorrectionNode;
  /** Id of the heading or block right above it. */
  readonly above: string | undefined;
}

function idOf(node: Nodes | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (node.type === 'heading') return node.data?.id;
  return 'id' in node && typeof node.id === 'string' ? node.id : undefined;
}

/** All corrections that stand in the text, in order. */
function inlineCorrections(explainer: Explainer): InlineCorrection[] {
  const found: InlineCorrection[] = [];
  const walk = (parent: Parents): void => {
    let above: string | undefined;
    for (const child of parent.children) {
      if (child.type === 'correction') found.push({ node: child, above });
      else above = idOf(child) ?? above;
      if ('children' in child) walk(child as Parents);
    }
  };
  walk(explainer.tree);
  return found;
}

/** Whether a front-matter entry tells of the same event as one in the text (content model, section 2). */
function isSame(entry: Correction, inline: InlineCorrection): boolean {
  if (entry.block === null || inline.node.at === undefined) return false;
  const named = entry.block === inline.node.id || entry.block === inline.above;
  return named && compareDates(entry.at, inline.node.at.start) === 0;
}

/**
 * Every correction of a document once, in the order of the front matter, then of the text. `words` gives the plain words of content
 * in the text; without it registered numbers in a correction are left out.
 */
export function correctionEvents(
  explainer: Explainer,
  words: (nodes: readonly Nodes[]) => string = plainText,
): CorrectionEvent[] {
  const entries = explainer.metadata.corrections;
  const listed = entries.map(
    ({ at, kind, text }): CorrectionEvent => ({ at, kind, text: words(text.children).trim() }),
  );
  const own = inlineCorrections(explainer).filter(
    (inline) => !entries.some((entry) => isSame(entry, inline)),
  );
  const inline = own.flatMap(({ node }): CorrectionEvent[] =>
    node.at === undefined ? [] : [{ at: node.at.start, kind: node.kind, text: words(node.children).trim() }],
  );
  return [...listed, ...inline];
}
