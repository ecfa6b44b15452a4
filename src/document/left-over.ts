/** Markup that the parser left in the text because it is not quite right: it would be printed as it was typed. */

import type { ListItem, Nodes, Paragraph, Parents, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Severity } from '../diagnostics/diagnostic.js';
import { finding, shorten } from './finding.js';
import type { KnownNames, LeftOverRule } from './left-over-rule.js';
import { leftOverRules } from './left-over-rules.js';
import { isBlockDirective } from './structure.js';
import type { RawText, Work } from './work.js';

/** Signs without one of which no rule can hold. */
const mayBeMarkup = /[[\]［【〔:：#|^{*~_<＠•◦▪‣]|-->|^\s*-|\n[\s>]*(?:-|\d+[.)])|-$/u;

/** Where a text stands, as the rules ask for it. */
interface Scene {
  /** Whether the text begins a paragraph. */
  readonly begins: boolean;
  readonly previous: Nodes | undefined;
  /** The text before the node before it. */
  readonly before: string;
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

/** A source that stands in the sentence by its author's name. */
function isName(node: Nodes | undefined): boolean {
  return node?.type === 'citation' && node.mode === 'text';
}

function applies(
  rule: LeftOverRule,
  match: RegExpExecArray,
  scene: Scene,
  raw: string,
  known: KnownNames,
): boolean {
  if (rule.where === 'line' && match.index === 0 && !scene.begins) return false;
  const isLast = match.index + match[0].length === raw.trimEnd().length;
  if (rule.where === 'not-item-end' && scene.endsItem && isLast) return false;
  if (rule.where === 'not-heading' && scene.inHeading) return false;
  if (rule.where === 'before-citation') {
    return match.index + match[0].length === raw.length && scene.next?.type === 'citation';
  }
  if (rule.where === 'before-name' && !isName(scene.next)) return false;
  if (rule.where === 'behind-name' && !isName(scene.previous)) return false;
  // A bracket that an escaped one, or one before the source, belongs to.
  if (rule.where === 'behind-name' && !match[0].includes('[') && scene.before.includes('[')) return false;
  return rule.holds?.(match, known) ?? true;
}

function check(text: Text, scene: Scene, known: KnownNames, work: Work): void {
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
      if (!applies(rule, match, scene, raw.text, known)) continue;
      told.push([start, end]);
      tell(rule, match[0].slice(lead), start, rule.severity, raw, work);
    }
  }
}

const pointAtEnd = /[.!?…。！？]["'”’»)]*\s*$/u;
/** Words with a point of their own that lead to a source: “cf.”, “vgl.”, “bkz.”, “см.”. */
const leadsOn =
  /(?:^|[\s(])(?:cf|cfr|vgl|bkz|krş|ср|см|напр|див|пор|қар|мыс|p\.\s?ex|e\.g|i\.e|z\.\s?B)\.\s*$/iu;
const pointAtStart = /^[.。](?![.。])/u;

/** A mark between two points: the space before it goes, and both would be printed. */
function checkPoints(children: readonly Nodes[], index: number, work: Work): void {
  const [before, mark, text] = [children[index - 2], children[index - 1], children[index]];
  const isMark = mark?.type === 'footnoteReference' || (mark?.type === 'citation' && mark.mode === 'bracket');
  if (!isMark || before?.type !== 'text' || text?.type !== 'text') return;
  if (leadsOn.test(before.value)) return;
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

/** A paragraph of the text that holds marks of citations alone: nothing says what they belong to. */
function checkLoneMark(paragraph: Paragraph, work: Work): void {
  const isMark = (node: Nodes): boolean =>
    node.type === 'footnoteReference' ||
    (node.type === 'citation' && node.mode === 'bracket') ||
    (node.type === 'text' && node.value.trim() === '');
  const [first] = paragraph.children;
  if (first === undefined || !paragraph.children.every(isMark)) return;
  work.report(
    finding('citation-is-well-formed', 'warning', work.place(paragraph.position), {
      what: 'A paragraph holds a citation and no words.',
      why: 'Its number would stand alone on a line, and nobody could tell what it belongs to.',
      fix: 'Put it behind the sentence that it supports; or write “@id” to name the source in words.',
      excerpt: first.type === 'citation' ? first.value : 'citation',
    }),
  );
}

/** Blocks that say themselves what an item of theirs lacks. */
const itemBlocks: ReadonlySet<string> = new Set([
  ...['known', 'timeline', 'people', 'numbers', 'glossary', 'next', 'contact', 'related'],
]);

/** An item of a list that holds nothing. */
function checkItem(item: ListItem, block: string, work: Work): void {
  if (item.children.length > 0 || itemBlocks.has(block)) return;
  const severity = block === '' ? 'warning' : 'error';
  work.report(
    finding('markup-is-not-left-over', severity, work.place(item.position), {
      what: 'An item of this list is empty.',
      why: 'Readers see a mark with nothing behind it, and screen readers count it.',
      fix: 'Write its words behind the mark, or take the line out.',
      excerpt: '-',
    }),
  );
}

/** Reports markup left in the texts of a tree, before blocks are recognised. The text itself stays. */
export function reportLeftOver(tree: Root, work: Work): void {
  const notes = new Set<string>();
  visit(tree, 'footnoteDefinition', ({ label, identifier }) => {
    notes.add(label ?? identifier);
  });
  const known: KnownNames = {
    isSource: (id) => work.source.sources.has(id),
    isNote: (name) => notes.has(name),
  };
  const walk = (parent: Parents, block: string, inHeading: boolean): void => {
    const children: readonly Nodes[] = parent.children;
    for (const [index, child] of children.entries()) {
      if (child.type === 'paragraph' && parent.type === 'root') checkLoneMark(child, work);
      if (child.type === 'text') {
        const begins = (parent.type === 'paragraph' && index === 0) || children[index - 1]?.type === 'break';
        const endsItem = block === 'next' && index === children.length - 1;
        checkPoints(children, index, work);
        const [previous, next] = [children[index - 1], children[index + 1]];
        const above = children[index - 2];
        const before = above?.type === 'text' ? above.value : '';
        check(child, { begins, previous, before, next, endsItem, inHeading }, known, work);
      } else if ('children' in child) {
        if (child.type === 'listItem') checkItem(child, block, work);
        walk(child, isBlockDirective(child) ? child.name : block, inHeading || child.type === 'heading');
      }
    }
  };
  walk(tree, '', false);
}
