/** Whether a translation has every text of its original's front matter in its own words. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Language } from '../language/language.js';
import { type Fact, factsOf, lacking } from './drift-facts.js';
import type { Explainer } from './explainer.js';
import { finding } from './finding.js';

/** A text with its language. */
export interface Side {
  readonly explainer: Explainer;
  readonly language: Language;
}

/** Why it matters that two languages say the same. */
export const differ = 'Readers of the two languages would be told different things.';

/** Texts of the front matter that a translation has to have in its own words, as authors type their keys. */
const ownTexts = {
  'short-headline': 'shortHeadline',
  'seo-title': 'seoTitle',
  'print-headline': 'printHeadline',
  dateline: 'dateline',
  backstory: 'backstory',
  'ai-use': 'aiUse',
  image: 'image',
  rights: 'rights',
} as const;

/** Texts that the translation lacks, and numbers that differ in headline and standfirst. */
export function metadataDrift(original: Side, translation: Side): Diagnostic[] {
  const found: Diagnostic[] = [];
  const [from, own] = [original.explainer.metadata, translation.explainer.metadata];
  const absent = (key: string): void => {
    found.push(
      finding('translation-is-in-step', 'warning', translation.explainer.placeOf(key), {
        what:
          own.updates.length > 0 && key === 'updates'
            ? `The original has ${from.updates.length} entries in “updates”, and this translation has ${own.updates.length}.`
            : `The original has “${key}”, and this translation has none.`,
        why: 'Readers of this language would miss it; a text is never taken over from another language.',
        fix: `Add a line “${key}: …” in this language.`,
        excerpt: key,
        related: [{ message: 'the original', place: original.explainer.placeOf(key) }],
      }),
    );
  };
  for (const [key, name] of Object.entries(ownTexts)) {
    if (from[name] !== null && own[name] === null) absent(key);
  }
  if (from.updates.length > own.updates.length) absent('updates');
  // A translation in the same folder is asked for each of them where it is read.
  const isElsewhere = own.translationOf !== null;
  if (isElsewhere && from.corrections.length > own.corrections.length) absent('corrections');
  for (const key of ['headline', 'standfirst'] as const) {
    const facts = (side: Side): Fact[] => factsOf(side.explainer.metadata[key].children, side.language);
    const [lost, added] = [
      lacking(facts(original), facts(translation)),
      lacking(facts(translation), facts(original)),
    ];
    if (lost.length === 0 && added.length === 0) continue;
    const words = (facts: readonly Fact[]): string =>
      facts.length === 0 ? 'none' : facts.map((fact) => fact.words).join(', ');
    found.push(
      finding('translation-is-in-step', 'warning', translation.explainer.placeOf(key), {
        what: `Numbers differ in the ${key}: ${words(lost)} in the original, ${words(added)} here.`,
        why: differ,
        fix: 'Bring both texts in line.',
        excerpt: `${words(lost)} ${words(added)}`,
        related: [{ message: 'the original', place: original.explainer.placeOf(key) }],
      }),
    );
  }
  return found;
}
