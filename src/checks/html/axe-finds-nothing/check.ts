/** axe-core finds no fault on the rendered page, in each state. */

import type { Diagnostic, Severity } from '../../../diagnostics/diagnostic.js';
import { type Check, failedOrPassed } from '../../check.js';
import type { AxeFinding, AxeRun } from '../axe.js';
import { defectOf } from '../engine-defects.js';
import { elementPlace, isForeign } from '../published-page.js';

const id = 'axe-finds-nothing';

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** axe's summary without its own introduction (“Fix any of the following:”). */
function remedy(summary: string): string {
  return oneLine(summary.replace(/^Fix (any|all) of the following:/gm, ''));
}

/** Good practice that no criterion asks for is a warning on pages of others; our own keep it without exception. */
function levelOf(run: AxeRun, finding: AxeFinding): Severity {
  return isForeign(run.page) && finding.tags.includes('best-practice') ? 'warning' : 'error';
}

function diagnosticsOf(run: AxeRun, finding: AxeFinding): Diagnostic[] {
  return finding.nodes.map((node) => ({
    code: id,
    severity: levelOf(run, finding),
    what: `${finding.help}: ${oneLine(node.html).slice(0, 160)} (axe rule ${finding.rule}).`,
    why: `${finding.description}; readers who use assistive technology meet this fault.`,
    fix: remedy(node.summary),
    place: elementPlace(run.page, node.selector, node.index),
    excerpt: `${finding.rule} ${node.html}`,
    rule: `axe-core ${finding.rule}`,
    defect: defectOf(`axe-core ${finding.rule}`),
  }));
}

/** axe-core's violations. */
export const axeFindsNothing: Check<AxeRun> = {
  id,
  subject: 'engine',
  title: 'The accessibility engine axe finds no fault, in light and dark, wide and narrow.',
  severity: 'error',
  criteria: ['1.1.1', '1.3.1', '1.4.3', '2.4.4', '3.1.1', '4.1.2'],
  examples: {
    passes: [
      {
        title: 'A picture with its words',
        text: `<main><h1>Flood</h1><img src="a.png" alt="Water over the wall"></main>`,
      },
    ],
    fails: [{ title: 'A picture without words', text: `<main><h1>Flood</h1><img src="a.png"></main>` }],
  },
  evaluate: (run) =>
    failedOrPassed(
      id,
      run.violations.flatMap((finding) => diagnosticsOf(run, finding)),
    ),
};
