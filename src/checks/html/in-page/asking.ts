/** Asks axe-core about the page as it is shown now, and leaves out what it answered about the same page before. */

import type { Kind } from './texts.js';
import type {
  AxeAnswer,
  AxeFound,
  AxeOptions,
  AxeQuestion,
  AxeResult,
  AxeResults,
  AxeRule,
} from './types.js';

declare global {
  // The engine, once it was brought in.
  var axe: {
    run(context: unknown, options: AxeOptions): Promise<AxeResults>;
    readonly _audit: { readonly rules: readonly AxeRule[] };
  };
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

/** Which rules are asked about the whole page, and how each element is shown where the answer is new. */
interface Structure {
  readonly options: AxeOptions;
  readonly outline: readonly boolean[] | undefined;
}

/** Rules of structure: those that a layout decides alone where each element was shown before as it is now, else all of them. */
export function aboutStructure({ part, tags, further, byLayout, byColour }: AxeQuestion): Structure {
  const { shown, hidden } = asking.passed();
  const outline = asking.outline();
  // Two other widths say how large targets are.
  const idle = part === 'all' ? [] : ['target-size'];
  if (outline.every((isShown, index) => (isShown ? shown : hidden).has(index))) {
    const values = byLayout.filter((id) => !idle.includes(id));
    return { options: { runOnly: { type: 'rule', values } }, outline: undefined };
  }
  const on = further.map((id) => [id, { enabled: true }]);
  const off = [...byColour, ...idle].map((id) => [id, { enabled: false }]);
  const rules = Object.fromEntries([...on, ...off]);
  return { options: { runOnly: { type: 'tag', values: tags }, rules }, outline };
}

/** The options that ask rules of colours too. */
export function withColours({ runOnly, rules }: AxeOptions, { byColour }: AxeQuestion): AxeOptions {
  if (runOnly.type === 'rule') return { runOnly: { type: 'rule', values: [...runOnly.values, ...byColour] } };
  return {
    runOnly,
    rules: { ...rules, ...Object.fromEntries(byColour.map((id) => [id, { enabled: true }])) },
  };
}

/** Remembers what the engine found nothing in. */
export function keep(outline: readonly boolean[], results: AxeResults, { byColour }: AxeQuestion): void {
  const { shown, hidden } = asking.passed();
  const said = [...results.violations, ...results.incomplete];
  if (said.some(({ id }) => !byColour.includes(id))) return;
  for (const [index, isShown] of outline.entries()) (isShown ? shown : hidden).add(index);
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

/** Kinds of texts that were not passed before; undefined where the page has parts that no kind reaches into. */
export function openKinds(): Kind[] | undefined {
  if (asking.hasOtherTrees()) return undefined;
  const { kinds } = asking.passed();
  return texts.byKind().filter(({ kind }) => !kinds.has(kind));
}

/**
 * Asks about the page, and with rules of colours about these elements alone; undefined stands for all. Gives too which elements each such rule
 * looked at. The engine maps the page anew in each run, which takes longer than its rules (measured), so one run has to do.
 */
export async function askOnce(
  wanted: ReadonlySet<Element> | undefined,
  options: AxeOptions,
  { byColour }: AxeQuestion,
): Promise<{ readonly results: AxeResults; readonly asked: ReadonlyMap<string, ReadonlySet<Element>> }> {
  const rules = axe._audit.rules.filter(({ id }) => byColour.includes(id));
  if (rules.length < byColour.length) throw new Error('axe-core has no rule of that name.');
  const asked = new Map(byColour.map((id) => [id, new Set<Element>()]));
  const usual = rules.map(({ matches }) => matches);
  for (const [index, rule] of rules.entries()) {
    rule.matches = (element, ...more) => {
      const looks = wanted?.has(element) !== false && usual[index]?.call(rule, element, ...more) === true;
      if (looks) asked.get(rule.id)?.add(element);
      return looks;
    };
  }
  try {
    return { results: await asking.run(document, options), asked };
  } finally {
    for (const [index, rule] of rules.entries()) rule.matches = usual[index] ?? rule.matches;
  }
}

/**
 * Rules of structure, and rules of colours: of each kind of text not passed before one is asked about; where that does not pass, all of its
 * kind.
 */
export async function aboutAll(question: AxeQuestion): Promise<readonly AxeResults[]> {
  const structure = question.part === 'looks' ? undefined : asking.aboutStructure(question);
  const kinds = question.part === 'structure' ? [] : asking.openKinds();
  const first = kinds === undefined ? undefined : new Set(kinds.flatMap(({ members }) => members[0] ?? []));
  const options = structure?.options ?? { runOnly: { type: 'rule', values: [] } };
  const withLooks = first === undefined || first.size > 0;
  if (structure === undefined && !withLooks) return [];
  const { results, asked } = await asking.askOnce(
    first,
    withLooks ? asking.withColours(options, question) : options,
    question,
  );
  if (structure?.outline !== undefined) asking.keep(structure.outline, results, question);
  const rest = asking.restOf(kinds ?? [], results, asked, question);
  if (rest.length === 0) return [results];
  const looks = asking.withColours({ runOnly: { type: 'rule', values: [] } }, question);
  return [results, (await asking.askOnce(new Set(rest), looks, question)).results];
}

/** Remembers the kinds that passed; gives the other texts of those that did not. */
export function restOf(
  kinds: readonly Kind[],
  { violations, incomplete }: AxeResults,
  asked: ReadonlyMap<string, ReadonlySet<Element>>,
  question: AxeQuestion,
): Element[] {
  const failed = asking.namedBy(violations.filter(({ id }) => question.byColour.includes(id)));
  const rest: Element[] = [];
  for (const {
    kind,
    rules,
    members: [head, ...others],
  } of kinds) {
    if (head === undefined) continue;
    const unsaid = rules.filter(
      (rule) => asked.get(rule)?.has(head) !== true || asking.namedBy(incomplete, rule).has(head),
    );
    const passes = !failed.has(head) && asking.isAnswered(head, unsaid, question);
    if (passes) asking.passed().kinds.add(kind);
    else rest.push(...others);
  }
  return rest;
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
  const all = await asking.aboutAll(question);
  const numbers = new Map(dom.all().map((element, index) => [element, index]));
  return {
    violations: all.flatMap(({ violations }) => asking.plain(violations, numbers)),
    incomplete: all.flatMap(({ incomplete }) => asking.plain(asking.worthAsking(incomplete), numbers)),
    // A page without text of a new kind gives rules of colours nothing to look at.
    rulesThatRan:
      all.reduce((sum, results) => sum + asking.ran(results), 0) + (question.part === 'looks' ? 1 : 0),
  };
}
