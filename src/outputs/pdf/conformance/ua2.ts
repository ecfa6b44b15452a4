/** PDF 2.0 that is PDF/UA-2 (ISO 14289-2), Well-Tagged PDF for accessibility and reuse, and PDF/A-4 (ISO 19005-4). */

import type { Conformance } from './conformance.js';

/** The file for archives and newer readers. */
export const ua2: Conformance = {
  profile: 'ua2',
  version: '2.0',
  roles: {
    // These four are types of PDF 1.7 only and stay in its namespace, which is the default.
    BlockQuote: { type: 'BlockQuote', namespace: 'default' },
    Code: { type: 'Code', namespace: 'default' },
    TOC: { type: 'TOC', namespace: 'default' },
    TOCI: { type: 'TOCI', namespace: 'default' },
    Note: { type: 'FENote', namespace: 'pdf2' },
    Reference: null,
  },
  otherRoles: 'pdf2',
  // Readers that know PDF 1.7 alone ask here what a type is; without it they leave notes out (poppler 22).
  roleMap: { FENote: 'Note', Aside: 'Div', Em: 'Span', Strong: 'Span' },
  info: false,
  structureDestinations: true,
  unmarkedLists: { ordered: 'Ordered', unordered: 'Unordered' },
  noteAttributes: true,
  schemas: [
    {
      prefix: 'pdfaid',
      namespace: 'http://www.aiim.org/pdfa/ns/id/',
      properties: [
        { name: 'part', value: '4' },
        { name: 'rev', value: '2020' },
      ],
    },
    {
      prefix: 'pdfuaid',
      namespace: 'http://www.aiim.org/pdfua/ns/id/',
      properties: [
        { name: 'part', value: '2' },
        { name: 'rev', value: '2024' },
      ],
    },
  ],
  describesUaSchema: false,
  declarations: [
    'http://pdfa.org/declarations/wtpdf#accessibility1.0',
    'http://pdfa.org/declarations/wtpdf#reuse1.0',
  ],
};
