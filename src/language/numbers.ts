/** Numbers as a page writes and reads them. */

import { latinDigits } from './digits.js';

/** The signs with which a locale groups and splits decimals, asked from Intl once. */
export interface NumberSigns {
  readonly group: string;
  readonly decimal: string;
}

/** Signs of a locale (a BCP 47 tag that may hold `-u-nu-…`). */
export function numberSigns(locale: string): NumberSigns {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1234567.5);
  const sign = (type: string, otherwise: string): string =>
    parts.find((part) => part.type === type)?.value ?? otherwise;
  return { group: sign('group', ','), decimal: sign('decimal', '.') };
}

const spaces = /[\s\u00a0\u2009\u202f]/gu;
const signMarks = /^[-\u2212\u2013+]/u;
const around = /^\p{Sc}?\s*(.*?)\s*(?:\p{Sc}|[%٪])?$/u;

function escaped(sign: string): string {
  return sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * Reads a number in a locale's own form. Groups have to be whole (`1,23` is no English number), spaces always group, a point
 * is read as decimal sign where it does not group, a currency sign or `%` around the number is passed over, and digits of
 * any script count. Undefined when the text is no number.
 */
export function readNumber(text: string, signs: NumberSigns): number | undefined {
  const body = around.exec(latinDigits(text.replace(/[\u200e\u200f\u061c]/gu, '').trim()))?.[1] ?? '';
  const negative = /^[-\u2212\u2013]/u.test(body);
  let plain = body.replace(signMarks, '').trim();
  const grouped = /^\s$|[\u00a0\u2009\u202f]/u.test(signs.group) ? '' : signs.group;
  const separator = `[${escaped(grouped)}'’٬\\s\u00a0\u2009\u202f]`;
  const decimals = [signs.decimal, '٫', ...(grouped === '.' ? [] : ['.'])].map(escaped).join('|');
  const shape = new RegExp(`^(\\d{1,3}(?:${separator}\\d{3})+|\\d+)(?:(?:${decimals})(\\d+))?$`, 'u');
  const found = shape.exec(plain);
  if (found === null) return undefined;
  plain = (found[1] ?? '').replace(spaces, '').replace(/\D/g, '');
  const value = Number(found[2] === undefined ? plain : `${plain}.${found[2]}`);
  return negative ? -value : value;
}
