/** Months in the forms that a language gives them beside a day and alone. */

import { intlMonthNames, intlTag } from './intl-dates.js';
import type { DateForms } from './locale.js';
import { localeFor } from './locales.js';

/**
 * The names of a tag's months: Galley's own, else Intl's where its months change beside a day (Greek, Polish, Czech). Undefined for a
 * language of one form, which any locale has right.
 */
export function monthNamesOf(tag: string): Pick<DateForms, 'months' | 'monthsAlone'> | undefined {
  const own = localeFor(tag)?.dates;
  if (own !== undefined) return own;
  const names = intlMonthNames(intlTag(tag));
  return names.months.join() === names.monthsAlone.join() ? undefined : names;
}
