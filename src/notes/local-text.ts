/** Texts that a newsroom may give per language. */

import type { PhrasingContent } from 'mdast';
import { dirOf } from '../language/direction.js';
import type { Language } from '../language/language.js';
import type { LocalText } from '../source/source-record.js';
import { text } from './setting.js';

/** The text for a page, and its language where it is known not to be the page's. */
export interface ChosenText {
  readonly value: string;
  readonly lang: string | undefined;
}

/** Picks the page's language by tag, then by its first part; else the first one given, with its language. */
export function chooseText(given: LocalText | undefined, tag: string): ChosenText | undefined {
  if (given === undefined || typeof given === 'string') {
    return given === undefined ? undefined : { value: given, lang: undefined };
  }
  const main = tag.toLowerCase().split('-')[0];
  const entries = Object.entries(given);
  const own =
    entries.find(([key]) => key.toLowerCase() === tag.toLowerCase()) ??
    entries.find(([key]) => key.toLowerCase().split('-')[0] === main);
  if (own !== undefined) return { value: own[1], lang: undefined };
  const [other] = entries;
  return other === undefined ? undefined : { value: other[1], lang: other[0] };
}

/** The text as content, marked with its language where that is not the page's. */
export function localText(given: LocalText | undefined, language: Language): PhrasingContent[] {
  const chosen = chooseText(given, language.tag);
  if (chosen === undefined) return [];
  const words = text(chosen.value);
  if (chosen.lang === undefined) return [words];
  return [{ type: 'languageSpan', lang: chosen.lang, dir: dirOf(chosen.lang), children: [words] }];
}

/** A label with content in its slots; English words in a page of a language that Galley has none of are marked as English. */
export function fillLabel(
  language: Language,
  name: Parameters<Language['labelParts']>[0],
  values: Readonly<Record<string, readonly PhrasingContent[]>>,
): PhrasingContent[] {
  const own = language.hasLabel(name);
  return language.labelParts(name).flatMap((part): readonly PhrasingContent[] => {
    if ('slot' in part) return values[part.slot] ?? [];
    const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(part.text) ?? [];
    if (own || words === '') return [text(part.text)];
    const marked = {
      type: 'languageSpan' as const,
      lang: 'en',
      dir: 'ltr' as const,
      children: [text(words)],
    };
    return [...(before === '' ? [] : [text(before)]), marked, ...(after === '' ? [] : [text(after)])];
  });
}
