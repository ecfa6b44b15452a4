/** Cuts a RIS file into entries and tagged lines with their places. */

import type { Position } from 'unist';
import { textPositions } from '../config/text-positions.js';

/** One line of an entry, with what stood on the lines after it. */
export interface RisLine {
  readonly tag: string;
  value: string;
  readonly position: Position;
}

/** One entry, and whether its last line `ER` was there. */
export interface RisEntry {
  readonly lines: RisLine[];
  isClosed: boolean;
}

/** Older tags and the one that takes their place (RIS 2001 and 2011). */
const newerTags: Readonly<Record<string, string>> = {
  A1: 'AU',
  T1: 'TI',
  Y1: 'PY',
  N2: 'AB',
  L3: 'DO',
};

/** Types of RIS, so that a slip can be told. */
export const risTypes: readonly string[] = [
  'ABST',
  'ADVS',
  'AGGR',
  'ANCIENT',
  'ART',
  'BILL',
  'BLOG',
  'BOOK',
  'CASE',
  'CHAP',
  'CHART',
  'CLSWK',
  'COMP',
  'CONF',
  'CPAPER',
  'CTLG',
  'DATA',
  'DBASE',
  'DICT',
  'EBOOK',
  'ECHAP',
  'EDBOOK',
  'EJOUR',
  'ELEC',
  'ENCYC',
  'EQUA',
  'FIGURE',
  'GEN',
  'GOVDOC',
  'GRANT',
  'HEAR',
  'ICOMM',
  'INPR',
  'INTV',
  'JFULL',
  'JOUR',
  'LEGAL',
  'MANSCPT',
  'MAP',
  'MGZN',
  'MPCT',
  'MULTI',
  'MUSIC',
  'NEWS',
  'PAMP',
  'PAT',
  'PCOMM',
  'PODCAST',
  'PRESS',
  'RPRT',
  'SER',
  'SLIDE',
  'SOUND',
  'STAND',
  'STAT',
  'THES',
  'UNBILL',
  'UNPB',
  'VIDEO',
  'WEB',
];

/** Types that citation-js does not know: the nearest one that it does, and the CSL type. */
export const furtherTypes: Readonly<Record<string, readonly [near: string, csl: string]>> = {
  WEB: ['ELEC', 'webpage'],
  INTV: ['GEN', 'interview'],
  PODCAST: ['SOUND', 'broadcast'],
  PRESS: ['GEN', 'document'],
  JOURN: ['JOUR', 'article-journal'],
};

/** The entries of a file (`\n` line ends), and the lines that belong to none. */
export function cutRis(text: string): { entries: readonly RisEntry[]; strays: readonly Position[] } {
  const positions = textPositions(text);
  const entries: RisEntry[] = [];
  const strays: Position[] = [];
  let offset = 0;
  let open: RisEntry | undefined;
  for (const line of text.split('\n')) {
    const position = positions.position(offset, offset + line.trimEnd().length);
    offset += line.length + 1;
    const [, tag, value = ''] = /^\s*([A-Z][A-Z0-9]) {1,2}- ?(.*)$/.exec(line) ?? [];
    if (tag === 'TY') {
      open = { lines: [{ tag, value: value.trim(), position }], isClosed: false };
      entries.push(open);
    } else if (tag === 'ER') {
      if (open !== undefined) open.isClosed = true;
      open = undefined;
    } else if (open === undefined) {
      if (line.trim() !== '') strays.push(position);
    } else if (tag !== undefined)
      open.lines.push({ tag: newerTags[tag] ?? tag, value: value.trim(), position });
    else if (line.trim() !== '') {
      const last = open.lines.at(-1);
      if (last !== undefined) last.value += ` ${line.trim()}`;
    }
  }
  return { entries, strays };
}

/** An entry as citation-js takes it, without what is read here. */
export function risRecord(entry: RisEntry): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  for (const { tag, value } of entry.lines) {
    if (value === '' || ['PY', 'DA', 'Y2', 'UR', 'LA', 'ID'].includes(tag)) continue;
    const before = found[tag];
    found[tag] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  const type = String(found['TY']).toUpperCase();
  return { ...found, TY: furtherTypes[type]?.[0] ?? type };
}

/** The first line of a tag that says something. */
export function lineOf(entry: RisEntry, tag: string): RisLine | undefined {
  return entry.lines.find((line) => line.tag === tag && line.value !== '');
}
