/** Markup that the parser left in the text because it is not quite right: it would be printed as it was typed. */

import type { Nodes, Parents, Root, Text } from 'mdast';
import type { Severity } from '../diagnostics/diagnostic.js';
import { finding, shorten } from './finding.js';
import { type LeftOverRule, leftOverRules } from './left-over-rules.js';
import { isBlockDirective } from './structure.js';
import type { RawText, Work } from './work.js';

/** Signs without one of which no rule can hold. */
const mayBeMarkup = /[[\]［【〔:：#|^{*~_]|-->/u;

/** Where a text stands, as the rules ask for it. */
interface Scene {
  /** Whether the text begins a paragraph. */
  readonly begins: boolean;
  readonly next: Nodes | undefined;
  /** Whether the text ends an item of a block that takes settings there. */
  readonly endsItem: boolean;
  readonly inHeading: boolean;
}

function tell(
  rule: LeftOverRule,
  typed: string,
  at: number,
  severity: Severity,
  raw: RawText,
  work: Work,
): void {
  const position = { start: raw.point(at), end: raw.point(at + typed.length) };
  work.report(
    finding(rule.code ?? 'markup-is-not-left-over', severity, work.place(position), {
      what: rule.what(shorten(typed)),
      why: rule.why,
      fix: rule.fix(typed.trim()),
      excerpt: typed,
    }),
  );
}

function applies(rule: LeftOverRule, match: RegExpExecArray, scene: Scene, raw: string, work: Work): boolean {
  if (rule.where === 'line' && match.index === 0 && !scene.begins) return false;
  const isLast = match.index + match[0].length === raw.trimEnd().length;
  if (rule.where === 'not-item-end' && scene.endsItem && isLast) return false;
  if (rule.where === 'not-heading' && scene.inHeading) return false;
  if (rule.where === 'before-citation') {
    return match.index + match[0].length === raw.length && scene.next?.type === 'citation';
  }
  return rule.holds?.(match, (id) => work.source.sources.has(id)) ?? true;
}

function check(text: Text, scene: Scene, work: Work): void {
  const raw = work.raw.get(text);
  if (raw === undefined || !mayBeMarkup.test(raw.text)) return;
  const told: [number, number][] = [];
  for (const rule of leftOverRules) {
    for (const match of raw.text.matchAll(rule.pattern)) {
      // A line's rule may begin with the line end before it and the signs of quotes.
      const lead = rule.where === 'line' ? (/^\n?[ \t>]*/u.exec(match[0])?.[0].length ?? 0) : 0;
      const start = match.index + lead;
      const end = match.index + match[0].length;
      if (told.some(([from, to]) => start < to && end > from)) continue;
      if (!applies(rule, match, scene, raw.text, work)) continue;
      told.push([start, end]);
      tell(rule, match[0].slice(lead), start, rule.severity, raw, work);
    }
  }
}

const pointAtEnd = /[.!?…。！？]["'”’»)]*\s*$/u;
const pointAtStart = /^[.。](?![.。])/u;

/** A mark between two points: the space before it goes, and both would be printed. */
function checkPoints(children: readonly Nodes[], index: number, work: Work): void {
  const [before, mark, text] = [children[index - 2], children[index - 1], children[index]];
  const isMark = mark?.type === 'footnoteReference' || (mark?.type === 'citation' && mark.mode === 'bracket');
  if (!isMark || before?.type !== 'text' || text?.type !== 'text') return;
  if (!pointAtEnd.test(before.value) || !pointAtStart.test(text.value)) return;
  const raw = work.raw.get(text);
  if (raw === undefined) return;
  work.report(
    finding('citation-is-well-formed', 'warning', work.place({ start: raw.point(0), end: raw.point(1) }), {
      what: 'The sentence ends before the mark, and once more behind it.',
      why: 'Both points would be printed.',
      fix: 'Take one of them out; Galley puts the number where the language wants it.',
      excerpt: raw.text.slice(0, 1),
    }),
  );
}

/** Reports markup left in the texts of a tree, before blocks are recognised. The text itself stays. */
export function reportLeftOver(tree: Root, work: Work): void {
  const walk = (parent: Parents, inNext: boolean, inHeading: boolean): void => {
    const children: readonly Nodes[] = parent.children;
    for (const [index, child] of children.entries()) {
      if (child.type === 'text') {
        const begins = (parent.type === 'paragraph' && index === 0) || children[index - 1]?.type === 'break';
        const endsItem = inNext && index === children.length - 1;
        checkPoints(children, index, work);
        check(child, { begins, next: children[index + 1], endsItem, inHeading }, work);
      } else if ('children' in child) {
        const isNext = isBlockDirective(child) ? child.name === 'next' : inNext;
        walk(child, isNext, inHeading || child.type === 'heading');
      }
    }
  };
  walk(tree, false, false);
}
