/** The report for code hosts and editors: SARIF 2.1.0 (OASIS standard, 27 March 2020). */

import { sourceOf } from '../../diagnostics/place.js';
import { criterionName } from '../criteria.js';
import type { Finding, Report } from '../report.js';
import type { Reporter } from '../reporter.js';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** A project-relative path as a URI reference. */
function uriOf(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/');
}

function locationOf(finding: Pick<Finding, 'place'>): object | undefined {
  const { place } = finding;
  if (place === undefined) return undefined;
  const source = sourceOf(place);
  const file = source?.file ?? (place.kind === 'source' ? place.file : place.file);
  const position = source?.position;
  const region =
    position === undefined
      ? undefined
      : {
          startLine: position.start.line,
          startColumn: position.start.column,
          endLine: position.end.line,
          endColumn: Math.max(position.end.column, position.start.column),
        };
  const logical =
    place.kind === 'element'
      ? [{ fullyQualifiedName: place.selector, kind: 'element' }]
      : place.kind === 'page'
        ? [{ fullyQualifiedName: `page ${place.page}`, kind: 'page' }]
        : undefined;
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...(region === undefined ? {} : { region }) },
    ...(logical === undefined ? {} : { logicalLocations: logical }),
  };
}

function messageOf({ what, why, fix }: Pick<Finding, 'what' | 'why' | 'fix'>): { readonly text: string } {
  return { text: `${what} ${why} ${fix}` };
}

function resultOf(finding: Finding): object {
  const { code, id, severity, outcome, decision } = finding;
  const location = locationOf(finding);
  const asks = outcome === 'cantTell';
  return {
    ruleId: code,
    kind: asks ? 'review' : 'fail',
    level: asks ? 'none' : levels[severity],
    message: messageOf(finding),
    ...(location === undefined ? {} : { locations: [location] }),
    ...(finding.related === undefined || finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.map((one) => ({
            ...locationOf(one),
            message: { text: one.message },
          })),
        }),
    partialFingerprints: { 'galleyFinding/v1': id },
    ...(decision === undefined
      ? {}
      : {
          suppressions: [
            {
              kind: decision.kind === 'accepted' ? 'external' : 'inSource',
              justification: [decision.reason, decision.person].filter((part) => part !== null).join(' — '),
            },
          ],
        }),
    properties: { documents: finding.documents, states: finding.states, engines: finding.rules },
  };
}

function ruleOf(finding: Finding): object {
  const tags = finding.criteria.map((criterion) => criterionName(criterion) ?? 'house rule');
  return {
    id: finding.code,
    shortDescription: { text: finding.code.replaceAll('-', ' ') },
    fullDescription: { text: finding.why },
    properties: { tags },
  };
}

function toSarif({ findings, incomplete, exitCode }: Report): object {
  const rules = [...new Map(findings.map((finding) => [finding.code, finding])).values()].sort((a, b) =>
    a.code < b.code ? -1 : 1,
  );
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Galley', rules: rules.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: incomplete.length === 0,
            exitCode,
            toolExecutionNotifications: incomplete.map((row) => ({
              level: 'error',
              message: {
                text: `${row.check} did not run on ${row.document} (${row.output} ${row.state}): ${row.reason ?? 'no answer'}`,
              },
              associatedRule: { id: row.check },
            })),
          },
        ],
        results: findings.map(resultOf),
      },
    ],
  };
}

/** Writes SARIF. Findings that must not be quoted carry no snippet, as no finding does. */
export const sarif: Reporter = {
  name: 'sarif',
  render: (report) => `${JSON.stringify(toSarif(report), null, 2)}\n`,
};
