// Rules on fonts: embedded, of one mind with their programs, and with text for every glyph (ISO 14289-1, 7.21; ISO 14289-2, 8.4.5).

import type { CMap } from '../../../outputs/pdf/read/fonts/cmap.js';
import { latin1, type PdfDictionary } from '../../../outputs/pdf/read/values.js';
import type { CheckContext } from '../context.js';
import { charSetIsExact, cidSetIsExact } from '../font-subsets.js';
import {
  type CharacterCollection,
  isCjkMap,
  isPredefinedCMap,
  predefinedCollection,
} from '../predefined-cmaps.js';
import { type Examination, examineEach, type PdfRule, type Verdict } from '../rule.js';
import { type FontView, fontViews, isCommonGlyphName } from '../used-fonts.js';

const BASE = {
  check: 'pdf-fonts-are-sound',
  why: 'Text may be shown with the wrong letters, or cannot be read aloud, searched or copied.',
  fix: 'Make the PDF again with fonts that are whole and embedded.',
} as const;

function fonts(judge: (view: FontView, context: CheckContext) => boolean | undefined): PdfRule['examine'] {
  return (context) =>
    examineEach(fontViews(context), (view): Verdict => {
      const sound = judge(view, context);
      return sound === undefined || sound
        ? sound
        : { page: view.page, found: view.font.baseFont ?? 'a font without name' };
    });
}

/** Whether a composite font's CMap speaks of the same characters as its descendant. */
function collectionsAgree(
  { font: { cmap, cidFont, encodingName }, font }: FontView,
  context: CheckContext,
): boolean | undefined {
  if (font.subtype !== 'Type0') return undefined;
  const name = context.read.store.name(font.dictionary, 'Encoding') ?? encodingName;
  if (isIdentity(name) || isIdentity(cmap?.name)) return true;
  const collection = font.cmapStream
    ? statedCollection(font.cmapStream.dictionary, context)
    : name === undefined
      ? undefined
      : predefinedCollection(name);
  if (!collection || !cidFont || cidFont.ordering === undefined || cidFont.supplement === undefined)
    return false;
  const same = cidFont.ordering === collection.ordering && cidFont.registry === collection.registry;
  return same && collection.supplement !== undefined && cidFont.supplement <= collection.supplement;
}

/** The collection that an embedded CMap's dictionary names (9.7.5.3). */
function statedCollection(dictionary: PdfDictionary, { read }: CheckContext): Partial<CharacterCollection> {
  const system = read.store.dictionaryAt(dictionary, 'CIDSystemInfo');
  const text = (key: string): string | undefined => {
    const value = read.store.string(system, key);
    return value && latin1(value.bytes);
  };
  const [registry, ordering, supplement] = [
    text('Registry'),
    text('Ordering'),
    read.store.number(system, 'Supplement'),
  ];
  return {
    ...(registry === undefined ? {} : { registry }),
    ...(ordering === undefined ? {} : { ordering }),
    ...(supplement === undefined ? {} : { supplement }),
  };
}

function isIdentity(name: string | undefined): boolean {
  return name === 'Identity-H' || name === 'Identity-V';
}

function writingModesAgree(
  { font: { cmap, cmapStream } }: FontView,
  { read }: CheckContext,
): boolean | undefined {
  if (!cmap || !cmapStream) return undefined;
  return cmap.writingMode === (read.store.number(cmapStream.dictionary, 'WMode') ?? 0);
}

/** The name of the CMap that an embedded one builds on, by its text or by its dictionary. */
function usedCMap(cmap: CMap | undefined, view: FontView, { read }: CheckContext): string | undefined {
  const { cmapStream } = view.font;
  return cmap?.uses ?? (cmapStream && read.store.name(cmapStream.dictionary, 'UseCMap'));
}

/** A simple TrueType font with a program, for the rules on its character maps. */
function trueType({ font, program }: FontView):
  | {
      readonly maps: readonly { readonly platform: number; readonly encoding: number }[];
      readonly has: (platform: number, encoding: number) => boolean;
    }
  | undefined {
  if (font.subtype !== 'TrueType' || program?.format !== 'truetype') return undefined;
  return {
    maps: program.maps,
    has: (platform, encoding) =>
      program.maps.some((map) => map.platform === platform && map.encoding === encoding),
  };
}

function hasUnicodeEncoding(view: FontView): boolean | undefined {
  const { font, program } = view;
  if (font.subtype !== 'TrueType') return undefined;
  if (font.symbolic === true) return true;
  if (font.encodingName !== 'MacRomanEncoding' && font.encodingName !== 'WinAnsiEncoding') return false;
  if (font.differences.size === 0) return true;
  const hasMap =
    program?.format === 'truetype' &&
    program.maps.some(({ platform, encoding }) => platform === 3 && encoding === 1);
  return hasMap && [...font.differences.values()].every(isCommonGlyphName);
}

function hasNoEncoding(view: FontView): boolean | undefined {
  if (view.font.subtype !== 'TrueType') return undefined;
  return view.font.symbolic !== true || view.font.encodingName === undefined;
}

function allFontsAreEmbedded(context: CheckContext): Examination {
  return fonts(({ font, visible }) =>
    font.subtype === 'Type3' ? undefined : !visible || font.program !== undefined,
  )(context);
}

function cmapIsKnown({ font }: FontView, { read }: CheckContext): boolean | undefined {
  if (font.subtype !== 'Type0') return undefined;
  return font.cmapStream !== undefined || isPredefinedCMap(read.store.name(font.dictionary, 'Encoding'));
}

/** The rules on fonts as a whole. */
export const fontRules: readonly PdfRule[] = [
  {
    ...BASE,
    ua1: '7.21.3.1-1',
    ua2: '8.4.5.3.1-1',
    what: 'The codes and the characters of the font {found} belong to different character sets.',
    examine: fonts(collectionsAgree),
  },
  {
    ...BASE,
    ua1: '7.21.3.2-1',
    ua2: '8.4.5.3.2-1',
    what: 'The font {found} does not say which of its characters is which glyph.',
    examine: fonts(({ font }) =>
      font.cidFont?.subtype === 'CIDFontType2' && font.program
        ? font.cidFont.glyphMap !== undefined
        : undefined,
    ),
  },
  {
    ...BASE,
    ua1: '7.21.3.3-1',
    ua2: '8.4.5.4-1',
    what: 'The font {found} uses a table of codes that is neither known to all readers nor in the file.',
    examine: fonts(cmapIsKnown),
  },
  {
    ...BASE,
    ua1: '7.21.3.3-2',
    ua2: '8.4.5.4-2',
    what: 'The font {found} says in one place that it runs across and in another that it runs down.',
    examine: fonts(writingModesAgree),
  },
  {
    ...BASE,
    ua1: '7.21.3.3-3',
    ua2: '8.4.5.4-3',
    what: 'The font {found} builds on a table of codes that is not known to all readers.',
    examine: fonts((view, context) => {
      const used = usedCMap(view.font.cmap, view, context);
      return used === undefined ? undefined : isIdentity(used) || isCjkMap(used);
    }),
  },
  {
    ...BASE,
    ua1: '7.21.4.1-1',
    ua2: '8.4.5.5.1-1',
    what: 'The font {found} is not embedded.',
    fix: 'Embed all fonts in the PDF.',
    examine: allFontsAreEmbedded,
  },
  {
    ...BASE,
    ua1: '7.21.4.2-1',
    what: 'The list of characters of the font {found} does not fit the font.',
    examine: fonts(charSetIsExact),
  },
  {
    ...BASE,
    ua1: '7.21.4.2-2',
    what: 'The list of characters of the font {found} does not fit the font.',
    examine: fonts(cidSetIsExact),
  },
  {
    ...BASE,
    ua1: '7.21.6-1',
    what: 'The font {found} has no table that leads from letters to shapes.',
    examine: fonts((view) => {
      const own = trueType(view);
      return (
        own && (view.font.symbolic === true || (own.has(3, 0) ? own.maps.length > 1 : own.maps.length > 0))
      );
    }),
  },
  {
    ...BASE,
    ua2: '8.4.5.7-1',
    what: 'The font {found} has no table that leads from letters to shapes.',
    examine: fonts((view) => {
      const own = trueType(view);
      return own && (view.font.symbolic === true || own.has(3, 1) || own.has(1, 0));
    }),
  },
  {
    ...BASE,
    ua1: '7.21.6-2',
    ua2: '8.4.5.7-2',
    what: 'The codes of the font {found} are not tied to known letters.',
    examine: fonts(hasUnicodeEncoding),
  },
  {
    ...BASE,
    ua1: '7.21.6-3',
    ua2: '8.4.5.7-3',
    what: 'The symbol font {found} also claims to be a text font.',
    examine: fonts(hasNoEncoding),
  },
  {
    ...BASE,
    ua1: '7.21.6-4',
    what: 'The symbol font {found} has several tables of shapes and none for symbols.',
    examine: fonts((view) => {
      const own = trueType(view);
      return own && (view.font.symbolic !== true || own.maps.length === 1 || own.has(3, 0));
    }),
  },
  {
    ...BASE,
    ua2: '8.4.5.7-4',
    what: 'The symbol font {found} has no table for symbols.',
    examine: fonts((view) => {
      const own = trueType(view);
      return own && (view.font.symbolic !== true || own.has(3, 0) || own.has(1, 0));
    }),
  },
];
