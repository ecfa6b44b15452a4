// Rules on single glyphs: there, as wide as stated, and standing for known text (ISO 14289-1, 7.21; ISO 14289-2, 8.4.5).

import type { CheckContext } from '../context.js';
import type { Examination, Offence, PdfRule } from '../rule.js';
import { type FontView, fontViews, type ShownGlyph } from '../used-fonts.js';

const BASE = {
  check: 'pdf-fonts-are-sound',
  why: 'These words cannot be read aloud, searched or copied, or are shown as empty boxes.',
  fix: 'Use a font that has these characters, and make the PDF again.',
} as const;

/** Looks at each glyph that the file shows. */
function glyphs(
  judge: (glyph: ShownGlyph, view: FontView) => boolean | undefined | 'unsure',
): (context: CheckContext) => Examination {
  return (context) => {
    let instances = 0;
    const offences: Offence[] = [];
    const unsure: Offence[] = [];
    for (const view of fontViews(context)) {
      for (const glyph of view.glyphs) {
        const sound = judge(glyph, view);
        if (sound === undefined) continue;
        instances += 1;
        if (sound === 'unsure') unsure.push({ page: view.page, found: describe(glyph, view) });
        else if (!sound) offences.push({ page: view.page, found: describe(glyph, view) });
      }
    }
    return { instances, offences, unsure };
  };
}

function describe({ code, unicode }: ShownGlyph, { font }: FontView): string {
  const shown = unicode !== undefined && unicode.trim() !== '' ? `“${unicode}”` : `code ${code}`;
  return `${shown} in ${font.baseFont ?? 'a font without name'}`;
}

function isPresent(
  { glyph, visible, known, name }: ShownGlyph,
  { program }: FontView,
): boolean | undefined | 'unsure' {
  if (!program || !visible) return undefined;
  if (!known) return 'unsure';
  // A TrueType program always has the empty box; asking for it by name is the matter of another rule.
  return glyph !== undefined || (program.format === 'truetype' && name === '.notdef');
}

/** Widths may differ by one thousandth of the em. A glyph that is missing is shown, and measured, as the empty box. */
function widthsAgree({ glyph, visible, code, name, known }: ShownGlyph, view: FontView): boolean | undefined {
  const { program, font } = view;
  if (!program || !visible || !known) return undefined;
  const isSimpleTrueType = program.format === 'truetype' && !font.cidFont;
  if (isSimpleTrueType && (name === '.notdef' || (glyph === undefined && name === undefined)))
    return undefined;
  const measured = glyph ?? emptyBox(view);
  const stated = font.statedWidth(code);
  const own = measured === undefined ? undefined : program.width(measured);
  return stated === undefined || own === undefined ? undefined : Math.abs(own - stated) <= 1;
}

function emptyBox({ program, font }: FontView): number | undefined {
  return program?.format === 'truetype' || font.cidFont ? 0 : program?.glyphOfName('.notdef');
}

function isDefined({ name, glyph, known }: ShownGlyph, { font, program }: FontView): boolean | 'unsure' {
  if (!known) return 'unsure';
  if (font.subtype === 'Type3') return true;
  return font.cidFont ? program === undefined || (glyph ?? 0) !== 0 : name !== '.notdef';
}

const FORBIDDEN = /[\u0000\ufffe\ufeff]/;

/** The rules on glyphs. */
export const glyphRules: readonly PdfRule[] = [
  {
    ...BASE,
    ua1: '7.21.4.1-2',
    ua2: '8.4.5.5.1-2',
    what: 'A character is missing from its font: {found}.',
    examine: glyphs(isPresent),
  },
  {
    ...BASE,
    ua1: '7.21.5-1',
    ua2: '8.4.5.6-1',
    what: 'A character is not as wide as the file says: {found}.',
    examine: glyphs(widthsAgree),
  },
  {
    ...BASE,
    ua1: '7.21.7-1',
    ua2: '8.4.5.8-1',
    what: 'Nothing says which letter is shown: {found}.',
    examine: glyphs(({ unicode }) => unicode !== undefined),
  },
  {
    ...BASE,
    ua1: '7.21.7-2',
    ua2: '8.4.5.8-2',
    what: 'A character stands for one that may not be used: {found}.',
    examine: glyphs(({ unicode }) => (unicode === undefined ? undefined : !FORBIDDEN.test(unicode))),
  },
  {
    ...BASE,
    ua1: '7.21.8-1',
    ua2: '8.4.5.9-1',
    what: 'A character is shown as an empty box: {found}.',
    examine: glyphs(isDefined),
  },
];
