import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../src/diagnostics/code-frame.js';

const at = (line: number, column: number, endColumn: number) => ({
  start: { line, column },
  end: { line, column: endColumn },
});

describe('codeFrame', () => {
  it('puts carets under the words', () => {
    expect(codeFrame('one\ntwo three\n', at(2, 5, 10))).toBe('  2 | two three\n    |     ^^^^^');
  });

  it('counts wide characters as two columns', () => {
    expect(codeFrame('中文 abc', at(1, 4, 7))).toBe('  1 | 中文 abc\n    |      ^^^');
  });

  it('keeps tabs, so that the caret stays below', () => {
    expect(codeFrame('\tab', at(1, 2, 3))).toBe('  1 | \tab\n    | \t^');
  });

  it('shows a piece of a very long line that holds the place', () => {
    const frame = codeFrame(`${'x'.repeat(5000)}HERE${'y'.repeat(5000)}`, at(1, 5001, 5005));
    expect(frame).toContain('HERE');
    expect(frame.length).toBeLessThan(400);
    const [line = '', caret = ''] = frame.split('\n');
    expect(caret.indexOf('^')).toBe(line.indexOf('HERE'));
  });

  it('isolates right-to-left lines and draws no caret there', () => {
    expect(codeFrame('ماذا نعرف', at(1, 1, 3))).toBe('  1 | \u2068ماذا نعرف\u2069');
  });

  it('marks at least one column, and nothing beyond the file', () => {
    expect(codeFrame('ab', at(1, 3, 3))).toBe('  1 | ab\n    |   ^');
    expect(codeFrame('ab', at(9, 1, 1))).toBe('');
  });
});
