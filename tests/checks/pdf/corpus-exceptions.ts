// Files of the labelled corpus on which more or other rules fail than their name says, with the reason.

/** What fails on a file instead of the one rule in its name, and why. */
export interface CorpusException {
  readonly failed: readonly string[];
  readonly reason: string;
}

const BOTH_SIDES = 'one fault is seen by two rules, one from each side';
const RENUMBERED = 'the name keeps an older number of the rule';
const NO_LANGUAGE = 'the document has no language, so its bookmarks and text lack one too';

/** Exceptions by folder and file. */
export const CORPUS_EXCEPTIONS: Readonly<Record<string, CorpusException>> = {
  'ua1/7.1-t01-fail-a.pdf': { failed: ['7.1-1', '7.1-2'], reason: BOTH_SIDES },
  'ua1/7.18.5-t02-fail-b.pdf': { failed: ['7.18.1-2', '7.18.5-2'], reason: BOTH_SIDES },
  'ua1/7.2-t08-fail-a.pdf': { failed: ['7.2-36', '7.2-8'], reason: BOTH_SIDES },
  'ua1/7.2-t09-fail-a.pdf': { failed: ['7.2-37', '7.2-9'], reason: BOTH_SIDES },
  'ua1/7.21.3.3-t01-fail-a.pdf': { failed: ['7.21.3.1-1', '7.21.3.3-1'], reason: BOTH_SIDES },
  'ua1/7.18.7-t01-fail-a.pdf': { failed: ['7.11-1'], reason: RENUMBERED },
  'ua1/7.18.7-t01-fail-c.pdf': { failed: ['7.11-1'], reason: RENUMBERED },
  'ua1/7.2-t03-fail-b.pdf': { failed: ['7.2-39'], reason: RENUMBERED },
  'ua1/7.2-t03-fail-c.pdf': { failed: ['7.2-16'], reason: RENUMBERED },
  'ua1/7.2-t19-fail-a.pdf': { failed: ['7.2-40'], reason: RENUMBERED },
  'ua1/7.2-t19-fail-c.pdf': { failed: ['7.2-40'], reason: RENUMBERED },
  'ua1/7.2-t27-fail-a.pdf': { failed: ['7.2-28'], reason: RENUMBERED },
  'ua1/7.2-t21-fail-a.pdf': { failed: ['7.2-2', '7.2-21', '7.2-34'], reason: NO_LANGUAGE },
  'ua1/7.2-t29-fail-e.pdf': { failed: ['7.2-2', '7.2-29'], reason: NO_LANGUAGE },
  'ua1/7.2-t29-fail-f.pdf': { failed: ['7.2-2', '7.2-29'], reason: NO_LANGUAGE },
  'ua1/7.2-t29-fail-i.pdf': { failed: ['7.2-2', '7.2-29'], reason: NO_LANGUAGE },
  'ua1/7.2-t29-fail-l.pdf': { failed: ['7.2-2', '7.2-29'], reason: NO_LANGUAGE },
  'ua1/7.2-t29-fail-o.pdf': { failed: ['7.2-2', '7.2-29'], reason: NO_LANGUAGE },
  'ua1/7.2-t30-fail-a.pdf': { failed: ['7.2-2', '7.2-30', '7.2-34'], reason: NO_LANGUAGE },
  'ua1/7.2-t31-fail-a.pdf': { failed: ['7.2-2', '7.2-31', '7.2-34'], reason: NO_LANGUAGE },
  'ua1/7.2-t32-fail-a.pdf': { failed: ['7.2-2', '7.2-32', '7.2-34'], reason: NO_LANGUAGE },
  'ua1/7.2-t34-fail-a.pdf': { failed: ['7.2-2', '7.2-34'], reason: NO_LANGUAGE },
  'ua2/8.2.2-t01-fail-a.pdf': {
    failed: ['6.2-1', '8.2.2-1'],
    reason: 'the file does not say that it is tagged either',
  },
  'ua2/8.4.4-t02-fail-e.pdf': { failed: ['8.4.4-1', '8.4.4-2'], reason: NO_LANGUAGE },
  'ua2/8.4.4-t02-fail-h.pdf': { failed: ['8.4.4-1', '8.4.4-2'], reason: NO_LANGUAGE },
  'ua2/8.4.4-t02-fail-m.pdf': { failed: ['8.4.4-1', '8.4.4-2'], reason: NO_LANGUAGE },
  'ua2/8.6-t01-fail-a.pdf': { failed: ['8.4.4-2', '8.6-1'], reason: BOTH_SIDES },
  'ua2/8.7-t02-fail-a.pdf': { failed: ['8.7-1'], reason: RENUMBERED },
};
