/** No rewritten stream passes that paints anything else than the old one. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PageFont } from '../../../../src/outputs/pdf/finish/content/fonts.js';
import { Operations } from '../../../../src/outputs/pdf/finish/content/operations.js';
import { type RewrittenSurface, rewriteSurface } from '../../../../src/outputs/pdf/finish/content/rewrite.js';
import { layoutArtifact, Ownership } from '../../../../src/outputs/pdf/finish/match/ownership.js';
import type { ModelText } from '../../../../src/outputs/pdf/finish/model/model.js';
import { drawsTheSame } from '../../../../src/outputs/pdf/finish/same-drawing.js';

const stream = `q
/P <</MCID 0 >>BDC
BT
/F1 10 Tf
1 0 0 -1 5 5 Tm
<0001> Tj
5 0 Td <0002> Tj
ET
EMC
0 0 9 9 re
f
Q
`;
const operations = new Operations(Buffer.from(stream, 'latin1'));
const at = (operator: string): number => operations.operators.indexOf(operator);

const font = new PageFont({
  codeLength: 2,
  unicode: new Map([[3, ' ']]),
  widths: new Map(),
  missingWidth: 500,
  ascent: 900,
  descent: -250,
  mapObject: undefined,
});

const words: ModelText = {
  kind: 'text',
  source: 'ab',
  words: 'ab',
  preformatted: false,
  pageOf: undefined,
  actualText: undefined,
  marks: [],
  identities: [],
  items: [],
  link: undefined,
  repeats: false,
  rightToLeft: false,
  position: undefined,
};

function rewritten(): RewrittenSurface {
  const ownership = new Ownership([2]);
  ownership.set(0, 0, words);
  ownership.set(0, 1, layoutArtifact);
  const plain = { mark: undefined, box: undefined, glyphs: [] };
  const surface = {
    owner: 1,
    page: 0,
    form: undefined,
    operations,
    units: [
      { kind: 'text', first: at('BT'), last: at('ET'), ...plain },
      { kind: 'path', first: at('re'), last: at('f'), ...plain },
    ] as const,
    dropped: new Set([at('BDC'), at('EMC')]),
  };
  const last = operations.operators.lastIndexOf('Tj');
  return rewriteSurface(surface, 0, ownership, [
    { surface: 0, operation: at('Tj'), where: 'before', font },
    { surface: 0, operation: last, where: 'after', font },
  ]);
}

/** The same pieces with one of them changed, and the bytes that they make. */
function changed(change: (pieces: RewrittenSurface['pieces'][number][]) => void): RewrittenSurface {
  const pieces = [...rewritten().pieces];
  change(pieces);
  const texts = pieces.map((piece) =>
    typeof piece === 'string' ? piece : stream.slice(piece.from, piece.to),
  );
  return { ...rewritten(), pieces, bytes: Buffer.from(texts.join(''), 'latin1') };
}

describe('drawsTheSame', () => {
  it('accepts new marks and blanks around what is painted', () => {
    const surface = rewritten();
    expect(Buffer.from(surface.bytes).toString('latin1')).toBe(`q

/Span <</MCID 0>> BDC
BT
/F1 10 Tf
1 0 0 -1 5 5 Tm
<0003> Tj
0 0 Td
<0001> Tj
5 0 Td <0002> Tj
<0003> Tj

ET
EMC

/Artifact <</Type /Layout>> BDC
0 0 9 9 re
f
EMC
Q
`);
    expect(drawsTheSame(operations, surface)).toBe(true);
  });

  it('refuses any byte that is not what the pieces say', () => {
    const surface = rewritten();
    fc.assert(
      fc.property(fc.nat(surface.bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, by) => {
        const bytes = Uint8Array.from(surface.bytes);
        bytes[place] = (bytes[place] ?? 0) ^ by;
        expect(drawsTheSame(operations, { ...surface, bytes })).toBe(false);
      }),
    );
    expect(drawsTheSame(operations, { ...surface, bytes: surface.bytes.subarray(0, -1) })).toBe(false);
    const longer = Buffer.concat([surface.bytes, Buffer.from('f\n')]);
    expect(drawsTheSame(operations, { ...surface, bytes: longer })).toBe(false);
  });

  it('refuses what is left out and is no mark', () => {
    const start = stream.indexOf('0 0 9 9 re');
    const cut = (from: number, to: number): RewrittenSurface =>
      changed((pieces) => {
        const found = pieces.findIndex(
          (piece) => typeof piece !== 'string' && piece.from <= from && piece.to >= to,
        );
        const piece = pieces[found];
        if (piece === undefined || typeof piece === 'string') throw new Error('No such piece.');
        pieces.splice(found, 1, { from: piece.from, to: from }, { from: to, to: piece.to });
      });
    expect(drawsTheSame(operations, cut(start, start))).toBe(true);
    expect(drawsTheSame(operations, cut(start, start + '0 0 9 9 re'.length))).toBe(false);
    expect(drawsTheSame(operations, cut(start + 4, start + 5))).toBe(false);
    expect(
      drawsTheSame(
        operations,
        changed((pieces) => pieces.pop()),
      ),
    ).toBe(false);
    expect(
      drawsTheSame(
        operations,
        changed((pieces) => pieces.shift()),
      ),
    ).toBe(false);
    expect(
      drawsTheSame(
        operations,
        changed((pieces) => pieces.reverse()),
      ),
    ).toBe(false);
  });

  it('refuses what is put in and is no mark, or stands inside an operation', () => {
    const put = (words: string): RewrittenSurface =>
      changed((pieces) => pieces.splice(pieces.indexOf('\nEMC'), 0, words));
    expect(drawsTheSame(operations, put('/Span <</MCID 7>> BDC\n'))).toBe(true);
    for (const wrong of ['\nf', '/P <</MCID 1>> BDC\nf\n', '/P <</A (>> BDC\n', '\n<0001> Tj\n', '% ', ' ']) {
      expect(drawsTheSame(operations, put(wrong)), wrong).toBe(false);
    }
    const inside = changed((pieces) => {
      const middle = stream.indexOf('5 5 Tm');
      const whole = pieces.findIndex(
        (piece) => typeof piece !== 'string' && piece.from < middle && piece.to > middle,
      );
      const piece = pieces[whole];
      if (piece === undefined || typeof piece === 'string') throw new Error('No such piece.');
      pieces.splice(whole, 1, { from: piece.from, to: middle }, '\nEMC', { from: middle, to: piece.to });
    });
    expect(drawsTheSame(operations, inside)).toBe(false);
  });
});
