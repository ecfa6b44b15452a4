/** Languages of parts: `lang=` on a block, `:lang[…]{kk}` and `:::lang{ar}`. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourcePlace } from '../diagnostics/place.js';
import { finding } from './finding.js';
import { validTag } from './language-tag.js';

/** Says that a tag is no language, with the form that is meant. */
export function languageTagIsValid(tag: string, place: SourcePlace): Diagnostic {
  return finding('language-tag-is-valid', 'error', place, {
    what: `“${tag}” is no language tag that is known.`,
    why: 'Screen readers choose the voice by it, and browsers the letters and the line breaks.',
    fix: 'Write a tag such as “kk”, “ru”, “pt-BR” or “zh-Hant”.',
    excerpt: tag,
  });
}

/** Attributes of a directive as the parser gives them. */
export type Attributes = Readonly<Record<string, string | null | undefined>> | null | undefined;

/** The tag in the braces of `:lang` or `:::lang`, or what is wrong there. */
export interface TagInBraces {
  readonly tag: string | undefined;
  /** Why there is no tag, or how else it should be written. */
  readonly fault: 'missing' | 'lang-key' | 'several' | 'invalid' | undefined;
  readonly typed: string;
}

/** Reads the one bare word of `{kk}`; the keys that every block has are skipped. */
export function tagInBraces(attributes: Attributes, skipped: readonly string[] = []): TagInBraces {
  const entries = Object.entries(attributes ?? {}).filter(([name]) => !skipped.includes(name));
  const [first] = entries;
  if (first === undefined) return { tag: undefined, fault: 'missing', typed: '' };
  const [name, value] = first;
  const sign = { class: '.', id: '#' }[name];
  const typed = sign !== undefined ? `${sign}${value ?? ''}` : name === 'lang' && value ? value : name;
  if (entries.length > 1) return { tag: validTag(typed), fault: 'several', typed };
  const tag = validTag(typed);
  if (tag === undefined) return { tag, fault: 'invalid', typed };
  return { tag, fault: name === 'lang' && value ? 'lang-key' : undefined, typed };
}
