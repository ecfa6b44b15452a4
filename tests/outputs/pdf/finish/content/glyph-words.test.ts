/** What glyphs stand for, learned from the words that the browser gives along with them. */

import { describe, expect, it } from 'vitest';
import { PageFont } from '../../../../../src/outputs/pdf/finish/content/fonts.js';
import { Operations } from '../../../../../src/outputs/pdf/finish/content/operations.js';
import { TextObject } from '../../../../../src/outputs/pdf/finish/content/text-object.js';

const sheen = 0x0010;
const shadda = 0x0058;
const innerTeh = 0x01aa;
const twoMarks = 0x01bb;

function font(): PageFont {
  return new PageFont({
    codeLength: 2,
    unicode: new Map([
      [sheen, 'ش'],
      [shadda, 'ّ'],
      [innerTeh, '\0'],
    ]),
    widths: new Map(),
    missingWidth: 500,
    ascent: 900,
    descent: -250,
    mapObject: 5,
  });
}

function show(into: PageFont, content: string): void {
  const operations = new Operations(Buffer.from(content, 'latin1'));
  const text = new TextObject(0, operations, into, 10);
  for (const [index, operator] of operations.operators.entries()) text.take(index, operator);
  text.finish();
  into.settle();
}

const utf16 = (words: string): string => `feff${Buffer.from(words, 'utf16le').swap16().toString('hex')}`;

describe('glyphs that the browser’s file has no character for', () => {
  it('stand for what is left when the others of their cluster are taken away', () => {
    const learned = font();
    show(learned, `/Span <</ActualText <${utf16('تّ')}>>> BDC <005801aa> Tj EMC <0010> Tj`);
    expect(learned.words(innerTeh)).toBe('ت');
    expect(learned.words(shadda)).toBe('ّ');
    expect(Buffer.from(learned.newMap() ?? []).toString('latin1')).toContain('<01aa> <062a>');
  });

  it('never stand for nothing, also where two of them share a cluster', () => {
    const learned = font();
    show(learned, `/Span <</ActualText <${utf16('تَّ')}>>> BDC <01aa01bb> Tj EMC`);
    expect(learned.words(innerTeh)).toBe('تَّ');
    expect(learned.words(twoMarks)).toBe('\u200b');
  });

  it('keep what a place shows without doubt', () => {
    const learned = font();
    show(
      learned,
      `/Span <</ActualText <${utf16('ثّ')}>>> BDC <005801aa> Tj EMC /Span <</ActualText <${utf16('ت')}>>> BDC <01aa> Tj EMC`,
    );
    expect(learned.words(innerTeh)).toBe('ت');
  });
});
