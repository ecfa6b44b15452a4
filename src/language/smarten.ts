/** Typographic punctuation by language: quotes, apostrophes, dashes, French spaces. Works on the text runs of one paragraph. */

import type { Language } from './language.js';

const noBreak = '\u00a0';
const narrowNoBreak = '\u202f';
const spaces = noBreak + narrowNoBreak;

/** What is open at a point of the paragraph: marks that still wait for their closing ones, outermost first. */
type Open = { readonly typed: '"' | "'"; readonly close: string };

/** Addresses keep their signs; a mark or full stop behind one is none of its own. */
const address = /(?:[a-z][a-z0-9+.-]*:\/\/|www\.|mailto:)\S*[^\s"'.,;:!?)\]]|[\w.+-]+@[\w-]+\.[\w.-]+/giu;

/** A character that may stand before an opening quotation mark. */
function opensAfter(before: string): boolean {
  return before === '' || /[\s\p{Ps}\p{Pi}\p{Pd}\u00a1\u00bf/„‚"']/u.test(before);
}

/** A character that may stand behind an opening quotation mark. */
function opensBefore(after: string): boolean {
  return after !== '' && !/[\s\p{Pe}\p{Pf},.;:!?]/u.test(after);
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(character);
}

/** Scripts that put no space before a quotation mark. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether a closing `'` follows in the paragraph: one behind a word or sign, not inside a word. */
function closesLater(text: string, from: number): boolean {
  for (let at = text.indexOf("'", from); at >= 0; at = text.indexOf("'", at + 1)) {
    const before = text[at - 1] ?? '';
    const after = text[at + 1] ?? '';
    if (!/\s/u.test(before) && (!isWord(after) || unspaced.test(after))) return true;
  }
  return false;
}

/** Decades and clipped words that begin with an apostrophe. */
const clipped = /^'(?:\d\ds(?![\p{L}\p{N}])|(?:n|em|tis|twas|til|cause|bout)(?![\p{L}\p{N}]))/iu;

/** Whether a mark between these characters may open without a space before it: behind a letter of such a script, or before one behind a sign. */
function standsClose(before: string, after: string): boolean {
  return unspaced.test(before) || (unspaced.test(after) && /\p{P}/u.test(before));
}

/** The mark for one `"` or `'` of the paragraph; changes what is open. */
function quoteAt(text: string, at: number, open: Open[], language: Language): string {
  const typed = text[at] === '"' ? '"' : "'";
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  const innermost = open.at(-1);
  const inWord = isWord(before) && isWord(after) && !unspaced.test(before) && !unspaced.test(after);
  if (typed === "'" && inWord) return '’';
  if (clipped.test(text.slice(at, at + 8))) return '’';
  const free = opensAfter(before) || (standsClose(before, after) && innermost?.typed !== typed);
  const opens = free && opensBefore(after);
  const closes = innermost?.typed === typed && !/\s/u.test(before) && !(opens && isWord(after));
  if (closes && innermost !== undefined) {
    open.pop();
    return innermost.close;
  }
  if (opens && (typed === '"' || closesLater(text, at + 1))) {
    const [outerOpen, outerClose, innerOpen, innerClose] = language.quotes;
    // `"` inside `'` takes the outer marks, as British books set it.
    const inner = typed === "'" || innermost?.close === outerClose;
    open.push({ typed, close: inner ? innerClose : outerClose });
    return inner ? innerOpen : outerOpen;
  }
  if (typed === "'") return '’';
  // A mark that neither opens nor closes anything (5", or a stray one) stays as typed.
  return typed;
}

/** A paragraph's text with the run that each of its UTF-16 units came from. */
interface Paragraph {
  readonly text: string;
  readonly owners: readonly number[];
}

type Replacer = (found: string, at: number) => string;

/** Replaces matches; what is put in belongs to the run of the match's last unit. */
function replaceIn(paragraph: Paragraph, pattern: RegExp, replacer: Replacer): Paragraph {
  let text = '';
  const owners: number[] = [];
  let from = 0;
  const keep = (to: number): void => {
    text += paragraph.text.slice(from, to);
    for (let at = from; at < to; at += 1) owners.push(paragraph.owners[at] ?? 0);
  };
  for (const match of paragraph.text.matchAll(pattern)) {
    keep(match.index);
    const end = match.index + match[0].length;
    const made = replacer(match[0], match.index);
    text += made;
    const owner = paragraph.owners[Math.max(end - 1, 0)] ?? 0;
    for (let at = 0; at < made.length; at += 1) owners.push(owner);
    from = end;
  }
  keep(paragraph.text.length);
  return { text, owners };
}

function smartQuotes(paragraph: Paragraph, language: Language): Paragraph {
  const open: Open[] = [];
  return replaceIn(paragraph, /["']/g, (_, at) => quoteAt(paragraph.text, at, open, language));
}

function smartDashes(paragraph: Paragraph): Paragraph {
  return replaceIn(paragraph, /(?<!-)-{2,3}(?!-)/g, (dashes) => (dashes.length === 3 ? '—' : '–'));
}

function escaped(characters: string): string {
  return characters.replace(/[-\\\]^]/g, '\\$&');
}

/** Puts the language's no-break spaces before its high punctuation, where that ends a word: not in `10:30`. */
function highPunctuation(paragraph: Paragraph, language: Language): Paragraph {
  const { narrowSpaceBefore = '', spaceBefore = '' } = language.punctuation;
  const signs = escaped(narrowSpaceBefore + spaceBefore);
  if (signs === '') return paragraph;
  const end = `(?=[${signs}]*(?:$|[\\s\\p{Pe}\\p{Pf}"']))`;
  // The first of several signs (`?!`) takes the space.
  const pattern = new RegExp(`(?<=[^\\s${signs}])[ ${spaces}]?[${signs}]${end}`, 'gu');
  return replaceIn(paragraph, pattern, (found) => {
    const sign = found.slice(-1);
    return (narrowSpaceBefore.includes(sign) ? narrowNoBreak : noBreak) + sign;
  });
}

/** Keeps a percent or per mille sign with the number that it was typed behind. Where no space was typed, none comes. */
function percentSpaces(paragraph: Paragraph): Paragraph {
  return replaceIn(paragraph, /(?<=\p{Nd})[ \n](?=[%‰٪])/gu, () => noBreak);
}

/** A text with the language's no-break spaces before its high punctuation, and nothing else changed. */
export function spaceSigns(text: string, language: Language): string {
  const owners = Array.from({ length: text.length }, () => 0);
  return highPunctuation({ text, owners }, language).text;
}

/** Gives quotation marks that hold spaces (French) exactly those spaces, whoever typed the marks. */
function quoteSpaces(paragraph: Paragraph, language: Language): Paragraph {
  const [opening, closing] = language.quotes;
  if (opening.length < 2) return paragraph;
  const inward = replaceIn(
    paragraph,
    new RegExp(`${opening.charAt(0)}[ ${spaces}]*(?=\\S)`, 'gu'),
    () => opening,
  );
  return replaceIn(inward, new RegExp(`(?<=\\S)[ ${spaces}]*${closing.slice(-1)}`, 'gu'), () => closing);
}

/** A stand-in for an address: one noncharacter, which no document can hold. */
const kept = '\ufdd0';

/** Changes the text of a paragraph whose runs stand side by side; what is no text, and addresses, are kept from it. */
function setRuns(
  runs: readonly (string | null)[],
  set: (paragraph: Paragraph) => Paragraph,
): readonly (string | null)[] {
  const addresses: string[] = [];
  const prepared = runs.map((run) =>
    (run ?? 'x').replace(address, (found) => {
      addresses.push(found);
      return kept;
    }),
  );
  const owners = prepared.flatMap((run, index) => Array.from({ length: run.length }, () => index));
  const done = set({ text: prepared.join(''), owners });
  const made = prepared.map(() => '');
  for (let at = 0; at < done.text.length; at += 1) {
    const owner = done.owners[at] ?? 0;
    made[owner] = (made[owner] ?? '') + done.text.charAt(at);
  }
  let next = 0;
  return runs.map((run, index) => {
    if (run === null) return null;
    return (made[index] ?? '').replaceAll(kept, () => addresses[next++] ?? '');
  });
}

/**
 * Sets the typographic punctuation of a paragraph's text runs, in order: quotation marks by nesting, apostrophes, `--` and `---`,
 * French spaces, and those before percent signs. Runs that are not text (code, a picture) are given as null and stand for a word. Addresses stay as they
 * are, as do curly marks that the author typed. Gives as many runs as it got.
 */
export function smartenRuns(
  runs: readonly (string | null)[],
  language: Language,
): readonly (string | null)[] {
  return setRuns(runs, (paragraph) => {
    const quoted = smartDashes(smartQuotes(paragraph, language));
    return percentSpaces(quoteSpaces(highPunctuation(quoted, language), language));
  });
}

/** Sets quotation marks and apostrophes alone, as `smartenRuns` does, and leaves dashes and spaces as they are typed. */
export function smartenQuotes(
  runs: readonly (string | null)[],
  language: Language,
): readonly (string | null)[] {
  return setRuns(runs, (paragraph) => smartQuotes(paragraph, language));
}

/** Sets the typographic punctuation of one text. */
export function smarten(text: string, language: Language): string {
  return smartenRuns([text], language)[0] ?? text;
}
