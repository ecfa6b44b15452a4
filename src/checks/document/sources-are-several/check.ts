/** No long section rests on one source. */

import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { type Check, resultOf } from '../../check.js';
import { type DocumentToCheck, type Passage, passagesOf, placeOf } from '../document-to-check.js';

const id = 'sources-are-several';

/** A section of fewer passages with sources than this says little about how it was researched. */
const longSection = 4;

/** A section with four or more sourced passages cites more than one source (house rule, advice). */
export const sourcesAreSeveral: Check<DocumentToCheck> = {
  id,
  subject: 'document',
  title: 'No long section rests on one source.',
  severity: 'info',
  criteria: ['HR'],
  examples: {
    passes: [
      {
        title: 'Two sources',
        text: '## Damage\n\nOne [@county].\n\nTwo [@county].\n\nThree [@board].\n\nFour [@county].',
      },
    ],
    fails: [
      {
        title: 'One source four times',
        text: '## Damage\n\nOne [@county].\n\nTwo [@county].\n\nThree [@county].\n\nFour [@county].',
      },
    ],
  },
  evaluate: ({ explainer }) => {
    const sections = new Map<number, Passage[]>();
    for (const passage of passagesOf(explainer)) {
      if (passage.cites.length === 0) continue;
      sections.set(passage.section, [...(sections.get(passage.section) ?? []), passage]);
    }
    const long = [...sections.values()].filter((passages) => passages.length >= longSection);
    const diagnostics = long.flatMap((passages): Diagnostic[] => {
      const sources = new Set(passages.flatMap(({ cites }) => cites));
      const [first] = passages;
      if (sources.size > 1 || first === undefined) return [];
      return [
        {
          code: id,
          severity: 'info',
          what: `All ${passages.length} sourced passages of this section rest on “${[...sources].join('')}”.`,
          why: 'One source gives one view; readers rely on the newsroom for more.',
          fix: 'Look for a second source, or say in the text that there is only this one.',
          place: placeOf(explainer, first),
          excerpt: `${[...sources].join('')} ${first.text.slice(0, 60)}`,
        },
      ];
    });
    return resultOf(id, diagnostics, long.length);
  },
};
