/** Asks axe-core about the page as it is shown now, and leaves out what it answered about the same page before. */

import type { AxeAnswer, AxeFound, AxeOptions, AxeQuestion, AxeResult, AxeResults } from './types.js';

declare global {
  // The engine, once it was brought in.
  var axe: { run(context: unknown, options: AxeOptions): Promise<AxeResults> };
  // What the engine has passed on this load of the page.
  var galleyPassed: Passed | undefined;
}

/** What the engine has passed. */
interface Passed {
  /** Kinds of texts, for rules of colours. */
  readonly kinds: Set<string>;
  /** For rules of structure: how each element was shown then. */
  readonly shown: Set<number>;
  readonly hidden: Set<number>;
}

/** Whether each element is rendered, in document order. */
export function outline(): boolean[] {
  return dom.all().map((element) => element.checkVisibility({ visibilityProperty: true }));
}

/** Whether elements stand where the document's own list does not reach. */
export function hasOtherTrees(): boolean {
  return dom.all().some((element) => element.shadowRoot !== null || /^i?frame$/.test(element.localName));
}

/** One run with what is the same for all. */
export async function run(context: unknown, options: AxeOptions): Promise<AxeResults> {
  return await axe.run(context, {
    ...{ elementRef: true, resultTypes: ['violations', 'incomplete'], preload: { assets: ['media'] } },
    ...options,
  });
}

/** How many rules looked at something. */
export function ran({ passes, violations, incomplete, inapplicable }: AxeResults): number {
  return passes.length + violations.length + incomplete.length + inapplicable.length;
}

/** Rules of structure: those that a layout decides alone where each element was shown before as it is now, else all of them. */
export async function aboutStructure(question: AxeQuestion): Promise<AxeResults> {
  const { part, tags, further, byLayout, byColour } = question;
  const { shown, hidden } = asking.passed();
  const outline = asking.outline();
  // Two other widths say how large targets are.
  const idle = part === 'all' ? [] : ['target-size'];
  if (outline.every((isShown, index) => (isShown ? shown : hidden).has(index))) {
    const values = byLayout.filter((id) => !idle.includes(id));
    return await asking.run(document, { runOnly: { type: 'rule', values } });
  }
  const on = further.map((id) => [id, { enabled: true }]);
  const off = [...byColour, ...idle].map((id) => [id, { enabled: false }]);
  const rules = Object.fromEntries([...on, ...off]);
  const results = await asking.run(document, { runOnly: { type: 'tag', values: tags }, rules });
  if (results.violations.length + results.incomplete.length === 0)
    for (const [index, isShown] of outline.entries()) (isShown ? shown : hidden).add(index);
  return results;
}

/** What was passed before; an empty memory on a new page. */
export function passed(): Passed {
  globalThis.galleyPassed ??= { kinds: new Set(), shown: new Set(), hidden: new Set() };
  return globalThis.galleyPassed;
}

/** Elements that a rule, or any rule, said something about. */
export function namedBy(results: readonly AxeResult[], rule?: string): Set<Element> {
  const own = results.filter(({ id }) => rule === undefined || id === rule);
  return new Set(own.flatMap(({ nodes }) => nodes.flatMap(({ element }) => element ?? [])));
}

/** Whether our own measure answers what axe leaves open of a text, or does not look at. */
export function isAnswered(
  element: Element,
  rules: readonly string[],
  { enoughContrast }: AxeQuestion,
): boolean {
  const isMarked = getComputedStyle(element).textDecorationLine.includes('underline');
  return rules.every((rule) =>
    rule === 'color-contrast' ? (modes.contrastOf(element) ?? 0) >= enoughContrast : isMarked,
  );
}

/** Rules of colours: of each kind of text not passed before one is asked about; where that does not pass, all of its kind. */
export async function aboutLooks(question: AxeQuestion): Promise<readonly AxeResults[]> {
  const runOnly = { type: 'rule', values: question.byColour } as const;
  if (asking.hasOtherTrees()) return [await asking.run(document, { runOnly })];
  const { kinds } = asking.passed();
  const open = texts.byKind().filter(({ kind }) => !kinds.has(kind));
  const first = open.flatMap(({ members }) => members[0] ?? []);
  if (first.length === 0) return [];
  const resultTypes = ['violations', 'incomplete', 'passes'];
  const answer = await asking.run({ include: first }, { runOnly, resultTypes });
  const failed = asking.namedBy(answer.violations);
  const passed = new Map(question.byColour.map((rule) => [rule, asking.namedBy(answer.passes, rule)]));
  const rest: Element[] = [];
  for (const { kind, rules, members } of open) {
    const [head, ...others] = members;
    if (head === undefined) continue;
    const unsaid = rules.filter((rule) => passed.get(rule)?.has(head) !== true);
    if (!failed.has(head) && asking.isAnswered(head, unsaid, question)) kinds.add(kind);
    else rest.push(...others);
  }
  return rest.length === 0 ? [answer] : [answer, await asking.run({ include: rest }, { runOnly })];
}

/** One rule's answer as plain data: elements become numbers in document order, since those lead back to the tree. */
export function plain(found: readonly AxeResult[], numbers: ReadonlyMap<Element, number>): AxeFound[] {
  return found.map(({ id, help, description, tags, nodes }) => ({
    ...{ rule: id, help, description, tags },
    nodes: nodes.map(({ element, target, html, failureSummary }) => ({
      ...{ selector: target.flat().join(' '), html, summary: failureSummary ?? '' },
      index: element === undefined ? -1 : (numbers.get(element) ?? -1),
      contrast: id === 'color-contrast' && element !== undefined ? modes.contrastOf(element) : null,
    })),
  }));
}

/** Leaves out bold lines of a page's head or foot, such as the publisher's name: they begin no part of the text. */
export function worthAsking(found: readonly AxeResult[]): AxeResult[] {
  const isOutside = (element: Element | undefined): boolean =>
    document.querySelector('main') !== null && element?.closest('main') === null;
  return found
    .map((one) =>
      one.id === 'p-as-heading'
        ? { ...one, nodes: one.nodes.filter(({ element }) => !isOutside(element)) }
        : one,
    )
    .filter(({ nodes }) => nodes.length > 0);
}

/** All answers to what is asked in this state. */
export async function answers(question: AxeQuestion): Promise<AxeAnswer> {
  const { part } = question;
  const structure = part === 'looks' ? [] : [await asking.aboutStructure(question)];
  const looks = part === 'structure' ? [] : await asking.aboutLooks(question);
  const all = [...structure, ...looks];
  const numbers = new Map(dom.all().map((element, index) => [element, index]));
  return {
    violations: all.flatMap(({ violations }) => asking.plain(violations, numbers)),
    incomplete: all.flatMap(({ incomplete }) => asking.plain(asking.worthAsking(incomplete), numbers)),
    // A page without text of a new kind gives rules of colours nothing to look at.
    rulesThatRan: all.reduce((sum, results) => sum + asking.ran(results), 0) + (part === 'looks' ? 1 : 0),
  };
}
