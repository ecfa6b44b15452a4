/** Ways to look at a part of the findings that need no script: lists of links by level and by check, which fold. */

import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { formatPlace } from '../diagnostics/place.js';
import type { Finding, Report } from './report.js';

/** The id of a finding on the page. */
export function anchorOf({ id }: Finding): string {
  return id.replace(':', '-');
}

/** A folded list: what it shows and how many there are stand in its summary. */
function folded(title: string, findings: readonly Finding[]): ElementContent {
  return h('details', [
    h('summary', `${title}: ${findings.length}`),
    h(
      'ul',
      findings.map((finding) => {
        const place =
          finding.place === undefined ? (finding.document ?? 'the project') : formatPlace(finding.place);
        return h('li', [h('a', { href: `#${anchorOf(finding)}` }, `${finding.id}, ${place}`)]);
      }),
    ),
  ]);
}

/** Lists by level, then by check; nothing when there are too few findings to choose from. */
export function filterList({ findings }: Report): ElementContent[] {
  if (findings.length < 4) return [];
  const open = findings.filter(({ decision }) => decision === undefined);
  const groups: readonly (readonly [string, readonly Finding[]])[] = [
    ['Errors', open.filter((one) => one.outcome === 'failed' && one.severity === 'error')],
    ['Warnings', open.filter((one) => one.outcome === 'failed' && one.severity === 'warning')],
    ['Advice', open.filter((one) => one.outcome === 'failed' && one.severity === 'info')],
    ['To judge by a person', open.filter((one) => one.outcome === 'cantTell')],
    ['Accepted', findings.filter(({ decision }) => decision !== undefined)],
  ];
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  return [
    h('h2', { id: 'lists' }, 'Findings by level and by check'),
    ...groups.filter(([, members]) => members.length > 0).map(([title, members]) => folded(title, members)),
    ...codes.map((code) =>
      folded(
        code,
        findings.filter((one) => one.code === code),
      ),
    ),
  ];
}
