/** A folder's name from a headline: small ASCII letters, digits and hyphens (content model, section 1). */

import { isSlug } from '../source/file-names.js';

/** Cyrillic letters of Russian, Ukrainian and Kazakh in Latin ones, as readers of addresses expect them. */
const latinOf: Readonly<Record<string, string>> = {
  ...{ а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'yo', є: 'ye', ж: 'zh' },
  ...{ з: 'z', и: 'i', й: 'y', і: 'i', ї: 'yi', к: 'k', қ: 'q', л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o' },
  ...{ ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u', ф: 'f', х: 'kh', һ: 'h', ц: 'ts' },
  ...{ ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' },
  ...{ ß: 'ss', æ: 'ae', ø: 'o', œ: 'oe', ı: 'i', ł: 'l', đ: 'd', ð: 'd', þ: 'th' },
};

const longest = 60;

/** A name made from a headline, whole words up to 60 letters; undefined when no letter of it can be written in ASCII. */
export function slugOf(headline: string): string | undefined {
  const latin = [...headline.toLowerCase().normalize('NFC')]
    .map((letter) => latinOf[letter] ?? letter)
    .join('')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’ʼ]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (latin === '') return undefined;
  if (latin.length <= longest) return isSlug(latin) ? latin : `${latin}-1`;
  const cut = latin.slice(0, longest + 1);
  const end = cut.lastIndexOf('-');
  return end > 0 ? cut.slice(0, end) : latin.slice(0, longest);
}
