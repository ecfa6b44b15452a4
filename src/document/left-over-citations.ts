/** Citations and calls of notes that are nearly right. */

import type { LeftOverRule } from './left-over-rule.js';

const printed = 'It would be printed as it was typed.';
const lost = 'Readers would see the signs, and not get what they stand for.';

/** The rules, in their order among all others. */
export const citationRules: readonly LeftOverRule[] = [
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
    holds: (match, { isSource }) => isSource(match[1] ?? ''),
    what: (typed) => `“${typed}” looks like a citation without its “@”.`,
    why: 'It would be printed as it was typed, and no source would be named.',
    fix: (typed) => `Write “[@${typed.slice(1)}”.`,
  },
  {
    pattern: /(?<!\\)\[[^\][\n]*(?:@@|＠)[^\][\n]*\]|＠[\p{L}\p{N}_][\p{L}\p{N}_-]*/gu,
    severity: 'error',
    code: 'citation-is-well-formed',
    holds: ([typed], { isSource }) => typed.startsWith('[') || isSource(typed.slice(1)),
    what: (typed) => `“${typed}” looks like a citation, but is not written like one.`,
    why: lost,
    fix: (typed) => `Write one plain “@”: “${typed.replace(/@@+|＠/gu, '@')}”.`,
  },
  {
    pattern: /(?<![\\\]])\[([^\][@^\s,;]+)\](?![[(:])/gu,
    severity: 'error',
    holds: (match, { isNote }) => isNote(match[1] ?? ''),
    what: (typed) => `“${typed}” looks like the call of a note without its “^”.`,
    why: printed,
    fix: (typed) => `Write “[^${typed.slice(1)}”.`,
  },
  {
    pattern: /(?<![\p{L}\p{N}\\-])-$/gu,
    severity: 'error',
    code: 'citation-is-well-formed',
    where: 'before-name',
    what: () => 'A hyphen stands before a source in the sentence.',
    why: 'It leaves the author out in square brackets only; here it would be printed.',
    fix: () => 'Take it out, or write the source in brackets: [-@id].',
  },
  {
    pattern: /^[^\][\n]*\]/gu,
    severity: 'error',
    code: 'citation-is-well-formed',
    where: 'behind-name',
    what: (typed) => `“${typed}” behind the source ends with a bracket that was never opened.`,
    why: lost,
    fix: () => 'Open it before the “@”: [@id, p. 3].',
  },
  {
    pattern: /^ ?\[[^\][\n]*\p{Nd}[^\][\n]*\]/gu,
    severity: 'warning',
    code: 'citation-is-well-formed',
    where: 'behind-name',
    what: (typed) => `“${typed.trim()}” behind the source is no place in it that Galley knows.`,
    why: 'It would be printed in the sentence, brackets and all.',
    fix: () => 'Begin with the place: @id [p. 3], @id [ch. 2] or @id [at 12:30].',
  },
];
