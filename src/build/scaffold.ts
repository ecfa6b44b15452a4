/** The first files of an explainer: everything that the contract asks for, with `TK` where the author's own words belong. */

import type { ExplainerType } from '../document/explainer.js';
import type { Language } from '../language/language.js';
import type { LabelName } from '../language/locale.js';

/** What a new explainer is to be. */
export interface ScaffoldWish {
  readonly headline: string;
  readonly type: ExplainerType;
  /** Language of the text; its labels become titles. */
  readonly language: Language;
  /** Whether the language is the one that config gives to documents without `lang`. */
  readonly isOwnLanguage: boolean;
  /** The day on which it is begun, such as `2026-03-01`. */
  readonly today: string;
}

/** A file and its text, by path in the explainer's folder. */
export type ScaffoldFiles = Readonly<Record<'explainer.md' | 'sources.yaml', string>>;

/** A text as YAML reads it back: quoted, since headlines hold colons. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function frontMatter({ headline, type, language, isOwnLanguage }: ScaffoldWish): string {
  return `---
headline: ${quoted(headline)}
standfirst: TK
type: ${type}
${isOwnLanguage ? '' : `lang: ${language.tag}\n`}byline: [TK]
status: draft
# When it may be public, take the # away and change draft to published:
# published: 2026-01-31
---`;
}

const keyPoints = (
  today: string,
): string => `<!-- Three to seven points that stand alone, each with its source. -->

:::key-points{as-of=${today}}
- TK [@first-source].
- TK [@first-source].
- TK [@first-source].
:::`;

const section = `<!-- A heading asks what readers ask. Then say it plainly, and cite after each fact. -->

## TK

TK [@first-source, p. 1].`;

const knowledge = `<!-- How sure is it? Each known item names its source. -->

:::known
- TK [@first-source].
:::

:::unknown
- TK
:::`;

const next = (today: string): string => `:::next
- TK {date=${today} certainty=expected}
:::`;

const timeline = (today: string): string => `<!-- A day or a time, a colon, what happened; oldest first. -->

:::timeline
- ${today}: **TK.** TK [@first-source].
:::`;

const claim = (
  today: string,
): string => `<!-- verdict: true, mostly-true, mixed, misleading, false or unproven. The claim first, then the evidence. -->

:::claim{by="TK" on=${today} verdict=unproven source=first-source}
TK

TK [@first-source].
:::`;

const service = `<!-- What to do, in order; then who helps. -->

:::steps
1. TK
2. TK
:::

:::contact{name="TK"}
- Phone: TK
:::`;

/** A section whose title Galley has in the page's language. */
function titled(language: Language, name: LabelName, words: string): string {
  return `## ${language.label(name)}\n\n${words}`;
}

/** The parts of the body by type, in reading order. */
function parts({ type, language, today }: ScaffoldWish): readonly string[] {
  const context = titled(language, 'background', 'TK [@first-source].');
  switch (type) {
    case 'fact-check':
      return [claim(today), section, context];
    case 'service-guide':
      return [section, service];
    case 'live-explainer':
      return [keyPoints(today), timeline(today), section, knowledge, next(today)];
    case 'analysis':
      return [keyPoints(today), section, section, context];
    case 'explainer':
      return [keyPoints(today), section, knowledge, context, next(today)];
  }
}

const sources = (
  today: string,
): string => `# Where the facts come from. Each source has a name of its own (an id), a colon, and below it what it is.
# In the text, [@first-source] cites it. kind: article, report, official-statement, interview, law, dataset …

first-source:
  kind: article
  title: TK
  author: TK
  published: ${today}
  url: https://example.org/TK
  accessed: ${today}
`;

/** The files of a new explainer. Each `TK` in it is a finding until it is replaced, so that none of it can be published by mistake. */
export function scaffold(wish: ScaffoldWish): ScaffoldFiles {
  return {
    'explainer.md': `${[frontMatter(wish), ...parts(wish)].join('\n\n')}\n`,
    'sources.yaml': sources(wish.today),
  };
}

/** Lines of a text that hold `TK`, 1-based. */
export function linesToFill(text: string): readonly number[] {
  return text.split('\n').flatMap((line, index) => (/\bTK\b/.test(line) ? [index + 1] : []));
}
