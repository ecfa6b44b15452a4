/** Every code of a finding, and the criteria that it answers to, as data. Codes of checks bring their own. */

import { allChecks } from '../checks/registry.js';

/** WCAG 2.2 criteria and PDF/UA clauses of codes that stages report (accessibility catalogue). */
const ofStages: Readonly<Record<string, readonly string[]>> = {
  'headline-and-standfirst-are-present': ['2.4.2'],
  'timeline-is-in-order': ['1.3.2'],
  'image-has-alt': ['1.1.1', 'UA1 7.3-1'],
  'decorative-image-has-no-caption': ['1.1.1'],
  'drawn-words-are-told': ['1.1.1', '1.4.5'],
  'described-in-target-exists': ['1.1.1'],
  'chart-has-data-table': ['1.1.1', '1.3.1'],
  'chart-has-finding': ['1.1.1'],
  'chart-has-source-and-unit': ['1.1.1'],
  'map-has-place-list': ['1.1.1'],
  'document-has-one-headline': ['1.3.1', '2.4.6'],
  'heading-levels-do-not-skip': ['1.3.1', 'UA1 7.4.2-1'],
  'table-has-headers': ['1.3.1', 'UA1 7.5-1'],
  'table-has-caption': ['1.3.1'],
  'table-is-regular': ['1.3.1'],
  'language-tag-is-valid': ['3.1.1', 'UA1 7.2-29'],
  'link-target-exists': ['2.4.4'],
  'page-has-language': ['3.1.1', 'UA1 7.2-29'],
  'page-has-title': ['2.4.2', 'UA1 7.1-9'],
  'link-has-name': ['2.4.4', 'UA1 7.18.5-2'],
  'list-holds-items': ['1.3.1', 'UA1 7.2-20'],
  'pdf-text-equals-html': ['1.3.2'],
  'pdf-structure-equals-html': ['1.3.1', '3.1.2'],
  'pdf-links-and-alts-equal-html': ['1.1.1', '2.4.4'],
  'template-has-landmarks': ['1.3.1', '2.4.1'],
  'colours-have-contrast': ['1.4.3', '1.4.11'],
  'glyphs-are-available': ['UA1 7.21.8'],
  'pdf-is-tagged': ['UA1 6.2-1', 'UA1 7.1-4', 'UA1 7.1-11'],
  'pdf-roles-resolve': ['UA1 7.1-5 to 7'],
  'pdf-has-title': ['2.4.2', 'UA1 7.1-8 to 10'],
  'pdf-has-language': ['3.1.1', '3.1.2', 'UA1 7.2-29 to 34'],
  'pdf-declares-its-standard': ['UA1 5-1 to 5', 'UA1 6.1-1'],
  'pdf-content-is-owned': ['UA1 7.1-1 to 3'],
  'pdf-headings-do-not-skip': ['UA1 7.4.2-1'],
  'pdf-lists-are-well-formed': ['1.3.1', 'UA1 7.2-17 to 20'],
  'pdf-tables-are-regular': ['1.3.1', 'UA1 7.2-3 to 16', 'UA1 7.5-1', 'UA1 7.5-2'],
  'pdf-images-have-alt': ['1.1.1', 'UA1 7.3-1'],
  'pdf-pictures-are-described': ['1.1.1', 'UA1 7.3-1'],
  'pdf-notes-are-tagged': ['UA1 7.9-1', 'UA1 7.9-2'],
  'pdf-links-are-described': ['2.4.4', 'UA1 7.18.5-1', 'UA1 7.18.5-2'],
  'pdf-links-are-tagged': ['UA1 7.18.5-1'],
  'pdf-tab-order-follows-structure': ['2.4.3', 'UA1 7.18.3-1'],
  'pdf-fonts-are-sound': ['UA1 7.21'],
  'pdf-text-has-meaning': ['UA1 7.21.7'],
  'pdf-words-have-glyphs': ['UA1 7.21.8'],
  'pdf-holds-nothing-foreign': ['UA1 7.10', 'UA1 7.11', 'UA1 7.15', 'UA1 7.16', 'UA1 7.20'],
  'pdf-meets-ua2': ['UA2 8', 'ISO/TS 32005'],
};

/** Codes that stages report by rules of this house: of the contract with authors, of print, of the set-up. */
const houseRules: ReadonlySet<string> = new Set(
  `
  acceptance-is-allowed acceptance-is-complete acceptance-is-current acceptance-is-used address-is-local
  anonymous-source-is-complete approval-is-current bidi-controls-are-closed browser-is-available
  browser-is-sandboxed call-is-complete citation-is-well-formed data-file-is-readable
  date-is-valid engine-is-installed explainer-has-content figure-has-source
  figure-has-unit-and-date figure-id-is-defined figure-is-current file-name-is-known
  front-matter-is-readable heading-holds-no-citation id-is-unique image-file-is-usable
  image-has-credit key-points-are-few keys-and-blocks-are-known known-item-has-source
  markup-is-not-left-over nesting-is-within-limit no-words-are-lost note-has-definition
  note-is-called notes-fit-at-page-foot note-starts-on-its-page notes-follow-their-calls
  number-is-consistent output-is-writable page-content-is-printable page-is-readable
  page-needs-no-script page-parts-are-in-the-flow page-reads-as-written page-size-is-known
  page-words-are-in-its-text pdf-content-is-whole port-is-free preview-can-be-made preview-is-private pdf-from-browser-is-readable pdf-is-printed
  pdf-is-readable pdf-keeps-every-pixel pdf-map-is-intact pdf-notes-equal-html
  pdf-page-references-are-right pdf-tags-match-the-page pdf-words-are-drawn-once picture-fits-its-page placeholder-text-is-absent
  print-clips-nothing print-loads-nothing-foreign print-pictures-are-readable quote-has-source
  quote-has-speaker raw-html-is-absent relative-time-has-a-date size-is-within-limit
  slug-is-unique slug-is-well-formed source-date-is-readable source-has-access-date-or-archive
  source-has-what-its-kind-needs source-id-is-defined source-id-is-unique source-is-used
  style-stays-in-theme styles-are-installed template-compiles template-is-used
  template-output-is-escaped template-variable-exists text-is-utf-8 theme-can-be-made
  theme-is-complete translation-is-in-step updated-follows-published value-is-not-cut-by-comment
  values-are-known verapdf-finds-nothing weekday-matches-date withdrawal-is-explained address-is-secure quotes-are-typographic source-address-responds alfa-finds-nothing equal-access-finds-nothing
  htmlcs-finds-nothing nu-finds-nothing
`
    .trim()
    .split(/\s+/),
);

const ofChecks = new Map(allChecks.map(({ id, criteria }) => [id, criteria]));

/** All codes, sorted; each stands in the catalogue once. */
export function cataloguedCodes(): readonly string[] {
  return [...ofChecks.keys(), ...Object.keys(ofStages), ...houseRules].sort();
}

/** The criteria of a code; none for a house rule. */
export function criteriaOf(code: string): readonly string[] {
  return ofChecks.get(code) ?? ofStages[code] ?? [];
}
