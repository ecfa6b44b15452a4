/** What axe-core could not decide is shown to a person as a question, never counted as passed. */

import type { Check } from '../../check.js';
import type { AxeNode, AxeRun } from '../axe.js';
import { elementPlace } from '../published-page.js';

const id = 'engine-questions-are-answered';

/** Normal text needs 4.5:1; large text would need less, so this never lets through too much. */
const enoughContrast = 4.5;

/** Whether our own measure answers what axe could not. */
function isAnswered({ contrast }: AxeNode): boolean {
  return contrast !== null && contrast >= enoughContrast;
}

/** axe-core's open questions. */
export const engineQuestionsAreAnswered: Check<AxeRun> = {
  id,
  subject: 'html',
  severity: 'warning',
  criteria: ['HR'],
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
        })),
    );
    return { check: id, outcome: diagnostics.length > 0 ? 'cantTell' : 'passed', diagnostics };
  },
};
