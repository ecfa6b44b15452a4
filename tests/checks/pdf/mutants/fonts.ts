// Faults in fonts and glyphs.

import type { ObjectText } from '../../../outputs/pdf/read/build-pdf.js';
import { e, type TaggedOptions } from '../tagged-pdf.js';
import { tinyFont } from '../tiny-font.js';
import { doc, type Mutant } from './seeds.js';

interface FontParts {
  /** The string shown, as it stands between parentheses. */
  readonly text?: string;
  readonly font?: string;
  readonly descriptor?: string;
  readonly file?: string;
  readonly maps?: readonly (readonly [number, number])[];
  /** Pairs of a ToUnicode map, as `<41> <0041>`. */
  readonly unicode?: string;
  readonly descendant?: string;
  readonly cmap?: ObjectText;
}

function toUnicode(pairs: string, size: 1 | 2): ObjectText {
  const range = size === 1 ? '<00> <ff>' : '<0000> <ffff>';
  const count = pairs.split('\n').length;
  return {
    entries: '',
    data: `begincmap /CMapName /T def 1 begincodespacerange ${range} endcodespacerange ${count} beginbfchar\n${pairs}\nendbfchar endcmap`,
  };
}

function objects(parts: FontParts, size: 1 | 2): Record<string, ObjectText> {
  const data = tinyFont(parts.maps);
  const pairs = size === 1 ? '<41> <0041>\n<42> <0042>' : '<0001> <0041>\n<0002> <0042>';
  return {
    d: `<< /Type /FontDescriptor /FontName /ABCDEF+Tiny /FontBBox [0 0 400 700] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 ${parts.descriptor ?? '/Flags 32'} ${parts.file ?? '/FontFile2 @t'} >>`,
    t: { entries: `/Length1 ${data.length}`, data },
    u: toUnicode(parts.unicode ?? pairs, size),
    ...(parts.cmap ? { m: parts.cmap } : {}),
  };
}

/** A file whose text is in a simple TrueType font; `font` replaces its encoding, widths and ToUnicode. */
function simple(parts: FontParts = {}): TaggedOptions {
  const own =
    parts.font ?? '/Encoding /WinAnsiEncoding /FirstChar 65 /LastChar 66 /Widths [500 700] /ToUnicode @u';
  return {
    ...doc(e('P', '', parts.text ?? 'AB')),
    font: `<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Tiny /FontDescriptor @d ${own} >>`,
    objects: objects(parts, 1),
  };
}

const SYSTEM = '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>';

/** A file whose text is in a composite font; `descendant` replaces the CIDFont's entries. */
function composite(parts: FontParts = {}): TaggedOptions {
  const own = parts.descendant ?? `${SYSTEM} /CIDToGIDMap /Identity /W [1 [500 700]]`;
  return {
    ...doc(e('P', '', parts.text ?? '\\000\\001\\000\\002')),
    font: `<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Tiny /DescendantFonts [@c] ${parts.font ?? '/Encoding /Identity-H /ToUnicode @u'} >>`,
    objects: {
      ...objects(parts, 2),
      c: `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Tiny /FontDescriptor @d ${own} >>`,
    },
  };
}

function embeddedCMap(entries: string, mode: number, ordering = 'Identity'): ObjectText {
  return {
    entries: `/Type /CMap /CMapName /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> ${entries}`,
    data: `/CIDSystemInfo 3 dict dup begin /Registry (Adobe) def /Ordering (${ordering}) def /Supplement 0 def end def /CMapName /Own def /WMode ${mode} def
1 begincodespacerange <0000> <ffff> endcodespacerange 1 begincidrange <0000> <0010> 0 endcidrange`,
  };
}

const OWN = '/Encoding @m /ToUnicode @u';

/** Files with one fault each in their font, and conforming variations among them. */
export const fontMutants: readonly Mutant[] = [
  { ua1: '', ua2: '', options: simple() },
  {
    ua1: '',
    ua2: '',
    options: simple({ font: '/Encoding /WinAnsiEncoding /FirstChar 65 /LastChar 66 /Widths [500 700]' }),
  },
  {
    ua1: '',
    ua2: '',
    options: simple({
      font: '/Encoding /MacRomanEncoding /FirstChar 65 /LastChar 66 /Widths [501 699] /ToUnicode @u',
    }),
  },
  { ua1: '7.21.4.1-1', ua2: '8.4.5.5.1-1', options: simple({ file: '' }) },
  {
    ua1: '7.21.5-1',
    ua2: '8.4.5.6-1',
    options: simple({
      font: '/Encoding /WinAnsiEncoding /FirstChar 65 /LastChar 66 /Widths [500 650] /ToUnicode @u',
    }),
  },
  {
    ua1: '7.21.5-1',
    ua2: '8.4.5.6-1',
    options: simple({ font: '/Encoding /WinAnsiEncoding /ToUnicode @u' }),
  },
  { ua1: '7.21.7-2', ua2: '8.4.5.8-2', options: simple({ unicode: '<41> <0000>\n<42> <0042>' }) },
  { ua1: '7.21.7-2', ua2: '8.4.5.8-2', options: simple({ unicode: '<41> <FEFF>\n<42> <0042>' }) },
  {
    ua1: '7.21.6-2',
    ua2: '8.4.5.7-2',
    options: simple({ font: '/FirstChar 65 /LastChar 66 /Widths [500 700] /ToUnicode @u' }),
  },
  {
    ua1: '7.21.6-2',
    ua2: '8.4.5.7-2',
    options: simple({
      maps: [[1, 0]],
      font: '/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [65 /A] >> /FirstChar 65 /LastChar 66 /Widths [500 700] /ToUnicode @u',
    }),
  },
  {
    ua1: '',
    ua2: '',
    options: simple({
      font: '/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [65 /A] >> /FirstChar 65 /LastChar 66 /Widths [500 700] /ToUnicode @u',
    }),
  },
  { ua1: '7.21.6-3', ua2: '8.4.5.7-3', options: simple({ descriptor: '/Flags 4', maps: [[1, 0]] }) },
  {
    ua1: '',
    ua2: '',
    options: simple({
      descriptor: '/Flags 4',
      maps: [[1, 0]],
      font: '/FirstChar 65 /LastChar 66 /Widths [500 700] /ToUnicode @u',
    }),
  },
  {
    ua1: '7.21.6-4',
    ua2: '',
    options: simple({
      descriptor: '/Flags 4',
      font: '/FirstChar 65 /LastChar 66 /Widths [500 700] /ToUnicode @u',
    }),
  },
  {
    ua1: '7.21.7-1',
    ua2: '8.4.5.8-1',
    options: simple({
      descriptor: '/Flags 4',
      maps: [[1, 0]],
      font: '/FirstChar 65 /LastChar 66 /Widths [500 700]',
    }),
  },
  { ua1: '', ua2: '', options: composite() },
  { ua1: '7.21.3.2-1', ua2: '8.4.5.3.2-1', options: composite({ descendant: `${SYSTEM} /W [1 [500 700]]` }) },
  { ua1: '7.21.4.1-1', ua2: '8.4.5.5.1-1', options: composite({ file: '' }) },
  {
    ua1: '7.21.4.1-2 7.21.5-1 7.21.8-1',
    ua2: '8.4.5.5.1-2 8.4.5.6-1 8.4.5.9-1',
    options: composite({ text: '\\000\\007', unicode: '<0007> <0041>' }),
  },
  {
    ua1: '7.21.5-1',
    ua2: '8.4.5.6-1',
    options: composite({ descendant: `${SYSTEM} /CIDToGIDMap /Identity /W [1 [500 600]]` }),
  },
  {
    ua1: '',
    ua2: '',
    options: composite({ descendant: `${SYSTEM} /CIDToGIDMap /Identity /W [1 1 500 2 2 700]` }),
  },
  { ua1: '7.21.7-1', ua2: '8.4.5.8-1', options: composite({ font: '/Encoding /Identity-H' }) },
  { ua1: '7.21.7-1', ua2: '8.4.5.8-1', options: composite({ unicode: '<0001> <0041>' }) },
  {
    ua1: '7.21.8-1',
    ua2: '8.4.5.9-1',
    options: composite({
      text: '\\000\\000',
      unicode: '<0000> <0041>',
      descendant: `${SYSTEM} /CIDToGIDMap /Identity /W [0 [600]]`,
    }),
  },
  {
    ua1: '7.21.3.1-1 7.21.3.3-1',
    ua2: '8.4.5.3.1-1 8.4.5.4-1',
    options: composite({ font: '/Encoding /Foo-H /ToUnicode @u' }),
  },
  { ua1: '', ua2: '', options: composite({ font: OWN, cmap: embeddedCMap('', 0) }) },
  { ua1: '7.21.3.3-2', ua2: '8.4.5.4-2', options: composite({ font: OWN, cmap: embeddedCMap('', 1) }) },
  { ua1: '', ua2: '', options: composite({ font: OWN, cmap: embeddedCMap('/WMode 1', 1) }) },
  {
    ua1: '7.21.3.1-1',
    ua2: '8.4.5.3.1-1',
    options: composite({ font: OWN, cmap: embeddedCMap('', 0, 'Other') }),
  },
  {
    ua1: '7.21.3.3-3',
    ua2: '8.4.5.4-3',
    options: composite({ font: OWN, cmap: embeddedCMap('/UseCMap /Foo-H', 0) }),
  },
];
