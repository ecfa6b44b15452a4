/** Words that stand for text still to be written. */

import type { Nodes, Root } from 'mdast';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import type { SourcePlace } from '../diagnostics/place.js';
import type { CslItem } from '../source/source-record.js';
import { finding } from './finding.js';
import type { Work } from './work.js';

const placeholder = /(?<![\p{L}\p{N}_])(?:(?:TK)+|TODO|X{2,3}|[Ll]orem [Ii]psum)(?![\p{L}\p{N}_])/gu;

/** Words beside which `XX` is a century. */
const century =
  /(?:siglos?|sigle|secol[oi]|século|siècle|century|centuries|век\p{L}*|столет\p{L}*|столітт\p{L}*|ғасыр\p{L}*|secolul|stulecie|wiek\p{L}*|yüzyıl\p{L}*|в\.|ст\.|ғ\.)/iu;

/** Whether a find is a word of the language after all: a century, or Spanish `TODO` among capitals. */
function isMeant(text: string, at: number, typed: string): boolean {
  const before = text.slice(Math.max(0, at - 30), at);
  const after = text.slice(at + typed.length, at + typed.length + 30);
  if (typed.startsWith('X')) {
    const beside = new RegExp(`${century.source}\\s*$`, 'iu').test(before);
    return beside || new RegExp(`^[–—-]?\\s*(?:[IVX]+\\s*)?${century.source}`, 'iu').test(after);
  }
  if (typed !== 'TODO') return false;
  return /\p{Lu}{2,}[\s,]*$/u.test(before) || /^[\s,]*\p{Lu}{2,}(?!\p{Ll})/u.test(after);
}

/** Addresses and mail addresses: what looks like a placeholder in one is a part of it … */
const address = /(?:[a-z][a-z0-9+.-]*:\/\/|www\.|mailto:)\S+|[\w.+-]+@[\w-]+\.[\w.-]+/giu;
/** … but for hosts that stand for others (RFC 2606), which `galley new` writes. */
const standIn = /^https?:\/\/example\.(?:com|net|org)\//iu;

/** Placeholders of a text with their indexes. */
export function findPlaceholders(text: string): readonly { readonly typed: string; readonly at: number }[] {
  const words = text.replace(address, (found) => (standIn.test(found) ? found : '_'.repeat(found.length)));
  return [...words.matchAll(placeholder)]
    .filter((match) => !isMeant(text, match.index, match[0]))
    .map((match) => ({ typed: match[0], at: match.index }));
}

/** Says that a placeholder is still there. */
export function reportPlaceholder(typed: string, place: SourcePlace, work: Work): void {
  work.report(
    finding('placeholder-text-is-absent', 'error', place, {
      what: `“${typed}” stands for something that is still to be written.`,
      why: 'Readers would see it as it is.',
      fix: 'Write what is missing, or take it out; notes for colleagues go between <!-- and -->.',
      excerpt: typed,
    }),
  );
}

/** Reports placeholders in texts and alternative texts of a tree; code keeps its words. */
export function reportPlaceholders(tree: Root, work: Work): void {
  visit(tree, (node: Nodes) => {
    if (node.type === 'text') {
      const raw = work.raw.get(node);
      for (const { typed, at } of raw === undefined ? [] : findPlaceholders(raw.text)) {
        const point = (index: number): Point => raw?.point(index) ?? work.positions.point(0);
        reportPlaceholder(typed, work.place({ start: point(at), end: point(at + typed.length) }), work);
      }
    } else if (node.type === 'image') {
      for (const { typed } of findPlaceholders(node.alt ?? '')) {
        reportPlaceholder(typed, work.place(node.position), work);
      }
    }
  });
}

/** Fields of a source that readers see, as authors type them and as CSL calls them. */
const printedFields = { title: 'title', author: 'author', publisher: 'publisher', url: 'URL' } as const;

function wordsOf(value: CslItem[string]): string {
  if (Array.isArray(value)) return value.flatMap((name) => Object.values(name)).join(' ');
  return typeof value === 'string' ? value : '';
}

/** Reports placeholders in the document's own sources; those of unnamed ones are quoted nowhere, so they are passed over. */
export function reportSourcePlaceholders(work: Work): void {
  for (const { csl, tier, scope, place, fieldPlaces } of work.source.sources.values()) {
    if (scope === 'shared' || tier === 'anonymous') continue;
    for (const [field, variable] of Object.entries(printedFields)) {
      const [found] = findPlaceholders(wordsOf(csl[variable]));
      if (found !== undefined) reportPlaceholder(found.typed, fieldPlaces[field] ?? place, work);
    }
  }
}
