/** A publisher's own words in place of Galley's: “In brief” for “Key points”. */

import type { Language } from './language.js';
import type { LabelName } from './locale.js';
import { en } from './locales/en.js';

/** Whether a name is one of Galley's own words. */
function isLabel(name: string): name is LabelName {
  return Object.hasOwn(en.labels, name);
}

/** Whether a name is one of Galley's own phrases that hold a value, such as “Page 3 of 12”; those cannot be replaced. */
export function isPhrase(name: string): boolean {
  return isLabel(name) && en.labels[name].includes('{');
}

/** The language with other words for some of Galley's; names that are none of them, and phrases with values, change nothing. */
export function withWords(language: Language, words: Readonly<Record<string, string>>): Language {
  const own = new Map(Object.entries(words).filter(([name]) => isLabel(name) && !isPhrase(name)));
  if (own.size === 0) return language;
  return {
    ...language,
    label: (name, values) => own.get(name) ?? language.label(name, values),
    labelParts: (name) => {
      const text = own.get(name);
      return text === undefined ? language.labelParts(name) : [{ text }];
    },
    hasLabel: (name) => own.has(name) || language.hasLabel(name),
  };
}
