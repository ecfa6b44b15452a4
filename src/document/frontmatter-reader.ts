/** Reads single values of the front matter with their places. */

import type { YamlPath } from '../config/yaml-document.js';
import type { SourcePlace } from '../diagnostics/place.js';
import type { PartialDate } from '../language/language.js';
import { parsePartialDate } from '../language/partial-date.js';
import type { RichText } from './explainer.js';
import { frontMatterSynonyms } from './frontmatter-schema.js';
import { readRichText } from './rich-text.js';
import { scalarOffsets } from './scalar-offsets.js';
import type { Work } from './work.js';

/** A date that the schema has already accepted; null when it is absent. */
export function dateOf(text: string | undefined): PartialDate | null {
  return text === undefined ? null : (parsePartialDate(text) ?? null);
}

/** The place of a key; the opening `---` when it is absent. */
export function keyPlace(path: YamlPath, work: Work): SourcePlace {
  return work.place(work.source.frontmatter.positionOf(path, 'key'));
}

/** The place of a value. */
export function valuePlace(path: YamlPath, work: Work): SourcePlace {
  return work.place(work.source.frontmatter.positionOf(path, 'value'));
}

/** A text with inline Markdown, its places inside the YAML value. `subject` names it in findings. */
export function richTextAt(path: YamlPath, text: string, subject: string, work: Work): RichText {
  const tellsOfPast = path[0] === 'corrections' || path[0] === 'updates';
  const isTitle = path[0] === 'headline' || path[0] === 'standfirst';
  const position = work.source.frontmatter.positionOf(path, 'value');
  const start = position?.start.offset ?? 0;
  const raw = work.source.text.slice(start, position?.end.offset ?? start);
  const offsets = scalarOffsets(raw, text);
  return readRichText(
    { text, subject, tellsOfPast, isTitle, fileOffset: (index) => start + (offsets[index] ?? raw.length) },
    work,
  );
}

/** The index that an item of a list has in the file: wrong items before it may have been left out. */
export function originalIndex(key: string, text: string, from: number, work: Work): number {
  const data = work.source.frontmatter.data;
  const list = typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[key] : undefined;
  if (!Array.isArray(list)) return from;
  for (let index = from; index < list.length; index += 1) {
    if (work.source.frontmatter.textOf([key, index, 'text']) === text) return index;
  }
  return from;
}

/** Whether the author wrote the key, or the word that other programs have for it: that word is told. */
export function wasMeant(key: string, work: Work): boolean {
  const { data } = work.source.frontmatter;
  const typed = typeof data === 'object' && data !== null ? Object.keys(data) : [];
  return wasTyped(key, work) || typed.some((name) => frontMatterSynonyms[name.toLowerCase()] === key);
}

/** Whether the author wrote the key, readable or not. */
export function wasTyped(key: string, work: Work): boolean {
  const { data, unreadable } = work.source.frontmatter;
  return unreadable.has(key) || (typeof data === 'object' && data !== null && Object.hasOwn(data, key));
}
