// What a PDF rule is: its clause, what it looks at, and what it says when something is wrong.

import type { StructureElement } from '../../outputs/pdf/read/structure-types.js';
import type { CheckContext } from './context.js';

/** The check ids under which the rules report. */
export type PdfCheckId =
  | 'pdf-is-tagged'
  | 'pdf-roles-resolve'
  | 'pdf-has-title'
  | 'pdf-has-language'
  | 'pdf-declares-its-standard'
  | 'pdf-content-is-owned'
  | 'pdf-headings-do-not-skip'
  | 'pdf-lists-are-well-formed'
  | 'pdf-tables-are-regular'
  | 'pdf-images-have-alt'
  | 'pdf-notes-are-tagged'
  | 'pdf-links-are-described'
  | 'pdf-tab-order-follows-structure'
  | 'pdf-fonts-are-sound'
  | 'pdf-holds-nothing-foreign'
  | 'pdf-meets-ua2';

/** One place that offends: where it is and what was found there. */
export interface Offence {
  /** Index of the page, from 0. */
  readonly page?: number | undefined;
  readonly element?: StructureElement | undefined;
  /** What was found, quoted in the message. */
  readonly found?: string | undefined;
}

/** What looking gave. Without instances the rule is inapplicable. */
export interface Examination {
  readonly instances: number;
  readonly offences: readonly Offence[];
  /** Places that a machine cannot judge, with the reason. */
  readonly unsure?: readonly Offence[];
}

/** The three parts of a rule's message; `{found}` in `what` is replaced by what was found. */
export interface RuleMessage {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** A rule of PDF/UA-1 (ISO 14289-1), PDF/UA-2 (ISO 14289-2) or both, by clause and test. */
export interface PdfRule extends RuleMessage {
  readonly ua1?: string;
  readonly ua2?: string;
  readonly check: PdfCheckId;
  readonly examine: (context: CheckContext) => Examination;
}

/** The result of looking at one thing: nothing wrong, an offence, or not for this rule. */
export type Verdict = Offence | true | undefined;

/** Looks at each item: `true` is sound, an offence is wrong, `undefined` is not an instance. */
export function examineEach<T>(items: Iterable<T>, judge: (item: T) => Verdict): Examination {
  let instances = 0;
  const offences: Offence[] = [];
  for (const item of items) {
    const verdict = judge(item);
    if (verdict === undefined) continue;
    instances += 1;
    if (verdict !== true) offences.push(verdict);
  }
  return { instances, offences };
}

/** Looks at one thing of the whole file. */
export function examineOne(verdict: Verdict): Examination {
  return examineEach([verdict], (item) => item);
}
