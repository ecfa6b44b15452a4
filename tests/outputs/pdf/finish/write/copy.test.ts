/** What pages draw with is copied once: also where the browser wrote the same several times. */

import { describe, expect, it } from 'vitest';
import { PdfSource } from '../../../../../src/outputs/pdf/finish/file/parse.js';
import { PdfRef, PdfStream } from '../../../../../src/outputs/pdf/finish/file/values.js';
import { PdfBuilder } from '../../../../../src/outputs/pdf/finish/file/write.js';
import { Copier } from '../../../../../src/outputs/pdf/finish/write/copy.js';
import { buildPdf, type ObjectText } from '../../read/build-pdf.js';

const mask: ObjectText = { entries: '/Subtype /Image /Width 2 /Height 2', data: 'mask' };
const picture = (maskAt: number, width = 2): ObjectText => ({
  entries: `/Subtype /Image /Width ${width} /Height 2 /SMask ${maskAt} 0 R`,
  data: 'pixels',
});

function copies(objects: Readonly<Record<number, ObjectText>>, asked: readonly number[]): readonly number[] {
  const source = new PdfSource(buildPdf({ 1: '<< /Type /Catalog >>', ...objects }));
  const copier = new Copier(source, new PdfBuilder());
  return asked.map((number) => {
    const copy = copier.value(new PdfRef(number));
    return copy instanceof PdfRef ? copy.number : 0;
  });
}

describe('Copier', () => {
  it('makes pictures one that say the same, with masks that say the same', () => {
    const [first, second, again] = copies({ 2: mask, 3: picture(2), 4: mask, 5: picture(4) }, [3, 5, 3]);
    expect(first).toBeGreaterThan(0);
    expect(second).toBe(first);
    expect(again).toBe(first);
  });

  it.each([
    ['bytes', { 2: mask, 3: picture(2), 4: { ...mask, data: 'kasm' }, 5: picture(4) }],
    ['entries', { 2: mask, 3: picture(2), 4: mask, 5: picture(4, 3) }],
  ] as const)('leaves apart what differs in %s', (_, objects) => {
    const [first, second] = copies(objects, [3, 5]);
    expect(second).not.toBe(first);
  });

  it('ends where a drawing leads back to itself', async () => {
    const form = { entries: '/Subtype /Form /Resources << /XObject << /Own 2 0 R >> >>', data: 'q Q' };
    const source = new PdfSource(buildPdf({ 1: '<< /Type /Catalog >>', 2: form }));
    const builder = new PdfBuilder();
    const copy = new Copier(source, builder).value(new PdfRef(2));
    expect(copy).toBeInstanceOf(PdfRef);
    expect(source.object(2)).toBeInstanceOf(PdfStream);
    const written = Buffer.from(await builder.build('1.7', new PdfRef(1), undefined)).toString('latin1');
    expect(written.match(/\/Subtype\/Form/g)).toHaveLength(1);
  });
});
