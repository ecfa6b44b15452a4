import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOfElement } from '../../../src/outputs/pdf/read/mark-text.js';
import { type PdfDocumentRead, readPdf } from '../../../src/outputs/pdf/read.js';
import { buildPackedPdf, buildPdf, type ObjectText } from './read/build-pdf.js';

function readable(bytes: Uint8Array, limits: Parameters<typeof readPdf>[1] = {}): PdfDocumentRead {
  const read = readPdf(bytes, limits);
  if (!read.readable) throw new Error(read.reason);
  return read;
}

const TAGGED: Readonly<Record<number, ObjectText>> = {
  1: '<< /Type /Catalog /Pages 2 0 R /Lang (en) /MarkInfo << /Marked true >> /StructTreeRoot 6 0 R /Names << /Dests << /Names [(note1) [3 0 R /XYZ 72 100 0]] >> >> >>',
  2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> >>',
  3: '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /StructParents 0 /Tabs /S /Annots [9 0 R] >>',
  4: {
    entries: '',
    data: '/P << /MCID 0 >> BDC BT /F1 10 Tf 1 0 0 1 72 700 Tm (Hello ) Tj /Span << /ActualText (world) >> BDC (wrld) Tj EMC ET EMC\n/Artifact << /Type /Pagination >> BDC 0 0 10 20 re f EMC\n2 0 0 2 10 10 cm 5 5 m 20 30 l S',
    deflate: true,
  },
  5:
    '<< /Type /Font /Subtype /Type1 /BaseFont /X /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 122 /Widths [' +
    `${'500 '.repeat(91)}] >>`,
  6: '<< /Type /StructTreeRoot /K 7 0 R /ParentTree << /Nums [0 [8 0 R] 1 10 0 R] >> /RoleMap << /Para /P >> >>',
  7: '<< /S /Document /P 6 0 R /K [8 0 R 10 0 R] >>',
  8: '<< /S /Para /P 7 0 R /Pg 3 0 R /K 0 /ID (p1) /A << /O /Layout /Placement /Block >> >>',
  9: '<< /Type /Annot /Subtype /Link /Rect [72 690 100 710] /Dest (note1) /StructParent 1 /Contents (Note 1) >>',
  10: '<< /S /Link /P 7 0 R /K << /Type /OBJR /Obj 9 0 R /Pg 3 0 R >> >>',
};

describe('readPdf', () => {
  it('reads text with its position under its mark', () => {
    const [page] = readable(buildPdf(TAGGED)).pages;
    const texts = page?.content.items.filter((item) => item.kind === 'text') ?? [];
    expect(texts.map(({ text, x, y, size, mark }) => ({ text, x, y, size, mark }))).toEqual([
      { text: 'Hello ', x: 72, y: 700, size: 10, mark: 0 },
      { text: 'wrld', x: 102, y: 700, size: 10, mark: 1 },
    ]);
    expect(texts[0]?.box).toEqual({ left: 72, right: 102, bottom: 698, top: 708 });
    expect(
      page?.content.marks.map(({ tag, mcid, parent, actualText, artifactType }) => [
        tag,
        mcid,
        parent,
        actualText,
        artifactType,
      ]),
    ).toEqual([
      ['P', 0, undefined, undefined, undefined],
      ['Span', undefined, 0, 'world', undefined],
      ['Artifact', undefined, undefined, undefined, 'Pagination'],
    ]);
  });

  it('gives paths their box on the page and knows what is outside marks', () => {
    const items = readable(buildPdf(TAGGED)).pages[0]?.content.items.filter((item) => item.kind === 'path');
    expect(items?.map(({ mark, box }) => [mark, box])).toEqual([
      [2, { left: 0, bottom: 0, right: 10, top: 20 }],
      [undefined, { left: 20, bottom: 20, right: 50, top: 70 }],
    ]);
  });

  it('reads the tag tree, its role map and both ways back into it', () => {
    const read = readable(buildPdf(TAGGED));
    const tree = read.structure;
    const [, paragraph, link] = tree?.elements ?? [];
    expect([paragraph?.role, paragraph?.mappedRole, paragraph?.id, link?.mappedRole]).toEqual([
      'Para',
      'P',
      'p1',
      'Link',
    ]);
    expect(tree?.ownerOfMark(0, 0)).toBe(paragraph);
    expect(tree?.ownerOfObject(1)).toBe(link);
    expect(paragraph && textOfElement(read, paragraph)).toBe('Hello wrld');
    expect(paragraph?.attributes.map(({ owner }) => owner)).toEqual(['Layout']);
  });

  it('follows a link through its name to page and position', () => {
    const [annotation] = readable(buildPdf(TAGGED)).pages[0]?.annotations ?? [];
    expect(annotation).toMatchObject({ subtype: 'Link', contents: 'Note 1', rect: { left: 72, top: 710 } });
    expect(annotation?.destination).toMatchObject({ name: 'note1', page: 0, fit: 'XYZ', left: 72, top: 100 });
  });

  it('reads objects out of object streams', () => {
    const packed = Object.fromEntries(
      Object.entries(TAGGED).filter(([, object]) => typeof object === 'string'),
    ) as Record<number, string>;
    const read = readable(buildPackedPdf(packed));
    expect(read.usesObjectStreams).toBe(true);
    expect(read.structure?.elements.map(({ role }) => role)).toEqual(['Document', 'Para', 'Link']);
  });

  it('lets an update replace an object', () => {
    const base = Buffer.from(buildPdf(TAGGED));
    const previous = /startxref\n(\d+)/.exec(base.toString('latin1'))?.[1];
    const update = `8 0 obj\n<< /S /H1 /P 7 0 R /Pg 3 0 R /K 0 >>\nendobj\n`;
    const map = `xref\n8 1\n${String(base.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 11 /Root 1 0 R /Prev ${previous} >>\n`;
    const whole = Buffer.concat([
      base,
      Buffer.from(`${update}${map}startxref\n${base.length + update.length}\n%%EOF`),
    ]);
    expect(readable(whole).structure?.elements[1]?.role).toBe('H1');
  });

  it('finds the objects of a file whose map is broken, and says so', () => {
    const broken = Buffer.from(buildPdf(TAGGED))
      .toString('latin1')
      .replace(/startxref\n\d+/, 'startxref\n7');
    const read = readable(Buffer.from(broken, 'latin1'));
    expect(read.structure?.elements).toHaveLength(3);
    expect(read.diagnostics.map(({ code }) => code)).toEqual(['pdf-map-is-intact']);
  });

  it('finds the objects when offsets are shifted by bytes before the header', () => {
    const shifted = Buffer.concat([Buffer.from('junk\n'), buildPdf(TAGGED)]);
    expect(readable(shifted).structure?.elements).toHaveLength(3);
  });

  it.each([
    ['no PDF', Buffer.from('<html>'), 'not-a-pdf'],
    ['nothing', new Uint8Array(0), 'empty'],
    ['a header alone', Buffer.from('%PDF-1.7'), 'no-pages'],
    [
      'an encrypted file',
      buildPdf({ ...TAGGED, 11: '<< /Filter /Standard /P -4 >>' }, { trailer: '/Encrypt 11 0 R' }),
      'encrypted',
    ],
  ])('answers %s with a reason', (_, bytes, reason) => {
    expect(readPdf(bytes)).toMatchObject({ readable: false, reason });
  });

  it('stops at its limits with a sentence', () => {
    const read = readPdf(buildPdf(TAGGED), { fileBytes: 100 });
    expect(read).toMatchObject({ readable: false, reason: 'too-much' });
    expect(read.diagnostics[0]?.what).toContain('the file is larger than 200 MB');
    const few = readPdf(buildPdf(TAGGED), { operators: 5 });
    expect(few.readable && few.pages[0]?.content.damaged).toBe(true);
    const little = readPdf(buildPdf(TAGGED), { drawn: 1 });
    expect(little.readable && little.pages[0]?.content.damaged).toBe(true);
  });

  it('takes no more room than its limits, whatever a small file asks for', () => {
    const form = (inner: string): ObjectText => ({
      entries: `/Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /X ${inner} >> >>`,
      data: '/X Do '.repeat(40),
    });
    const repeated = {
      ...TAGGED,
      2: '<< /Type /Pages /Kids [3 0 R] /Resources << /XObject << /X 11 0 R >> >> >>',
    };
    const files: readonly Readonly<Record<number, ObjectText>>[] = [
      { ...TAGGED, 4: { entries: '', data: 'q '.repeat(20_000) } },
      // Drawings of drawings: forty to the power of four times nothing.
      { ...repeated, 4: form('12 0 R'), 11: form('12 0 R'), 12: form('13 0 R'), 13: form('14 0 R') },
    ];
    for (const file of files) {
      const content = readable(buildPdf(file), { drawn: 3_000 }).pages[0]?.content;
      expect(content?.damaged).toBe(true);
      expect(content?.items.length).toBeLessThanOrEqual(3_000);
    }
    const joined = {
      ...TAGGED,
      4: `[${'11 0 R '.repeat(30)}]`,
      11: { entries: '', data: ' '.repeat(1_000) },
    };
    const page = readable(buildPdf(joined), { decodedBytes: 20_000 }).pages[0];
    expect(page?.content).toMatchObject({ damaged: true, items: [] });
  });

  it('ends on loops in the page tree, the tag tree, the outline and form XObjects', () => {
    const read = readable(
      buildPdf({
        ...TAGGED,
        1: '<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 6 0 R /Outlines << /First 12 0 R >> >>',
        2: '<< /Type /Pages /Kids [3 0 R 2 0 R 3 0 R] /Resources << /XObject << /X 11 0 R >> >> >>',
        4: { entries: '', data: '/X Do' },
        8: '<< /S /P /P 7 0 R /K 7 0 R >>',
        11: {
          entries: '/Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /X 11 0 R >> >>',
          data: '/X Do /X Do',
        },
        12: '<< /Title (one) /Next 12 0 R /First 12 0 R >>',
      }),
    );
    expect(read.pages).toHaveLength(1);
    expect(read.structure?.elements).toHaveLength(3);
    expect(read.outline).toHaveLength(1);
    expect(read.pages[0]?.content.items.filter(({ kind }) => kind === 'form')).toHaveLength(1);
  });

  it('never throws, whatever bytes are changed or cut', () => {
    const sound = Buffer.from(buildPdf(TAGGED));
    const spoilt = fc.tuple(
      fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 12 }),
      fc.integer({ min: 0, max: sound.length }),
    );
    fc.assert(
      fc.property(spoilt, ([changes, length]) => {
        const bytes = Buffer.from(sound);
        for (const [at, byte] of changes) bytes[at] = byte;
        const read = readPdf(bytes.subarray(0, length));
        if (!read.readable) return read.diagnostics.length === 1;
        return read.pages.every((page) => page.content.items.length >= 0 && page.annotations.length >= 0);
      }),
      { numRuns: 300 },
    );
  });
});
