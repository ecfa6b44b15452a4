/** PDF 1.7 that is PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2): what today's readers understand best. */

import type { Conformance } from './conformance.js';

/** The default file for readers. */
export const ua1: Conformance = {
  profile: 'ua1',
  version: '1.7',
  roles: {},
  otherRoles: 'default',
  roleMap: { Aside: 'Div', Em: 'Span', Strong: 'Span' },
  info: true,
  structureDestinations: false,
  unmarkedLists: { ordered: 'None', unordered: 'None' },
  noteAttributes: false,
  schemas: [
    {
      prefix: 'pdfaid',
      namespace: 'http://www.aiim.org/pdfa/ns/id/',
      properties: [
        { name: 'part', value: '2' },
        { name: 'conformance', value: 'A' },
      ],
    },
    {
      prefix: 'pdfuaid',
      namespace: 'http://www.aiim.org/pdfua/ns/id/',
      properties: [{ name: 'part', value: '1' }],
    },
  ],
  describesUaSchema: true,
  declarations: [],
};
