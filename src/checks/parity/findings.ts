/** What an editor is told when page and PDF do not say the same. */

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Place } from '../../diagnostics/place.js';
import type { Difference } from './compare.js';
import type { Fact } from './facts.js';

/** The ids under which differences are told, in the order of the catalogue. */
export const parityChecks = [
  'pdf-text-equals-html',
  'pdf-structure-equals-html',
  'pdf-links-and-alts-equal-html',
  'pdf-notes-equal-html',
] as const;

/** One of the checks. */
export type ParityCheck = (typeof parityChecks)[number];

/** The two readings that were compared, as messages name them, and their files. */
export interface Compared {
  readonly firstName: string;
  readonly secondName: string;
  /** The author's file. */
  readonly source: string;
  /** The PDF. */
  readonly file: string;
  /** The page of a line in the PDF, from 1. */
  readonly pageOf: (line: Fact | undefined) => number;
}

const checks: Readonly<Record<Difference['about'], ParityCheck>> = {
  text: 'pdf-text-equals-html',
  structure: 'pdf-structure-equals-html',
  number: 'pdf-structure-equals-html',
  language: 'pdf-structure-equals-html',
  link: 'pdf-links-and-alts-equal-html',
  picture: 'pdf-links-and-alts-equal-html',
  call: 'pdf-notes-equal-html',
  note: 'pdf-notes-equal-html',
};

const subjects: Readonly<Record<Difference['about'], string>> = {
  text: 'A line of text',
  structure: 'The kind of a line',
  number: 'The number of a list item',
  language: 'The language of words',
  link: 'A link',
  picture: 'The alternative text of a picture',
  call: 'A line’s calls of notes',
  note: 'A note',
};

function quoted(said: string): string {
  if (said === '') return 'nothing';
  return `“${said.length > 90 ? `${said.slice(0, 87)}…` : said}”`;
}

/** The check that tells a difference. */
export function checkOf({ about, note }: Difference): ParityCheck {
  return note === undefined ? checks[about] : 'pdf-notes-equal-html';
}

/** One difference, with its place in the author's file and in the PDF. */
export function differs(difference: Difference, compared: Compared): Diagnostic {
  const { about, first, second, said, note } = difference;
  const { firstName, secondName, source, file } = compared;
  const where = note === undefined ? '' : ` in note ${note}`;
  const position = first?.position ?? second?.position;
  const origin = { kind: 'source', file: source, position } as const;
  const place: Place = { kind: 'page', file, page: compared.pageOf(second ?? first), origin };
  const words =
    about === 'structure' || about === 'number' || about === 'call'
      ? ` (${quoted((first ?? second)?.text ?? '')})`
      : '';
  return {
    code: checkOf(difference),
    severity: 'error',
    what: `${subjects[about]}${where} is not the same in both${words}: ${firstName} has ${quoted(said[0])}, ${secondName} ${quoted(said[1])} (page ${place.page} of the PDF).`,
    why: 'Who reads the PDF and who reads the page have to be told the same, or one of them cannot be trusted.',
    fix: 'If a layout of your theme adds or leaves out words on one side, let it add them on both; otherwise this is a fault in Galley: please report it with the document.',
    place,
    excerpt: (first ?? second)?.text ?? '',
  };
}
