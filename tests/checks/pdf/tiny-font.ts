// A TrueType font of three glyphs, built byte by byte: the empty box (600 wide), A (500) and B (700), in 1000 units.

const WIDTHS = [600, 500, 700];

function u16(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => {
    buffer.writeUInt16BE(value & 0xffff, index * 2);
  });
  return buffer;
}

function u32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(value >>> 0);
  return buffer;
}

/** A box from corner to corner, the same for every glyph. */
const GLYPH = Buffer.concat([
  u16(1, 0, 0, 400, 700),
  u16(3),
  u16(0),
  Buffer.from([1, 1, 1, 1]),
  u16(0, 400, 0, -400),
  u16(0, 0, 700, 0),
]);

function segmentMap(): Buffer {
  // Format 4 with one segment for A and B and the closing one.
  return u16(4, 32, 0, 4, 4, 1, 0, 66, 0xffff, 0, 65, 0xffff, 1 - 65, 1, 0, 0);
}

function byteMap(): Buffer {
  const codes = Buffer.alloc(256);
  codes[65] = 1;
  codes[66] = 2;
  return Buffer.concat([u16(0, 262, 0), codes]);
}

function cmap(maps: readonly (readonly [number, number])[]): Buffer {
  const bodies = maps.map(([platform]) => (platform === 3 ? segmentMap() : byteMap()));
  let offset = 4 + maps.length * 8;
  const records = maps.map(([platform, encoding], index) => {
    const record = Buffer.concat([u16(platform, encoding), u32(offset)]);
    offset += bodies[index]?.length ?? 0;
    return record;
  });
  return Buffer.concat([u16(0, maps.length), ...records, ...bodies]);
}

/** The font's bytes; `maps` are platform and encoding of its character maps. */
export function tinyFont(
  maps: readonly (readonly [number, number])[] = [
    [1, 0],
    [3, 1],
  ],
): Uint8Array {
  const size = GLYPH.length + (GLYPH.length % 2);
  const glyphs = Buffer.concat(WIDTHS.map(() => Buffer.concat([GLYPH, Buffer.alloc(size - GLYPH.length)])));
  const tables: Readonly<Record<string, Buffer>> = {
    cmap: cmap(maps),
    glyf: glyphs,
    head: Buffer.concat([
      u32(0x00010000),
      u32(0x00010000),
      u32(0),
      u32(0x5f0f3cf5),
      u16(0, 1000),
      Buffer.alloc(16),
      u16(0, 0, 400, 700, 0, 8, 2, 0, 0),
    ]),
    hhea: Buffer.concat([
      u32(0x00010000),
      u16(800, -200, 0, 700, 0, 0, 400, 1, 0, 0, 0, 0, 0, 0, 0, WIDTHS.length),
    ]),
    hmtx: Buffer.concat(WIDTHS.map((width) => u16(width, 0))),
    loca: u16(...[0, 1, 2, 3].map((index) => (index * size) / 2)),
    maxp: Buffer.concat([u32(0x00010000), u16(WIDTHS.length, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)]),
    post: Buffer.concat([u32(0x00030000), Buffer.alloc(28)]),
  };
  const entries = Object.entries(tables);
  let offset = 12 + entries.length * 16;
  const directory: Buffer[] = [u32(0x00010000), u16(entries.length, 128, 3, 0)];
  const bodies: Buffer[] = [];
  for (const [tag, body] of entries) {
    directory.push(Buffer.from(tag), u32(0), u32(offset), u32(body.length));
    const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
    bodies.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([...directory, ...bodies]);
}
