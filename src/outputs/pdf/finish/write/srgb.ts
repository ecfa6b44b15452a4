/** An sRGB profile of our own making (ICC.1:2004-10, version 4.2): the numbers of IEC 61966-2-1, adapted to D50. */

/** A tag's signature and its element data. */
type Tag = readonly [signature: string, data: Buffer];

/** Columns of the matrix from linear sRGB to the profile connection space, D50 (Bradford), as s15Fixed16 numbers. */
const red = [0.43606567, 0.2224884, 0.01391602];
const green = [0.38514709, 0.71687317, 0.09707642];
const blue = [0.14306641, 0.06060791, 0.71409607];
const d50 = [0.9642, 1, 0.8249];
/** From D65, the white of sRGB, to D50. */
const adaptation = [
  1.0478112, 0.0228866, -0.050127, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316,
];

function fixed(values: readonly number[]): Buffer {
  const data = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) data.writeInt32BE(Math.round(value * 65536), index * 4);
  return data;
}

function typed(type: string, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${type}\0\0\0\0`, 'latin1'), data]);
}

/** A text in one language (multiLocalizedUnicodeType). */
function words(text: string): Buffer {
  const body = Buffer.from(text, 'utf16le').swap16();
  const head = Buffer.alloc(20);
  head.writeUInt32BE(1, 0);
  head.writeUInt32BE(12, 4);
  head.write('enUS', 8, 'latin1');
  head.writeUInt32BE(body.length, 12);
  head.writeUInt32BE(28, 16);
  return typed('mluc', Buffer.concat([head, body]));
}

/** The transfer curve of sRGB as a function of five numbers (parametricCurveType 3). */
function curve(): Buffer {
  const kind = Buffer.from([0, 3, 0, 0]);
  return typed('para', Buffer.concat([kind, fixed([2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045])]));
}

function header(length: number): Buffer {
  const data = Buffer.alloc(128);
  data.writeUInt32BE(length, 0);
  data.writeUInt32BE(0x04200000, 8);
  data.write('mntrRGB XYZ ', 12, 'latin1');
  // The day the standard of this profile was published; a fixed date keeps the bytes the same.
  for (const [index, value] of [2004, 10, 1, 0, 0, 0].entries()) data.writeUInt16BE(value, 24 + index * 2);
  data.write('acsp', 36, 'latin1');
  fixed(d50).copy(data, 68);
  return data;
}

/** The profile's bytes. */
export function srgbProfile(): Uint8Array {
  const shared = curve();
  const tags: readonly Tag[] = [
    ['desc', words('sRGB')],
    ['cprt', words('No copyright, use freely')],
    ['wtpt', typed('XYZ ', fixed(d50))],
    ['chad', typed('sf32', fixed(adaptation))],
    ['rXYZ', typed('XYZ ', fixed(red))],
    ['gXYZ', typed('XYZ ', fixed(green))],
    ['bXYZ', typed('XYZ ', fixed(blue))],
    ['rTRC', shared],
    ['gTRC', shared],
    ['bTRC', shared],
  ];
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const bodies: Buffer[] = [];
  const places = new Map<Buffer, number>();
  let offset = 128 + table.length;
  for (const [index, [signature, data]] of tags.entries()) {
    let place = places.get(data);
    if (place === undefined) {
      place = offset;
      places.set(data, place);
      const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
      bodies.push(padded);
      offset += padded.length;
    }
    table.write(signature, 4 + index * 12, 'latin1');
    table.writeUInt32BE(place, 8 + index * 12);
    table.writeUInt32BE(data.length, 12 + index * 12);
  }
  return Buffer.concat([header(offset), table, ...bodies]);
}
