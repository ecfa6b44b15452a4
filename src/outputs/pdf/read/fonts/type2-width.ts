// Finds the width at the beginning of a Type 2 charstring (Adobe Technical Note 5177, 3.1).

import { BinaryView } from './binary.js';

/** What a charstring may call, and the widths it is relative to. */
export interface Subroutines {
  readonly globals: readonly Uint8Array[];
  readonly locals: readonly Uint8Array[];
  readonly defaultWidth: number;
  readonly nominalWidth: number;
}

/** Operands that an operator takes; the width is there when one more stands before them. */
const TAKES: Readonly<Record<number, number>> = { 4: 1, 22: 1, 21: 2, 14: 0 };
const STEMS: ReadonlySet<number> = new Set([1, 3, 18, 23, 19, 20]);

/** The width in units of the font; undefined when the charstring never comes to an operator that would carry it. */
export function charstringWidth(charstring: Uint8Array, subroutines: Subroutines): number | undefined {
  const stack: number[] = [];
  return run(charstring, subroutines, stack, 0);
}

function run(
  bytes: Uint8Array,
  subroutines: Subroutines,
  stack: number[],
  depth: number,
): number | undefined {
  const view = new BinaryView(bytes);
  for (let at = 0; at < bytes.length; ) {
    const byte = view.u8(at);
    if (byte >= 32 || byte === 28) {
      at += pushNumber(view, at, stack);
      continue;
    }
    at += 1;
    if (byte === 10 || byte === 29) {
      const list = byte === 10 ? subroutines.locals : subroutines.globals;
      const bias = list.length < 1240 ? 107 : list.length < 33900 ? 1131 : 32768;
      const called = list[(stack.pop() ?? 0) + bias];
      const width = called && depth < 10 ? run(called, subroutines, stack, depth + 1) : undefined;
      if (width !== undefined) return width;
    } else if (byte === 11) return undefined;
    else return widthAt(byte, stack, subroutines);
  }
  return undefined;
}

function widthAt(
  operator: number,
  stack: readonly number[],
  { defaultWidth, nominalWidth }: Subroutines,
): number {
  const takes = TAKES[operator];
  // `endchar` may also carry the four operands of an accented character.
  const hasWidth = STEMS.has(operator)
    ? stack.length % 2 === 1
    : operator === 14
      ? stack.length === 1 || stack.length === 5
      : takes !== undefined && stack.length > takes;
  return hasWidth ? nominalWidth + (stack[0] ?? 0) : defaultWidth;
}

function pushNumber(view: BinaryView, at: number, stack: number[]): number {
  const byte = view.u8(at);
  if (byte === 28) {
    stack.push(view.i16(at + 1));
    return 3;
  }
  if (byte === 255) {
    stack.push((view.u32(at + 1) | 0) / 65536);
    return 5;
  }
  if (byte <= 246) {
    stack.push(byte - 139);
    return 1;
  }
  stack.push(
    byte <= 250 ? (byte - 247) * 256 + view.u8(at + 1) + 108 : -(byte - 251) * 256 - view.u8(at + 1) - 108,
  );
  return 2;
}
