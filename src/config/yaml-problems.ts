/** What can be wrong with YAML, in an editor's words. */

import type { YAMLError } from 'yaml';
import type { ForeignMark } from './yaml-guard.js';
import type { ValueFault } from './yaml-values.js';

/** The three parts of a message. */
export interface Wording {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** Shortens and quotes words from the author's file. */
export function quote(words: string): string {
  const line = words.trim().replace(/\s+/g, ' ');
  return `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`;
}

/** The line of a text that holds an offset, and what follows its key. */
export function lineOf(
  text: string,
  offset: number,
): { readonly line: string; readonly key: string; readonly value: string } {
  const start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const stop = text.indexOf('\n', start);
  const line = text.slice(start, stop === -1 ? text.length : stop).trim();
  const parts = /^([^:\s][^:]*):\s+(.*)$/.exec(line.replace(/^(?:-\s+)+/, ''));
  return { line, key: parts?.[1] ?? '', value: parts?.[2] ?? '' };
}

/** The value in quotes that YAML reads as they are meant. */
function inQuotes(value: string): string {
  return value.includes('"') ? `'${value.replaceAll("'", "''")}'` : `"${value.replaceAll('\\', '\\\\')}"`;
}

function withQuotes(text: string, offset: number): string {
  const { key, value } = lineOf(text, offset);
  if (key === '' || value === '') return 'Put the whole value in straight double quotes: "…".';
  return `Put the whole value in straight quotes: \`${key}: ${inQuotes(value.replace(/^(["'])(.*)\1$/, '$2'))}\`.`;
}

/** The line below that stands deeper than a line which is whole, so that it reads as more of its value; undefined when there is none. */
function deeperLine(text: string, offset: number): string | undefined {
  const start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const [own = '', below = ''] = text.slice(start).split('\n', 2);
  const depth = (line: string): number => line.length - line.trimStart().length;
  const isEntry = /^\s*[^\s#"'][^:#]*:(?:\s|$)/u.test(below);
  const isWhole = !/:\s.*:\s/u.test(own);
  return isWhole && isEntry && depth(below) > depth(own) ? below.trim() : undefined;
}

/** A line whose colon is not one for YAML, as `key:value` or with the colon of another script; `key` is what stands before it. */
export function nearlyKey(line: string): { readonly key: string; readonly wording: Wording } | undefined {
  const [, key, colon, value = ''] = /^([\w-]+)(?:\s*(：)\s*|:(?!\s|\/\/))(\S.*)$/u.exec(line.trim()) ?? [];
  if (key === undefined) return undefined;
  const what =
    colon === undefined
      ? `Behind the colon a space is missing: ${quote(line)}.`
      : `The colon is a wide one, as Chinese and Japanese type it: ${quote(line)}.`;
  const why = 'Only a plain colon with a space behind it parts a key from its value.';
  return { key, wording: { what, why, fix: `Write \`${key}: ${value}\`.` } };
}

const unclear = 'Galley cannot tell where this value begins and ends, so it would lose or change words.';

/** Wordings by the parser's error code. */
const byCode: Readonly<Record<string, (text: string, offset: number, message: string) => Wording>> = {
  BLOCK_AS_IMPLICIT_KEY: (text, offset) => {
    const deeper = deeperLine(text, offset);
    if (deeper !== undefined) {
      return {
        what: `The line below this one stands too deep: ${quote(deeper)}.`,
        why: 'A deeper line goes on with the value above it, so neither of the two can be read.',
        fix: 'Give both lines the same indent.',
      };
    }
    return {
      what: `A value holds a colon and a space: ${quote(lineOf(text, offset).line)}.`,
      why: 'A colon and a space begin a new value here, so the line can be read in two ways.',
      fix: withQuotes(text, offset),
    };
  },
  MULTILINE_IMPLICIT_KEY: (text, offset) =>
    nearlyKey(lineOf(text, offset).line)?.wording ?? {
      what: `A line has no key, or stands at the wrong depth: ${quote(lineOf(text, offset).line)}.`,
      why: unclear,
      fix: 'Write `key: value` on one line, with the same indent as its neighbours; indent the further lines of a long value.',
    },
  MISSING_CHAR: (text, offset, message) =>
    message.includes('quote')
      ? {
          what: 'A quotation mark is opened and never closed.',
          why: 'Everything after it would become one value.',
          fix: 'Close the quotation mark at the end of the value.',
        }
      : (nearlyKey(lineOf(text, offset).line)?.wording ?? {
          what: `A line has no colon after its key: ${quote(lineOf(text, offset).line)}.`,
          why: 'Each line gives a key, a colon, a space and a value.',
          fix: 'Write `key: value`, or indent the line when it goes on with the value above.',
        }),
  BAD_SCALAR_START: (text, offset) => ({
    what: `A value begins with ${quote(text[offset] ?? '')}, which has a meaning of its own here.`,
    why: unclear,
    fix: withQuotes(text, offset),
  }),
  TAB_AS_INDENT: () => ({
    what: 'A line is indented with a tab.',
    why: 'Tabs have no fixed width, so it is unclear what the line belongs to.',
    fix: 'Indent with spaces, two for each level.',
  }),
  BAD_DQ_ESCAPE: (text, offset) => ({
    what: `A backslash in double quotes starts no known sign: ${quote(text.slice(offset, offset + 2))}.`,
    why: 'In double quotes a backslash changes the sign after it.',
    fix: 'Write the backslash twice, or use single quotes.',
  }),
  BAD_INDENT: (text, offset, message) => ({
    what: /flow (map|seq)/i.test(message)
      ? 'A bracket is opened and not closed before the next key.'
      : `A line stands at a depth that fits nothing above it: ${quote(lineOf(text, offset).line)}.`,
    why: unclear,
    fix: /flow (map|seq)/i.test(message)
      ? 'Close every `[` with `]` and every `{` with `}`; put text that holds brackets in quotes.'
      : 'Give it the same indent as its neighbours.',
  }),
  MULTIPLE_DOCS: () => ({
    what: 'A line `---` or `...` stands in the middle.',
    why: 'Only what stands before it would be read.',
    fix: 'Remove that line.',
  }),
};

/** The wording for an error of the YAML parser. */
export function syntaxWording(text: string, error: YAMLError): Wording {
  const known = byCode[error.code];
  if (known !== undefined) return known(text, error.pos[0], error.message);
  const { line } = lineOf(text, error.pos[0]);
  const isQuoted = /^[^:]+:\s+["']/.test(line);
  return {
    what: isQuoted
      ? `Words stand after a closing quotation mark: ${quote(line)}.`
      : `This line cannot be read: ${quote(line)}.`,
    why: unclear,
    fix: withQuotes(text, error.pos[0]),
  };
}

/** The wording for a mark that Galley's files do not know. */
export function markWording(text: string, mark: ForeignMark): Wording {
  if (mark.kind === 'directive') {
    return {
      what: `The line ${quote(mark.text)} asks for another kind of YAML.`,
      why: 'Galley reads YAML 1.2 only, so that a value means the same everywhere.',
      fix: 'Remove that line.',
    };
  }
  const meaning = {
    anchor: 'names the value, to be repeated elsewhere',
    alias: 'repeats a value from elsewhere',
    tag: 'changes the kind of the value',
  }[mark.kind];
  return {
    what: `A value begins with ${quote(mark.text)}: in YAML this ${meaning}.`,
    why: 'Galley does not read such marks, since they can hide what a file says.',
    fix: `If it is text: ${withQuotes(text, mark.offset)} If not: write the value out.`,
  };
}

/** The wording for data that the parser accepts and Galley does not. */
export function faultWording(fault: ValueFault, words: string): Wording {
  switch (fault.kind) {
    case 'duplicate':
      return {
        what: `The key ${quote(fault.key)} stands here a second time.`,
        why: 'Only one of the two values could be printed.',
        fix: 'Keep one of them.',
      };
    case 'refused-key':
      return {
        what: `The key ${quote(fault.key)} cannot be used.`,
        why: 'It has a meaning of its own for computers.',
        fix: 'Choose another key, or remove it.',
      };
    case 'empty-key':
      return {
        what: 'A colon stands here without a key before it.',
        why: 'A value without a name is lost.',
        fix: 'Write the key before the colon, or put the text in quotes.',
      };
    case 'long-key':
      return {
        what: `A list or a group stands where a key belongs: ${quote(words)}.`,
        why: 'A key is one plain word.',
        fix: 'Write `key: value`; put text that begins with a bracket in quotes.',
      };
    case 'list-in-text':
      return {
        what: 'A hyphen begins a line inside a text.',
        why: 'It looks like an item of a list, but the text above it goes on, so both become one value.',
        fix: 'Move the text above away from the list, or put the whole text in quotes.',
      };
    case 'cut-by-comment':
      return {
        what: `The words ${quote(words)} are not part of the value.`,
        why: 'A number sign after a space begins a comment, so readers would not see these words.',
        fix: 'Put the whole value in quotes; leave a space after the `#` of a real comment.',
      };
  }
}
