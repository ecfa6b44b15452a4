/** Makes a citation engine from a style and a locale. citeproc is loaded here, and only when a document cites. */

import { createRequire } from 'node:module';
import type Citeproc from 'citeproc';
import type { Engine } from 'citeproc';
import type { Language } from '../language/language.js';
import { monthNamesOf } from '../language/month-names.js';
import type { CslItem } from '../source/source-record.js';
import {
  type Affixes,
  type CiteEngine,
  type CiteSession,
  itemOf,
  type Surroundings,
  startSession,
  wrapCite,
  wrapVariable,
} from './cite-engine.js';
import { CiteMemory } from './cite-memory.js';
import { formatCslDate } from './csl-date.js';
import { dateOf, startOf } from './csl-dates.js';
import { type CslNode, childNodes, someNode } from './csl-node.js';
import { markedFormat } from './marked-text.js';
import { termOf, withMonths } from './page-locale.js';

const formatName = 'galley';

/** `import` would first read a megabyte of CommonJS for its exports, which takes as long as all the rest of loading it (measured). */
function loadCiteproc(): typeof Citeproc {
  return createRequire(import.meta.url)('citeproc') as typeof Citeproc;
}

/** Whether a style numbers its sources: its citations print the number in the list. */
function formOf(style: CslNode): CiteEngine['form'] {
  if (style.attrs['class'] === 'note') return 'note';
  const isNumber = (node: CslNode): boolean =>
    node.name === 'text' && node.attrs['variable'] === 'citation-number';
  return citationHas(style, isNumber) ? 'numeric' : 'author-date';
}

/** Whether a node that a style's citations print meets a condition. */
function citationHas(style: CslNode, meets: (node: CslNode) => boolean): boolean {
  const [citation] = childNodes(style, 'citation');
  return citation !== undefined && someNode(citation, style, meets);
}

/** What citeproc needs to know of the world. */
export interface EngineParts {
  readonly style: CslNode;
  /** The locale of the page, as corrected for it, and its tag. */
  readonly locale: CslNode;
  readonly localeTag: string;
  /** Locales by tag that the wanted one builds on. */
  readonly bases: ReadonlyMap<string, CslNode>;
  readonly language: Language;
}

/** Reads a style's XML. Throws what citeproc throws when it is none. */
export async function parseStyle(xml: string): Promise<CslNode> {
  const citeproc = loadCiteproc();
  return citeproc.parseXml(xml.replace(/^\ufeff/u, ''));
}

/** Makes the engine. Throws what citeproc throws when the style is none. */
export async function createEngine(parts: EngineParts): Promise<CiteEngine> {
  const { style, locale, localeTag, bases, language } = parts;
  const form = formOf(style);
  const citeproc = loadCiteproc();
  // citeproc reports to the console, which is ours to write to; what it cannot set shows in the result.
  citeproc.debug = () => {};
  citeproc.Output.Formats[formatName] ??= markedFormat(citeproc.Output.Formatters.passthrough);
  const surroundings: Surroundings = { items: new Map(), withoutAccess: false };
  const engine: Engine = new citeproc.Engine(
    {
      retrieveLocale: (tag) => structuredClone(tag === localeTag ? locale : (bases.get(tag) ?? false)),
      retrieveItem: (id) => structuredClone(itemOf(surroundings, id)),
      variableWrapper: (params, before, words, after) =>
        wrapVariable(language.tag, params, before, words, after),
      wrapCitationEntry: wrapCite,
    },
    style,
    localeTag,
    true,
  );
  engine.setOutputFormat(formatName);
  engine.opt.development_extensions['apply_citation_wrapper'] = form !== 'note';
  engine.opt.development_extensions['wrap_url_and_doi'] = true;
  // A dash instead of a repeated name says nothing to those who listen, and breaks when the list is grouped.
  engine.bibliography.opt['subsequent-author-substitute'] = undefined;
  const names = monthNamesOf(language.tag);
  const alone = withMonths(locale, names?.monthsAlone);
  // Months may be written differently with a day and alone (Russian “6 января”, “январь”).
  const hasTwoForms = names !== undefined && names.months[0] !== names.monthsAlone[0];
  const formatDate = (date: readonly number[]): string =>
    formatCslDate(date.length === 2 ? alone : locale, date);
  /** A month without a day takes another form in some languages; footnotes can take it as words, other styles need the year. */
  const withMonthAlone = (item: CslItem): CslItem => {
    const [year, month, day] = startOf(dateOf(item, 'issued')) ?? [];
    if (form !== 'note' || month === undefined || day !== undefined || !hasTwoForms) return item;
    const name = names.monthsAlone[month - 1];
    // The locale's sign behind the year (“г.”) follows by itself.
    return name === undefined ? item : { ...item, issued: { literal: `${name} ${year}` } };
  };
  /** The last document's session. A text that changed and its sources did not need nothing set anew. */
  let kept: { readonly key: string; readonly session: CiteSession } | undefined;
  const { opt } = engine.citation;
  const affixes: Affixes = {
    prefix: opt.layout_prefix ?? '',
    suffix: opt.layout_suffix ?? '',
    delimiter: opt.layout_delimiter ?? '; ',
  };
  const common = { surroundings, affixes, language, memory: new CiteMemory() };
  return {
    form,
    raised: form === 'numeric' && citationHas(style, (node) => node.attrs['vertical-align'] === 'sup'),
    printsLocators: citationHas(style, (node) => node.attrs['variable'] === 'locator'),
    affixes,
    pointsInQuotes: childNodes(locale, 'style-options').some(
      ({ attrs }) => attrs['punctuation-in-quote'] === 'true',
    ),
    accessedTerm: termOf(locale, 'accessed') ?? 'accessed',
    start: (items) => {
      const sources = items.map(withMonthAlone);
      const key = JSON.stringify(sources);
      if (kept?.key === key) return kept.session;
      kept = { key, session: startSession(engine, { ...common, sources }) };
      return kept.session;
    },
    formatDate,
  };
}
