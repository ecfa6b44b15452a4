import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/config/decode-text.js';
import { firstInvalidByte } from '../../src/config/utf8.js';
import { formatPlace } from '../../src/diagnostics/place.js';

function decode(bytes: Uint8Array | readonly number[]) {
  const { value, diagnostics } = decodeText(Uint8Array.from(bytes), 'e.md');
  return {
    value,
    told: diagnostics.map(({ code, place }) => `${code} ${place === undefined ? '' : formatPlace(place)}`),
    what: diagnostics[0]?.what,
  };
}

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];

/** Cyrillic in Windows-1251: А–я are C0–FF. */
const cp1251 = (text: string): number[] =>
  [...text].map((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
  });

describe('decodeText', () => {
  it('reads UTF-8 and drops a byte order mark', () => {
    expect(decode(utf8('\ufeffҚазақ 😀\n'))).toEqual({ value: 'Қазақ 😀\n', told: [], what: undefined });
  });

  it('makes all line ends alike, so that lines are those of the editor', () => {
    expect(decode(utf8('a\r\nb\rc\n\r\nd')).value).toBe('a\nb\nc\n\nd');
  });

  it.each([
    ['Windows-1251', [...utf8('# a\r\nab '), ...cp1251('привет')], '2:4', 'Windows-1251'],
    [
      'Windows-1252',
      [...utf8('ok é\nCr'), 0xe8, ...utf8('me br'), 0xfb, ...utf8('l'), 0xe9, ...utf8('e')],
      '2:3',
      'Windows-1252',
    ],
    ['KOI8-R', [0xd0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4, 0x0a], '1:1', 'KOI8-R'],
    ['a surrogate', [...utf8('a\nbc'), 0xed, 0xa0, 0x80], '2:3', 'Half of a character'],
    ['an overlong form', [...utf8('a'), 0xc0, 0x80], '1:2', 'begins no character'],
    ['a cut character', [...utf8('ab'), 0xd0], '1:3', 'begins no character'],
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00, 0x62, 0x00], '1:1', 'UTF-16'],
    ['UTF-16, the other way', [0xfe, 0xff, 0x00, 0x61], '1:1', 'UTF-16'],
    ['UTF-16 without a mark', [0x61, 0, 0x62, 0, 0x63, 0, 0x64, 0], '1:1', 'UTF-16'],
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0], '1:1', 'UTF-32'],
  ])('refuses %s at its place', (_, bytes, place, words) => {
    const found = decode(bytes);
    expect(found.value).toBeUndefined();
    expect(found.told).toEqual([`text-is-utf-8 e.md:${place}`]);
    expect(found.what).toContain(words);
  });

  it('tells NUL and other control characters, and keeps the rest', () => {
    const found = decode(utf8('a\nb\u0000c\u0008 and more text\t\n'));
    expect(found.told).toEqual(['text-is-utf-8 e.md:2:2', 'text-is-utf-8 e.md:2:4']);
    expect(found.value).toBe('a\nb\ufffdc\ufffd and more text\t\n');
  });

  it('agrees with the platform on what is UTF-8', () => {
    const byte = fc.oneof(
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom(0xc2, 0xe0, 0xed, 0xf0, 0xf4, 0x80, 0xbf, 0x9f, 0xa0, 0x90, 0x8f),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), fc.array(byte, { maxLength: 6 }), (some, more) => {
        const bytes = Uint8Array.from([...some, ...more]);
        let isUtf8 = true;
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        } catch {
          isUtf8 = false;
        }
        expect(firstInvalidByte(bytes) === undefined).toBe(isUtf8);
      }),
      { numRuns: 5000 },
    );
  });

  it('gives back all text that holds no control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!/[\u0000-\u0008\u000b\r\u000e-\u001f\ufeff]/.test(text));
        expect(decode(utf8(text)).value).toBe(text);
      }),
    );
  });
});
