/** The report for people at a terminal: worst first, the author's own line, what, why and how to fix. */

import { codeFrame } from '../../diagnostics/code-frame.js';
import { formatPlace, sourceOf } from '../../diagnostics/place.js';
import { criterionName } from '../criteria.js';
import type { Decision, Finding, Report } from '../report.js';
import type { Reporter, ReporterContext } from '../reporter.js';

const csi = '\u001b[';
const styles = { error: '31;1', warning: '33;1', info: '36', bold: '1', dim: '2', plain: '0' } as const;
const levelWords = { error: 'error', warning: 'warning', info: 'advice' } as const;

/** Wraps text in a terminal style, or leaves it plain: nothing is ever said by colour alone. */
function styled(text: string, style: keyof typeof styles, context: ReporterContext): string {
  return context.colour ? `${csi}${styles[style]}m${text}${csi}0m` : text;
}

function frameOf(finding: Finding, context: ReporterContext): string | undefined {
  if (finding.confidential === true) return undefined;
  const source = finding.place === undefined ? undefined : sourceOf(finding.place);
  if (source?.position === undefined) return undefined;
  const text = context.textOf(source.file);
  return text === undefined ? undefined : codeFrame(text, source.position);
}

/** Who accepted a finding, why and until when; in every report. */
export function decisionWords({ kind, person, reason, until }: Decision): string {
  const who = kind === 'accepted' ? `Accepted by ${person ?? 'nobody'}` : 'Allowed in the text';
  return `${who}${until === null ? '' : ` until ${until}`}: ${reason}`;
}

function renderFinding(finding: Finding, context: ReporterContext): string {
  const place = finding.place === undefined ? (finding.document ?? 'project') : formatPlace(finding.place);
  const level = finding.outcome === 'cantTell' ? 'to judge' : levelWords[finding.severity];
  const frame = frameOf(finding, context);
  const criteria = finding.criteria.map(criterionName).filter((name) => name !== undefined);
  const { decision } = finding;
  const shared = finding.documents.length > 1 ? `  In: ${finding.documents.join(', ')}` : undefined;
  const states = finding.states.length > 0 ? `  Seen in: ${finding.states.join(', ')}` : undefined;
  return [
    `${styled(place, 'bold', context)}  ${styled(level, finding.severity, context)}  ${finding.code}`,
    frame,
    `  ${finding.what} ${finding.why}`,
    `  ${styled('Try:', 'bold', context)} ${finding.fix}`,
    ...(finding.related ?? []).map((one) => `  ${one.message}: ${formatPlace(one.place)}`),
    shared,
    states,
    decision === undefined ? undefined : `  ${decisionWords(decision)}`,
    criteria.length > 0 ? styled(`  ${criteria.join(' · ')}`, 'dim', context) : undefined,
  ]
    .filter((line) => line !== undefined && line !== '')
    .join('\n');
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** The last line: how much was found, beside how much was looked at. */
export function closingLine(report: Report): string {
  const { error, warning, info } = report.totals;
  const found = [
    error > 0 ? count(error, 'error', 'errors') : undefined,
    warning > 0 ? count(warning, 'warning', 'warnings') : undefined,
    info > 0 ? count(info, 'piece of advice', 'pieces of advice') : undefined,
  ].filter((part) => part !== undefined);
  const accepted = report.findings.filter(({ decision }) => decision !== undefined).length;
  if (accepted > 0) found.push(`${accepted} accepted`);
  const ran = report.ledger.length - report.incomplete.length;
  const checks =
    report.ledger.length > 0 ? ` ${ran} of ${count(report.ledger.length, 'check', 'checks')} ran.` : '';
  return `${found.length === 0 ? 'Nothing found' : `Found ${found.join(', ')}`}.${checks}`;
}

function renderIncomplete(report: Report, context: ReporterContext): string[] {
  if (report.incomplete.length === 0) return [];
  const rows = report.incomplete.map(
    (row) =>
      `  ${row.check} on ${row.document} (${row.output}${row.state === '' ? '' : `, ${row.state}`}): ${row.reason ?? 'no answer'}`,
  );
  return [[styled('Not checked, so this run is incomplete:', 'error', context), ...rows].join('\n')];
}

/** Writes the report for a terminal. */
export const text: Reporter = {
  name: 'text',
  render: (report, context) =>
    [
      ...renderIncomplete(report, context),
      ...report.findings.map((finding) => renderFinding(finding, context)),
    ].join('\n\n'),
};
