/** Links out of the page: as written on screen; on paper absolute, and kept for the list of addresses. */

import type { Element, ElementContent } from 'hast';
import { latinDigits } from '../language/digits.js';
import type { Language } from '../language/language.js';
import { separator } from '../language/punctuation.js';
import { element, rootOf, textOf } from './elements.js';
import type { OutsideLink, Page } from './page.js';

const scheme = /^[a-z][a-z0-9+.-]*:/iu;

/** The public address of a relative one, or undefined without a base. */
function absolute(page: Page, href: string): string | undefined {
  const base = page.config.url;
  if (base === null) return undefined;
  const folder = `${base.replace(/\/+$/u, '')}/${page.explainer.slug}/`;
  return URL.canParse(href, folder) ? new URL(href, folder).href : undefined;
}

/**
 * A link as this medium has it. On paper a relative address has no meaning: it becomes absolute where config gives a base,
 * else the words stay without a link.
 */
export function outsideLink(page: Page, link: Element): ElementContent {
  const href = String(link.properties['href'] ?? '');
  if (page.medium === 'screen' || href.startsWith('#')) return link;
  const address = scheme.test(href) ? href : absolute(page, href);
  if (address === undefined) return { ...link, tagName: 'span', properties: {} };
  link.properties['href'] = address;
  page.links.push({ href: address, content: structuredClone(link.children) });
  return link;
}

/** An address as it is printed: without `mailto:` and `tel:`, its letters as people read them. */
export function printedAddress(href: string): string {
  const bare = href.replace(/^(?:mailto|tel):/iu, '');
  try {
    return decodeURI(bare);
  } catch {
    // A stray percent sign is no fault of the page.
    return bare;
  }
}

/** Whether the words of a phone link give its number, however they space it. */
function saysItsNumber({ href, content }: OutsideLink): boolean {
  if (!/^tel:/iu.test(href)) return false;
  const digits = (text: string): string => latinDigits(text).replace(/\D/gu, '');
  return digits(textOf(rootOf(content))).includes(digits(href));
}

/** The list of addresses that no words on the pages give, for paper. */
export function linksList(
  links: readonly OutsideLink[],
  printed: string,
  heading: Element,
  language: Language,
): Element | undefined {
  const seen = new Set<string>();
  const missing = links.filter((link) => {
    const { href } = link;
    const address = printedAddress(href);
    if (saysItsNumber(link)) return false;
    if (seen.has(address) || printed.includes(address) || printed.includes(href)) return false;
    seen.add(address);
    return true;
  });
  if (missing.length === 0) return undefined;
  const items = missing.map(({ href, content }) => {
    const address = element('a', { className: ['printed-address'], href }, [printedAddress(href)]);
    const words = textOf(rootOf(content)).trim() === '' ? [] : [...content, separator(language, 'colon')];
    return element('li', {}, [...words, address]);
  });
  return element('section', { className: ['links'] }, [
    heading,
    element('ul', { className: ['links-list'] }, items),
  ]);
}
