/** What axe-core could not decide is shown to a person as a question, never counted as passed. */

import type { Check } from '../../check.js';
import { type AxeRun, isAnswered } from '../axe.js';
import { elementPlace } from '../published-page.js';

const id = 'engine-questions-are-answered';

/** axe-core's open questions. */
export const engineQuestionsAreAnswered: Check<AxeRun> = {
  id,
  subject: 'engine',
  title: 'Somebody has looked where axe could not decide.',
  severity: 'warning',
  criteria: ['HR'],
  examples: {
    passes: [{ title: 'Text on a plain ground', text: `<main><h1>Flood</h1><p>Water</p></main>` }],
    fails: [],
    cannotTell: [
      {
        title: 'Text on a picture',
        text: `<main><h1>Flood</h1><p style="background: linear-gradient(#fff, #777); color: #555">Water came over the wall.</p></main>`,
      },
    ],
  },
  evaluate: (run) => {
    const diagnostics = run.incomplete.flatMap((finding) =>
      finding.nodes
        .filter((node) => !isAnswered(node))
        .map((node) => ({
          code: id,
          severity: 'warning' as const,
          what: `Please judge: ${finding.help}? (axe rule ${finding.rule} on ${node.html.replace(/\s+/g, ' ').slice(0, 120)})`,
          why: 'The engine could not decide by itself, so nobody has checked this place yet.',
          fix:
            node.summary.replace(/\s+/g, ' ').trim() ||
            'Look at this place in the rendered page and change it if the answer is no.',
          place: elementPlace(run.page, node.selector, node.index),
          excerpt: `${finding.rule} ${node.html}`,
          rule: `axe-core ${finding.rule}`,
          question: true,
        })),
    );
    return { check: id, outcome: diagnostics.length > 0 ? 'cantTell' : 'passed', diagnostics };
  },
};
