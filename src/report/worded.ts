/** Findings in the words and with the lines that the report gives, as plain data for pages that draw them themselves. */

import { codeFrame } from '../diagnostics/code-frame.js';
import type { Severity } from '../diagnostics/diagnostic.js';
import { formatPlace, sourceOf } from '../diagnostics/place.js';
import { criterionName } from './criteria.js';
import type { Finding, LedgerEntry } from './report.js';
import { decisionWords } from './reporters/text.js';

/** One finding, ready to be shown. */
export interface WordedFinding {
  readonly id: string;
  readonly code: string;
  /** `judge`: a person has to say. */
  readonly level: Severity | 'judge';
  /** `file:line:column`, or what else is known; empty for the project as a whole. */
  readonly place: string;
  /** The author's line with a caret under it; empty where it may not or cannot be quoted. */
  readonly frame: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** Second places, each with what it is. */
  readonly related: readonly string[];
  /** Criteria by number and name. */
  readonly criteria: readonly string[];
  /** Who accepted it, why and until when; empty while it counts. */
  readonly decision: string;
}

/** Words a finding. `textOf` gives the text of a project file that was read. */
export function wordFinding(finding: Finding, textOf: (file: string) => string | undefined): WordedFinding {
  const { place, decision } = finding;
  const source = place === undefined ? undefined : sourceOf(place);
  const text =
    source?.position === undefined || finding.confidential === true ? undefined : textOf(source.file);
  return {
    ...{ id: finding.id, code: finding.code, what: finding.what, why: finding.why, fix: finding.fix },
    level: finding.outcome === 'cantTell' ? 'judge' : finding.severity,
    place: place === undefined ? '' : formatPlace(place),
    frame: text === undefined || source?.position === undefined ? '' : codeFrame(text, source.position),
    related: (finding.related ?? []).map((one) => `${one.message}: ${formatPlace(one.place)}`),
    criteria: finding.criteria.map(criterionName).filter((name) => name !== undefined),
    decision: decision === undefined ? '' : decisionWords(decision),
  };
}

/** A check that gave no answer, as a sentence. */
export function wordIncomplete({ check, output, state, reason }: LedgerEntry): string {
  return `${check} (${output}${state === '' ? '' : `, ${state}`}): ${reason ?? 'no answer'}`;
}
