/** Words one citation: named sources through the style, unnamed ones by their description, in the author's order. */

import type { PhrasingContent } from 'mdast';
import type { CiteItem, LocatorLabel } from '../document/nodes.js';
import { separator } from '../language/punctuation.js';
import type { SourceRecord } from '../source/source-record.js';
import { accessPieces, joined } from './access.js';
import type { CiteEngine, CiteRequest, Framing } from './cite-engine.js';
import { fillLabel, localText } from './local-text.js';
import { wordsOf } from './marked-text.js';
import { inPageSigns } from './page-signs.js';
import { shortTitleOf, textOf } from './prepare-item.js';
import { capitalised, type Setting, text } from './setting.js';
import { authorsInShort, locatorWords } from './short-form.js';

/** One source of a citation with what is known of it. */
export interface CitedItem {
  readonly item: CiteItem;
  readonly record: SourceRecord;
  /** Printed in full in an earlier note. */
  readonly repeated: boolean;
  /** Number of the note that prints it in full, for styles that refer back to it. */
  readonly firstNote: number | undefined;
  /** The sentence has just named its author. */
  readonly authorStands?: boolean | undefined;
}

/** Locators that every CSL locale has a word for. */
const cslLabels: Readonly<Record<LocatorLabel, string | undefined>> = {
  page: 'page',
  paragraph: 'paragraph',
  chapter: 'chapter',
  section: 'section',
  article: 'article-locator',
  line: 'line',
  time: undefined,
};

/** In English the style words locators; elsewhere CSL's own terms are patchy, so Galley's do. */
function locatorOf(item: CiteItem, setting: Setting): Partial<CiteRequest> {
  const words = locatorWords(item, setting.language);
  if (words === undefined || item.locator === undefined) return {};
  if (!setting.engine.printsLocators) return { suffix: [words, item.suffix].filter(Boolean).join(', ') };
  const label = cslLabels[item.label ?? 'page'];
  const english = setting.language.tag.toLowerCase().split('-')[0] === 'en';
  return english && label !== undefined ? { locator: item.locator, label } : { locatorWords: words };
}

/** Styles leave a locator out for some kinds of source (Chicago for court cases); then it follows as words. */
function keepingLocator(request: CiteRequest, item: CiteItem, setting: Setting): CiteRequest {
  const words = locatorWords(item, setting.language);
  if (words === undefined || !setting.engine.printsLocators) return request;
  const { locator: _locator, label: _label, locatorWords: _words, ...rest } = request;
  if (set(rest, setting) !== set(request, setting)) return request;
  return { ...rest, suffix: [words, item.suffix].filter(Boolean).join(', ') };
}

function set(request: CiteRequest, setting: Setting): string {
  return wordsOf(setting.session.cite([request], { prefix: false, suffix: false }));
}

/** Whether words tell which source is meant: its author or its title, at least in short. */
function tells(words: string, record: SourceRecord, setting: Setting, titleOnly: boolean): boolean {
  const lower = words.toLowerCase();
  const title = textOf(record.csl, 'title-short') ?? shortTitleOf(textOf(record.csl, 'title') ?? '');
  const [family] = (authorsInShort(record.csl, setting.language) ?? '').toLowerCase().split(/[\s,]/u);
  const names = titleOnly || family === undefined || family === '' ? [] : [family];
  return [title.toLowerCase().slice(0, 20), ...names].some((name) => name !== '' && lower.includes(name));
}

/** What each style answered: it decides by the kind of a source and by what is known of it (CSL 1.0.2, `choose`). */
const accessSaid = new WeakMap<CiteEngine, Map<string, boolean>>();

/** Whether the style itself prints when a source was read. */
function saysAccess({ csl, id }: SourceRecord, setting: Setting): boolean {
  const answers = accessSaid.get(setting.engine) ?? new Map<string, boolean>();
  accessSaid.set(setting.engine, answers);
  const kind = `${csl.type} ${Object.keys(csl).sort().join(' ')}`;
  const known = answers.get(kind);
  if (known !== undefined) return known;
  const whole = set({ id }, setting);
  const says = setting.session.withoutAccess([id], () => set({ id }, setting)) !== whole;
  answers.set(kind, says);
  return says;
}

/** The first of several ways to set a source that tells which one is meant; the last when none does. */
function firstTelling(
  ways: readonly CiteRequest[],
  record: SourceRecord,
  titleOnly: boolean,
  setting: Setting,
): CiteRequest | undefined {
  return ways.find((way) => tells(set(way, setting), record, setting, titleOnly)) ?? ways.at(-1);
}

/** Ways to set a source in a note, shortest first: never “ibid.”, and without its author never less than its title. */
function waysOf(base: CiteRequest, cited: CitedItem, setting: Setting): readonly CiteRequest[] {
  const lengths = cited.repeated ? [{ ...base, repeated: true }, base] : [base];
  const hasAuthor = authorsInShort(cited.record.csl, setting.language) !== undefined;
  const bare = lengths.map((request) => ({ ...request, suppressAuthor: true }));
  return cited.item.suppressAuthor && hasAuthor ? [...bare, ...lengths] : lengths;
}

function holdsLink(nodes: readonly PhrasingContent[]): boolean {
  return nodes.some((node) => node.type === 'link');
}

/** A named source as a note prints it; in full with its access date and archive, where the style prints addresses at all. */
function noteRequest(cited: CitedItem, setting: Setting): CiteRequest {
  const { item, record } = cited;
  const base: CiteRequest = {
    id: item.id,
    prefix: item.prefix,
    suffix: item.suffix,
    firstNote: cited.firstNote,
    ...locatorOf(item, setting),
  };
  const ways = waysOf(base, cited, setting);
  const telling = firstTelling(ways, record, item.suppressAuthor, setting) ?? base;
  const request = keepingLocator(telling, item, setting);
  if (request.repeated === true) return request;
  const frame = { prefix: false, suffix: false };
  if (!holdsLink(setting.session.cite([request], frame))) return request;
  const says = record.csl['accessed'] === undefined || saysAccess(record, setting);
  const comma = separator(setting.language, 'comma');
  return { ...request, appendix: joined(accessPieces(record, says, setting), comma) };
}

/** A named source as the sentence prints it; something of it is always left, unless the sentence has named its author. */
function sentenceRequest(cited: CitedItem, setting: Setting): CiteRequest {
  const { item, record, repeated } = cited;
  const base: CiteRequest = {
    id: item.id,
    prefix: item.prefix,
    suffix: item.suffix,
    repeated,
    ...locatorOf(item, setting),
  };
  const hasAuthor = authorsInShort(record.csl, setting.language) !== undefined;
  const bare = { ...base, suppressAuthor: true };
  if (cited.authorStands === true) return keepingLocator(bare, item, setting);
  const suppress = item.suppressAuthor && hasAuthor && set(bare, setting).trim() !== '';
  return keepingLocator(suppress ? bare : base, item, setting);
}

/** An unnamed source: what may be said of it, and why no more. */
export function unnamedWords(record: SourceRecord, repeated: boolean, setting: Setting): PhrasingContent[] {
  const { language } = setting;
  const given = localText(record.description, language);
  const description = given.length > 0 ? given : [text(language.label('tier-anonymous'))];
  const reason = localText(record.reason, language);
  return repeated || reason.length === 0
    ? description
    : fillLabel(language, 'anonymous-source', { description, reason });
}

function unnamedCite(cited: CitedItem, setting: Setting): PhrasingContent[] {
  const { item, record } = cited;
  // In the sentence the description is enough; the list gives the reason.
  const brief = cited.repeated || setting.engine.form !== 'note';
  const words = unnamedWords(record, brief, setting);
  const before = item.prefix === '' ? [] : [text(`${item.prefix} `)];
  const after = [locatorWords(item, setting.language), item.suffix].filter(
    (piece) => piece !== undefined && piece !== '',
  );
  const comma = separator(setting.language, 'comma');
  const behind = after.length === 0 ? [] : [text(comma + after.join(comma))];
  const whole = [...before, ...words, ...behind];
  if (setting.engine.form === 'note') return whole;
  return [{ type: 'inTextCitation', sources: [record.id], children: whole }];
}

/** Runs of sources that the style sets together, and unnamed ones alone. */
function runsOf(cited: readonly CitedItem[], numeric: boolean): CitedItem[][] {
  const runs: CitedItem[][] = [];
  for (const one of cited) {
    const last = runs.at(-1);
    const isNamed = numeric || one.record.tier !== 'anonymous';
    const lastIsNamed = last !== undefined && (numeric || last[0]?.record.tier !== 'anonymous');
    if (isNamed && lastIsNamed) last?.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** Ends a run with the style's own last sign, unless its words have ended already. */
function withSuffix(words: PhrasingContent[], suffix: string): PhrasingContent[] {
  if (suffix === '' || (suffix === '.' && /[.!?…؟。][»”’"']?$/u.test(wordsOf(words)))) return words;
  return [...words, text(suffix)];
}

/** The words of a citation, framed as the style frames it unless told otherwise. */
export function wordCitation(
  cited: readonly CitedItem[],
  setting: Setting,
  framing: Framing = { prefix: true, suffix: true },
): PhrasingContent[] {
  const { engine, session, language } = setting;
  const { affixes, form } = engine;
  const runs = runsOf(cited, form === 'numeric');
  const words = runs.flatMap((run, index): PhrasingContent[] => {
    const frame = {
      prefix: framing.prefix && index === 0,
      suffix: framing.suffix && index === runs.length - 1,
    };
    const between = index === 0 ? [] : [text(affixes.delimiter)];
    const [first] = run;
    if (form !== 'numeric' && first?.record.tier === 'anonymous') {
      const plain = [...(frame.prefix ? [text(affixes.prefix)] : []), ...unnamedCite(first, setting)];
      return [...between, ...(frame.suffix ? withSuffix(plain, affixes.suffix) : plain)];
    }
    const requestOf = form === 'note' ? noteRequest : sentenceRequest;
    const requests = run.map((one) => requestOf(one, setting));
    return [...between, ...session.cite(requests, frame)];
  });
  const set = inPageSigns(
    words.filter((node) => node.type !== 'text' || node.value !== ''),
    language,
  );
  const startsSentence = form === 'note' && framing.prefix;
  const leads = (cited[0]?.item.prefix ?? '') !== '' || cited[0]?.record.tier === 'anonymous';
  return startsSentence && leads ? capitalised(set, language.tag) : set;
}
