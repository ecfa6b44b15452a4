/** The tree of one document for one of its formats. */

import { blocksByType } from '../blocks/registry.js';
import type { FormatName } from '../config/config.js';
import type { StageResult } from '../diagnostics/diagnostic.js';
import type { HtmlDocument } from '../html/html-document.js';
import { toHtml } from '../html/to-html.js';
import { languageOf } from '../language/language-of.js';
import { withWords } from '../language/own-words.js';
import type { AnnotatedExplainer } from '../notes/annotated-explainer.js';
import type { Theme } from '../theme/theme.js';
import { kindOf } from './formats.js';
import { addressOf, formatLinks, translationFacts, translationLinks } from './page-links.js';
import type { Work } from './work.js';

/** A tree, and all that it was made from besides the annotated text. */
interface MadeTree {
  readonly blocks: Theme['blocks'];
  readonly words: ReturnType<Theme['words']>;
  readonly settings: string;
  readonly made: StageResult<HtmlDocument>;
}

/** The last tree of each text and format: a preview asks again for the same one when only styles or a layout were saved. */
const kept = new WeakMap<AnnotatedExplainer, Map<FormatName, MadeTree>>();

function inFull(_key: string, value: unknown): unknown {
  return value instanceof Map || value instanceof Set ? [...value] : value;
}

/** Makes the tree of a text for one format, `self`, and tells what was noticed. */
export function toTree(
  work: Work,
  annotated: AnnotatedExplainer,
  formats: readonly FormatName[],
  self: FormatName,
  theme: Theme,
): HtmlDocument {
  const { config, explainer, related } = work;
  const words = theme.words(explainer.lang);
  const plain = languageOf(explainer.lang, { digits: explainer.digits, timezone: config.timezone });
  const language = withWords(plain, words);
  const canonical = addressOf(work);
  const facts = {
    formats: formatLinks(work, formats, self, language),
    translations: translationLinks(work, self),
    ...translationFacts(work),
    feed: `${'../'.repeat(work.prepared.document.split('/').length)}feed.xml`,
    printKind: kindOf(self),
    ...(canonical === undefined ? {} : { canonical }),
  };
  const settings = JSON.stringify([config, facts, related], inFull);
  const trees = kept.get(annotated) ?? new Map<FormatName, MadeTree>();
  kept.set(annotated, trees);
  const known = trees.get(self);
  const isSame = known?.blocks === theme.blocks && known.words === words && known.settings === settings;
  const made = isSame
    ? known.made
    : toHtml(annotated, {
        ...{ config, language, related, blocks: blocksByType, blockTemplates: theme.blocks, facts },
        medium: self === 'html' ? 'screen' : 'print',
      });
  trees.set(self, { blocks: theme.blocks, words, settings, made });
  work.diagnostics.push(...made.diagnostics);
  return made.value;
}
