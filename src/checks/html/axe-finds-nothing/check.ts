/** axe-core finds no fault on the rendered page, in each state. */

import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { type Check, failedOrPassed } from '../../check.js';
import type { AxeFinding, AxeRun } from '../axe.js';
import { elementPlace } from '../published-page.js';

const id = 'axe-finds-nothing';

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** axe's summary without its own introduction (“Fix any of the following:”). */
function remedy(summary: string): string {
  return oneLine(summary.replace(/^Fix (any|all) of the following:/gm, ''));
}

function diagnosticsOf(run: AxeRun, finding: AxeFinding): Diagnostic[] {
  return finding.nodes.map((node) => ({
    code: id,
    severity: 'error',
    what: `${finding.help}: ${oneLine(node.html).slice(0, 160)} (axe rule ${finding.rule}).`,
    why: `${finding.description}; readers who use assistive technology meet this fault.`,
    fix: remedy(node.summary),
    place: elementPlace(run.page, node.selector, node.index),
    excerpt: `${finding.rule} ${node.html}`,
  }));
}

/** axe-core's violations. */
export const axeFindsNothing: Check<AxeRun> = {
  id,
  subject: 'html',
  severity: 'error',
  criteria: ['1.1.1', '1.3.1', '1.4.3', '2.4.4', '3.1.1', '4.1.2'],
  evaluate: (run) =>
    failedOrPassed(
      id,
      run.violations.flatMap((finding) => diagnosticsOf(run, finding)),
    ),
};
