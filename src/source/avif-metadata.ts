/** Blanks out EXIF and XMP in an AVIF, whose parts lie at fixed offsets, so that none of them moves. */

/** A box of the ISO base media file format: where its contents lie. */
interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** Reads numbers of given widths one after the other. Throws `RangeError` past the end. */
class Cursor {
  at: number;
  readonly #view: DataView;

  constructor(view: DataView, at: number) {
    this.#view = view;
    this.at = at;
  }

  /** An unsigned big-endian number of 0, 1, 2, 4 or 8 bytes. */
  take(width: number): number {
    let value = 0;
    for (let index = 0; index < width; index += 1) value = value * 256 + this.#view.getUint8(this.at + index);
    this.at += width;
    return value;
  }
}

function boxesIn(view: DataView, start: number, end: number): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = start; at + 8 <= end; ) {
    const cursor = new Cursor(view, at);
    const short = cursor.take(4);
    const type = String.fromCharCode(cursor.take(1), cursor.take(1), cursor.take(1), cursor.take(1));
    const size = short === 1 ? cursor.take(8) : short === 0 ? end - at : short;
    if (size < 8 || at + size > end) throw new RangeError('A box ends outside of the one around it.');
    boxes.push({ type, start: cursor.at, end: at + size });
    at += size;
  }
  return boxes;
}

/** Ids of the items that hold EXIF or XMP (ISO/IEC 14496-12, item information box). */
function metadataItems(view: DataView, box: Box): ReadonlySet<number> {
  const cursor = new Cursor(view, box.start);
  const version = cursor.take(1);
  cursor.at += 3 + (version === 0 ? 2 : 4);
  const ids = new Set<number>();
  for (const entry of boxesIn(view, cursor.at, box.end)) {
    const item = new Cursor(view, entry.start);
    const itemVersion = item.take(1);
    item.at += 3;
    if (itemVersion < 2) continue;
    const id = item.take(itemVersion === 2 ? 2 : 4);
    item.at += 2;
    const type = String.fromCharCode(item.take(1), item.take(1), item.take(1), item.take(1));
    if (type === 'Exif' || type === 'mime') ids.add(id);
  }
  return ids;
}

/** Ranges of the items (item location box); those inside `idat` count from its contents. */
function rangesOf(
  view: DataView,
  box: Box,
  ids: ReadonlySet<number>,
  idat: number,
): readonly (readonly [number, number])[] {
  const cursor = new Cursor(view, box.start);
  const version = cursor.take(1);
  cursor.at += 3;
  const sizes = cursor.take(2);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version > 0 ? sizes & 15 : 0;
  const count = cursor.take(version < 2 ? 2 : 4);
  const ranges: [number, number][] = [];
  for (let index = 0; index < count; index += 1) {
    const id = cursor.take(version < 2 ? 2 : 4);
    const method = version > 0 ? cursor.take(2) & 15 : 0;
    cursor.at += 2;
    const base = cursor.take(baseSize) + (method === 1 ? idat : 0);
    const extents = cursor.take(2);
    for (let extent = 0; extent < extents; extent += 1) {
      cursor.at += indexSize;
      const start = base + cursor.take(offsetSize);
      const length = cursor.take(lengthSize);
      if (ids.has(id)) ranges.push([start, start + length]);
    }
  }
  return ranges;
}

/** The same picture with zeros in place of EXIF and XMP. Throws `RangeError` when the file cannot be followed. */
export function withoutAvifMetadata(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const meta = boxesIn(view, 0, bytes.length).find(({ type }) => type === 'meta');
  if (meta === undefined) return bytes;
  const inside = boxesIn(view, meta.start + 4, meta.end);
  const box = (type: string): Box | undefined => inside.find((each) => each.type === type);
  const [information, locations] = [box('iinf'), box('iloc')];
  const ids = information === undefined ? new Set<number>() : metadataItems(view, information);
  if (ids.size === 0 || locations === undefined) return bytes;
  const blanked = Uint8Array.from(bytes);
  for (const [start, end] of rangesOf(view, locations, ids, box('idat')?.start ?? 0)) {
    if (end > bytes.length) throw new RangeError('An item ends outside of the file.');
    blanked.fill(0, start, end);
  }
  return blanked;
}
