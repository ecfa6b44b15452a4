/** Checks that take a measure in the page and word what it found: one small object each. */

import type { Diagnostic, Severity } from '../../diagnostics/diagnostic.js';
import { type Check, type CheckEntry, resultOf } from '../check.js';
import { defectOf } from './engine-defects.js';
import { elementPlace } from './published-page.js';
import { type Measured, type Measurement, measure, type RenderedPage } from './rendered-page.js';
import type { PageState } from './states.js';

/** A check of a page in the browser, in those of its states that can tell it anything. */
export interface RenderedCheck extends Check<RenderedPage> {
  readonly subject: 'rendered';
  /** Whether it looks at a state. */
  readonly looksAt: (state: PageState) => boolean;
  /** Name of a measure that needs nothing but the page, so that it can be taken together with others. */
  readonly measureName?: string | undefined;
}

/** The three parts of a message; `{found}` and `{html}` are replaced by what was measured. */
export interface MeasuredMessage {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** What a measured check is made from. */
export interface MeasuredCheck extends Omit<CheckEntry, 'subject'> {
  readonly looksAt: (state: PageState) => boolean;
  /** Name of the measure in `in-page/` (`layout.smallTargets`), or a function that takes it. */
  readonly measure: string | ((page: RenderedPage) => Promise<Measurement>);
  readonly fails: MeasuredMessage;
  /** Where the machine may be unsure: `what` asks a question that can be answered by yes or no. */
  readonly asks?: MeasuredMessage;
}

function filled(text: string, { found, html }: Measured): string {
  return text.replaceAll('{found}', () => found).replaceAll('{html}', () => html);
}

function levelOf(severity: Severity, asks: boolean): Severity {
  return asks && severity === 'error' ? 'warning' : severity;
}

function diagnosticOf(check: MeasuredCheck, page: RenderedPage, measured: Measured): Diagnostic {
  const asks = measured.unsure && check.asks !== undefined;
  const message = asks ? check.asks : check.fails;
  return {
    code: check.id,
    severity: levelOf(check.severity, asks),
    what: filled(message.what, measured),
    why: filled(message.why, measured),
    fix: filled(message.fix, measured),
    place: elementPlace(page, measured.selector, measured.index),
    excerpt: `${measured.html} ${measured.unsure ? '?' : ''}`.trim(),
    defect: defectOf(check.id),
    ...(asks ? { question: true } : {}),
  };
}

/** Makes the check. */
export function measuredCheck(check: MeasuredCheck): RenderedCheck {
  const { id, title, severity, criteria, examples, looksAt } = check;
  const take = check.measure;
  return {
    ...{ id, title, severity, criteria, examples, looksAt, subject: 'rendered' },
    measureName: typeof take === 'string' ? take : undefined,
    evaluate: async (page) => {
      const { instances, offences } = typeof take === 'string' ? await measure(page, take) : await take(page);
      return resultOf(
        id,
        offences.map((measured) => diagnosticOf(check, page, measured)),
        instances,
      );
    },
  };
}
