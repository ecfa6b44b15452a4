/** Which criteria a finding's code answers to, as data; codes that are not here follow house rules. */

import { allChecks } from '../checks/registry.js';

/** WCAG 2.2 criteria and PDF/UA clauses of codes that stages report (accessibility catalogue). */
const ofStages: Readonly<Record<string, readonly string[]>> = {
  'headline-and-standfirst-are-present': ['2.4.2'],
  'timeline-is-in-order': ['1.3.2'],
  'image-has-alt': ['1.1.1', 'UA1 7.3-1'],
  'alt-is-not-caption': ['1.1.1'],
  'alt-is-not-a-file-name': ['1.1.1'],
  'alt-has-sensible-length': ['1.1.1'],
  'decorative-image-has-no-caption': ['1.1.1'],
  'described-in-target-exists': ['1.1.1'],
  'chart-has-data-table': ['1.1.1', '1.3.1'],
  'chart-has-finding': ['1.1.1'],
  'chart-has-source-and-unit': ['1.1.1'],
  'map-has-place-list': ['1.1.1'],
  'document-has-one-headline': ['1.3.1', '2.4.6'],
  'heading-levels-do-not-skip': ['1.3.1', 'UA1 7.4.2-1'],
  'heading-is-not-imitated': ['1.3.1'],
  'table-has-headers': ['1.3.1', 'UA1 7.5-1'],
  'table-has-caption': ['1.3.1'],
  'table-is-regular': ['1.3.1'],
  'language-tag-is-valid': ['3.1.1', 'UA1 7.2-29'],
  'language-of-parts-is-marked': ['3.1.2'],
  'interface-words-are-localised': ['3.1.2'],
  'link-text-says-where': ['2.4.4'],
  'link-target-exists': ['2.4.4'],
  'page-has-language': ['3.1.1', 'UA1 7.2-29'],
  'page-has-title': ['2.4.2', 'UA1 7.1-9'],
  'link-has-name': ['2.4.4', 'UA1 7.18.5-2'],
  'list-holds-items': ['1.3.1', 'UA1 7.2-20'],
  'note-starts-on-its-page': ['HR'],
  'pdf-text-equals-html': ['1.3.2'],
  'pdf-structure-equals-html': ['1.3.1', '3.1.2'],
  'pdf-links-and-alts-equal-html': ['1.1.1', '2.4.4'],
  'pdf-is-tagged': ['UA1 6.2-1', 'UA1 7.1-11'],
  'pdf-content-is-owned': ['UA1 7.1-1', 'UA1 7.1-2', 'UA1 7.1-3'],
};

const ofChecks = new Map(allChecks.map(({ id, criteria }) => [id, criteria]));

/** The criteria of a code; none for a house rule. */
export function criteriaOf(code: string): readonly string[] {
  return ofChecks.get(code) ?? ofStages[code] ?? [];
}
