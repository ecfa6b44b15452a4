/** What is written can be read by another reader, exactly, and is the same each time. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lexer } from '../../../../../src/outputs/pdf/finish/file/lexer.js';
import {
  ascii,
  dict,
  name,
  PdfRef,
  type PdfValue,
  text,
  textOf,
} from '../../../../../src/outputs/pdf/finish/file/values.js';
import {
  flate,
  flateStream,
  PdfBuilder,
  serialise,
} from '../../../../../src/outputs/pdf/finish/file/write.js';
import { readPdf } from '../../../../../src/outputs/pdf/read.js';

function readBack(value: PdfValue): PdfValue {
  const found = new Lexer(Buffer.from(serialise(value), 'latin1')).next();
  return found as PdfValue;
}

describe('serialise', () => {
  it.each([
    [0.00048828125, '0.00048828125'],
    [-3, '-3'],
    [1e-7, '0.0000001'],
    [-1e-12, '0'],
    [1234567.125, '1234567.125'],
  ])('writes %d without an exponent', (value, expected) => {
    expect(serialise(value)).toBe(expected);
  });

  it('gives back every value', () => {
    const leaf = fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.integer(),
      fc.string().map(name),
      fc.string({ unit: 'grapheme' }).map(text),
    );
    const value = fc.letrec<{ value: PdfValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('value'), { maxLength: 4 }),
        fc
          .dictionary(fc.string({ minLength: 1 }), tie('value'), { maxKeys: 4, noNullPrototype: true })
          .map(dict),
      ),
    })).value;
    // Names are bytes; characters beyond Latin-1 do not occur in them.
    const latin = (item: PdfValue): boolean => !/[^\x00-\xff]/.test(serialise(item));
    fc.assert(fc.property(value.filter(latin), (item) => void expect(readBack(item)).toEqual(item)));
  });
});

describe('text strings', () => {
  it('give back any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => void expect(textOf(text(words))).toBe(words)),
    );
  });
});

describe('PdfBuilder', () => {
  function build(version: string): Promise<Uint8Array> {
    const builder = new PdfBuilder();
    const catalog = builder.reserve();
    const pages = builder.reserve();
    const content = builder.addLater(flateStream(flate(Buffer.from('q Q'))));
    const page = builder.add(
      dict({
        Type: name('Page'),
        Parent: pages,
        MediaBox: [0, 0, 100, 200.5],
        Contents: content,
        Resources: dict({}),
      }),
    );
    builder.set(pages, dict({ Type: name('Pages'), Kids: [page], Count: 1 }));
    builder.set(catalog, dict({ Type: name('Catalog'), Pages: pages, Lang: ascii('en') }));
    for (let i = 0; i < 450; i += 1) builder.add(dict({ Filler: i, Next: new PdfRef(1) }));
    return builder.build(version, catalog, undefined);
  }

  it.each(['1.7', '2.0'])('makes a file of version %s that another reader understands', async (version) => {
    const read = readPdf(await build(version));
    if (!read.readable) throw new Error('The file cannot be read back.');
    expect(read.version).toBe(version);
    expect(read.usesObjectStreams).toBe(true);
    expect(read.fileIds).toHaveLength(2);
    expect(read.pages).toHaveLength(1);
    expect(read.diagnostics).toEqual([]);
  });

  it('gives the same bytes for the same objects, and another identifier for others', async () => {
    const bytes = await build('1.7');
    expect(Buffer.from(bytes).equals(Buffer.from(await build('1.7')))).toBe(true);
    const ids = [bytes, await build('2.0')].map((file) => {
      const read = readPdf(file);
      return read.readable ? read.fileIds[0] : undefined;
    });
    expect(ids[0]).not.toBe(ids[1]);
  });
});
