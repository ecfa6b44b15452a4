/** Content streams are cut at the right places, whatever stands in their strings. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Operations } from '../../../../../src/outputs/pdf/finish/content/operations.js';
import { PdfSyntaxError } from '../../../../../src/outputs/pdf/finish/file/lexer.js';
import { PdfName, PdfString } from '../../../../../src/outputs/pdf/finish/file/values.js';

function operations(stream: string): Operations {
  return new Operations(Buffer.from(stream, 'latin1'));
}

const written = (stream: string): string[] => {
  const found = operations(stream);
  return found.operators.map((_, index) => found.written(index));
};

describe('Operations', () => {
  it('keeps operators apart from what looks like them inside strings, arrays, dictionaries and comments', () => {
    expect(
      written(
        '/NonStruct <</MCID 0 /ActualText (EMC \\) (q Q) BT) >>BDC\n% BT comment\nq 1 0 0 1 .5 -3 cm [(a) -20 <0041>] TJ (\\\\) Tj\nEMC Q',
      ),
    ).toEqual([
      '/NonStruct <</MCID 0 /ActualText (EMC \\) (q Q) BT) >>BDC',
      'q',
      '1 0 0 1 .5 -3 cm',
      '[(a) -20 <0041>] TJ',
      '(\\\\) Tj',
      'EMC',
      'Q',
    ]);
  });

  it('takes an inline image as one operation', () => {
    expect(written('q BI /W 2 /H 1 /BPC 8 /CS /G ID \x00EI\x01 EI Q')).toEqual([
      'q',
      'BI /W 2 /H 1 /BPC 8 /CS /G ID \x00EI\x01 EI',
      'Q',
    ]);
  });

  it('reads numbers as PDF writes them', () => {
    const into = new Float64Array(6);
    const found = operations('-.5 +3 4. 0.125 -0 1234567.25 cm');
    expect(found.numbers(0, into)).toBe(6);
    expect([...into]).toEqual([-0.5, 3, 4, 0.125, -0, 1234567.25]);
  });

  it('reads operands as values', () => {
    const [tag, properties] = operations('/Span <</MCID 3/ActualText<feff0041>>> BDC').operands(0);
    expect(tag).toEqual(new PdfName('Span'));
    expect(properties).toEqual(
      new Map<string, unknown>([
        ['MCID', 3],
        ['ActualText', new PdfString(Uint8Array.of(0xfe, 0xff, 0, 0x41))],
      ]),
    );
  });

  it('refuses a stream that ends inside an operation', () => {
    expect(() => operations('q 1 0 0')).toThrow(PdfSyntaxError);
    expect(() => operations('(open Tj')).toThrow(PdfSyntaxError);
  });

  it('finds every operation of a stream that was put together from any', () => {
    const string = fc
      .string({ unit: 'binary-ascii' })
      .map((text) => `(${text.replace(/[\\()]/g, '\\$&').replace(/\r/g, '')}) Tj`);
    const hex = fc.uint8Array({ maxLength: 8 }).map((bytes) => `<${Buffer.from(bytes).toString('hex')}> Tj`);
    const number = fc.float({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 });
    const move = fc.tuple(number, number).map(([x, y]) => `${x.toFixed(4)} ${y.toFixed(4)} Td`);
    const bare = fc.constantFrom('q', 'Q', 'BT', 'ET', 'f*', 'W n', "'", '/G3 gs', 'true BX');
    fc.assert(
      fc.property(fc.array(fc.oneof(string, hex, move, bare), { maxLength: 30 }), (parts) => {
        expect(written(parts.join('\n'))).toEqual(
          parts.flatMap((part) => (part === 'W n' ? ['W', 'n'] : [part])),
        );
      }),
    );
  });
});
