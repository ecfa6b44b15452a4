/** A first, linear look at YAML before it is parsed: how deep it nests, and which marks it holds that are not data. */

import { CST, Lexer } from 'yaml';

/** A mark that YAML knows and Galley's files do not: `&anchor`, `*alias`, `!tag`, `%DIRECTIVE`. */
export interface ForeignMark {
  readonly kind: 'anchor' | 'alias' | 'tag' | 'directive';
  readonly offset: number;
  readonly text: string;
}

/** What the look found. */
export interface YamlGuard {
  readonly marks: readonly ForeignMark[];
  /** Offset of the first value that lies deeper than the limit; such text must not reach the parser. */
  readonly tooDeepAt: number | undefined;
}

const markKinds: Readonly<Record<string, ForeignMark['kind']>> = {
  '&': 'anchor',
  '*': 'alias',
  '!': 'tag',
  '%': 'directive',
};

/** Counts nesting as the parser would: open brackets, and the columns at which blocks begin. */
class Depth {
  #brackets = 0;
  #columns: number[] = [];

  /** Reads one token and gives the depth at it. `first`: nothing but indicators stands before it on its line. */
  read(token: string, column: number, first: boolean): number {
    if (token === '[' || token === '{') this.#brackets += 1;
    else if (token === ']' || token === '}') this.#brackets = Math.max(0, this.#brackets - 1);
    else if (first && this.#brackets === 0) this.#begin(column);
    return this.#brackets + this.#columns.length;
  }

  /** The lexer gave up an unclosed bracket. */
  leaveBrackets(): void {
    this.#brackets = 0;
  }

  #begin(column: number): void {
    while ((this.#columns.at(-1) ?? -1) > column) this.#columns.pop();
    if ((this.#columns.at(-1) ?? -1) < column) this.#columns.push(column);
  }
}

/** Tokens that hold no value of their own. */
function isSpacing(token: string): boolean {
  return token === CST.DOCUMENT || token === CST.FLOW_END || token === CST.BOM || /^[\s#]/.test(token);
}

/** Looks at YAML text (`\n` line ends). Linear in its length; the `yaml` parser alone dies on 30,000 levels. */
export function guardYaml(text: string, maxDepth: number): YamlGuard {
  const marks: ForeignMark[] = [];
  const depth = new Depth();
  let tooDeepAt: number | undefined;
  let offset = 0;
  let lineStart = 0;
  let first = true;
  let plain = false;
  for (const token of new Lexer().lex(text)) {
    if (token === CST.SCALAR) {
      plain = true;
      continue;
    }
    if (token === CST.FLOW_END) depth.leaveBrackets();
    if (token === CST.DOCUMENT || token === CST.FLOW_END) continue;
    if (!isSpacing(token) || plain) {
      const kind = plain ? undefined : markKinds[token[0] ?? ''];
      if (kind !== undefined) marks.push({ kind, offset, text: token });
      if (depth.read(plain ? '' : token, offset - lineStart, first) > maxDepth) tooDeepAt ??= offset;
      first = !plain && first && (token === '-' || token === '?');
    }
    const lastBreak = token.lastIndexOf('\n');
    if (lastBreak !== -1) {
      lineStart = offset + lastBreak + 1;
      first = true;
    }
    offset += token.length;
    plain = false;
  }
  return { marks, tooDeepAt };
}

/** Offset of the bracket or quotation mark that is still open at the end of a text; the innermost bracket. */
export function unclosedMark(text: string): number | undefined {
  const open: number[] = [];
  let offset = 0;
  let plain = false;
  for (const token of new Lexer().lex(text)) {
    if (token === CST.SCALAR) plain = true;
    if (token === CST.SCALAR || token === CST.DOCUMENT || token === CST.FLOW_END) continue;
    const mark = plain ? '' : (token[0] ?? '');
    if (mark === '[' || mark === '{') open.push(offset);
    else if (mark === ']' || mark === '}') open.pop();
    else if ((mark === '"' || mark === "'") && !isClosedQuote(token, mark)) return offset;
    plain = false;
    offset += token.length;
  }
  return open.at(-1);
}

function isClosedQuote(token: string, mark: string): boolean {
  return token.length > 1 && token.endsWith(mark);
}
