// The fonts that a file shows text with, and each code they show as a glyph: what the file says of it and what the font program has.

import { ContentReader } from '../../outputs/pdf/read/content.js';
import type { PageContent } from '../../outputs/pdf/read/content-types.js';
import { MAC_ROMAN_ENCODING } from '../../outputs/pdf/read/fonts/encodings.js';
import type { PdfFont } from '../../outputs/pdf/read/fonts/font.js';
import { charactersOf, glyphNameOf } from '../../outputs/pdf/read/fonts/glyph-names.js';
import { MAC_GLYPH_NAMES } from '../../outputs/pdf/read/fonts/mac-glyph-names.js';
import type { FontProgram, OutlineProgram, TrueTypeProgram } from '../../outputs/pdf/read/fonts/program.js';
import { readFontProgram } from '../../outputs/pdf/read/fonts/read-program.js';
import { isKind, type PdfValue } from '../../outputs/pdf/read/values.js';
import type { CheckContext } from './context.js';

/** One code of a font as the file shows it. */
export interface ShownGlyph {
  readonly code: number;
  /** Whether it is ever painted (rendering mode other than 3). */
  readonly visible: boolean;
  /** Glyph number in the program; undefined when it has none, or the font has no program that can be read. */
  readonly glyph: number | undefined;
  /** Whether the file alone tells which glyph it is; not so under predefined CMaps. */
  readonly known: boolean;
  readonly name: string | undefined;
  readonly unicode: string | undefined;
}

/** A font with the glyphs it shows. */
export interface FontView {
  readonly font: PdfFont;
  readonly program: FontProgram | undefined;
  readonly glyphs: readonly ShownGlyph[];
  /** Index of the first page that uses it. */
  readonly page: number;
  /** Whether any of its text is painted. */
  readonly visible: boolean;
}

const KNOWN = new WeakMap<CheckContext, readonly FontView[]>();

/** All fonts that show text on pages or in the appearance of annotations. */
export function fontViews(context: CheckContext): readonly FontView[] {
  let views = KNOWN.get(context);
  if (!views) {
    views = collect(context);
    KNOWN.set(context, views);
  }
  return views;
}

interface Usage {
  readonly page: number;
  readonly codes: Map<number, 1 | 2>;
}

function collect(context: CheckContext): readonly FontView[] {
  const used = new Map<PdfFont, Usage>();
  const add = (content: PageContent, page: number): void => {
    for (const { font, codes } of content.fonts) {
      let usage = used.get(font);
      if (!usage) {
        usage = { page, codes: new Map() };
        used.set(font, usage);
      }
      for (const [code, mode] of codes) usage.codes.set(code, mode === 1 ? 1 : (usage.codes.get(code) ?? 2));
    }
  };
  for (const { page, content } of context.pages) {
    add(content, page.index);
    for (const appearance of appearances(context, page.index)) add(appearance, page.index);
  }
  return [...used].map(([font, { page, codes }]) => {
    const program = readFontProgram(context.read.store, font);
    const glyphs = [...codes].map(([code, mode]) => shownGlyph(font, program, code, mode === 1));
    return { font, program, glyphs, page, visible: glyphs.some(({ visible }) => visible) };
  });
}

/** Draws the normal appearances of a page's annotations. */
function* appearances(context: CheckContext, page: number): Generator<PageContent> {
  const { store } = context.read;
  for (const { dictionary } of context.read.pages[page]?.annotations ?? []) {
    const normal = store.get(store.dictionaryAt(dictionary, 'AP'), 'N');
    const candidates: PdfValue[] = isKind(normal, 'dictionary')
      ? [...normal.entries.values()].map((value) => store.resolve(value))
      : [normal];
    for (const stream of candidates) {
      if (!isKind(stream, 'stream')) continue;
      const reader = new ContentReader(context.read.context);
      reader.drawForm(stream);
      yield reader.result();
    }
  }
}

function shownGlyph(
  font: PdfFont,
  program: FontProgram | undefined,
  code: number,
  visible: boolean,
): ShownGlyph {
  const name = font.subtype === 'Type0' ? undefined : glyphName(font, program, code);
  const own = font.unicode(code);
  const unicode =
    own ??
    (name === undefined ? undefined : charactersOf(name)) ??
    (hasKnownCids(font) ? '\ufffd' : undefined);
  return {
    code,
    visible,
    glyph: program && glyphNumber(font, program, code, name),
    known: !font.cidFont || font.cid(code) !== undefined,
    name,
    unicode,
  };
}

/** The four character collections whose text every reader knows without ToUnicode (ISO 32000-1, 9.10.2). */
function hasKnownCids({ cidFont }: PdfFont): boolean {
  return (
    cidFont?.registry === 'Adobe' && ['GB1', 'CNS1', 'Japan1', 'Korea1'].includes(cidFont.ordering ?? '')
  );
}

function glyphName(font: PdfFont, program: FontProgram | undefined, code: number): string | undefined {
  const difference = font.differences.get(code);
  if (difference !== undefined) return difference;
  if (program && program.format !== 'truetype' && font.encodingName === undefined)
    return program.encoding.get(code);
  const isLatin = font.encodingName === 'WinAnsiEncoding' || font.encodingName === 'MacRomanEncoding';
  return font.encoding[code] ?? (isLatin ? '.notdef' : undefined);
}

function glyphNumber(
  font: PdfFont,
  program: FontProgram,
  code: number,
  name: string | undefined,
): number | undefined {
  if (font.cidFont) {
    const cid = font.cid(code);
    if (cid === undefined) return undefined;
    if (program.format !== 'truetype') return program.glyphOfCid(cid);
    const { glyphMap } = font.cidFont;
    const glyph =
      glyphMap instanceof Uint8Array ? (glyphMap[cid * 2] ?? 0) * 256 + (glyphMap[cid * 2 + 1] ?? 0) : cid;
    return glyph < program.glyphCount ? glyph : undefined;
  }
  return program.format === 'truetype'
    ? trueTypeGlyph(font, program, code, name) || undefined
    : namedGlyph(program, name);
}

function namedGlyph(program: OutlineProgram, name: string | undefined): number | undefined {
  return name === undefined ? undefined : program.glyphOfName(name);
}

/** Finds a simple TrueType font's glyph (ISO 32000-1, 9.6.6.4). */
function trueTypeGlyph(
  font: PdfFont,
  program: TrueTypeProgram,
  code: number,
  name: string | undefined,
): number | undefined {
  const map = (platform: number, encoding: number) =>
    program.maps.find((item) => item.platform === platform && item.encoding === encoding);
  const [unicodeMap, symbolMap, macMap] = [map(3, 1), map(3, 0), map(1, 0)];
  if (font.symbolic !== true && name !== undefined && (unicodeMap || macMap)) {
    const point = charactersOf(name)?.codePointAt(0);
    const byUnicode = unicodeMap && point !== undefined ? unicodeMap.glyph(point) : 0;
    if (byUnicode > 0) return byUnicode;
    const macCode = MAC_ROMAN_ENCODING.indexOf(name);
    const byMac = macMap && macCode >= 0 ? macMap.glyph(macCode) : 0;
    return byMac > 0 ? byMac : (program.glyphOfName(name) ?? 0);
  }
  if (symbolMap) {
    for (const base of [0, 0xf000, 0xf100, 0xf200]) {
      const glyph = symbolMap.glyph(base + code);
      if (glyph > 0) return glyph;
    }
  }
  return macMap?.glyph(code) || unicodeMap?.glyph(code) || 0;
}

/** Whether a glyph name is one that all readers know. */
export function isCommonGlyphName(name: string): boolean {
  return (
    name === '.notdef' || MAC_GLYPH_NAMES.includes(name) || glyphNameOf(charactersOf(name) ?? '') === name
  );
}
