/** The evidence of one document: what was checked, on what, by what, what people decided, and what only people can say. */

import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { checklistSection } from './checklist.js';
import { citedList } from './cited.js';
import { findingItem, ledgerTable, type TextOf, tableFrame } from './page.js';
import type { ExplainerReport, Report } from './report.js';
import { toJson } from './reporters/json.js';
import { closingLine, decisionWords } from './reporters/text.js';
import { criteria } from './wcag.js';

/** What was looked at, by hash, and by which programs. */
export interface EvidenceFacts {
  /** SHA-256 of sources and of what was made, by path. */
  readonly sources: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  /** Versions of Galley, the browser, Node.js and the engines, by name. */
  readonly versions: Readonly<Record<string, string>>;
}

/** The part of a report that is about one document. */
export function reportOn(document: string, report: Report): Report {
  const findings = report.findings.filter((finding) => finding.documents.includes(document));
  const open = findings.filter(({ decision }) => decision === undefined);
  const count = (severity: string): number => open.filter((finding) => finding.severity === severity).length;
  return {
    ...report,
    explainers: report.explainers.filter((one) => one.document === document),
    findings,
    ledger: report.ledger.filter((row) => row.document === document),
    incomplete: report.incomplete.filter((row) => row.document === document),
    totals: { error: count('error'), warning: count('warning'), info: count('info') },
  };
}

function twoColumns(
  caption: string,
  heads: readonly [string, string],
  rows: Readonly<Record<string, string>>,
): ElementContent {
  return tableFrame(caption, [
    h(
      'thead',
      h(
        'tr',
        heads.map((head) => h('th', { scope: 'col' }, head)),
      ),
    ),
    h(
      'tbody',
      Object.entries(rows).map(([name, value]) =>
        h('tr', [h('th', { scope: 'row' }, name), h('td', h('code', value))]),
      ),
    ),
  ]);
}

function criteriaTable(): ElementContent {
  const heads = ['Criterion', 'Level', 'How', 'Why'];
  return tableFrame('WCAG 2.2, levels A and AA', [
    h(
      'thead',
      h(
        'tr',
        heads.map((head) => h('th', { scope: 'col' }, head)),
      ),
    ),
    h(
      'tbody',
      criteria.map(({ number, name, level, answer, reason }) =>
        h('tr', [
          h('th', { scope: 'row' }, `${number} ${name}`),
          h('td', level),
          h('td', answer),
          h('td', reason),
        ]),
      ),
    ),
  ]);
}

/** The page; `report` is already the part on this document. */
export function evidenceBody(
  explainer: ExplainerReport,
  report: Report,
  facts: EvidenceFacts,
  textOf: TextOf,
): Root {
  const decided = report.findings.filter(({ decision }) => decision !== undefined);
  return {
    type: 'root',
    children: [
      h('p', `${explainer.title}. ${closingLine(report)}`),
      h('h2', { id: 'findings' }, 'What was found'),
      report.findings.length === 0
        ? h('p', 'Nothing.')
        : h(
            'ol',
            report.findings.map((one) => findingItem(one, textOf)),
          ),
      h('h2', { id: 'decisions' }, 'What people decided'),
      decided.length === 0
        ? h('p', 'Nothing was accepted.')
        : h(
            'ul',
            decided.map(({ id, decision }) =>
              h('li', [h('code', id), ` ${decision === undefined ? '' : decisionWords(decision)}`]),
            ),
          ),
      ...(explainer.sources.length === 0
        ? []
        : [h('h2', { id: 'cited' }, 'What is cited'), citedList(explainer)]),
      h('h2', { id: 'criteria' }, 'Criterion by criterion'),
      criteriaTable(),
      ...ledgerTable(report),
      h('h2', { id: 'files' }, 'On what, and by what'),
      twoColumns('Sources', ['File', 'SHA-256'], facts.sources),
      twoColumns('What was made', ['File', 'SHA-256'], facts.outputs),
      twoColumns('Programs', ['Program', 'Version'], facts.versions),
      ...checklistSection(),
    ],
  };
}

/** The same as plain data, for programs. */
export function evidenceData(report: Report, facts: EvidenceFacts): unknown {
  return { report: toJson(report), ...facts, criteria };
}
