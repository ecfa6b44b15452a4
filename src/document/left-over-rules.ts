/** What left-over markup looks like, and what was meant. Order matters: the first rule that takes a place keeps it. */

import { citationRules } from './left-over-citations.js';
import type { LeftOverRule } from './left-over-rule.js';

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
    pattern: /(?:^|\n)[ \t>]*(?:[•◦▪‣]\s*|-(?=\p{L}))[^\n]*/gu,
    severity: 'warning',
    where: 'line',
    what: (typed) => `“${typed}” looks like an item of a list, but is none.`,
    why: 'Its lines run together, and screen readers announce no list.',
    fix: (typed) => `Write a hyphen and a space: “- ${typed.replace(/^[-•◦▪‣]\s*/u, '')}”.`,
  },
  {
    pattern: /(?:^|\n)[ \t>]*\d{1,2}[.)]\p{L}[^\n]*\n[ \t>]*\d{1,2}[.)]\p{L}[^\n]*/gu,
    severity: 'warning',
    where: 'line',
    what: (typed) => `“${typed}” looks like a numbered list, but is none.`,
    why: 'Its lines run together, and screen readers announce no list.',
    fix: () => 'Leave a space behind each point: “1. First”.',
  },
  {
    pattern: /(?:^|\n)[ \t>]*\|[^\n]*\|[ \t]*(?=\n|$)/gu,
    severity: 'warning',
    where: 'line',
    what: (typed) => `“${typed}” looks like a row of a table, but there is none.`,
    why: printed,
    fix: () => 'Below the row of headings write a row of hyphens with as many cells: | --- | --- |.',
  },
  ...citationRules,
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
    pattern: /(?<!\\)::(?:num|see|lang)\[[^\]\n]*\]/gu,
    severity: 'error',
    what: (typed) => `“${typed}” begins with two colons.`,
    why: lost,
    fix: (typed) => `Inside a line one colon does it: “${typed.slice(1)}”.`,
  },
  {
    pattern: /(?<=[\p{L}\p{N})])\^[\p{L}\p{N}+−-]{1,6}\^(?!\p{L})/gu,
    severity: 'warning',
    what: (typed) => `“${typed}” raises nothing.`,
    why: printed,
    fix: (typed) => {
      const raised = [...typed.slice(1, -1)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]);
      return raised.includes(undefined)
        ? 'Type the raised sign itself, such as ² or ³, or write it in words.'
        : `Type the raised sign itself: “${raised.join('')}”.`;
    },
  },
  {
    pattern: /(?<=[\p{L}\p{N})])~[\p{L}\p{N}+−-]{1,6}~(?![~\p{N}])/gu,
    severity: 'warning',
    what: (typed) => `“${typed}” lowers nothing.`,
    why: printed,
    fix: (typed) => {
      const lowered = [...typed.slice(1, -1)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]);
      return lowered.includes(undefined)
        ? 'Type the lowered sign itself, such as ₂, or write it in words.'
        : `Type the lowered sign itself: “${lowered.join('')}”.`;
    },
  },
  {
    pattern: /(?<![\\~\p{L}\p{N}])~(?=[^\s~])[^~\n]*[^\s~]~(?![~\p{L}\p{N}])/gu,
    severity: 'warning',
    what: (typed) => `“${typed}” strikes nothing through.`,
    why: printed,
    fix: (typed) =>
      `Write two tildes on each side, “~${typed}~”, or a backslash before each if they are plain text.`,
  },
  {
    pattern: /(?<!\\)<(?:!-(?!-)|!\s|-{2,}\s)[^\n]*/gu,
    severity: 'error',
    what: (typed) => `“${typed}” looks like a comment, but is none.`,
    why: 'A note for colleagues would be printed for all readers.',
    fix: () => 'Begin it with “<!--” and end it with “-->”.',
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
    pattern: /(?<!\\)\{[#.]?[a-z][a-z-]*=?[^{}\n]*$/gu,
    severity: 'warning',
    holds: (match) => /[=#.]/u.test(match[0].slice(0, 20)),
    what: (typed) => `“${typed}” opens a brace that is never closed.`,
    why: printed,
    fix: (typed) => `Close it: “${typed}}”.`,
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
