/** Paper only: tables that are too long for their place in the text, at its end. */

import type { ElementContent } from 'hast';
import { pageReference } from './cross-references.js';
import { element } from './elements.js';
import type { Page } from './page.js';

/** Keeps a table for the end of the text; what is left in its place leads there, and says on which page it stands. */
export function toAppendix(
  page: Page,
  id: string,
  table: ElementContent,
  title: readonly ElementContent[],
): ElementContent {
  page.appendix.push(element('div', { id, className: ['appendix-table'] }, [table]));
  const link = element('a', { href: `#${id}` }, structuredClone([...title]));
  return element('p', { className: ['chart-data', 'in-appendix'] }, [
    link,
    pageReference(page, id, 'on-page'),
  ]);
}
