/** What a reader should know before the first paragraph. */

import type { Element } from 'hast';
import { toInstant } from '../language/partial-date.js';
import { timeOf } from './dates.js';
import { element } from './elements.js';
import { freeId } from './end-sections.js';
import { label } from './labels.js';
import type { Page } from './page.js';

/** Whether the text has passed its date; a date without a time counts as a whole day. */
export function isExpired(page: Page): boolean {
  const { expires } = page.explainer.metadata;
  if (expires === null) return false;
  const day = expires.hour === undefined ? 24 * 60 * 60 * 1000 : 0;
  return page.config.now >= toInstant(expires, page.config.timezone) + day;
}

/** Whether a mistake was put right, which the head of the page says; clarifications and notes stand in their list only. */
export function isCorrected(page: Page): boolean {
  return page.explainer.metadata.corrections.some(
    ({ kind }) => kind === 'correction' || kind === 'retraction',
  );
}

function contentNote(page: Page): Element | undefined {
  const { sensitive } = page.explainer.metadata;
  if (sensitive.length === 0) return undefined;
  const items = page.language.formatList(sensitive.map((kind) => page.language.label(`sensitive-${kind}`)));
  return element('p', { className: ['content-note'] }, [
    element('strong', {}, [...label(page, 'content-note'), ':']),
    ' ',
    ...label(page, 'content-note-is', { items }),
  ]);
}

function expiredNotice(page: Page): Element | undefined {
  const { expires } = page.explainer.metadata;
  if (expires === null || !isExpired(page)) return undefined;
  const words = label(page, 'expired-notice', { date: timeOf(page, expires) });
  return element('p', { className: ['expired-notice'] }, words);
}

function correctedNotice(page: Page): Element | undefined {
  if (!isCorrected(page) || page.config.corrections === 'top') return undefined;
  const link = element('a', { href: `#${freeId(page, 'corrections')}` }, label(page, 'see-corrections'));
  return element('p', { className: ['corrected-notice'] }, [...label(page, 'was-corrected'), ' ', link]);
}

/** The notices that this page needs, in order of weight. */
export function noticesOf(page: Page): Element[] {
  return [expiredNotice(page), correctedNotice(page), contentNote(page)].filter(
    (notice) => notice !== undefined,
  );
}

/** What is left of a page that was withdrawn. */
export function withdrawnNotice(page: Page): Element {
  return element('p', { className: ['withdrawn-notice'] }, label(page, 'withdrawn-notice'));
}
