/** What can be wrong with front matter, in an editor's words. */

import type { Words } from './findings.js';

const example = 'Begin the file with a line `---`, then `headline: …` and the other keys, then a line `---`.';

const why =
  'The front matter holds the headline, the byline and the status; without it nothing can be published.';

/** There is none. */
export function none(what: string): Words {
  return { what, why, fix: example };
}

/** There is no closing line. */
export const unclosed: Words = {
  what: 'The front matter is opened here and never closed.',
  why: 'It is unclear where the keys end and the text begins.',
  fix: 'Write a line `---` after the last key.',
};

/** It is closed in YAML’s other way. */
export const dots: Words = {
  what: 'The front matter is closed with `...`.',
  why: 'Other programs print it as text.',
  fix: 'Close it with `---`.',
};

/** Blank lines stand above it. */
export const late: Words = {
  what: 'The front matter does not begin in the first line.',
  why: 'Other programs take it for text then.',
  fix: 'Remove the blank lines above it.',
};

/** The word “yaml” stands in the opening line. */
export function named(language: string): Words {
  return {
    what: `The word “${language}” stands behind the opening \`---\`.`,
    why: 'Front matter is always YAML; a word there is not understood by other programs.',
    fix: 'Write `---` alone on the line.',
  };
}

/** The opening line asks for another language. */
export function otherLanguage(mark: string): Words {
  return {
    what: `The front matter is marked as “${mark}”.`,
    why: 'Galley reads data only, as YAML; it never runs a program from a document.',
    fix: 'Write `---` alone on the line, and the keys as `key: value`.',
  };
}

/** The opening line is nearly right. */
export function openingMark(line: string): Words {
  return {
    what: `The first line is “${line.trim()}”, not three hyphens.`,
    why: 'Some editors turn hyphens into dashes; the front matter then looks like text.',
    fix: 'Write three hyphens, `---`, alone in the first line.',
  };
}

/** The closing line is nearly right. */
export function closingMark(line: string): Words {
  return {
    what: `The front matter seems to end with “${line.trim()}”, not three hyphens.`,
    why: 'Some editors turn hyphens into dashes; the front matter then never ends.',
    fix: 'Write three hyphens, `---`, alone on the line.',
  };
}

/** It is longer than the limit, in bytes. */
export function tooLarge(bytes: number, limit: number): Words {
  return {
    what: `The front matter is ${bytes.toLocaleString('en')} bytes long; at most ${limit.toLocaleString('en')} are read.`,
    why: 'So much text among the keys is hardly meant; perhaps the closing `---` is missing.',
    fix: 'Close the front matter after its last key, and move long texts into the document.',
  };
}
