/** Links for phone numbers, mail addresses and web addresses that were typed as words. */

import type { Link, PhrasingContent } from 'mdast';
import { latinDigits } from '../../language/digits.js';
import type { ContactField } from '../../language/locale.js';

/** What a field's value links to; undefined when it does not look like an address of its kind. */
function addressOf(field: ContactField | 'other', words: string): string | undefined {
  const value = words.trim();
  if (field === 'phone' || field === 'text-relay') {
    const digits = latinDigits(value);
    return /^\+?[\d\s().\-–/]{3,}$/u.test(digits) ? `tel:${digits.replace(/[^\d+]/gu, '')}` : undefined;
  }
  if (field === 'mail') return /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(value) ? `mailto:${value}` : undefined;
  if (field === 'web')
    return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:\/\S*)?$/u.test(value) ? `https://${value}` : undefined;
  return undefined;
}

/** Whether a mail or web address leads somewhere: it holds a link, or words that can become one. */
export function isReachable(
  field: ContactField | 'other',
  value: readonly PhrasingContent[],
  words: string,
): boolean {
  if (field !== 'mail' && field !== 'web') return true;
  return value.some((node) => node.type !== 'text') || addressOf(field, words) !== undefined;
}

/** The value as a link where it is an address and holds no link yet. */
export function linked(
  field: ContactField | 'other',
  value: readonly PhrasingContent[],
  words: string,
): PhrasingContent[] {
  if (value.some((node) => node.type !== 'text')) return [...value];
  const url = addressOf(field, words);
  if (url === undefined) return [...value];
  const position = value[0]?.position;
  const link: Link = { type: 'link', url, children: [...(value as Link['children'])] };
  return [position === undefined ? link : { ...link, position }];
}
