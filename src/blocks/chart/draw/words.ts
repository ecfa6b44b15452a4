/** Words in a drawing: how wide they are, where they break, and the elements they become. */

import type { Element } from 'hast';
import { element } from '../../../html/elements.js';
import { type Canvas, flip, rounded } from './canvas.js';

const wideSign = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const thinSign = /[\s.,:;!|'’()[\]ijlIft]/u;

/** Width of a character as a share of the type size, for sans serif faces; a little too wide rather than too narrow. */
function share(sign: string): number {
  if (wideSign.test(sign)) return 1;
  if (/[mwMWШЩЖЮФМ@%—]/u.test(sign)) return 0.85;
  if (/\p{Lu}/u.test(sign)) return 0.66;
  if (thinSign.test(sign)) return 0.34;
  return 0.54;
}

/** Estimated width of words at a type size. */
export function widthOf(words: string, size: number): number {
  let sum = 0;
  for (const sign of words) sum += share(sign);
  return sum * size;
}

/** The widest of several words; 0 for none. */
export function widest(all: readonly string[], size: number): number {
  return Math.max(0, ...all.map((words) => widthOf(words, size)));
}

const signs = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Lengths that differ by less are the same; sums of fractions seldom come out whole. */
const slack = 0.01;

/** A word in pieces that fit a width; whole where it fits. */
function pieces(word: string, width: number, size: number): string[] {
  if (widthOf(word, size) <= width + slack) return [word];
  const made: string[] = [];
  for (const { segment } of signs.segment(word)) {
    const last = made.at(-1);
    if (last !== undefined && widthOf(last + segment, size) <= width + slack) {
      made[made.length - 1] = last + segment;
    } else made.push(segment);
  }
  return made;
}

/** Words broken into lines that fit a width: between words, and inside one only where it is longer than a line. */
export function wrap(words: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/u).filter((part) => part !== '')) {
    const [first = '', ...rest] = pieces(word, width, size);
    const last = lines.at(-1);
    const longer = last === undefined ? first : `${last} ${first}`;
    if (last !== undefined && rest.length === 0 && widthOf(longer, size) <= width + slack)
      lines[lines.length - 1] = longer;
    else lines.push(first, ...rest);
  }
  return lines.length === 0 ? [''] : lines;
}

interface WordOptions {
  readonly kind: 'label' | 'value' | 'tick' | 'gap';
  readonly x: number;
  /** The middle of the line, or of the first of several. */
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly classes?: readonly string[];
}

/** Height of a line of words as a share of the type size. */
export const lineShare = 1.25;

/** Words at a place, on as many lines as given. */
export function words(canvas: Canvas, lines: string | readonly string[], options: WordOptions): Element {
  const all = typeof lines === 'string' ? [lines] : lines;
  const x = flip(canvas, options.x);
  // A third of the type size lowers the base line so that the letters stand in the middle.
  const y = rounded(options.y + canvas.size * 0.34);
  const anchor = options.anchor ?? 'start';
  const className = [`chart-${options.kind}`, ...(options.classes ?? [])];
  const [first] = all;
  const content =
    all.length === 1 && first !== undefined
      ? [first]
      : all.map((line, index) => {
          const dy = index === 0 ? undefined : rounded(canvas.size * lineShare);
          return element('tspan', { x, dy }, [line]);
        });
  return element('text', { className, x, y, textAnchor: anchor, fontSize: canvas.size }, content);
}
