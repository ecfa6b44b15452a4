/** Says which line of a style sheet makes an element look as a finding tells: the rule that wins for the property at fault. */

import type { CDPSession, Protocol } from 'puppeteer';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { SourcePlace, StylePlace } from '../../diagnostics/place.js';
import type { CheckRun } from '../check.js';
import { isForeign, type PublishedPage } from './published-page.js';

/** The properties that can be at fault, by check or rule of an engine. */
const properties: Readonly<Record<string, readonly string[]>> = {
  'axe-core color-contrast': ['color', 'background', 'background-color', 'background-image'],
  'forced-colours-keep-meaning': [
    'forced-color-adjust',
    'background',
    'background-color',
    'background-image',
  ],
  'axe-core link-in-text-block': ['text-decoration', 'text-decoration-line', 'color'],
  'link-is-visible-in-text': ['text-decoration', 'text-decoration-line', 'color'],
  'reflow-at-320': [
    ...['width', 'inline-size', 'min-width', 'min-inline-size', 'white-space', 'text-wrap', 'text-wrap-mode'],
    ...['overflow', 'overflow-x', 'flex-shrink'],
  ],
  'text-grows-to-200': [
    ...['height', 'block-size', 'max-height', 'max-block-size', 'white-space', 'text-wrap-mode', 'overflow'],
  ],
  'text-spacing-is-tolerated': [
    ...['height', 'block-size', 'max-height', 'max-block-size', 'white-space', 'text-wrap-mode', 'overflow'],
  ],
  'text-spacing-is-free': ['letter-spacing', 'word-spacing', 'line-height'],
  'focus-is-visible': ['outline', 'outline-style', 'outline-width', 'outline-color'],
  'target-size-is-24': [
    ...['height', 'block-size', 'min-height', 'min-block-size', 'width', 'inline-size', 'min-width'],
    ...['min-inline-size', 'padding', 'padding-block', 'padding-inline', 'font-size', 'line-height'],
  ],
  'axe-core target-size': ['height', 'block-size', 'min-height', 'padding', 'padding-block', 'font-size'],
  'motion-is-optional': ['animation', 'animation-name', 'animation-duration', 'transition'],
  'screen-may-be-turned': ['transform', 'rotate'],
};

/** Values that harm; a property that is not here harms with any. */
const harmful: Readonly<Record<string, RegExp>> = {
  'white-space': /nowrap|^pre$/,
  'text-wrap': /nowrap/,
  'text-wrap-mode': /nowrap/,
  overflow: /hidden|clip|visible/,
  'overflow-x': /hidden|clip|visible/,
};

/** How far up an element that is too wide is looked for the box that made it so. */
const mostParents = 3;

/** A page with many faults has the rules of the first; each costs a few messages. */
const mostPlaces = 30;

type Header = Protocol.CSS.CSSStyleSheetHeader;

/** The line behind a declaration of a sheet: a theme's file, or the page itself; undefined for sheets that nobody here wrote. */
function lineOf(
  page: PublishedPage,
  header: Header | undefined,
  range: Protocol.CSS.SourceRange,
): SourcePlace | undefined {
  if (header === undefined || header.isConstructed) return undefined;
  if (!isForeign(page))
    return header.isInline ? undefined : page.styleAt?.(range.startLine, range.startColumn);
  if (!header.isInline || header.isMutable) return undefined;
  const column = range.startColumn + (range.startLine === 0 ? header.startColumn : 0) + 1;
  const start = { line: header.startLine + range.startLine + 1, column };
  return { kind: 'source', file: page.source, position: { start, end: start } };
}

/** The rules for one element, those that win first: its own, then those it inherits from. */
function rulesOf(matched: Protocol.CSS.GetMatchedStylesForNodeResponse): readonly Protocol.CSS.CSSRule[] {
  const families = [matched.matchedCSSRules, ...(matched.inherited ?? []).map((one) => one.matchedCSSRules)];
  return families.flatMap((family) => (family ?? []).map(({ rule }) => rule).reverse());
}

/** Looks up the rules of one page: each place once, in the first state in which it was found. */
export class StylePlaces {
  private readonly found = new Map<string, StylePlace | undefined>();
  private readonly headers = new Map<string, Header>();
  private readonly session: CDPSession;

  constructor(session: CDPSession) {
    this.session = session;
    session.on('CSS.styleSheetAdded', ({ header }) => void this.headers.set(header.styleSheetId, header));
  }

  /** The same runs with the rule beside each place whose fault styles make. A rule that cannot be found is left out. */
  async of(runs: readonly CheckRun[], page: PublishedPage): Promise<readonly CheckRun[]> {
    const asked = runs.flatMap(({ result }) =>
      'untested' in result ? [] : result.diagnostics.filter(keyOf),
    );
    if (asked.length === 0) return runs;
    await this.lookUp(asked, page).catch(() => undefined);
    return runs.map((run): CheckRun => {
      if ('untested' in run.result) return run;
      const diagnostics = run.result.diagnostics.map((one) => this.withStyle(one));
      return { ...run, result: { ...run.result, diagnostics } };
    });
  }

  private withStyle(diagnostic: Diagnostic): Diagnostic {
    const { place } = diagnostic;
    const style = this.found.get(keyOf(diagnostic) ?? '');
    return style === undefined || place?.kind !== 'element'
      ? diagnostic
      : { ...diagnostic, place: { ...place, style } };
  }

  private async lookUp(asked: readonly Diagnostic[], page: PublishedPage): Promise<void> {
    const { session } = this;
    const fresh = new Map(asked.map((one) => [keyOf(one) ?? '', one]));
    const missing = [...fresh].filter(([key]) => !this.found.has(key)).slice(0, mostPlaces - this.found.size);
    if (missing.length === 0) return;
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    try {
      await session.send('DOM.getDocument', { depth: 0 });
      for (const [key, { place, rule, code }] of missing)
        if (place?.kind === 'element' && place.index !== undefined)
          this.found.set(key, await this.styleOf(place.index, rule ?? code, page));
    } finally {
      // Ends what was forced, and keeps later states as quick as before.
      await session.send('CSS.disable');
      await session.send('DOM.disable');
    }
  }

  /** The rule for an element, or, where a box may be too wide, for those around it. */
  private async styleOf(index: number, rule: string, page: PublishedPage): Promise<StylePlace | undefined> {
    const parents = rule === 'reflow-at-320' ? mostParents : 0;
    for (let up = 0; up <= parents; up += 1) {
      const style = await this.ruleOf(
        `document.querySelectorAll('*')[${index}]${'?.parentElement'.repeat(up)}`,
        rule,
        page,
      );
      if (style !== undefined) return style;
    }
    return undefined;
  }

  private async ruleOf(
    expression: string,
    rule: string,
    page: PublishedPage,
  ): Promise<StylePlace | undefined> {
    const { session } = this;
    const { objectId } = (await session.send('Runtime.evaluate', { expression })).result;
    if (objectId === undefined) return undefined;
    const { nodeId } = await session.send('DOM.requestNode', { objectId });
    if (rule === 'focus-is-visible')
      await session.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: ['focus', 'focus-visible'] });
    const matched = await session.send('CSS.getMatchedStylesForNode', { nodeId });
    const wanted = properties[rule] ?? [];
    for (const { origin, style, styleSheetId } of rulesOf(matched)) {
      if (origin !== 'regular') continue;
      const set = style.cssProperties.findLast(
        ({ name, value, range }) =>
          range !== undefined && wanted.includes(name) && (harmful[name]?.test(value) ?? true),
      );
      if (set?.range === undefined) continue;
      const place = lineOf(page, this.headers.get(styleSheetId ?? ''), set.range);
      if (place !== undefined) return { declaration: `${set.name}: ${set.value}`, place };
    }
    return undefined;
  }
}

/** What a rule is looked up for, once; undefined for findings that styles do not make. */
function keyOf({ place, code, rule }: Diagnostic): string | undefined {
  if (place?.kind !== 'element' || place.index === undefined) return undefined;
  return properties[rule ?? code] === undefined ? undefined : `${rule ?? code} ${place.index}`;
}
