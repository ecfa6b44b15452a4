/** Several reports of one call as one. */

import type { ExitCode, Report } from './report.js';

const worst = (a: ExitCode, b: ExitCode): ExitCode => (a > b ? a : b);

/** Joins two reports: everything of both, the larger exit code, the first one's threshold. */
export function mergeReports(first: Report, second: Report): Report {
  return {
    explainers: [...first.explainers, ...second.explainers],
    findings: [...first.findings, ...second.findings],
    ledger: [...first.ledger, ...second.ledger],
    incomplete: [...first.incomplete, ...second.incomplete],
    totals: {
      error: first.totals.error + second.totals.error,
      warning: first.totals.warning + second.totals.warning,
      info: first.totals.info + second.totals.info,
    },
    failOn: first.failOn,
    exitCode: worst(first.exitCode, second.exitCode),
  };
}
