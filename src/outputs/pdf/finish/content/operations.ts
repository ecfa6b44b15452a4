/** Cuts a content stream into operations (ISO 32000-2, 7.8.2): operands, operator, and the bytes they were written in. */

import { Keyword, Lexer, PdfSyntaxError } from '../file/lexer.js';
import type { PdfValue } from '../file/values.js';

/** One operation. `start` and `end` are byte offsets in the decoded stream; copying them keeps the drawing as it was. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly PdfValue[];
  readonly start: number;
  readonly end: number;
}

const none: readonly PdfValue[] = [];

/** All operations of a stream in order. An inline image (`BI … EI`) is one operation. */
export function operationsOf(bytes: Uint8Array): Operation[] {
  const lexer = new Lexer(bytes);
  const operations: Operation[] = [];
  let operands: PdfValue[] = [];
  lexer.skip();
  let start = lexer.position;
  for (;;) {
    const token = lexer.next();
    if (token === undefined) break;
    if (!(token instanceof Keyword)) {
      operands.push(token);
      continue;
    }
    if (token.word === 'BI') skipInlineImage(lexer);
    operations.push({
      operator: token.word,
      operands: operands.length === 0 ? none : operands,
      start,
      end: lexer.position,
    });
    operands = [];
    lexer.skip();
    start = lexer.position;
  }
  if (operands.length > 0) throw new PdfSyntaxError('the page drawing ends inside an operation');
  return operations;
}

/** Moves past `BI <pairs> ID <data> EI`: the data end at the first `EI` between white space that the lexer can read on from. */
function skipInlineImage(lexer: Lexer): void {
  const { bytes } = lexer;
  for (;;) {
    const token = lexer.next();
    if (token === undefined) throw new PdfSyntaxError('an inline image without data');
    if (token instanceof Keyword && token.word === 'ID') break;
  }
  for (let i = lexer.position + 1; i + 1 < lexer.end; i += 1) {
    const bounded = isSpace(bytes[i - 1]) && (i + 2 >= lexer.end || isSpace(bytes[i + 2]));
    if (bounded && bytes[i] === 0x45 && bytes[i + 1] === 0x49) {
      lexer.position = i + 2;
      return;
    }
  }
  throw new PdfSyntaxError('an inline image without end');
}

function isSpace(code: number | undefined): boolean {
  return code === 10 || code === 13 || code === 32 || code === 9 || code === 0;
}
