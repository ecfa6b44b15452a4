/** The report for build servers that read JUnit's XML: a suite for each document and output, a case for each check. */

import { formatPlace } from '../../diagnostics/place.js';
import type { Finding, LedgerEntry, Report } from '../report.js';
import type { Reporter } from '../reporter.js';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML 1.0: signs are written as entities, characters that XML has not are left out. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}

function words(finding: Finding): string {
  const place = finding.place === undefined ? '' : `${formatPlace(finding.place)}: `;
  return `${place}${finding.what} ${finding.why} Try: ${finding.fix}`;
}

/** Whether a finding fails its case: errors and warnings do, questions from the level of warnings on. */
function isFailure({ severity, decision }: Finding, { failOn }: Report): boolean {
  if (decision !== undefined || severity === 'info') return false;
  return severity === 'error' || failOn !== 'error';
}

interface Case {
  readonly name: string;
  readonly inner: string;
  readonly kind: 'passed' | 'failure' | 'error' | 'skipped';
}

function caseOfRow(row: LedgerEntry, report: Report): Case {
  const name = row.state === '' ? row.check : `${row.check} (${row.state})`;
  if (row.outcome === 'untested')
    return { name, kind: 'error', inner: `<error message="${escaped(row.reason ?? 'no answer')}"/>` };
  if (row.outcome === 'inapplicable') return { name, kind: 'skipped', inner: '<skipped/>' };
  const found = report.findings.filter(
    (one) =>
      one.code === row.check &&
      one.documents.includes(row.document) &&
      (row.state === '' || one.states.includes(row.state)) &&
      isFailure(one, report),
  );
  if (found.length === 0) return { name, kind: 'passed', inner: '' };
  return { name, kind: 'failure', inner: found.map(failure).join('') };
}

function failure(finding: Finding): string {
  return `<failure message="${escaped(finding.what)}" type="${finding.severity}">${escaped(words(finding))}</failure>`;
}

/** Findings of steps that are no checks: one case for each code. */
function casesOfSteps(document: string | null, report: Report): Case[] {
  const checks = new Set(report.ledger.map(({ check }) => check));
  const found = report.findings.filter((one) => one.document === document && !checks.has(one.code));
  return [...new Set(found.map(({ code }) => code))].map((code): Case => {
    const failing = found.filter((one) => one.code === code && isFailure(one, report));
    return failing.length === 0
      ? { name: code, kind: 'passed', inner: '' }
      : { name: code, kind: 'failure', inner: failing.map(failure).join('') };
  });
}

function suite(name: string, cases: readonly Case[]): string {
  const count = (kind: Case['kind']): number => cases.filter((one) => one.kind === kind).length;
  const inner = cases.map(
    (one) => `    <testcase classname="${escaped(name)}" name="${escaped(one.name)}">${one.inner}</testcase>`,
  );
  return [
    `  <testsuite name="${escaped(name)}" tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}">`,
    ...inner,
    '  </testsuite>',
  ].join('\n');
}

function toJunit(report: Report): string {
  const groups = new Map<string, LedgerEntry[]>();
  for (const row of report.ledger) {
    const name = `${row.document} ${row.output}`;
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const documents = [null, ...new Set(report.findings.flatMap(({ document }) => document ?? []))];
  const steps = documents
    .map((document) => ({ name: document ?? 'project', cases: casesOfSteps(document, report) }))
    .filter(({ cases }) => cases.length > 0);
  const suites = [
    ...steps.map(({ name, cases }) => suite(name, cases)),
    ...[...groups].map(([name, rows]) =>
      suite(
        name,
        rows.map((row) => caseOfRow(row, report)),
      ),
    ),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="Galley">',
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

/** Writes JUnit XML, without times: the same report gives the same bytes. */
export const junit: Reporter = { name: 'junit', render: toJunit };
