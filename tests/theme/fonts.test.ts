import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { baseTheme } from './a-theme.js';

const fontverter = createRequire(createRequire(import.meta.url).resolve('subset-font'))('fontverter') as {
  convert(font: Uint8Array, format: string): Promise<Buffer>;
};

/** Four-letter names of the tables in a font. */
async function tables(font: Uint8Array): Promise<readonly string[]> {
  const sfnt = await fontverter.convert(Buffer.from(font), 'truetype');
  const count = sfnt.readUInt16BE(4);
  return Array.from({ length: count }, (_, index) =>
    sfnt.toString('latin1', 12 + index * 16, 16 + index * 16),
  );
}

function letters(text: string): ReadonlySet<string> {
  return new Set(text);
}

const theme = (await baseTheme()).value;

describe('fonts for the screen', () => {
  it('are only those that the page needs', async () => {
    const { fonts, css } = await theme.screenFonts(letters('An English page.'));
    expect(fonts.map((font) => font.path.replace(/\.\w{10}\./, '.'))).toEqual([
      'fonts/source-serif-4-latin.woff2',
      'fonts/source-serif-4-latin-italic.woff2',
      'fonts/source-sans-3-latin.woff2',
      'fonts/source-sans-3-latin-italic.woff2',
    ]);
    for (const font of fonts) expect(css).toContain(`url("${font.path}")`);
  });

  it('bring Kazakh letters and nothing Greek for a Kazakh page', async () => {
    const { fonts } = await theme.screenFonts(letters('Қазақстан, Өскемен'));
    const names = fonts.map((font) => font.path);
    expect(names.some((name) => name.includes('cyrillic-ext'))).toBe(true);
    expect(names.some((name) => name.includes('greek') || name.includes('vietnamese'))).toBe(false);
  });

  it('stay variable and lean, and are the same bytes for every page', async () => {
    const [first] = (await theme.screenFonts(letters('abc'))).fonts;
    const other = (await baseTheme()).value;
    const [again] = (await other.screenFonts(letters('xyz'))).fonts;
    expect(first).toBeDefined();
    if (first === undefined || again === undefined) return;
    expect(await tables(first.bytes)).toContain('fvar');
    expect(Buffer.compare(Buffer.from(first.bytes), Buffer.from(again.bytes))).toBe(0);
    expect(first.path).toBe(again.path);
    expect(first.bytes.length).toBeLessThan(80_000);
  });
});

describe('fonts for paper', () => {
  it('are fixed cuts, since Chromium writes variable ones as Type 3', async () => {
    const { fonts } = await theme.printFonts(letters('An English page.'));
    expect(fonts.length).toBeGreaterThan(8);
    for (const font of fonts) expect(await tables(font.bytes)).not.toContain('fvar');
  });

  it('keep note calls inside their line', async () => {
    const { fonts, css } = await theme.printFonts(letters('1'));
    expect(fonts.find((font) => font.family === 'Source Sans 3 Calls')?.box).toEqual([0.6, 0.02]);
    expect(css).toContain('ascent-override:60%;descent-override:2%;line-gap-override:0%');
  });

  it('have a cut of their own for headlines', async () => {
    const { fonts, css } = await theme.printFonts(letters('A'));
    const display = fonts.find((font) => font.family === 'Source Serif 4 Display');
    expect(display?.weight).toBe('650');
    expect(css).toContain('"Source Serif 4 Display"');
  });
});
