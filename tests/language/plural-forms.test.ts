/** Units of registered numbers take the plural form that CLDR names for the number, in every language with words of ours. */

import { describe, expect, it } from 'vitest';
import { figureText, missingForm } from '../../src/language/figure-words.js';
import { languageOf } from '../../src/language/language-of.js';
import { localeTags } from '../../src/language/locales.js';

const tags = localeTags;
const numbers = [
  0, 1, 2, 3, 4, 5, 10, 11, 12, 14, 20, 21, 22, 25, 99, 100, 101, 102, 111, 1000, 1001, 1.5, 2.7, 1e6,
];

describe('plural forms', () => {
  it('are asked of eleven languages', () => expect(tags.length).toBeGreaterThanOrEqual(11));

  it.each(tags)('of %s follow Intl.PluralRules, and none is missing when all are there', (tag) => {
    const rules = new Intl.PluralRules(tag);
    const categories = rules.resolvedOptions().pluralCategories;
    const unit = { [tag]: Object.fromEntries(categories.map((category) => [category, `<${category}>`])) };
    const language = languageOf(tag);
    for (const value of numbers) {
      const figure = { label: 'l', value, unit };
      expect(figureText(figure, 'full', language)).toContain(`<${rules.select(value)}>`);
      expect(missingForm(figure, language)).toBeUndefined();
    }
  });

  it.each(tags)('of %s are missed one by one', (tag) => {
    const rules = new Intl.PluralRules(tag);
    const language = languageOf(tag);
    const needed = new Set(numbers.map((value) => rules.select(value)));
    for (const gone of needed) {
      if (needed.size === 1) continue;
      const rest = Object.fromEntries([...needed].filter((name) => name !== gone).map((name) => [name, 'x']));
      const value = numbers.find((number) => rules.select(number) === gone) ?? 0;
      const missing = missingForm({ label: 'l', value, unit: { [tag]: rest } }, language);
      // Romance languages have “many” for millions alone, where no other form is written.
      if (gone === 'many' && value === 1e6) expect(missing).toBeUndefined();
      else expect([gone, missing?.category]).toEqual([gone, gone]);
    }
  });
});
