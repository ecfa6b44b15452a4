// Faults in annotations, metadata, role maps and the file as a whole, for PDF/UA-1.

import { e, type TaggedOptions, xmpPacket } from '../tagged-pdf.js';
import { annotated, doc, type Mutant, NO_LANGUAGE } from './seeds.js';

/** A file whose metadata packet was changed. */
function metadata(change: (packet: string) => string): TaggedOptions {
  return { xmp: change(xmpPacket('ua1')) };
}

/** Files with one fault each, and conforming variations among them. */
export const fileMutants: readonly Mutant[] = [
  { ua1: '7.18.1-2 7.18.5-2', options: annotated('/Subtype /Link', 'Link') },
  { ua1: '7.18.1-2 7.18.5-2', options: annotated('/Subtype /Link /Contents ()', 'Link') },
  { ua1: '7.18.5-2', options: annotated('/Subtype /Link', 'Link', '/Alt (x)') },
  { ua1: '7.18.5-1', options: annotated('/Subtype /Link /Contents (x)', 'P') },
  { ua1: '7.18.5-1', options: annotated('/Subtype /Link /Contents (x)', 'NonStruct') },
  {
    ua1: '7.18.5-1',
    options: doc(e('Link', '', 'x', e('NonStruct', '', { annotation: '/Subtype /Link /Contents (x)' }))),
  },
  { ua1: '', options: annotated('/Subtype /Link /F 2', 'Link') },
  { ua1: '', options: annotated('/Subtype /Link /Rect [900 900 950 950]', 'P') },
  { ua1: '7.18.1-2 7.18.5-1 7.18.5-2', options: annotated('/Subtype /Link /Rect [590 800 650 950]', 'P') },
  { ua1: '', options: annotated('/Subtype /Text /Contents (x)') },
  { ua1: '7.18.1-1', options: annotated('/Subtype /Text /Contents (x)', 'P') },
  { ua1: '7.18.1-2', options: annotated('/Subtype /Popup') },
  { ua1: '7.18.1-1 7.18.1-2', options: annotated('/Subtype /Popup', 'P') },
  {
    ua1: '7.18.1-1 7.18.1-2',
    options: { page: '/Annots [@a] /Tabs /S', objects: { a: '<< /Subtype /Popup /Rect [1 1 5 5] /F 4 >>' } },
  },
  {
    ua1: '7.18.5-1',
    options: {
      page: '/Annots [@a] /Tabs /S',
      objects: { a: '<< /Subtype /Link /Rect [1 1 5 5] /F 4 /Contents (x) >>' },
    },
  },
  {
    ua1: '7.18.1-1',
    options: {
      page: '/Annots [@a] /Tabs /S',
      objects: { a: '<< /Subtype /Text /Rect [1 1 5 5] /F 4 /Contents (x) >>' },
    },
  },
  { ua1: '7.18.1-3', options: annotated('/Subtype /Widget /FT /Tx /T (x)', 'Form') },
  { ua1: '7.18.4-1', options: annotated('/Subtype /Widget /FT /Tx /T (x) /TU (x)', 'P') },
  { ua1: '', options: annotated('/Subtype /Widget /FT /Tx /T (x)', 'Form', '/Alt (x)') },
  {
    ua1: '',
    options: {
      ...annotated('/Subtype /Widget /Parent @f', 'Form'),
      objects: { f: '<< /FT /Tx /T (x) /TU (x) >>' },
    },
  },
  { ua1: '7.18.1-2 7.18.8-1', options: annotated('/Subtype /PrinterMark') },
  { ua1: '7.18.2-1', options: annotated('/Subtype /TrapNet /Contents (x)') },
  { ua1: '', options: annotated('/Subtype /Screen /Contents (x)') },
  {
    ua1: '7.18.1-3 7.18.4-2',
    options: doc(
      e(
        'Form',
        '',
        { annotation: '/Subtype /Widget /FT /Tx /TU (x)' },
        { annotation: '/Subtype /Widget /FT /Tx /TU (x)' },
      ),
    ),
  },
  {
    ua1: '7.18.1-3 7.18.4-2',
    options: doc(e('Form', '', 'x', { annotation: '/Subtype /Widget /FT /Tx /TU (x)' })),
  },
  { ua1: '', options: doc(e('Form', '/A << /O /PrintField /Role /tv >>', 'x')) },
  { ua1: '7.18.4-2', options: doc(e('Form', '', 'x')) },
  { ua1: '7.18.4-2', options: doc(e('Form', '')) },
  {
    ua1: '7.18.1-3 7.18.4-1 7.18.4-2',
    options: doc(e('Form', '', e('P', '', { annotation: '/Subtype /Widget /FT /Tx /TU (x)' }))),
  },
  { ua1: '', options: annotated('/Subtype /Watermark /Contents (x)') },
  { ua1: '7.18.3-1', options: { ...annotated('/Subtype /Link /Contents (x)', 'Link'), page: '' } },
  { ua1: '', options: { page: '' } },
  { ua1: '', options: { page: '/Annots []' } },
  { ua1: '7.18.3-1', options: { ...annotated('/Subtype /Link /Contents (x)', 'Link'), page: '/Tabs /R' } },
  {
    ua1: '7.18.3-1',
    options: {
      page: '/Annots [@a]',
      objects: { a: '<< /Subtype /Link /Rect [1000 1000 1005 1005] /F 2 >>' },
    },
  },
  {
    ua1: '7.2-33 7.2-34',
    options: { ...NO_LANGUAGE, ...annotated('/Subtype /Link /Contents (x)', 'Link', '/Lang (en)') },
  },
  {
    ua1: '7.18.1-2 7.18.5-2 7.2-33 7.2-34',
    options: { ...NO_LANGUAGE, ...annotated('/Subtype /Link', 'Link', '/Lang (en)') },
  },
  { ua1: '7.1-9', options: metadata((s) => s.replace('<rdf:li xml:lang="x-default">Title</rdf:li>', '')) },
  { ua1: '', options: metadata((s) => s.replace('>Title<', '><')) },
  { ua1: '7.1-9', options: metadata((s) => s.replace(/<dc:title>.*<\/dc:title>/, '')) },
  {
    ua1: '7.1-9',
    options: metadata((s) => s.replace(/<dc:title>.*<\/dc:title>/, '<dc:title>Title</dc:title>')),
  },
  { ua1: '', options: metadata((s) => s.replace('x-default', 'en')) },
  { ua1: '7.2-34', options: { ...NO_LANGUAGE, ...metadata((s) => s.replace('x-default', 'en')) } },
  {
    ua1: '7.2-34',
    options: {
      ...NO_LANGUAGE,
      ...metadata((s) => s.replace('</rdf:Alt>', '<rdf:li xml:lang="en">T</rdf:li></rdf:Alt>')),
    },
  },
  {
    ua1: '7.2-33 7.2-34',
    options: {
      ...NO_LANGUAGE,
      ...metadata((s) =>
        s
          .replace(
            '</dc:title>',
            '</dc:title><dc:description><rdf:Alt><rdf:li xml:lang="x-default">T</rdf:li></rdf:Alt></dc:description>',
          )
          .replace('>Title', '>Title'),
      ),
    },
  },
  {
    ua1: '7.2-34',
    options: {
      ...NO_LANGUAGE,
      ...metadata((s) =>
        s.replace(
          /<dc:title>.*<\/dc:title>/,
          '<dc:title><rdf:Alt><rdf:li xml:lang="en">T</rdf:li><rdf:li xml:lang="x-default">T</rdf:li></rdf:Alt></dc:title>',
        ),
      ),
    },
  },
  {
    ua1: '5-3',
    options: metadata((s) => s.replaceAll('pdfuaid:', 'ua:').replace('xmlns:pdfuaid', 'xmlns:ua')),
  },
  {
    ua1: '5-2',
    options: metadata((s) => s.replace('<pdfuaid:part>1</pdfuaid:part>', '<pdfuaid:amd>1</pdfuaid:amd>')),
  },
  { ua1: '5-2', options: metadata((s) => s.replace('<pdfuaid:part>1<', '<pdfuaid:part>x<')) },
  { ua1: '5-1', options: metadata((s) => s.replace('<pdfuaid:part>1</pdfuaid:part>', '')) },
  {
    ua1: '',
    options: metadata((s) =>
      s
        .replace('<pdfuaid:part>1</pdfuaid:part>', '')
        .replace('rdf:about=""', 'rdf:about="" pdfuaid:part="1"'),
    ),
  },
  { ua1: '5-1 7.1-9', options: metadata((s) => s.replace('</rdf:RDF>', '')) },
  { ua1: '5-1 7.1-9', options: metadata(() => 'garbage') },
  { ua1: '7.1-8', options: { xmp: undefined } },
  {
    ua1: '',
    options: metadata((s) =>
      s.replace(
        '<pdfuaid:part>1</pdfuaid:part>',
        '<pdfuaid:part>1</pdfuaid:part><pdfuaid:corr>1</pdfuaid:corr>',
      ),
    ),
  },
  { ua1: '5-2', options: metadata((s) => s.replace('<pdfuaid:part>1<', '<pdfuaid:part> 1 <')) },
  { ua1: '', options: metadata((s) => s.replace('<pdfuaid:part>1<', '<pdfuaid:part>01<')) },
  {
    ua1: '7.1-7 7.3-1',
    options: { tree: [e('Doc', '', e('P', '', 'x'))], treeRoot: '/RoleMap << /Doc /Document /P /Figure >>' },
  },
  {
    ua1: '7.1-6',
    options: { tree: [e('Document', '', e('A', '', 'x'))], treeRoot: '/RoleMap << /A /B /B /A >>' },
  },
  {
    ua1: '',
    options: { tree: [e('Document', '', e('A', '', 'x'))], treeRoot: '/RoleMap << /A /B /B /P >>' },
  },
  { ua1: '7.1-5', options: { tree: [e('Document', '', e('A', '', 'x'))], treeRoot: '/RoleMap << /A /B >>' } },
  { ua1: '7.1-6', options: { tree: [e('Document', '', e('P', '', 'x'))], treeRoot: '/RoleMap << /P /P >>' } },
  {
    ua1: '7.1-7',
    options: { tree: [e('Document', '', e('P', '', 'x'))], treeRoot: '/RoleMap << /P /Foo >>' },
  },
  { ua1: '', options: { treeRoot: '/RoleMap << /H1 /P >>' } },
  {
    ua1: '7.1-7',
    options: { tree: [e('Document', '', e('A', '', 'x'))], treeRoot: '/RoleMap << /A /P /P /H1 >>' },
  },
  { ua1: '7.1-6', options: { tree: [e('Document', '', e('A', '', 'x'))], treeRoot: '/RoleMap << /A /A >>' } },
  { ua1: '7.1-5', options: { tree: [e('Document', '', e('', '', 'x'))] } },
  {
    ua1: '7.1-5',
    options: {
      tree: [
        e(
          'Document',
          '',
          e('Em', '', 'x'),
          e('Aside', '', 'x'),
          e('Title', '', 'x'),
          e('Sub', '', 'x'),
          e('FENote', '', 'x'),
        ),
      ],
    },
  },
  { ua1: '', options: { tree: [e('P', '', 'x')] } },
  { ua1: '', options: { tree: [] } },
  { ua1: '', options: { tree: [e('Sect', '', e('P', '', 'x')), e('Sect', '', 'x')] } },
  { ua1: '7.1-10', options: { viewer: '' } },
  { ua1: '7.1-10', options: { viewer: '/ViewerPreferences << /DisplayDocTitle false >>' } },
  { ua1: '6.2-1', options: { markInfo: '' } },
  { ua1: '6.2-1', options: { markInfo: '/MarkInfo << /Marked false >>' } },
  { ua1: '7.1-4', options: { markInfo: '/MarkInfo << /Marked true /Suspects true >>' } },
  { ua1: '6.1-1', options: { header: '%PDF-2.0' } },
  { ua1: '6.1-1', options: { header: '%PDF-1.8' } },
  { ua1: '6.1-1', options: { header: '%PDF-1.7abc' } },
];
