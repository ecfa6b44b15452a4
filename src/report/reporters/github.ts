/** The report as annotations of a GitHub workflow: a line for each finding, worst first, and a summary that always follows. */

import { sourceOf } from '../../diagnostics/place.js';
import type { Finding, Report } from '../report.js';
import type { Reporter } from '../reporter.js';
import { closingLine } from './text.js';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;
const order = { error: 0, warning: 1, info: 2 } as const;

/** Data of a workflow command: percent signs and line ends are escaped. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property of a workflow command: colons and commas end it, so they are escaped too. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function annotation({ severity, code, what, why, fix, place, outcome }: Finding): string {
  const source = sourceOf(place);
  const start = source?.position?.start;
  const file = source?.file ?? place?.file;
  const properties = [
    ...(file === undefined ? [] : [`file=${property(file)}`]),
    ...(start === undefined ? [] : [`line=${start.line}`, `col=${start.column}`]),
    `title=${property(outcome === 'cantTell' ? `${code} (to judge by a person)` : code)}`,
  ];
  return `::${commands[severity]} ${properties.join(',')}::${data(`${what} ${why} Try: ${fix}`)}`;
}

function toGithub(report: Report): string {
  const open = report.findings.filter(({ decision }) => decision === undefined);
  const sorted = [...open].sort((a, b) => order[a.severity] - order[b.severity]);
  const missing = report.incomplete.map(
    (row) =>
      `::error title=${property(row.check)}::${data(`It did not run on ${row.document}: ${row.reason ?? 'no answer'}`)}`,
  );
  return [...missing, ...sorted.map(annotation), closingLine(report), ''].join('\n');
}

/** Writes workflow commands. */
export const github: Reporter = { name: 'github', render: toGithub };
