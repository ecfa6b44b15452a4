// Builds small PDF files from object texts, so that a test shows the very bytes it is about.

import { deflateSync } from 'node:zlib';

/** An object by number: its text, or its dictionary entries and stream data. */
export type ObjectText =
  | string
  | { readonly entries: string; readonly data: string | Uint8Array; readonly deflate?: boolean };

function bytesOf(object: ObjectText): Buffer {
  if (typeof object === 'string') return Buffer.from(object, 'latin1');
  const plain =
    typeof object.data === 'string' ? Buffer.from(object.data, 'latin1') : Buffer.from(object.data);
  const data = object.deflate ? deflateSync(plain) : plain;
  const filter = object.deflate ? '/Filter /FlateDecode ' : '';
  return Buffer.concat([
    Buffer.from(`<< ${object.entries} ${filter}/Length ${data.length} >>\nstream\n`, 'latin1'),
    data,
    Buffer.from('\nendstream', 'latin1'),
  ]);
}

/** A file with a plain cross-reference table. Object 1 is the catalog unless `trailer` says otherwise. */
export function buildPdf(
  objects: Readonly<Record<number, ObjectText>>,
  options: { readonly header?: string; readonly trailer?: string } = {},
): Uint8Array {
  const parts: Buffer[] = [Buffer.from(`${options.header ?? '%PDF-1.7'}\n`, 'latin1')];
  const offsets = new Map<number, number>();
  let at = parts[0]?.length ?? 0;
  const add = (part: Buffer): void => {
    parts.push(part);
    at += part.length;
  };
  for (const [number, object] of Object.entries(objects)) {
    offsets.set(Number(number), at);
    add(Buffer.concat([Buffer.from(`${number} 0 obj\n`), bytesOf(object), Buffer.from('\nendobj\n')]));
  }
  const size = Math.max(...offsets.keys()) + 1;
  const start = at;
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const trailer = `/Size ${size} /Root 1 0 R ${options.trailer ?? ''}`;
  add(
    Buffer.from(
      `xref\n0 ${size}\n${rows.join('')}trailer\n<< ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
      'latin1',
    ),
  );
  return Buffer.concat(parts);
}

/** A file whose objects lie in one object stream, found through a cross-reference stream. */
export function buildPackedPdf(objects: Readonly<Record<number, string>>): Uint8Array {
  const numbers = Object.keys(objects).map(Number);
  const bodies = numbers.map((number) => objects[number] ?? '');
  let offset = 0;
  const heads = bodies.map((body, index) => {
    const head = `${numbers[index]} ${offset}`;
    offset += body.length + 1;
    return head;
  });
  const head = `${heads.join(' ')}\n`;
  const streamNumber = Math.max(...numbers) + 1;
  const packed = bytesOf({
    entries: `/Type /ObjStm /N ${numbers.length} /First ${head.length}`,
    data: head + bodies.join('\n'),
    deflate: true,
  });
  const start = Buffer.from('%PDF-1.7\n', 'latin1');
  const stream = Buffer.concat([Buffer.from(`${streamNumber} 0 obj\n`), packed, Buffer.from('\nendobj\n')]);
  const mapOffset = start.length + stream.length;
  const row = (type: number, one: number, two: number): number[] => [type, one >> 8, one & 255, two];
  const rows = Array.from({ length: streamNumber + 2 }, (_, number) => {
    const index = numbers.indexOf(number);
    if (index >= 0) return row(2, streamNumber, index);
    if (number === streamNumber) return row(1, start.length, 0);
    return number === streamNumber + 1 ? row(1, mapOffset, 0) : row(0, 0, 0);
  });
  const map = bytesOf({
    entries: `/Type /XRef /Size ${rows.length} /W [1 2 1] /Root 1 0 R`,
    data: Uint8Array.from(rows.flat()),
    deflate: true,
  });
  const end = Buffer.from(`\nendobj\nstartxref\n${mapOffset}\n%%EOF\n`);
  return Buffer.concat([start, stream, Buffer.from(`${streamNumber + 1} 0 obj\n`), map, end]);
}
