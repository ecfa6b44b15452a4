// Reads big-endian numbers from bytes; beyond the end everything is zero.

/** A view on bytes that never throws. */
export class BinaryView {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** Unsigned byte. */
  u8(at: number): number {
    return this.bytes[at] ?? 0;
  }

  /** Unsigned 16-bit number. */
  u16(at: number): number {
    return this.u8(at) * 256 + this.u8(at + 1);
  }

  /** Signed 16-bit number. */
  i16(at: number): number {
    const value = this.u16(at);
    return value > 0x7fff ? value - 0x10000 : value;
  }

  /** Unsigned 32-bit number. */
  u32(at: number): number {
    return this.u16(at) * 65536 + this.u16(at + 2);
  }

  /** Unsigned number of one to four bytes. */
  unsigned(at: number, size: number): number {
    let value = 0;
    for (let byte = 0; byte < size; byte += 1) value = value * 256 + this.u8(at + byte);
    return value;
  }
}
