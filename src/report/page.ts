/** The report as a page for people: a tree that goes through Galley's own theme and web output. */

import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { codeFrame } from '../diagnostics/code-frame.js';
import { formatPlace, sourceOf } from '../diagnostics/place.js';
import { checklistSection } from './checklist.js';
import { citedList } from './cited.js';
import { criterionName } from './criteria.js';
import type { ExplainerReport, Finding, LedgerEntry, Report } from './report.js';
import { anchorOf, filterList } from './report-filters.js';
import { placePicture } from './report-pictures.js';
import { closingLine, decisionWords } from './reporters/text.js';

const levelWords = { error: 'Error', warning: 'Warning', info: 'Advice' } as const;
const stateWords = {
  built: 'built and checked',
  checked: 'checked',
  failed: 'not built: what was made earlier stays as it was',
  'held-back': 'held back',
} as const;

/** Texts of project files by path, for code frames. */
export type TextOf = (file: string) => string | undefined;

function frame(finding: Finding, textOf: TextOf): ElementContent[] {
  if (finding.confidential === true) return [];
  const source = finding.place === undefined ? undefined : sourceOf(finding.place);
  const text = source?.position === undefined ? undefined : textOf(source.file);
  if (source?.position === undefined || text === undefined) return [];
  const name = `The line in ${source.file}`;
  return [
    h('pre', { className: ['report-frame'], tabIndex: 0, role: 'group', ariaLabel: name }, [
      h('code', codeFrame(text, source.position)),
    ]),
  ];
}

/** One finding as an item of a list. */
export function findingItem(finding: Finding, textOf: TextOf): ElementContent {
  const level = finding.outcome === 'cantTell' ? 'To judge by a person' : levelWords[finding.severity];
  const criteria = finding.criteria.map(criterionName).filter((name) => name !== undefined);
  return h('li', { id: anchorOf(finding), className: ['report-finding'] }, [
    h('p', [h('strong', `${level}: `), finding.what]),
    ...(finding.place === undefined ? [] : [h('p', [h('code', formatPlace(finding.place))])]),
    ...frame(finding, textOf),
    ...placePicture(finding),
    h('p', finding.why),
    h('p', [h('strong', 'Try: '), finding.fix]),
    ...(finding.related ?? []).map((one) => h('p', [`${one.message}: `, h('code', formatPlace(one.place))])),
    ...(finding.documents.length > 1 ? [h('p', `In: ${finding.documents.join(', ')}.`)] : []),
    ...(finding.decision === undefined ? [] : [h('p', [h('strong', decisionWords(finding.decision))])]),
    ...(finding.states.length > 0 ? [h('p', `Seen in: ${finding.states.join(', ')}.`)] : []),
    h('p', [h('code', finding.id), ...(criteria.length > 0 ? [` · ${criteria.join(' · ')}`] : [])]),
  ]);
}

function files(explainer: ExplainerReport): ElementContent[] {
  if (explainer.files.length === 0) return [];
  const made = explainer.files.filter((file) => /\.(html|pdf)$/.test(file.path));
  return [
    h(
      'ul',
      made.map((file) => {
        const pages =
          file.pages === undefined ? '' : `, ${file.pages} ${file.pages === 1 ? 'page' : 'pages'}`;
        return h('li', [h('code', file.path), ` (${Math.ceil(file.bytes / 1024)} kB${pages})`]);
      }),
    ),
  ];
}

/** What the document cites, closed at first: many documents share this page. */
function citedDisclosure(explainer: ExplainerReport): ElementContent[] {
  if (explainer.sources.length === 0) return [];
  return [h('details', [h('summary', `What ${explainer.title} cites`), citedList(explainer)])];
}

function documentSection(explainer: ExplainerReport, report: Report, textOf: TextOf): ElementContent[] {
  const found = report.findings.filter((finding) => finding.document === explainer.document);
  return [
    h('h2', { id: `document-${explainer.document.replace('/', '-')}` }, explainer.title),
    h('p', [h('code', explainer.path), ` · ${stateWords[explainer.state]}`]),
    ...files(explainer),
    found.length === 0
      ? h('p', 'Nothing was found here.')
      : h(
          'ol',
          found.map((finding) => findingItem(finding, textOf)),
        ),
    ...citedDisclosure(explainer),
  ];
}

const isShown = ({ state }: ExplainerReport): boolean => state !== 'held-back';

/** How many explainers are held back; their names stay out. */
function heldBack(report: Report): ElementContent[] {
  const count = report.explainers.filter((explainer) => !isShown(explainer)).length;
  if (count === 0) return [];
  const words = count === 1 ? 'One explainer is' : `${count} explainers are`;
  return [h('h2', { id: 'held-back' }, 'Held back'), h('p', `${words} not public yet.`)];
}

/** How often each check ran, and with which outcomes. */
function checkRows(ledger: readonly LedgerEntry[]): ElementContent[] {
  const rows = new Map<string, Map<string, number>>();
  for (const { check, outcome } of ledger) {
    const counts = rows.get(check) ?? new Map<string, number>();
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    rows.set(check, counts);
  }
  const outcomes = ['passed', 'failed', 'cantTell', 'inapplicable', 'untested'];
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([check, counts]) =>
      h('tr', [
        h('th', { scope: 'row' }, check),
        ...outcomes.map((outcome) => h('td', String(counts.get(outcome) ?? 0))),
      ]),
    );
}

/** A table in a frame that scrolls alone. */
export function tableFrame(caption: string, parts: readonly ElementContent[]): ElementContent {
  return h('div', { className: ['table-frame'], role: 'group', tabIndex: 0, ariaLabel: caption }, [
    h('table', [h('caption', caption), ...parts]),
  ]);
}

/** Every check with its outcomes; nothing where none ran. */
export function ledgerTable(report: Report): ElementContent[] {
  if (report.ledger.length === 0) return [];
  const heads = ['Check', 'Passed', 'Failed', 'To judge', 'Nothing to judge', 'Not run'];
  return [
    h('h2', { id: 'checks' }, 'What was checked'),
    h(
      'p',
      'Each check runs on each page and PDF, rendered pages in each of their states. A check that did not run makes the whole run incomplete.',
    ),
    tableFrame('Checks and their outcomes', [
      h(
        'thead',
        h(
          'tr',
          heads.map((head) => h('th', { scope: 'col' }, head)),
        ),
      ),
      h('tbody', checkRows(report.ledger)),
    ]),
  ];
}

function incomplete(report: Report): ElementContent[] {
  if (report.incomplete.length === 0) return [];
  return [
    h('h2', { id: 'incomplete' }, 'Not checked'),
    h('p', 'These checks gave no answer, so nothing can be said about them.'),
    h(
      'ul',
      report.incomplete.map((row) =>
        h('li', `${row.check} on ${row.document} (${row.output} ${row.state}): ${row.reason ?? ''}`),
      ),
    ),
  ];
}

/** The body of report.html: what is incomplete first, then each document with its findings, then what was checked. */
export function reportBody(report: Report, textOf: TextOf): Root {
  const project = report.findings.filter((finding) => finding.document === null);
  return {
    type: 'root',
    children: [
      h('p', closingLine(report)),
      ...filterList(report),
      ...incomplete(report),
      ...(project.length === 0
        ? []
        : [
            h('h2', { id: 'project' }, 'The project'),
            h(
              'ol',
              project.map((one) => findingItem(one, textOf)),
            ),
          ]),
      ...report.explainers.filter(isShown).flatMap((explainer) => documentSection(explainer, report, textOf)),
      ...heldBack(report),
      ...ledgerTable(report),
      ...checklistSection(),
    ],
  };
}
