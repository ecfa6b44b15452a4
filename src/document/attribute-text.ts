/** Reads `{#id .class key=value key="value" key}` as remark-directive does, and keeps where each part stands. */

/** One attribute; offsets are indexes into the text that was read. */
export interface AttributePart {
  /** `id`, `class`, or the name as typed. */
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** Where the value begins; the start of the part for a word alone. */
  readonly valueStart: number;
}

/** Attributes as read; `end` is behind the closing brace. `problem` is the index of the first character that does not fit. */
export interface AttributeText {
  readonly parts: readonly AttributePart[];
  readonly end: number;
  readonly problem?: number;
}

const shortcut = /([#.])([^\s"#'.<=>`{}]+)/uy;
const quoted = /([:A-Z_a-z][-.:\w]*)[ \t]*=[ \t]*(?:"([^"\n]*)"|'([^'\n]*)')(?=[\s}])/uy;
const unquoted = /([:A-Z_a-z][-.:\w]*)[ \t]*=[ \t]*([^\s"'<=>`}]+)(?=[\s}])/uy;
const word = /([:A-Z_a-z][-.:\w]*)(?![-.:\w]|[ \t]*=)/uy;
const space = /\s+/uy;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function partAt(text: string, at: number): AttributePart | undefined {
  const short = match(shortcut, text, at);
  if (short !== null) {
    const value = short[2] ?? '';
    const end = at + short[0].length;
    return { name: short[1] === '#' ? 'id' : 'class', value, start: at, end, valueStart: at + 1 };
  }
  const quote = match(quoted, text, at);
  if (quote !== null) {
    const value = quote[2] ?? quote[3] ?? '';
    const end = at + quote[0].length;
    return { name: quote[1] ?? '', value, start: at, end, valueStart: end - value.length - 1 };
  }
  const plain = match(unquoted, text, at) ?? match(word, text, at);
  if (plain === null) return undefined;
  const value = plain[2] ?? '';
  const end = at + plain[0].length;
  return { name: plain[1] ?? '', value, start: at, end, valueStart: value === '' ? at : end - value.length };
}

/** Reads attributes from the `{` at `start`; what stands behind the closing brace is not looked at. */
export function readAttributeText(text: string, start = 0): AttributeText {
  const parts: AttributePart[] = [];
  let at = start + 1;
  for (;;) {
    at += match(space, text, at)?.[0].length ?? 0;
    if (text[at] === '}') return { parts, end: at + 1 };
    const part = at < text.length ? partAt(text, at) : undefined;
    if (part === undefined) return { parts, end: at, problem: Math.min(at, text.length) };
    parts.push(part);
    at = part.end;
  }
}
