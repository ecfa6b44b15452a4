/** The languages that Galley has words of, found by tag. */

import type { Locale } from './locale.js';
import { ar } from './locales/ar.js';
import { de } from './locales/de.js';
import { en } from './locales/en.js';
import { es } from './locales/es.js';
import { fr } from './locales/fr.js';
import { kk } from './locales/kk.js';
import { pt } from './locales/pt.js';
import { ru } from './locales/ru.js';
import { tr } from './locales/tr.js';
import { uk } from './locales/uk.js';
import { zhHans } from './locales/zh-Hans.js';

const locales: readonly Locale[] = [en, ar, de, es, fr, kk, pt, ru, tr, uk, zhHans];

/** Tags of the languages that Galley has words of. */
export const localeTags: readonly string[] = locales.map((locale) => locale.tag);

/** Regions in which Chinese is written in traditional characters when the tag names no script. */
const traditionalRegions = ['tw', 'hk', 'mo'];

/** The words of a tag's language, or undefined when Galley has none. Chinese counts by script. */
export function localeFor(tag: string): Locale | undefined {
  const parts = tag.toLowerCase().split('-');
  if (parts[0] === 'zh') {
    const simplified =
      parts.includes('hans') ||
      (!parts.includes('hant') && !parts.some((part) => traditionalRegions.includes(part)));
    return simplified ? locales.find((locale) => locale.tag === 'zh-Hans') : undefined;
  }
  return locales.find((locale) => locale.tag.toLowerCase() === parts[0]);
}
