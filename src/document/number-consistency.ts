/** Registered numbers told differently in the text: the same words behind another figure. */

import { figureText } from '../language/figure-words.js';
import type { Language } from '../language/language.js';
import type { FigureRecord } from '../source/figure-record.js';
import { finding } from './finding.js';
import type { ProseLine } from './prose-lines.js';
import type { Work } from './work.js';

/** Blocks that tell of earlier states of affairs, or what others say. */
const pastBlocks: ReadonlySet<string> = new Set([
  ...['timeline', 'claim', 'correction', 'quote', 'blockquote', 'claimed', 'document'],
]);

/** What is counted, as words to look for: the label where it holds two words at least. */
interface Counted {
  readonly figure: FigureRecord;
  readonly pattern: RegExp;
}

function isCurrent({ status, value, low, high }: FigureRecord): boolean {
  const stands = status !== 'superseded' && status !== 'retracted' && status !== 'disputed';
  return stands && (value !== undefined || low !== undefined || high !== undefined);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&');
}

function countedBy(figure: FigureRecord, language: Language): Counted | undefined {
  const words = figureText(figure, 'label', language).trim().split(/\s+/u);
  if (!isCurrent(figure) || words.length < 2) return undefined;
  const label = words.map(escaped).join('\\s+');
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{Nd}–-])(?<number>\\p{Nd}[\\p{Nd}.,\\u00a0\\u202f']*)(?:\\*\\*)?\\s+${label}(?![\\p{L}\\p{M}])`,
    'giu',
  );
  return { figure, pattern };
}

/** Whether a number as told is the registered one, or inside its range. */
function agrees(told: number, { value, low, high }: FigureRecord): boolean {
  if (value !== undefined) return told === value;
  return (low === undefined || told >= low) && (high === undefined || told <= high);
}

/** Reports numbers by hand whose words are those of a registered number and whose figure is not. */
export function checkNumbers(lines: readonly ProseLine[], work: Work): void {
  const counted = [...work.source.figures.values()]
    .map((figure) => countedBy(figure, work.language))
    .filter((one) => one !== undefined);
  if (counted.length === 0) return;
  for (const line of lines) {
    if (!/\p{Nd}/u.test(line.text) || line.blocks.some((name) => pastBlocks.has(name))) continue;
    const inNumbers = line.blocks.includes('numbers');
    for (const { figure, pattern } of counted) {
      for (const match of line.text.matchAll(pattern)) {
        const typed = (match.groups?.['number'] ?? '').replace(/[.,]$/u, '');
        const told = work.language.parseNumber(typed);
        if (told === undefined || agrees(told, figure)) continue;
        const place = work.place(line.position(match.index, match.index + typed.length));
        work.report(
          finding('number-is-consistent', inNumbers ? 'error' : 'warning', place, {
            what: `“${match[0]}” differs from the registered number “${figure.id}”: ${figureText(figure, 'full', work.language)}.`,
            why: 'Readers meet two figures for the same thing and cannot tell which holds.',
            fix: `Write “:num[${figure.id}]”, or say what else is counted.`,
            excerpt: match[0],
            related: [{ message: 'registered here', place: figure.place }],
          }),
        );
      }
    }
  }
}
