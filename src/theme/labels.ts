/** A theme's own words, by language: so that what a template says stands in the language of the page. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { isPhrase } from '../language/own-words.js';
import { labelIsReplaceable, labelIsTranslated } from './findings.js';
import { Kept } from './kept.js';
import { type ThemeChain, themePlaceOf } from './theme-chain.js';

/** Words by language and name. */
export type ThemeLabels = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface GatheredLabels {
  readonly labels: ThemeLabels;
  readonly diagnostics: readonly Diagnostic[];
}

const kept = new Kept<GatheredLabels>();

/** Joins the words of all themes in the chain, and reports those that one of the theme's languages lacks. */
export function gatherLabels(chain: ThemeChain): GatheredLabels {
  const from = chain.folders.flatMap(({ path, yaml, settings }) => [path, yaml, settings]);
  return kept.get(from, () => joinLabels(chain));
}

function joinLabels(chain: ThemeChain): GatheredLabels {
  const labels: Record<string, Record<string, string>> = {};
  const diagnostics: Diagnostic[] = [];
  for (const folder of [...chain.folders].reverse()) {
    const own = Object.entries(folder.settings.labels ?? {});
    const names = new Set(own.flatMap(([, words]) => Object.keys(words)));
    for (const [lang, words] of own) {
      const texts = Object.entries(words).map(([name, text]): [string, string] => [name, String(text)]);
      labels[lang] = { ...labels[lang], ...Object.fromEntries(texts) };
      for (const name of names) {
        if (isPhrase(name))
          diagnostics.push(labelIsReplaceable(themePlaceOf(folder, ['labels', lang, name]), name));
        if (Object.hasOwn(words, name)) continue;
        diagnostics.push(labelIsTranslated(themePlaceOf(folder, ['labels', lang]), name, lang));
      }
    }
  }
  return { labels, diagnostics };
}

/** The names of all words of a theme. */
export function labelNames(labels: ThemeLabels): readonly string[] {
  return [...new Set(Object.values(labels).flatMap((words) => Object.keys(words)))];
}

/** The words in a language, or in the nearest that there is: the language without its region, then English, then the first. */
export function labelsIn(lang: string, labels: ThemeLabels): Readonly<Record<string, string>> {
  const [first] = Object.values(labels);
  return labels[lang] ?? labels[lang.split('-')[0] ?? ''] ?? labels['en'] ?? first ?? {};
}

const noWords: Readonly<Record<string, string>> = {};

/** The words of exactly a language, or of the language without its region: what replaces Galley's own, which has them in many languages. */
export function wordsIn(lang: string, labels: ThemeLabels): Readonly<Record<string, string>> {
  return labels[lang] ?? labels[lang.split('-')[0] ?? ''] ?? noWords;
}
