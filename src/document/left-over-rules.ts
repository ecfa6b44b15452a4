/** What left-over markup looks like, and what was meant. Order matters: the first rule that takes a place keeps it. */

import type { Severity } from '../diagnostics/diagnostic.js';

/** One kind of left-over markup. Patterns work on the text as typed, so that a backslash protects. */
export interface LeftOverRule {
  readonly pattern: RegExp;
  readonly severity: Severity;
  readonly code?: string;
  /** Where it counts: at the start of a line; not at the end of an item that takes settings there; not in headings; right before a citation. */
  readonly where?: 'line' | 'not-item-end' | 'not-heading' | 'before-citation';
  /** A further condition on the match. */
  readonly holds?: (match: RegExpExecArray, isSource: (id: string) => boolean) => boolean;
  readonly what: (typed: string) => string;
  readonly why: string;
  readonly fix: (typed: string) => string;
}

const printed = 'It would be printed as it was typed.';
const lost = 'Readers would see the signs, and not get what they stand for.';

/** All rules. */
export const leftOverRules: readonly LeftOverRule[] = [
  {
    pattern: /(?:^|\n)[ \t>]*[:：]{3,}[ \t]*(?=\n|$)/gu,
    severity: 'error',
    where: 'line',
    what: (typed) => `A line with “${typed}” alone closes no block.`,
    why: printed,
    fix: () => 'Take it out, or write the line that opens the block: :::name.',
  },
  {
    pattern: /(?:^|\n)[ \t>]*[:：]{2,}[ \t]*[\p{L}][^\n]*/gu,
    severity: 'error',
    where: 'line',
    what: (typed) => `“${typed}” looks like a block, but is not written like one.`,
    why: lost,
    fix: (typed) => {
      const [, name = 'note', rest = ''] = /^[:：]+\s*([\p{L}\p{N}-]+)(.*)$/u.exec(typed) ?? [];
      return rest.trim() === '' || rest.trim().startsWith('{')
        ? `Write “:::${name}${rest.trim()}”, without a space behind the colons.`
        : `Write “:::${name}” on a line of its own, and the text below it.`;
    },
  },
  {
    pattern: /(?<=[^\s:\\][ \t]+):{3,}(?=[ \t]*(?:\n|$)|[a-z][a-z-]*(?:\{|\s|$))/gu,
    severity: 'warning',
    what: (typed) => `“${typed}” stands inside a line, where it neither opens nor closes a block.`,
    why: printed,
    fix: () => 'Write it on a line of its own, with an empty line before an opening one.',
  },
  {
    pattern: /(?:^|\n)[ \t>]*#{2,6}(?=[^\s#])[^\n]*/gu,
    severity: 'warning',
    where: 'line',
    what: (typed) => `“${typed}” looks like a heading, but is none.`,
    why: 'Readers who move by headings would not find it.',
    fix: () => 'Put a space behind the “#” signs.',
  },
  {
    pattern: /(?:^|\n)[ \t>]*\|[^\n]*\|[ \t]*(?=\n|$)/gu,
    severity: 'warning',
    where: 'line',
    what: (typed) => `“${typed}” looks like a row of a table, but there is none.`,
    why: printed,
    fix: () => 'Below the row of headings write a row of hyphens with as many cells: | --- | --- |.',
  },
  {
    pattern: /(?<!\\)\[\^\s*\](?!\()|(?<!\\)\[\^[^\]\n]*\s[^\]\n]*\]/gu,
    severity: 'error',
    what: (typed) => `“${typed}” is no note: its name holds a space, or nothing.`,
    why: lost,
    fix: (typed) =>
      `Write a name without spaces: “${typed.replace(/\^\s+/u, '^').replace(/\s+\]/u, ']').replace(/\s+/gu, '-').replace('[^]', '[^name]')}”, in the note too.`,
  },
  {
    pattern: /(?<!\\)\^\[[^\]\n]*\]/gu,
    severity: 'warning',
    what: (typed) => `“${typed}” looks like a note inside the sentence.`,
    why: printed,
    fix: () => 'Write [^name] here, and the note in a paragraph of its own that begins with “[^name]:”.',
  },
  {
    pattern: /(?<!\\)\[\s*-?@(?=[\s\];,]|$)[^\]\n]*\]?/gu,
    severity: 'error',
    code: 'citation-is-well-formed',
    what: (typed) => `“${typed}” looks like a citation, but names no source.`,
    why: lost,
    fix: () => 'Write the source’s id right behind the “@”: [@id, p. 3].',
  },
  {
    pattern: /[［【〔][^\S\n]*-?$/gu,
    severity: 'error',
    code: 'citation-is-well-formed',
    where: 'before-citation',
    what: (typed) => `“${typed.trim()}” is a full-width bracket; a citation stands in “[ ]”.`,
    why: lost,
    fix: () => 'Type the brackets in half width: [@id，第3页].',
  },
  {
    pattern: /(?<![\\!])\[[^\][\n]*$/gu,
    severity: 'error',
    code: 'citation-is-well-formed',
    where: 'before-citation',
    what: () => 'The bracket that opens here before a citation is never closed, or holds another bracket.',
    why: lost,
    fix: () => 'Close it with “]”: [see @id, p. 3]. Words in brackets inside it go into round ones.',
  },
  {
    pattern: /(?<![\\\]])\[([^\][@^\s,;，；،؛]+)(?:[\s,;，；،؛][^\][\n]*)?\](?![[(:])/gu,
    severity: 'error',
    holds: (match, isSource) => isSource(match[1] ?? ''),
    what: (typed) => `“${typed}” looks like a citation without its “@”.`,
    why: 'It would be printed as it was typed, and no source would be named.',
    fix: (typed) => `Write “[@${typed.slice(1)}”.`,
  },
  {
    pattern: /(?<!\\)(?:!?\[(?!\^)[^\][\n]*)?\]\[(?!\^)[^\][\n]*\]/gu,
    severity: 'warning',
    what: (typed) => `“${typed}” looks like a link, but nothing says where it leads.`,
    why: printed,
    fix: () => 'Write [words](address); or put a backslash before the bracket if it is plain text.',
  },
  {
    pattern:
      /(?<!\\)(?:!?\[(?!\^)[^\][\n]*)?\](?:\(|[ \t]\((?=https?:|www\.|mailto:|#|\.{0,2}\/|$))[^)\n]*\)?/gu,
    severity: 'warning',
    what: (typed) => `“${typed}” looks like a link, but is not written like one.`,
    why: printed,
    fix: () =>
      'Write [words](address) without a space between the brackets, and %20 for spaces in the address.',
  },
  {
    pattern: /(?<![\p{L}\p{N}:\\]):(?:num|see|lang)(?![\p{L}\p{N}-])[^\S\n]*(?:\{[^}\n]*\}|\[[^\]\n]*\])?/gu,
    severity: 'error',
    what: (typed) => `“${typed}” is not complete.`,
    why: lost,
    fix: () => 'Write :num[id], :see[id] or :lang[words]{kk}, without spaces between the parts.',
  },
  {
    pattern: /(?<=[\p{L}\p{N})])\^[\p{L}\p{N}+−-]{1,6}\^(?!\p{L})/gu,
    severity: 'warning',
    what: (typed) => `“${typed}” raises nothing.`,
    why: printed,
    fix: () => 'Type the raised sign itself, such as ² or ³, or write it in words.',
  },
  {
    pattern: /(?<![\\-])-->/gu,
    severity: 'warning',
    what: () => '“-->” closes no comment.',
    why: printed,
    fix: () => 'Take it out, or write “<!--” where the comment begins.',
  },
  {
    pattern: /(?<!\\)\{[#.][^{}\n]*\}/gu,
    severity: 'warning',
    where: 'not-heading',
    what: (typed) => `“${typed}” stands in the text, where it has no effect.`,
    why: printed,
    fix: () => 'An id or a class stands at the end of a heading, or in the opening line of a block.',
  },
  {
    pattern: /(?<!\\)\{[a-z][a-z-]*=[^{}\n]*\}/gu,
    severity: 'warning',
    where: 'not-item-end',
    what: (typed) => `“${typed}” stands in the text, where it has no effect.`,
    why: printed,
    fix: () => 'Settings stand in the opening line of a block: :::name{…}.',
  },
  {
    pattern:
      /(?<![\\*])\*\*(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.!?])\*\*(?!\*)|(?<![\\*])\*\* [^*\n]+ \*\*|(?<![\\~])~~(?!~)|(?<![\\_\p{L}\p{N}])__(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.!?])__(?![_\p{L}\p{N}])/gu,
    severity: 'warning',
    what: (typed) => `“${typed}” begins or ends no emphasis.`,
    why: printed,
    fix: () =>
      'Write the signs right against the words, without a space and with points outside: **words**. Put a backslash before them if they are plain text.',
  },
];
