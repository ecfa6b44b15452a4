/** Joins stages' diagnostics and checks' results into one report, and decides the exit code. */

import type { CheckRun } from '../checks/check.js';
import type { Severity } from '../diagnostics/diagnostic.js';
import { type Decisions, decide, noDecisions } from './decisions.js';
import { type FindingRules, type Noticed, toFindings } from './findings.js';
import type { ExitCode, ExplainerReport, Finding, LedgerEntry, Report } from './report.js';

/** All that one run gathered. */
export interface RunResult {
  readonly explainers: readonly ExplainerReport[];
  readonly noticed: readonly Noticed[];
  readonly checks: readonly CheckRun[];
}

/** The settings that a report depends on. */
export interface ReportRules extends FindingRules {
  readonly failOn: Severity;
  /** What people accepted. */
  readonly decisions?: Decisions | undefined;
}

const reaches: Readonly<Record<Severity, readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  info: ['error', 'warning', 'info'],
};

/** Incomplete outranks findings, findings outrank success (architecture, section 6: the largest wins, incomplete is never 0). */
function exitCodeOf(
  findings: readonly Finding[],
  incomplete: readonly LedgerEntry[],
  failOn: Severity,
): ExitCode {
  if (incomplete.length > 0) return 3;
  const open = findings.filter(({ decision }) => decision === undefined);
  return open.some((finding) => reaches[failOn].includes(finding.severity)) ? 1 : 0;
}

function toLedger({ document, output, state, check, result }: CheckRun): LedgerEntry {
  const row = { check, document, output, state };
  return 'untested' in result
    ? { ...row, outcome: 'untested', reason: result.untested }
    : { ...row, outcome: result.outcome };
}

/** Makes the report of one run; pure. */
export function assembleReport(run: RunResult, rules: ReportRules): Report {
  const fromChecks = run.checks.flatMap(({ document, state, result }): Noticed[] =>
    'untested' in result
      ? []
      : result.diagnostics.map((diagnostic) => ({
          document,
          diagnostic,
          state: state === '' ? undefined : state,
          outcome: result.outcome === 'cantTell' || diagnostic.question === true ? 'cantTell' : 'failed',
        })),
  );
  const all = [...run.noticed, ...fromChecks];
  const decided = decide(toFindings(all, rules), rules.decisions ?? noDecisions);
  const findings = [...toFindings(decided.noticed, rules), ...decided.findings];
  const ledger = run.checks.map(toLedger);
  const incomplete = ledger.filter((entry) => entry.outcome === 'untested');
  const totals = { error: 0, warning: 0, info: 0 };
  for (const { severity, decision } of findings) if (decision === undefined) totals[severity] += 1;
  return {
    explainers: run.explainers,
    findings,
    ledger,
    incomplete,
    totals,
    failOn: rules.failOn,
    exitCode: exitCodeOf(findings, incomplete, rules.failOn),
  };
}
