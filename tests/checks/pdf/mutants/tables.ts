// Faults in tables, lists, headings and pictures.

import { e } from '../tagged-pdf.js';
import {
  attributes,
  COLUMN,
  colSpan,
  doc,
  field,
  headers,
  type Mutant,
  ROW,
  rowSpan,
  scope,
  table,
  td,
  th,
  tr,
} from './seeds.js';

/** Files with one fault each, and conforming variations among them. */
export const tableMutants: readonly Mutant[] = [
  { ua1: '', ua2: '', options: {} },
  { ua1: '', ua2: '', options: table(e('TR', '', td(), td()), e('TR', '', td(), td())) },
  { ua1: '7.5-1', ua2: '', options: table(e('TR', '', th(), th()), e('TR', '', td(), td())) },
  { ua1: '', ua2: '', options: table(e('TR', '', th(COLUMN), th(COLUMN)), e('TR', '', td(), td())) },
  { ua1: '7.5-1', ua2: '', options: table(e('TR', '', th(COLUMN), th()), e('TR', '', td(), td())) },
  { ua1: '', ua2: '', options: table(e('TR', '', th(ROW), td()), e('TR', '', td(), td())) },
  { ua1: '7.2-43', ua2: '8.2.5.26-4', options: table(e('TR', '', td(), td()), e('TR', '', td())) },
  {
    ua1: '7.2-42',
    ua2: '8.2.5.26-3',
    options: table(e('TR', '', td(), td()), e('TR', '', td(), td(), td())),
  },
  {
    ua1: '7.2-42',
    ua2: '8.2.5.26-3',
    options: table(e('TR', '', td(), td()), e('TR', '', td(), td()), e('TR', '', td(), td(), td())),
  },
  {
    ua1: '7.2-42',
    ua2: '8.2.5.26-3',
    options: table(e('TR', '', td(), td()), e('TR', '', td(), td(colSpan(2)))),
  },
  { ua1: '7.2-43', ua2: '8.2.5.26-4', options: table(e('TR', '', td(rowSpan(3)), td()), e('TR', '', td())) },
  { ua1: '', ua2: '', options: table(e('TR', '', td(rowSpan(2)), td()), e('TR', '', td())) },
  {
    ua1: '7.2-42',
    ua2: '8.2.5.26-3',
    options: table(e('TR', '', td(rowSpan(2)), td()), e('TR', '', td(), td())),
  },
  {
    ua1: '',
    ua2: '32005:Table-Div',
    options: table(e('Div', '', e('TR', '', td(), td())), e('TR', '', td(), td())),
  },
  { ua1: '', ua2: '', options: table(e('NonStruct', '', e('TR', '', td(), td())), e('TR', '', td(), td())) },
  {
    ua1: '7.2-3 7.2-4',
    ua2: '32005:Sect-TR 32005:Table-Sect',
    options: table(e('Sect', '', e('TR', '', td(), td())), e('TR', '', td(), td())),
  },
  { ua1: '', ua2: '32005:TR-Div', options: table(e('TR', '', e('Div', '', td()), td())) },
  {
    ua1: '',
    ua2: '32005:L-Part',
    options: { tree: [e('Document', '', e('L', '', e('Part', '', e('LI', '', e('LBody', '', 'x')))))] },
  },
  {
    ua1: '',
    ua2: '32005:L-Div',
    options: { tree: [e('Document', '', e('L', '', e('Div', '', e('LI', '', e('LBody', '', 'x')))))] },
  },
  {
    ua1: '7.2-20',
    ua2: '32005:LI-Link',
    options: { tree: [e('Document', '', e('L', '', e('LI', '', e('NonStruct', '', e('Link', '', 'x')))))] },
  },
  { ua1: '7.1-5', ua2: '8.2.4-1', options: { tree: [e('Document', '', e('L', '', e('Foo', '', 'x')))] } },
  { ua1: '7.1-5', ua2: '8.2.4-1', options: { tree: [e('Document', '', e('Foo', '', 'x'))] } },
  { ua1: '7.4.2-1', ua2: '', options: { tree: [e('Document', '', e('H2', '', 'x'))] } },
  {
    ua1: '7.4.2-1',
    ua2: '',
    options: {
      tree: [
        e(
          'Document',
          '',
          e('H1', '', 'x'),
          e('H2', '', 'x'),
          e('H3', '', 'x'),
          e('H1', '', 'x'),
          e('H3', '', 'x'),
        ),
      ],
    },
  },
  {
    ua1: '7.4.2-1',
    ua2: '',
    options: {
      tree: [e('Document', '', e('H1', '', 'x'), e('H3', '', 'x'), e('H4', '', 'x'), e('H6', '', 'x'))],
    },
  },
  { ua1: '7.1-5', ua2: '', options: { tree: [e('Document', '', e('H1', '', 'x'), e('H7', '', 'x'))] } },
  {
    ua1: '7.4.4-1',
    ua2: '32005:Sect-H 8.2.5.12-1',
    options: { tree: [e('Document', '', e('Sect', '', e('H', '', 'x'), e('Div', '', e('H', '', 'y'))))] },
  },
  { ua1: '7.3-1', ua2: '', options: { tree: [e('Document', '', e('Figure', '/Alt ()', 'x'))] } },
  { ua1: '', ua2: '', options: { tree: [e('Document', '', e('Figure', '/ActualText ()', 'x'))] } },
  { ua1: '7.9-1', ua2: '8.2.4-1', options: { tree: [e('Document', '', e('Note', '/ID ()', 'x'))] } },
  {
    ua1: '7.2-16',
    ua2: '8.2.5.27-1',
    options: table(e('TR', '', td()), e('Caption', '', 'c'), e('TR', '', td())),
  },
  { ua1: '', ua2: '', options: table(e('TR', '', td()), e('TR', '', td()), e('Caption', '', 'c')) },
  { ua1: '7.5-1', ua2: '', options: table(e('TR', '', th(), th(COLUMN)), e('TR', '', td(), td())) },
  {
    ua1: '7.5-1',
    ua2: '',
    options: table(
      e('TR', '', th(), th(), th()),
      e('TR', '', td(), td(), td()),
      e('TR', '', td(), td(), td()),
    ),
  },
  {
    ua1: '7.5-1',
    ua2: '8.2.5.26-5',
    options: table(
      e('TR', '', th(), td(), td()),
      e('TR', '', td(), td(), td()),
      e('TR', '', td(), td(), td()),
    ),
  },
  {
    ua1: '',
    ua2: '',
    options: table(
      e('TR', '', td(), th(COLUMN), td()),
      e('TR', '', td(), td(), td()),
      e('TR', '', th(ROW), td(), td()),
    ),
  },
  { ua1: '', ua2: '', options: table(e('TR', '', th(ROW), th(ROW)), e('TR', '', td(), td())) },
  { ua1: '', ua2: '', options: table(e('TR', '', th(scope('Both')), th(ROW)), e('TR', '', td(), td())) },
  {
    ua1: '',
    ua2: '',
    options: table(e('TR', '', th(scope('Foo')), th(scope('Foo'))), e('TR', '', td(), td())),
  },
  {
    ua1: '',
    ua2: '',
    options: table(
      e('TR', '', th('/ID (a)'), th('/ID (b)')),
      e('TR', '', td(headers('a')), td(headers('b'))),
    ),
  },
  {
    ua1: '7.5-1',
    ua2: '',
    options: table(e('TR', '', th('/ID (a)'), th('/ID (b)')), e('TR', '', td(headers('a')), td())),
  },
  {
    ua1: '7.5-2',
    ua2: '',
    options: table(
      e('TR', '', th('/ID (a)'), th('/ID (b)')),
      e('TR', '', td(headers('a')), td(headers('zz'))),
    ),
  },
  {
    ua1: '',
    ua2: '',
    options: table(
      e('TR', '', th('/ID (a) ' + COLUMN), th(COLUMN)),
      e('TR', '', td(headers('a')), td(headers('zz'))),
    ),
  },
  {
    ua1: '7.5-2',
    ua2: '',
    options: table(
      e('TR', '', th('/ID (a)'), th('/ID (b)')),
      e('TR', '', td(headers('a', 'zz')), td(headers())),
    ),
  },
  {
    ua1: '7.5-1',
    ua2: '',
    options: table(e('TR', '', th('/ID (a)'), th(COLUMN)), e('TR', '', td(), td(headers('a')))),
  },
  {
    ua1: '7.5-1',
    ua2: '8.2.5.26-6',
    options: table(e('TR', '', th(), td('/ID (b)')), e('TR', '', td(), td(headers('b')))),
  },
  {
    ua1: '',
    ua2: '',
    options: table(
      e('TR', '', th('/ID (a) /A << /O /Table /Headers [(zz)] >>'), th('/ID (b)')),
      e('TR', '', td(headers('a')), td(headers('b'))),
    ),
  },
  { ua1: '', ua2: '', options: table(e('TR', '', th(COLUMN), th(COLUMN)), e('TR', '', th(), td())) },
  {
    ua1: '',
    ua2: '',
    options: table(e('TR', '', th(COLUMN), th(COLUMN)), e('TR', '', th(), td()), e('TR', '', th(ROW), td())),
  },
  {
    ua1: '7.5-1',
    ua2: '8.2.5.26-5',
    options: table([td(), th(COLUMN), td()], [td(), td(), td()], [th(), td(), td()]),
  },
  { ua1: '7.5-1', ua2: '8.2.5.26-5', options: table([td(), th(COLUMN)], [td(), td()], [td(), th()]) },
  { ua1: '7.5-1', ua2: '8.2.5.26-5', options: table([th(ROW), th()], [td(headers()), td()]) },
  { ua1: '7.5-1', ua2: '8.2.5.26-5', options: table([th(ROW), th(COLUMN)], [td(), td()], [td(), th()]) },
  { ua1: '7.5-1', ua2: '8.2.5.26-5', options: table([th(ROW), th(ROW)], [td(), td()], [td(), th()]) },
  { ua1: '7.5-1', ua2: '', options: table([th(), th()], [td(), td()], [td(), th(COLUMN)]) },
  { ua1: '', ua2: '', options: table([th(), th()], [th(ROW), td()]) },
  { ua1: '7.5-1', ua2: '', options: table([th(), th()], [td(), th(ROW)]) },
  { ua1: '', ua2: '', options: table([th(), th(COLUMN)], [th(), td()]) },
  { ua1: '7.5-1', ua2: '', options: table([th(COLUMN), th()], [th(), td()]) },
  {
    ua1: '7.5-1',
    ua2: '8.2.5.26-5',
    options: table([th(COLUMN), th(COLUMN)], [td(), td()], [th(), th()], [td(), td()]),
  },
  { ua1: '', ua2: '', options: table([th(), th()], [th(COLUMN), th(COLUMN)], [td(), td()]) },
  {
    ua1: '',
    ua2: '',
    options: table([th(attributes('/Scope /Column /ColSpan 2'))], [td(), td()], [td(), th()]),
  },
  {
    ua1: '',
    ua2: '',
    options: table([th(attributes('/Scope /Column')), th()], [td(attributes('/ColSpan 2'))]),
  },
  {
    ua1: '',
    ua2: '',
    options: table([th(), th(attributes('/Scope /Column'))], [td(attributes('/ColSpan 2'))]),
  },
  { ua1: '7.5-1', ua2: '8.2.5.26-5', options: table([td(), td()], [th(), td()]) },
  { ua1: '7.5-1', ua2: '8.2.5.26-5', options: table([td(), td()], [td(), td()], [td(), th()]) },
  { ua1: '', ua2: '', options: table([th(COLUMN), th(scope('Both'))], [td(), td()], [td(), th()]) },
  {
    ua1: '7.5-1',
    ua2: '8.2.5.26-5',
    options: table([th(COLUMN), th(scope('Foo'))], [td(), td()], [td(), th()]),
  },
  {
    ua1: '7.5-1',
    ua2: '',
    options: {
      tree: [
        e(
          'Document',
          '',
          e('Table', '', e('THead', '', e('TR', '', th(), th())), e('TBody', '', e('TR', '', td(), td()))),
        ),
      ],
    },
  },
  {
    ua1: '',
    ua2: '',
    options: {
      tree: [
        e(
          'Document',
          '',
          e(
            'Table',
            '',
            e('THead', '', e('TR', '', th(COLUMN), th(COLUMN))),
            e('TBody', '', e('TR', '', td(), td()), e('TR', '', td(), th())),
          ),
        ),
      ],
    },
  },
  { ua1: '7.2-14 7.5-1', ua2: '', options: doc(e('Table', '', e('THead', '', tr(th())), tr(td()))) },
  {
    ua1: '7.2-14 7.2-42',
    ua2: '8.2.5.26-3',
    options: doc(e('Table', '', e('THead', '', tr(th())), tr(td(), td()))),
  },
  {
    ua1: '7.2-42',
    ua2: '8.2.5.26-3',
    options: doc(e('Table', '', tr(td()), e('TBody', '', tr(td(), td())))),
  },
  {
    ua1: '7.2-42',
    ua2: '8.2.5.26-3',
    options: doc(e('Table', '', e('TBody', '', tr(td())), e('TBody', '', tr(td(), td())))),
  },
  { ua1: '7.5-1', ua2: '', options: doc(e('Table', '', tr(th()), e('TBody', '', tr(td())))) },
  {
    ua1: '7.2-42',
    ua2: '8.2.5.26-3',
    options: doc(e('Table', '', e('TFoot', '', tr(th())), e('TBody', '', tr(td(), td())))),
  },
  {
    ua1: '7.5-1',
    ua2: '8.2.5.26-5',
    options: doc(
      e('Table', '', e('TFoot', '', tr(td())), e('THead', '', tr(th())), e('TBody', '', tr(td()))),
    ),
  },
  {
    ua1: '7.5-1',
    ua2: '8.2.5.26-5',
    options: doc(e('Table', '', e('TBody', '', tr(td()), tr(td())), e('THead', '', tr(th())))),
  },
  {
    ua1: '7.2-42',
    ua2: '32005:Table-Div 8.2.5.26-3',
    options: doc(e('Table', '', e('THead', '', tr(th())), e('Div', '', e('TBody', '', tr(td(), td()))))),
  },
  {
    ua1: '7.2-43',
    ua2: '8.2.5.26-4',
    options: doc(e('Table', '', tr(td(rowSpan(3)), td(rowSpan(2))), tr())),
  },
  { ua1: '', ua2: '', options: doc(e('Table', '', tr(td(rowSpan(3)), td(rowSpan(3))), tr())) },
  { ua1: '', ua2: '', options: doc(e('Table', '', tr(td(rowSpan(3))))) },
  { ua1: '7.2-41', ua2: '8.2.5.26-2', options: doc(e('Table', '', tr(td(rowSpan(2)), td(rowSpan(3))))) },
  { ua1: '7.2-43', ua2: '8.2.5.26-4', options: doc(e('Table', '', tr(td(rowSpan(2)), td()))) },
  { ua1: '7.2-41', ua2: '8.2.5.26-2', options: doc(e('Table', '', tr(td(), td(rowSpan(2))))) },
  {
    ua1: '7.2-43',
    ua2: '8.2.5.26-4',
    options: doc(e('Table', '', tr(td(), td(rowSpan(2))), tr(td(rowSpan(2))))),
  },
  { ua1: '', ua2: '', options: doc(e('Table', '', tr(td(), td()), tr())) },
  { ua1: '', ua2: '', options: doc(e('Table', '', tr())) },
  { ua1: '', ua2: '', options: doc(e('Table', '')) },
  { ua1: '7.2-42', ua2: '8.2.5.26-3', options: doc(e('Table', '', tr(), tr(td()))) },
  {
    ua1: '7.2-42',
    ua2: '8.2.5.26-2',
    options: doc(e('Table', '', e('TBody', '', tr(td(rowSpan(2)))), e('TBody', '', tr(td())))),
  },
  { ua1: '', ua2: '', options: doc(e('Table', '', tr(td('/A << /O /Table /ColSpan 0 >>')))) },
  {
    ua1: '',
    ua2: '',
    options: doc(
      e(
        'Table',
        '',
        tr(td('/A << /O /Table /ColSpan 2 >>')),
        tr(td('/A << /O /Table /RowSpan 2 /ColSpan 1 >>'), td()),
        tr(td()),
      ),
    ),
  },
  {
    ua1: '7.2-42',
    ua2: '8.2.5.26-3',
    options: doc(
      e(
        'Table',
        '',
        tr(td(), td(), td()),
        tr(td(rowSpan(2)), td(), td()),
        tr(td(), td('/A << /O /Table /ColSpan 2 >>')),
      ),
    ),
  },
  {
    ua1: '7.2-15',
    ua2: '8.2.5.26-1',
    options: doc(
      e('Table', '', tr(td(), td(rowSpan(2)), td()), tr(td('/A << /O /Table /ColSpan 2 >>'), td())),
    ),
  },
  {
    ua1: '7.2-15',
    ua2: '8.2.5.26-1',
    options: doc(e('Table', '', tr(td(), td(rowSpan(2)), td()), tr(td('/A << /O /Table /ColSpan 2 >>')))),
  },
  {
    ua1: '7.2-41',
    ua2: '8.2.5.26-2',
    options: doc(
      e('Table', '', tr(td(), td()), tr(td(), td('/A << /O /Table /RowSpan 2 >>'))),
      e('P', '', 'x'),
    ),
  },
  { ua1: '', ua2: '', options: field('/FT /Tx /T (x) /TU (x) /Contents (x) /RV (<body>a</body>) /V (b)') },
  { ua1: '', ua2: '', options: field('/FT /Tx /T (x) /TU (x) /Contents (x) /RV (<body>a</body>)') },
  { ua1: '', ua2: '', options: field('/FT /Tx /T (x) /TU (x) /Contents (x) /RV () /V (b)') },
  { ua1: '', ua2: '', options: field('/FT /Tx /T (x) /TU (x) /Contents (x) /RV (b) /V (b)') },
  { ua1: '', ua2: '', options: field('/FT /Btn /T (x) /TU (x) /Contents (x) /RV (<body>a</body>) /V (b)') },
  {
    ua1: '',
    ua2: '8.10.3.3-1',
    options: {
      ...field('/FT /Tx /T (x) /TU (x) /Contents (x) /RV (<body>a</body>) /V (b)'),
      catalog: '/AcroForm << /Fields [@f] >>',
      objects: { f: '<< /FT /Tx /T (x) /TU (x) /RV (<body>a</body>) /V (b) >>' },
    },
  },
  {
    ua1: '',
    ua2: '',
    options: {
      ...field('/FT /Tx /T (x) /TU (x) /Contents (x)'),
      catalog: '/AcroForm << /Fields [@f] >>',
      objects: { f: '<< /FT /Tx /T (x) /TU (x) /RV (<body>b</body>) /V (b) >>' },
    },
  },
];
