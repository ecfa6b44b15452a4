/** When a source was read, and where its archived copy lies: what Galley adds to a source where the style does not say it. */

import type { PhrasingContent } from 'mdast';
import { separator } from '../language/punctuation.js';
import type { CslDate, SourceRecord } from '../source/source-record.js';
import { dateOf, startOf } from './csl-dates.js';
import { fillLabel } from './local-text.js';
import { linkTo, withoutMarks } from './marked-text.js';
import { type Setting, text } from './setting.js';

function dateWords(date: CslDate | undefined, setting: Setting): PhrasingContent[] | undefined {
  const start = startOf(date);
  if (start !== undefined) return [text(setting.engine.formatDate(start))];
  return date?.literal === undefined ? undefined : [text(withoutMarks(date.literal))];
}

function archive(record: SourceRecord, setting: Setting): PhrasingContent[] | undefined {
  if (record.archive === undefined) return undefined;
  const date = dateWords(record.archive.at, setting);
  const words =
    date === undefined
      ? fillLabel(setting.language, 'archived', {})
      : fillLabel(setting.language, 'archived-on', { date });
  return [...words, text(separator(setting.language, 'comma')), linkTo(withoutMarks(record.archive.url))];
}

/** “accessed 6 January 2022”; in a language that Galley has no words of, CSL's word for it. */
function access(date: readonly PhrasingContent[], setting: Setting): PhrasingContent[] {
  const { language, engine } = setting;
  if (language.hasLabel('accessed-on')) return fillLabel(language, 'accessed-on', { date });
  return [text(`${engine.accessedTerm} `), ...date];
}

/** The pieces to add, each a few words: access date (unless the style prints it), archived copy. */
export function accessPieces(
  record: SourceRecord,
  styleSaysAccess: boolean,
  setting: Setting,
): readonly (readonly PhrasingContent[])[] {
  const accessed = dateWords(dateOf(record.csl, 'accessed'), setting);
  const pieces: (readonly PhrasingContent[])[] = [];
  if (accessed !== undefined && !styleSaysAccess) pieces.push(access(accessed, setting));
  const copy = archive(record, setting);
  if (copy !== undefined) pieces.push(copy);
  return pieces;
}

/** Pieces in one run of text, with a separator between. */
export function joined(pieces: readonly (readonly PhrasingContent[])[], between: string): PhrasingContent[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [...piece] : [text(between), ...piece]));
}
