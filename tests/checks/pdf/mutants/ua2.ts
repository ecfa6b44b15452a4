// Faults that PDF/UA-2 and its table of containment know.

import { e, named } from '../tagged-pdf.js';
import {
  annotated,
  doc,
  field,
  MATHML,
  type Mutant,
  OLD_NAMESPACE,
  OUTLINES,
  PRIVATE,
  table,
  td,
  th,
} from './seeds.js';

/** Files with one fault each, and conforming variations among them. */
export const ua2Mutants: readonly Mutant[] = [
  { ua2: '', options: {} },
  { ua2: '8.2.5.26-3', options: table([th(), th()], [td(), td(), td()]) },
  { ua2: '8.2.5.26-4', options: table([th(), th()], [td()]) },
  {
    ua2: '32005:StructTreeRoot-Document 32005:StructTreeRoot-P 8.2.5.2-1',
    options: { tree: [e('P', '', 'x')] },
  },
  {
    ua2: '32005:StructTreeRoot-Document 8.2.5.2-1',
    options: { tree: [e('Document', '', e('P', '', 'x')), e('Document', '', e('P', '', 'x'))] },
  },
  { ua2: '8.2.5.2-2', options: { tree: [e('Document', '/NS null', e('P', '', 'x'))] } },
  { ua2: '8.2.5.14-1', options: { ...doc(e('Note', '/NS @n', 'x')), objects: OLD_NAMESPACE } },
  { ua2: '8.2.4-1', options: doc(e('Note', '', 'x')) },
  { ua2: '8.2.5.12-1', options: doc(e('H', '', 'x')) },
  { ua2: '8.2.5.12-1', options: doc(e('H1', '', 'x'), e('H', '', 'y')) },
  { ua2: '', options: doc(e('H1', '', 'x'), e('H4', '', 'x')) },
  { ua2: '', options: doc(e('H7', '', 'x')) },
  { ua2: '', options: doc(e('P', '', e('Em', '', 'x'))) },
  {
    ua2: '32005:TOCI-content 8.2.5.8-1',
    options: { ...doc(e('TOC', '/NS @n', e('TOCI', '/NS @n', 'x'))), objects: OLD_NAMESPACE },
  },
  {
    ua2: '32005:TOCI-content',
    options: {
      ...doc(named('p', e('P', '', 'x')), e('TOC', '/NS @n', e('TOCI', '/NS @n /Ref [@p]', 'x'))),
      objects: OLD_NAMESPACE,
    },
  },
  {
    ua2: '',
    options: {
      ...doc(named('p', e('P', '', 'x')), e('TOC', '/NS @n', e('TOCI', '/NS @n', e('P', '/Ref [@p]', 'x')))),
      objects: OLD_NAMESPACE,
    },
  },
  {
    ua2: '',
    options: {
      ...doc(
        named('p', e('P', '', 'x')),
        e('TOC', '/NS @n', e('TOCI', '/NS @n', e('P', '', e('Reference', '/NS @n /Ref [@p]', 'x')))),
      ),
      objects: OLD_NAMESPACE,
    },
  },
  { ua2: '', options: doc(e('P', '', 'x', e('FENote', '', 'n'))) },
  { ua2: '', options: doc(e('P', '', 'x', e('FENote', '/A << /O /FENote /NoteType /Footnote >>', 'n'))) },
  {
    ua2: '8.2.5.14-4',
    options: doc(e('P', '', 'x', e('FENote', '/A << /O /FENote /NoteType /Foo >>', 'n'))),
  },
  {
    ua2: '8.2.5.14-2',
    options: doc(
      e('P', '', 'x', named('l', e('Span', '/Ref [@f]', '1'))),
      named('f', e('FENote', '/A << /O /FENote /NoteType /Footnote >>', 'n')),
    ),
  },
  {
    ua2: '8.2.5.14-3',
    options: doc(e('P', '', 'x', named('l', e('Span', '', '1'))), named('f', e('FENote', '/Ref [@l]', 'n'))),
  },
  {
    ua2: '',
    options: doc(
      e('P', '', 'x', named('l', e('Span', '/Ref [@f]', '1'))),
      named('f', e('FENote', '/Ref [@l]', 'n')),
    ),
  },
  { ua2: '8.2.5.25-1', options: doc(e('L', '', e('LI', '', e('Lbl', '', '1'), e('LBody', '', 'x')))) },
  {
    ua2: '8.2.5.25-1',
    options: doc(
      e('L', '/A << /O /List /ListNumbering /None >>', e('LI', '', e('Lbl', '', '1'), e('LBody', '', 'x'))),
    ),
  },
  {
    ua2: '',
    options: doc(
      e(
        'L',
        '/A << /O /List /ListNumbering /Decimal >>',
        e('LI', '', e('Lbl', '', '1'), e('LBody', '', 'x')),
      ),
    ),
  },
  { ua2: '8.2.5.25-2', options: doc(e('L', '', e('LI', '', 'x'))) },
  { ua2: '32005:LI-Link', options: doc(e('L', '', e('LI', '', e('Link', '', 'x')))) },
  { ua2: '8.2.5.25-2', options: doc(e('L', '', e('LI', '', e('NonStruct', '/NS @n', 'x')))) },
  { ua2: '32005:LBody-Lbl', options: { ...doc(e('L', '', e('LI', '', e('LBody', '', e('Lbl', '', 'x'))))) } },
  { ua2: '', options: doc(e('Figure', '/Alt (x)', 'x', e('Caption', '', 'c'), e('P', '', 'x'))) },
  {
    ua2: '8.2.5.27-1',
    options: doc(e('Figure', '/Alt (x)', e('P', '', 'x'), e('Caption', '', 'c'), e('P', '', 'x'))),
  },
  { ua2: '', options: doc(e('Figure', '/Alt (x)', e('P', '', 'x'), e('Caption', '', 'c'))) },
  {
    ua2: '32005:Document-Caption 8.2.5.27-1',
    options: doc(e('P', '', 'x'), e('Caption', '', 'c'), e('P', '', 'x')),
  },
  { ua2: '', options: doc(e('P', '', e('Ruby', '', e('RB', '', 'x'), e('RT', '', 'y')))) },
  { ua2: '8.2.5.23-1', options: doc(e('P', '', e('Ruby', '', e('RT', '', 'y')))) },
  { ua2: '8.2.5.24-1', options: doc(e('P', '', e('Warichu', '', e('WT', '', 'y')))) },
  { ua2: '', options: { ...doc(e('Formula', '/Alt (x)', e('math', '/NS @m', 'x'))), objects: MATHML } },
  { ua2: '8.2.5.29-1', options: { ...doc(e('P', '', e('math', '/NS @m', 'x'))), objects: MATHML } },
  { ua2: '8.2.5.29-1', options: { ...doc(e('P', '', e('mrow', '/NS @m', 'x'))), objects: MATHML } },
  { ua2: '', options: doc(e('Formula', '', 'x')) },
  { ua2: '8.4.3-2', options: doc(e('P', `/ActualText ${PRIVATE}`, 'x')) },
  { ua2: '8.4.3-3', options: doc(e('P', `/Alt ${PRIVATE}`, 'x')) },
  { ua2: '', options: doc(e('P', `/E ${PRIVATE}`, 'x')) },
  { ua2: '', options: doc(e('P', `/T ${PRIVATE}`, 'x')) },
  { ua2: '', options: annotated(`/Subtype /Link /Contents ${PRIVATE} /A << /S /URI /URI (x) >>`, 'Link') },
  {
    ua2: '8.6-1',
    options: {
      ...OUTLINES,
      objects: { o: '<< /First @i /Last @i >>', i: `<< /Title ${PRIVATE} /Parent @o >>` },
    },
  },
  { ua2: '8.4.3-2', options: { content: `/Span << /ActualText ${PRIVATE} >> BDC EMC` } },
  { ua2: '8.4.3-3', options: { content: `/Span << /Alt ${PRIVATE} >> BDC EMC` } },
  { ua2: '', options: { content: `/Span << /E ${PRIVATE} >> BDC EMC` } },
  { ua2: '', options: { trailer: '/Info 99 0 R' } },
  { ua2: '8.4.4-2 8.6-1', options: doc(e('P', `/Lang ${PRIVATE}`, 'x')) },
  {
    ua2: '8.8-1',
    options: {
      ...OUTLINES,
      objects: { o: '<< /First @i /Last @i >>', i: '<< /Title (x) /Parent @o /Dest [3 0 R /Fit] >>' },
    },
  },
  {
    ua2: '',
    options: {
      ...OUTLINES,
      ...doc(named('p', e('P', '', 'x'))),
      objects: { o: '<< /First @i /Last @i >>', i: '<< /Title (x) /Parent @o /Dest [@p /Fit] >>' },
    },
  },
  {
    ua2: '8.8-2',
    options: {
      ...OUTLINES,
      objects: {
        o: '<< /First @i /Last @i >>',
        i: '<< /Title (x) /Parent @o /A << /S /GoTo /D [3 0 R /Fit] >> >>',
      },
    },
  },
  {
    ua2: '',
    options: {
      ...OUTLINES,
      ...doc(named('p', e('P', '', 'x'))),
      objects: {
        o: '<< /First @i /Last @i >>',
        i: '<< /Title (x) /Parent @o /A << /S /GoTo /D [3 0 R /Fit] /SD [@p /Fit] >> >>',
      },
    },
  },
  { ua2: '8.8-1', options: { ...annotated('/Subtype /Link /Dest [3 0 R /Fit]', 'Link') } },
  { ua2: '8.8-1', options: { catalog: '/OpenAction [3 0 R /Fit]' } },
  { ua2: '8.8-2', options: { catalog: '/OpenAction << /S /GoTo /D [3 0 R /Fit] >>' } },
  {
    ua2: '8.8-1',
    options: {
      ...annotated('/Subtype /Link /Dest (x)', 'Link'),
      catalog: '/Names << /Dests << /Names [(x) [3 0 R /Fit]] >> >>',
    },
  },
  {
    ua2: '',
    options: {
      ...doc(named('p', e('P', '', 'x')), e('Link', '', { annotation: '/Subtype /Link /Dest (x)' })),
      catalog: '/Names << /Dests << /Names [(x) << /D [3 0 R /Fit] /SD [@p /Fit] >>] >> >>',
    },
  },
  { ua2: '8.8-1', options: { ...annotated('/Subtype /Link /Dest (nope)', 'Link') } },
  {
    ua2: '',
    options: {
      ...doc(named('p', e('P', '', 'x')), e('Link', '', { annotation: '/Subtype /Link /Dest (x)' })),
      catalog: '/Names << /Dests << /Names [(x) [@p /Fit]] >> >>',
    },
  },
  {
    ua2: '',
    options: {
      ...doc(
        named('p', e('P', '', 'x')),
        e('Link', '', { annotation: '/Subtype /Link /A << /S /GoTo /D (x) >>' }),
      ),
      catalog: '/Names << /Dests << /Names [(x) << /D [3 0 R /Fit] /SD [@p /Fit] >>] >> >>',
    },
  },
  { ua2: '', options: { catalog: '/Names << /Dests << /Names [(x) [3 0 R /Fit]] >> >>' } },
  {
    ua2: '8.8-2',
    options: {
      ...doc(
        named('p', e('P', '', 'x')),
        e('Link', '', { annotation: '/Subtype /Link /A << /S /GoTo /D [@p /Fit] >>' }),
      ),
    },
  },
  {
    ua2: '',
    options: {
      ...doc(e('Link', '', { annotation: '/Subtype /Link /A << /S /GoToR /D [0 /Fit] /F (x) >>' })),
    },
  },
  {
    ua2: '8.8-2',
    options: {
      ...doc(
        e('Link', '', {
          annotation: '/Subtype /Link /A << /S /URI /URI (x) /Next << /S /GoTo /D [3 0 R /Fit] >> >>',
        }),
      ),
    },
  },
  {
    ua2: '',
    options: doc(
      e(
        'Link',
        '',
        { annotation: '/Subtype /Link /A << /S /URI /URI (x) >>' },
        { annotation: '/Subtype /Link /A << /S /URI /URI (y) >>' },
      ),
    ),
  },
  {
    ua2: '',
    options: doc(
      e(
        'Link',
        '',
        { annotation: '/Subtype /Link /A << /S /URI /URI (x) >>' },
        { annotation: '/Subtype /Link /A << /S /URI /URI (x) >>' },
      ),
    ),
  },
  { ua2: '8.2.5.20-1', options: annotated('/Subtype /Link /A << /S /URI /URI (x) >>', 'P') },
  {
    ua2: '32005:Document-Reference',
    options: {
      ...annotated('/Subtype /Link /A << /S /URI /URI (x) >>', 'Reference', '/NS @n'),
      objects: OLD_NAMESPACE,
    },
  },
  {
    ua2: '8.2.5.20-1',
    options: annotated('/Subtype /Link /Rect [900 900 950 950] /A << /S /URI /URI (x) >>', 'P'),
  },
  { ua2: '8.2.5.20-1', options: annotated('/Subtype /Link /F 2 /A << /S /URI /URI (x) >>', 'P') },
  {
    ua2: '8.2.5.20-2',
    options: doc(
      named('p', e('P', '', 'x')),
      named('q', e('P', '', 'x')),
      e(
        'Link',
        '',
        { annotation: '/Subtype /Link /A << /S /GoTo /D [@p /Fit] /SD [@p /Fit] >>' },
        { annotation: '/Subtype /Link /A << /S /GoTo /D [@q /Fit] /SD [@q /Fit] >>' },
      ),
    ),
  },
  {
    ua2: '8.2.5.20-1',
    options: {
      page: '/Annots [@a] /Tabs /S',
      objects: { a: '<< /Subtype /Link /Rect [1 1 5 5] /A << /S /URI /URI (x) >> >>' },
    },
  },
  {
    ua2: '8.9.4.2-1',
    options: annotated('/Subtype /Link /Contents (a) /A << /S /URI /URI (x) >>', 'Link', '/Alt (b)'),
  },
  {
    ua2: '',
    options: annotated('/Subtype /Link /Contents (a) /A << /S /URI /URI (x) >>', 'Link', '/Alt (a)'),
  },
  {
    ua2: '8.8-1',
    options: doc(
      e(
        'Link',
        '',
        { annotation: '/Subtype /Link /A << /S /URI /URI (x) >>' },
        { annotation: '/Subtype /Link /Dest (x)' },
      ),
    ),
  },
  { ua2: '8.9.2.3-1', options: annotated('/Subtype /Text /Contents (x)', 'P') },
  { ua2: '', options: annotated('/Subtype /Text /Contents (x)') },
  { ua2: '8.9.2.3-2', options: annotated('/Subtype /Text /Contents (x) /RC (<body>y</body>)') },
  { ua2: '', options: annotated('/Subtype /Text /Contents (x) /RC (<body>x</body>)') },
  { ua2: '8.9.2.2-1', options: annotated('/Subtype /Text /F 1 /Contents (x)') },
  { ua2: '8.9.2.2-2', options: annotated('/Subtype /Text /F 32 /Contents (x)') },
  { ua2: '', options: annotated('/Subtype /Text /F 288 /Contents (x)') },
  { ua2: '8.9.2.4.7-1', options: annotated('/Subtype /Stamp') },
  { ua2: '', options: annotated('/Subtype /Stamp /Name /x') },
  { ua2: '8.9.2.4.8-1', options: annotated('/Subtype /Ink') },
  { ua2: '8.9.2.4.9-1', options: annotated('/Subtype /Popup') },
  { ua2: '8.9.2.4.10-1', options: annotated('/Subtype /FileAttachment /FS << /F (x) >>') },
  { ua2: '', options: annotated('/Subtype /FileAttachment') },
  { ua2: '8.9.2.4.11-1', options: annotated('/Subtype /Sound /Contents (x)') },
  { ua2: '8.9.2.4.11-2', options: annotated('/Subtype /Movie /Contents (x)') },
  { ua2: '8.9.2.4.12-1', options: annotated('/Subtype /Screen') },
  { ua2: '8.9.2.4.14-1', options: annotated('/Subtype /PrinterMark /Contents (x)') },
  { ua2: '8.9.2.4.15-1', options: annotated('/Subtype /TrapNet') },
  { ua2: '8.9.2.4.16-1', options: annotated('/Subtype /Watermark', 'P') },
  { ua2: '8.9.2.4.19-1', options: annotated('/Subtype /3D') },
  { ua2: '8.9.2.4.19-2', options: annotated('/Subtype /RichMedia') },
  { ua2: '', options: annotated('/Subtype /Watermark') },
  { ua2: '8.9.2.3-1', options: annotated('/Subtype /Redact', 'P') },
  { ua2: '', options: annotated('/Subtype /Screen /Contents ()') },
  { ua2: '8.9.2.3-1', options: annotated('/Subtype /Caret', 'P') },
  { ua2: '', options: annotated('/Subtype /Projection', 'P') },
  { ua2: '', options: annotated('/Subtype /Foo', 'P') },
  { ua2: '8.9.2.4.11-1', options: annotated('/Subtype /Sound', 'P') },
  { ua2: '8.9.2.2-1', options: annotated('/Subtype /Link /F 1 /A << /S /URI /URI (x) >>', 'Link') },
  { ua2: '8.9.2.3-1', options: annotated('/Subtype /Text /F 1', 'Artifact') },
  { ua2: '', options: annotated('/Subtype /PrinterMark', 'Artifact') },
  { ua2: '8.10.2.3-1', options: field('/FT /Tx /T (x)') },
  { ua2: '', options: field('/FT /Tx /T (x) /Contents (x)') },
  { ua2: '8.10.1-1', options: field('/FT /Tx /T (x) /Contents (x)', 'P') },
  {
    ua2: '',
    options: doc(e('Form', '', e('Lbl', '', 'l'), { annotation: '/Subtype /Widget /FT /Tx /T (x)' })),
  },
  { ua2: '8.10.2.3-1 8.10.2.3-2', options: field('/FT /Tx /T (x) /AA << >>') },
  { ua2: '', options: field('/FT /Tx /T (x) /Contents (x) /AA << >>') },
  { ua2: '', options: field('/FT /Tx /T (x) /Contents (x) /RV (<body>a</body>) /V (a)') },
  { ua2: '', options: field('/FT /Tx /T (x) /Contents (x) /RV (a) /V (b)') },
  {
    ua2: '8.10.1-3',
    options: { ...field('/FT /Tx /T (x) /Contents (x)'), catalog: '/AcroForm << /XFA [] /Fields [] >>' },
  },
  { ua2: '8.9.2.4.13-1', options: field('/FT /Tx /T (x) /Contents (x) /Rect [0 0 0 0]') },
  {
    ua2: '8.10.1-2',
    options: doc(
      e(
        'Form',
        '',
        { annotation: '/Subtype /Widget /Contents (x)' },
        { annotation: '/Subtype /Widget /Contents (x)' },
      ),
    ),
  },
  {
    ua2: '8.10.1-1',
    options: doc(
      e('Form', '', e('Div', '', { annotation: '/Subtype /Widget /Contents (x)' }), {
        annotation: '/Subtype /Widget /Contents (x)',
      }),
    ),
  },
  { ua2: '8.9.3.3-1', options: { ...annotated('/Subtype /Text /Contents (x)'), page: '' } },
  { ua2: '', options: { ...annotated('/Subtype /Text /Contents (x)'), page: '/Tabs /W' } },
  { ua2: '8.9.3.3-1', options: { ...annotated('/Subtype /Text /Contents (x)'), page: '/Tabs /C' } },
  {
    ua2: '8.14.1-1',
    options: {
      catalog: '/Names << /EmbeddedFiles << /Names [(x) << /Type /Filespec /F (x) /EF << >> >>] >> >>',
    },
  },
  {
    ua2: '',
    options: {
      catalog:
        '/Names << /EmbeddedFiles << /Names [(x) << /Type /Filespec /F (x) /Desc (x) /EF << >> >>] >> >>',
    },
  },
  { ua2: '', options: { catalog: '/OCProperties << /OCGs [] /D << >> >>' } },
  { ua2: '', options: { catalog: '/OCProperties << /OCGs [] /D << >> /Configs [] >>' } },
  { ua2: '8.7-1', options: { catalog: '/OCProperties << /OCGs [] /D << >> /Configs [<< /Name (x) >>] >>' } },
  { ua2: '8.7-2', options: { catalog: '/OCProperties << /OCGs [] /D << /AS [] >> >>' } },
  {
    ua2: '',
    options: {
      ...doc(e('Formula', '/Alt (x)', e('math', '/NS @m', e('mrow', '/NS @m', 'x')))),
      objects: MATHML,
    },
  },
  {
    ua2: '',
    options: { ...doc(e('Formula', '/Alt (x)', e('Div', '', e('math', '/NS @m', 'x')))), objects: MATHML },
  },
  {
    ua2: '8.2.5.29-1',
    options: { ...doc(e('Formula', '/Alt (x)', e('P', '', e('math', '/NS @m', 'x')))), objects: MATHML },
  },
  { ua2: '', options: doc(e('Div', '', e('H1', '', 'x'))) },
  { ua2: '32005:P-Div', options: doc(e('P', '', e('Div', '', e('Span', '', 'x')))) },
  { ua2: '32005:L-Div', options: doc(e('L', '', e('Div', '', e('LI', '', e('LBody', '', 'x'))))) },
  { ua2: '32005:L-Caption', options: doc(e('L', '', e('Caption', '', 'x'), e('Caption', '', 'y'))) },
  { ua2: '32005:L-content', options: doc(e('L', '', 'x')) },
  { ua2: '32005:L-Div 32005:L-content', options: doc(e('L', '', e('Div', '', 'x'))) },
  { ua2: '32005:Document-content', options: doc('x') },
  {
    ua2: '32005:Sect-content 8.9.2.3-1',
    options: doc(e('Sect', '', { annotation: '/Subtype /Text /Contents (x)' })),
  },
  {
    ua2: '32005:Table-content 8.9.2.3-1',
    options: doc(e('Table', '', { annotation: '/Subtype /Text /Contents (x)' })),
  },
  { ua2: '', options: doc(e('H1', '', e('Sect', '', e('P', '', 'x')))) },
  {
    ua2: '32005:Hn-Sect',
    options: doc(e('H1', '', e('Sect', '', e('P', '', 'x')), e('Sect', '', e('P', '', 'x')))),
  },
  { ua2: '8.2.4-1 8.2.5.25-2', options: doc(e('Foo', '', e('LI', '', 'x'))) },
  {
    ua2: '32005:StructTreeRoot-Part',
    options: { tree: [e('Part', '', e('Document', '', e('P', '', 'x')))] },
  },
  {
    ua2: '32005:StructTreeRoot-NonStruct',
    options: { tree: [e('NonStruct', '', e('Document', '', e('P', '', 'x')))] },
  },
  {
    ua2: '32005:StructTreeRoot-P 8.2.5.2-1',
    options: { tree: [e('Document', '', e('P', '', 'x')), e('P', '', 'y')] },
  },
  {
    ua2: '8.2.5.25-2',
    options: { ...doc(e('P', '', e('Private', '/NS @n', e('LI', '', 'x')))), objects: OLD_NAMESPACE },
  },
  { ua2: '', options: doc(e('Document', '', e('P', '', 'x'))) },
  { ua2: '', options: doc(e('Formula', '', e('H7', '', 'x'))) },
  {
    ua2: '32005:Document-LI 8.2.5.25-2 8.9.2.3-1',
    options: doc(e('LI', '', e('NonStruct', '', { annotation: '/Subtype /Text /Contents (x)' }))),
  },
  { ua2: '32005:Link-Link', options: doc(e('P', '', e('Link', '', e('Link', '', 'x')))) },
  { ua2: '32005:LI-TR 32005:TR-content', options: doc(e('Artifact', '', e('LI', '', e('TR', '', 'x')))) },
  { ua2: '32005:LI-P', options: doc(e('L', '', e('LI', '', e('NonStruct', '', e('P', '', 'x'))))) },
  {
    ua2: '32005:Table-THead',
    options: doc(
      e(
        'Table',
        '',
        e('THead', '', e('TR', '', e('TH', '', 'x'))),
        e('THead', '', e('TR', '', e('TH', '', 'x'))),
      ),
    ),
  },
  {
    ua2: '',
    options: doc(
      e('Table', '', e('THead', '', e('TR', '', e('TH', '', 'x'))), e('TR', '', e('TD', '', 'x'))),
    ),
  },
  { ua2: '8.11.1-2', options: { xmp: undefined } },
  { ua2: '8.11.2-1', options: { viewer: '' } },
  { ua2: '6.2-1', options: { markInfo: '' } },
  { ua2: '8.4.4-1', options: { lang: '' } },
  { ua2: '8.2.2-1', options: { content: '0 0 1 1 re f' } },
  { ua2: '8.2.5.28.2-1', options: doc(e('Figure', '', 'x')) },
  { ua2: '', options: doc(e('Figure', '/Alt ()', 'x')) },
  { ua2: '', options: { header: '%PDF-1.7' } },
  { ua2: '32005:StructTreeRoot-Document 8.2.5.2-1', options: { tree: [] } },
  { ua2: '', options: { content: '/Span << /ActualText (x) >> BDC EMC' } },
];
