/** The sources list: an entry for each source that is cited, grouped as the publisher asks. */

import type { PhrasingContent } from 'mdast';
import type { ResolvedConfig } from '../config/config.js';
import type { LabelName } from '../language/locale.js';
import { separator } from '../language/punctuation.js';
import type { SourceRecord } from '../source/source-record.js';
import { accessPieces, joined } from './access.js';
import type { BibliographyEntry, BibliographyGroup } from './annotated-explainer.js';
import { fillLabel, localText } from './local-text.js';
import { linkTo, withoutMarks, wordsOf } from './marked-text.js';
import { inPageSigns } from './page-signs.js';
import { textOf } from './prepare-item.js';
import { capitalised, type Setting, text } from './setting.js';
import { authorsInShort, inSourceLine } from './short-form.js';
import { unnamedWords } from './word-citation.js';

/** Headings of the groups in their order, with the kinds and CSL types that stand under each. */
const groups: readonly (readonly [LabelName, readonly string[]])[] = [
  ['sources-interviews', ['interview', 'own-reporting', 'personal_communication']],
  [
    'sources-official',
    ['official-statement', 'document', 'press-conference', 'briefing', 'speech', 'hearing', 'pamphlet'],
  ],
  [
    'sources-law',
    ['law', 'court', 'legislation', 'legal_case', 'bill', 'regulation', 'treaty', 'patent', 'standard'],
  ],
  ['sources-data', ['dataset', 'software']],
  [
    'sources-research',
    [
      'report',
      'paper',
      'book',
      'article-journal',
      'chapter',
      'thesis',
      'paper-conference',
      'manuscript',
      'article',
      'entry',
      'entry-dictionary',
      'entry-encyclopedia',
      'review',
      'review-book',
    ],
  ],
  [
    'sources-news',
    ['wire', 'article-newspaper', 'article-magazine', 'broadcast', 'periodical', 'song', 'post-weblog'],
  ],
  ['sources-social', ['social-post', 'post']],
  ['sources-visual', ['photo', 'video', 'graphic', 'motion_picture', 'figure', 'map', 'performance']],
  ['sources-web', ['webpage']],
];

function groupOf(record: SourceRecord): LabelName {
  if (record.tier === 'anonymous') return 'sources-unnamed';
  // Our kind `article` is a newspaper's; CSL's type `article` is a preprint.
  if (record.kind === 'article') return 'sources-news';
  const kind = record.kind ?? record.csl.type;
  return groups.find(([, kinds]) => kinds.includes(kind))?.[0] ?? 'sources-other';
}

/** Ends a sentence, unless it has ended; behind Chinese words with their own point. */
function ended(nodes: PhrasingContent[], { language }: Setting): PhrasingContent[] {
  const words = wordsOf(nodes).trimEnd();
  if (words === '' || /[.!?…؟。！？][»”’"']?$/u.test(words)) return nodes;
  const point = /[\p{Script=Han}》）]$/u.test(words) ? language.punctuation.fullStop : '.';
  return [...nodes, text(point)];
}

function sentence(pieces: readonly PhrasingContent[], setting: Setting): PhrasingContent[] {
  const words = inPageSigns(capitalised(pieces, setting.language.tag), setting.language);
  return pieces.length === 0 ? [] : [text(' '), ...ended(words, setting)];
}

function holdsLink(nodes: readonly PhrasingContent[]): boolean {
  return nodes.some(
    (node) => node.type === 'link' || ('children' in node && holdsLink(node.children as PhrasingContent[])),
  );
}

/** The source behind a source that was not read at its place of origin. */
function derivation(record: SourceRecord, listed: readonly string[], setting: Setting): PhrasingContent[] {
  const origin =
    record.derivedFrom === undefined ? undefined : setting.explainer.sources.get(record.derivedFrom);
  if (origin === undefined || origin.tier === 'anonymous') return [];
  const words = inSourceLine(origin, undefined, setting.language);
  const source: PhrasingContent[] = listed.includes(origin.id)
    ? [{ type: 'inTextCitation', sources: [origin.id], children: words }]
    : words;
  return fillLabel(setting.language, 'source-derived-from', { source });
}

function interest(record: SourceRecord, setting: Setting): PhrasingContent[] {
  const words = localText(record.interest, setting.language);
  return words.length === 0 ? [] : fillLabel(setting.language, 'source-interest', { interest: words });
}

/** The style's words, then the address if the style leaves it out, access and archive, stake, and where it was read. */
function contentOf(
  record: SourceRecord,
  words: readonly PhrasingContent[],
  saysAccess: boolean,
  listed: readonly string[],
  setting: Setting,
): PhrasingContent[] {
  const { language } = setting;
  const set = inPageSigns(words, language);
  const address = textOf(record.csl, 'URL');
  const link = address === undefined || holdsLink(words) ? [] : [linkTo(withoutMarks(address))];
  const access = joined(accessPieces(record, saysAccess, setting), separator(language, 'semicolon'));
  const more = [link, access, interest(record, setting), derivation(record, listed, setting)].flatMap(
    (piece) => sentence(piece, setting),
  );
  return more.length === 0 ? set : [...ended(set, setting), ...more];
}

function holdsWords(nodes: readonly PhrasingContent[] | undefined): nodes is readonly PhrasingContent[] {
  return nodes !== undefined && wordsOf(nodes).trim() !== '';
}

/** Makes the entries of the cited sources; a source that the style leaves out of its list is set as in a note. */
function entriesOf(ids: readonly string[], setting: Setting): Map<string, BibliographyEntry> {
  const { session, explainer, language } = setting;
  const styled = session.entries();
  const bare = session.withoutAccess(ids, () => session.entries());
  const entries = new Map<string, BibliographyEntry>();
  for (const id of ids) {
    const record = explainer.sources.get(id);
    if (record === undefined) continue;
    if (record.tier === 'anonymous') {
      const words = ended(capitalised(unnamedWords(record, false, setting), language.tag), setting);
      const number = setting.engine.form === 'numeric' ? leadingNumber(styled.get(id)) : [];
      entries.set(id, { id, content: [...number, ...words] });
      continue;
    }
    const listed = styled.get(id);
    // Some styles list no laws, or no interviews; readers find them all the same.
    const words = holdsWords(listed) ? listed : session.cite([{ id }], { prefix: false, suffix: true });
    const saysAccess = wordsOf(words) !== wordsOf(bare.get(id) ?? words);
    entries.set(id, { id, content: contentOf(record, words, saysAccess, ids, setting) });
  }
  return entries;
}

/** The number that a numeric style puts before an entry. */
function leadingNumber(words: readonly PhrasingContent[] | undefined): PhrasingContent[] {
  const number = /^\s*[[(]?\d+[\])]?\.?/u.exec(wordsOf(words ?? []))?.[0];
  return number === undefined ? [] : [text(`${number} `)];
}

/** By author, else title; sources of one author by date, then title. */
function sortKey(record: SourceRecord, setting: Setting): string {
  const issued = record.csl['issued'] as { 'date-parts'?: readonly (readonly number[])[] } | undefined;
  const date = (issued?.['date-parts']?.[0] ?? []).map((part) => String(part).padStart(4, '0')).join('');
  const title = textOf(record.csl, 'title') ?? record.id;
  return [authorsInShort(record.csl, setting.language) ?? title, date, title].join(' \u0001 ');
}

function alphabetical(ids: readonly string[], setting: Setting): string[] {
  const collator = new Intl.Collator(setting.language.tag, { numeric: true });
  const keys = new Map(
    ids.map((id) => {
      const record = setting.explainer.sources.get(id);
      return [id, record === undefined ? id : sortKey(record, setting)];
    }),
  );
  return [...ids].sort((a, b) => collator.compare(keys.get(a) ?? a, keys.get(b) ?? b));
}

/** The list of the cited sources, in the order and groups that config asks for; a numeric style's numbers keep their order. */
export function sourcesList(
  cited: readonly string[],
  order: ResolvedConfig['sourcesList'],
  setting: Setting,
): BibliographyGroup[] {
  const entries = entriesOf(cited, setting);
  const pick = (ids: readonly string[]): BibliographyEntry[] =>
    ids.flatMap((id) => {
      const entry = entries.get(id);
      return entry === undefined ? [] : [entry];
    });
  if (entries.size === 0) return [];
  if (setting.engine.form === 'numeric' || order === 'in-order')
    return [{ title: null, entries: pick(cited) }];
  const sorted = alphabetical(cited, setting);
  if (order === 'alphabetical') return [{ title: null, entries: pick(sorted) }];
  const names: readonly LabelName[] = [...groups.map(([name]) => name), 'sources-unnamed', 'sources-other'];
  return names.flatMap((name) => {
    const own = sorted.filter((id) => {
      const record = setting.explainer.sources.get(id);
      return record !== undefined && groupOf(record) === name;
    });
    return own.length === 0 ? [] : [{ title: setting.language.label(name), entries: pick(own) }];
  });
}
