// Faults in headers of table cells, languages, marks and form XObjects.

import { e } from '../tagged-pdf.js';
import { COLUMN, doc, headers, type Mutant, NO_LANGUAGE, ROW, show, table, td, th } from './seeds.js';

/** Files with one fault each, and conforming variations among them. */
export const contentMutants: readonly Mutant[] = [
  { ua1: '', options: table([th(ROW), th(), td()]) },
  { ua1: '', options: table([th(COLUMN)], [th()], [td()]) },
  { ua1: '7.5-1', options: table([th(ROW), td(), th(), td()]) },
  { ua1: '7.5-1', options: table([th(COLUMN)], [td()], [th()], [td()]) },
  { ua1: '7.5-1', options: table([th(), td('/ID (b)')], [td(headers('b')), td(headers('b'))]) },
  {
    ua1: '7.5-2',
    options: {
      tree: [
        e(
          'Document',
          '',
          e('P', '/ID (p)', 'x'),
          e(
            'Table',
            '',
            e('TR', '', e('TH', '/ID (q)', 'x'), e('TD', headers('q'), 'x')),
            e('TR', '', td(headers('p')), td(headers('q'))),
          ),
        ),
      ],
    },
  },
  {
    ua1: '',
    options: doc(
      e(
        'Table',
        '',
        e('TR', '', e('TH', '', 'h'), e('TD', '/A [<< /O /Table /Headers [(q)] >> 0] ', 'x')),
        e('TR', '', e('TH', '/ID (q) ' + COLUMN, 'x'), td(headers('q'))),
      ),
    ),
  },
  { ua1: '7.2-33 7.2-34', options: { ...NO_LANGUAGE } },
  { ua1: '7.2-33', options: { ...NO_LANGUAGE, ...doc(e('P', '/Lang (en)', 'x')) } },
  { ua1: '7.2-33', options: { ...NO_LANGUAGE, tree: [e('Document', '/Lang (en)', e('P', '', 'x'))] } },
  {
    ua1: '7.2-33 7.2-34',
    options: {
      ...NO_LANGUAGE,
      tree: [e('Document', '/Lang (en)', e('P', '', 'x'))],
      content: '/Artifact BMC ' + show('a') + ' EMC',
    },
  },
  {
    ua1: '7.2-33',
    options: {
      ...NO_LANGUAGE,
      tree: [e('Document', '/Lang (en)', e('P', '', 'x'))],
      content: '/Artifact << /Lang (en) >> BDC ' + show('a') + ' EMC',
    },
  },
  {
    ua1: '7.2-33',
    options: {
      ...NO_LANGUAGE,
      tree: [e('Document', '/Lang (en)', e('P', '', 'x'))],
      content: '/Artifact << /Lang (en) >> BDC /Span BMC ' + show('a') + ' EMC EMC',
    },
  },
  {
    ua1: '7.2-2 7.2-33',
    options: {
      ...NO_LANGUAGE,
      tree: [e('Document', '', e('P', '/Lang (en) /Alt (x)', 'x'))],
      catalog: '/Outlines @o',
      objects: { o: '<< /First @i /Last @i >>', i: '<< /Title (x) /Parent @o >>' },
    },
  },
  {
    ua1: '7.2-33',
    options: { ...NO_LANGUAGE, tree: [e('Document', '/Lang (en)', e('P', '/Alt (x)', 'x'))] },
  },
  {
    ua1: '7.2-22 7.2-33',
    options: { ...NO_LANGUAGE, tree: [e('Document', '', e('P', '/Alt (x)', e('Span', '/Lang (en)', 'x')))] },
  },
  {
    ua1: '7.2-24 7.2-33',
    options: {
      ...NO_LANGUAGE,
      tree: [
        e(
          'Document',
          '/Lang (en)',
          e('P', '', 'x'),
          e('Link', '', { annotation: '/Subtype /Link /Contents (x)' }),
        ),
      ],
    },
  },
  {
    ua1: '7.2-24 7.2-33',
    options: {
      ...NO_LANGUAGE,
      tree: [
        e(
          'Document',
          '/Lang (en)',
          e('P', '', 'x'),
          e('Link', '', { annotation: '/Subtype /Link /Contents (x) /Lang (en)' }),
        ),
      ],
    },
  },
  { ua1: '7.2-29', options: { lang: '/Lang ()' } },
  { ua1: '7.2-29', options: { lang: '/Lang (en)', tree: [e('Document', '/Lang ()', e('P', '', 'x'))] } },
  { ua1: '7.2-29 7.2-33', options: { ...NO_LANGUAGE, tree: [e('Document', '/Lang ()', e('P', '', 'x'))] } },
  { ua1: '7.2-29', options: { tree: [e('Document', '/Lang (1x)', e('P', '', 'x'))] } },
  { ua1: '7.2-29', options: { content: '/Artifact << /Lang (1x) >> BDC ' + show('a') + ' EMC' } },
  { ua1: '7.2-29', options: { content: '/Span << /Lang (1x) >> BDC EMC' } },
  {
    ua1: '',
    options: {
      tree: [
        e(
          'Document',
          '',
          e('P', '', 'x'),
          e('Link', '', { annotation: '/Subtype /Link /Contents (x) /Lang (1x)' }),
        ),
      ],
    },
  },
  { ua1: '7.2-33 7.2-34', options: { lang: '/Lang /en' } },
  {
    ua1: '7.2-33',
    options: {
      ...NO_LANGUAGE,
      tree: [e('Document', '/Lang (en)', e('P', '', 'x'))],
      content: '/Artifact << /Lang (en) >> BDC /Span << /ActualText (x) >> BDC EMC EMC',
    },
  },
  {
    ua1: '7.2-30 7.2-33',
    options: {
      ...NO_LANGUAGE,
      tree: [e('Document', '/Lang (en)', e('P', '', 'x'))],
      content: '/Artifact BMC /Span << /ActualText (x) >> BDC EMC EMC',
    },
  },
  {
    ua1: '7.2-33',
    options: {
      ...NO_LANGUAGE,
      tree: [e('Document', '/Lang (en)', e('P', '', 'x'))],
      content: '/Artifact BMC /Span << /ActualText (x) /Lang (en) >> BDC EMC EMC',
    },
  },
  { ua1: '7.1-3', options: { content: show('a') } },
  { ua1: '7.1-3', options: { content: '0 0 5 5 re f' } },
  { ua1: '', options: { content: '0 0 5 5 re n' } },
  { ua1: '', options: { content: '0 0 5 5 re W n' } },
  { ua1: '7.1-3', options: { content: '/P BMC ' + show('a') + ' EMC' } },
  { ua1: '7.1-3', options: { content: '/P << /MCID 77 >> BDC ' + show('a') + ' EMC' } },
  { ua1: '', options: { content: '/Artifact BMC /P << /MCID 77 >> BDC ' + show('a') + ' EMC EMC' } },
  { ua1: '7.1-3', options: { content: 'BT /F 10 Tf () Tj ET' } },
  { ua1: '7.1-3', options: { content: 'BT /F 10 Tf 3 Tr (a) Tj ET' } },
  { ua1: '7.1-3', options: { content: 'BI /W 1 /H 1 /BPC 8 /CS /G ID x EI' } },
  {
    ua1: '7.1-3',
    options: {
      content: '/S sh',
      resources:
        '/Shading << /S << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 1] /Function << /FunctionType 2 /Domain [0 1] /N 1 >> >> >>',
    },
  },
  { ua1: '7.1-1 7.1-2', options: { content: '/Artifact << /MCID 0 >> BDC ' + show('a') + ' EMC' } },
  { ua1: '7.1-1 7.1-2', options: { content: '/P << /MCID 0 >> BDC /Artifact BMC EMC EMC' } },
  { ua1: '7.1-1 7.1-2', options: { content: '/P << /MCID 0 >> BDC /Artifact BMC 0 0 1 1 re f EMC EMC' } },
  { ua1: '7.1-2', options: { content: '/Artifact BMC /P << /MCID 0 >> BDC EMC EMC' } },
  { ua1: '', options: { content: '/Artifact BMC /Artifact BMC 0 0 1 1 re f EMC EMC' } },
  {
    ua1: '7.1-2',
    options: { content: '/Artifact BMC /Span BMC /P << /MCID 0 >> BDC 0 0 1 1 re f EMC EMC EMC' },
  },
  { ua1: '7.1-3', options: { content: 'BT /F 10 Tf [] TJ ET' } },
  {
    ua1: '7.1-3',
    options: {
      content: '/X Do',
      resources: '/XObject << /X @x >>',
      objects: { x: { entries: '/Subtype /Form /BBox [0 0 9 9]', data: '0 0 1 1 re f' } },
    },
  },
  {
    ua1: '',
    options: {
      content: '/Artifact BMC /X Do EMC',
      resources: '/XObject << /X @x >>',
      objects: { x: { entries: '/Subtype /Form /BBox [0 0 9 9]', data: '0 0 1 1 re f' } },
    },
  },
  {
    ua1: '',
    options: {
      content: '/P << /MCID 0 >> BDC /X Do EMC',
      resources: '/XObject << /X @x >>',
      objects: { x: { entries: '/Subtype /Form /BBox [0 0 9 9]', data: '0 0 1 1 re f' } },
    },
  },
  {
    ua1: '7.1-3 7.20-2',
    options: {
      content: '/X Do /X Do',
      resources: '/XObject << /X @x >>',
      objects: {
        x: {
          entries: '/Subtype /Form /BBox [0 0 9 9] /StructParents 5',
          data: '/P << /MCID 0 >> BDC 0 0 1 1 re f EMC',
        },
      },
    },
  },
  {
    ua1: '7.1-3',
    options: {
      content: '/X Do',
      resources: '/XObject << /X @x >>',
      objects: {
        x: {
          entries: '/Subtype /Form /BBox [0 0 9 9] /StructParents 5',
          data: '/P << /MCID 0 >> BDC 0 0 1 1 re f EMC',
        },
      },
    },
  },
  {
    ua1: '',
    options: {
      content: '/X Do',
      resources: '/XObject << /X @x >>',
      objects: {
        x: {
          entries: '/Subtype /Form /BBox [0 0 9 9] /StructParents 0',
          data: '/P << /MCID 0 >> BDC 0 0 1 1 re f EMC',
        },
      },
    },
  },
  {
    ua1: '7.20-2',
    options: {
      content: '/X Do /X Do',
      resources: '/XObject << /X @x >>',
      objects: {
        x: {
          entries: '/Subtype /Form /BBox [0 0 9 9] /StructParents 0',
          data: '/P << /MCID 0 >> BDC 0 0 1 1 re f EMC',
        },
      },
    },
  },
  {
    ua1: '',
    options: {
      content: '/P << /MCID 0 >> BDC /X Do EMC',
      resources: '/XObject << /X @x >>',
      objects: {
        x: {
          entries: '/Subtype /Form /BBox [0 0 9 9] /StructParents 0',
          data: '/P << /MCID 0 >> BDC 0 0 1 1 re f EMC',
        },
      },
    },
  },
  {
    ua1: '7.1-2',
    options: {
      content: '/Artifact BMC /X Do EMC',
      resources: '/XObject << /X @x >>',
      objects: {
        x: {
          entries: '/Subtype /Form /BBox [0 0 9 9] /StructParents 0',
          data: '/P << /MCID 0 >> BDC 0 0 1 1 re f EMC',
        },
      },
    },
  },
  {
    ua1: '7.1-1 7.1-2',
    options: {
      content: '/P << /MCID 0 >> BDC /X Do EMC',
      resources: '/XObject << /X @x >>',
      objects: { x: { entries: '/Subtype /Form /BBox [0 0 9 9]', data: '/Artifact BMC 0 0 1 1 re f EMC' } },
    },
  },
  {
    ua1: '7.20-1',
    options: {
      content: '/P << /MCID 0 >> BDC /X Do EMC',
      resources: '/XObject << /X @x >>',
      objects: { x: { entries: '/Subtype /Form /BBox [0 0 9 9] /Ref << >>', data: '0 0 1 1 re f' } },
    },
  },
  {
    ua1: '',
    options: {
      content: '',
      resources: '/XObject << /X @x >>',
      objects: { x: { entries: '/Subtype /Form /BBox [0 0 9 9] /Ref << >>', data: '0 0 1 1 re f' } },
    },
  },
  {
    ua1: '',
    options: {
      content: '/P << /MCID 0 >> BDC /X Do EMC /P << /MCID 0 >> BDC /X Do EMC',
      resources: '/XObject << /X @x >>',
      objects: { x: { entries: '/Subtype /Form /BBox [0 0 9 9]', data: '0 0 1 1 re f' } },
    },
  },
  {
    ua1: '7.1-3',
    options: {
      content: '/X Do',
      resources: '/XObject << /X @x /Y @x >>',
      objects: {
        x: { entries: '/Subtype /Form /BBox [0 0 9 9]', data: '/P << /MCID 0 >> BDC 0 0 1 1 re f EMC' },
      },
    },
  },
];
