/** The report for machines: sorted, versioned, without any clock. */

import type { Position } from 'unist';
import type { Place } from '../../diagnostics/place.js';
import type { Finding, Report } from '../report.js';
import type { Reporter } from '../reporter.js';

/** Version of the shape of report.json. */
export const reportVersion = 1;

function plainPosition(position: Position | undefined): unknown {
  if (position === undefined) return undefined;
  const { start, end } = position;
  return { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } };
}

function plainPlace(place: Place | undefined): unknown {
  if (place === undefined) return undefined;
  if (place.kind === 'source') return { ...place, position: plainPosition(place.position) };
  if (place.kind === 'page') return { ...place, origin: plainPlace(place.origin) };
  const { kind, file, selector, origin } = place;
  return { kind, file, selector, origin: plainPlace(origin) };
}

function plainFinding(finding: Finding): unknown {
  const { place, related, ...rest } = finding;
  return {
    ...rest,
    place: plainPlace(place),
    related: related?.map((one) => ({ message: one.message, place: plainPlace(one.place) })),
  };
}

/** The report as plain data, ready for JSON; also what `--json` prints. */
export function toJson(report: Report): unknown {
  return {
    version: reportVersion,
    exitCode: report.exitCode,
    failOn: report.failOn,
    totals: report.totals,
    incomplete: report.incomplete,
    explainers: report.explainers.map(({ timings: _, ...rest }) => rest),
    findings: report.findings.map(plainFinding),
    ledger: report.ledger,
  };
}

/** Writes report.json. */
export const json: Reporter = {
  name: 'json',
  render: (report) => `${JSON.stringify(toJson(report), null, 2)}\n`,
};
