// Reads the font program that a font embeds, by what its bytes are rather than by what the entry promises.

import type { ObjectStore } from '../store.js';
import { readCff } from './cff.js';
import type { PdfFont } from './font.js';
import type { FontProgram } from './program.js';
import { readTrueType, sfntTables } from './truetype.js';
import { readType1 } from './type1.js';

/** The program of a font; undefined when none is embedded or it cannot be understood. */
export function readFontProgram(store: ObjectStore, font: PdfFont): FontProgram | undefined {
  if (!font.program) return undefined;
  const { bytes, left } = store.decode(font.program.stream);
  if (left) return undefined;
  if (font.program.key === 'FontFile') return readType1(bytes);
  if (bytes[0] === 1 && bytes[1] === 0 && font.program.key === 'FontFile3') return readCff(bytes);
  const outlines = bytes[0] === 0x4f ? sfntTables(bytes).get('CFF ') : undefined;
  return outlines ? readCff(outlines) : readTrueType(bytes);
}
