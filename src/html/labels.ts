/** Galley's own words in HTML, marked with their language where it is not that of the text around them. */

import type { ElementContent } from 'hast';
import { dirOf } from '../language/direction.js';
import type { LabelName } from '../language/locale.js';
import { element, text } from './elements.js';
import type { Page } from './page.js';
import type { LabelValues } from './render-context.js';

/** Language of a label where it has to be said: English in a page whose language lacks it, or the page's own inside another language. */
function foreignTag(page: Page, name: LabelName): string | undefined {
  const own = page.language.hasLabel(name) ? page.language.tag : 'en';
  return own === page.languages.at(-1) ? undefined : own;
}

/** Words in a language that has to be marked, or as they are. */
function words(value: string, tag: string | undefined): ElementContent {
  if (tag === undefined || value.trim() === '') return text(value);
  return element('span', { lang: tag, dir: dirOf(tag) }, [value]);
}

/** A label with its values: `label(page, 'as-of', { date: time })`. */
export function label(page: Page, name: LabelName, values: LabelValues = {}): ElementContent[] {
  const tag = foreignTag(page, name);
  return page.language.labelParts(name).flatMap((part): ElementContent[] => {
    if ('text' in part) return [words(part.text, tag)];
    const value = values[part.slot] ?? '';
    return typeof value === 'string' ? [text(value)] : [...value];
  });
}
