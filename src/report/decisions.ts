/** What people decided about findings: accepted in the project's list, or allowed at one place in the text. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type SourcePlace, sourceOf } from '../diagnostics/place.js';
import type { Noticed } from './findings.js';
import type { Decision, Finding } from './report.js';

/** One entry of the list of accepted findings. */
export interface Acceptance {
  /** Id of the finding: `<code>:<8 hex>`. */
  readonly finding: string;
  readonly person: string | null;
  readonly reason: string | null;
  /** The day until which it holds, ISO; null for good. */
  readonly until: string | null;
  readonly place: SourcePlace;
}

/** `<!-- galley-allow id: reason -->`: accepts what one check says of what follows the comment. */
export interface Allowance {
  readonly code: string;
  readonly reason: string;
  /** Where the comment stands. */
  readonly place: SourcePlace;
  /** The last line that it speaks for. */
  readonly lastLine: number;
}

/** All decisions of a run. */
export interface Decisions {
  readonly accepted: readonly Acceptance[];
  readonly allowed: readonly Allowance[];
  /** The day of the run, ISO. */
  readonly today: string;
  /** Whether everything was looked at, so that an entry without its finding is stale. */
  readonly whole: boolean;
}

/** No decision at all. */
export const noDecisions: Decisions = { accepted: [], allowed: [], today: '', whole: false };

/** Findings with their decisions, and what is to be said about the decisions themselves. */
export interface Decided {
  readonly findings: readonly Finding[];
  readonly noticed: readonly Noticed[];
}

function told(
  place: SourcePlace,
  excerpt: string,
  parts: Omit<Diagnostic, 'severity' | 'place' | 'excerpt'>,
): Noticed {
  return { document: null, diagnostic: { ...parts, severity: 'warning', place, excerpt } };
}

/** What is wrong with an entry in itself; such an entry decides nothing. */
function problemOf(entry: Acceptance, today: string): Noticed | undefined {
  const { finding, person, reason, until, place } = entry;
  if (person === null || reason === null)
    return told(place, finding, {
      code: 'acceptance-is-complete',
      what: `The accepted finding “${finding}” has no ${person === null ? 'person' : 'reason'}.`,
      why: 'Nobody can ask later why it was let through.',
      fix: 'Add `person:` with a name and `reason:` with a sentence.',
    });
  if (until !== null && until < today)
    return told(place, finding, {
      code: 'acceptance-is-current',
      what: `“${finding}” was accepted until ${until}, and that day is over.`,
      why: 'It counts again from now on.',
      fix: 'Mend what was found, or give a new day with a reason.',
    });
  return undefined;
}

/** An error keeps readers from something; it is mended and never accepted. */
function tooGrave(entry: Acceptance): Noticed {
  return told(entry.place, entry.finding, {
    code: 'acceptance-is-allowed',
    what: `“${entry.finding}” is an error, and errors cannot be accepted.`,
    why: 'A reader loses something or is misled.',
    fix: 'Mend what was found, and take the entry out.',
  });
}

function stale(entry: Acceptance): Noticed {
  return told(entry.place, entry.finding, {
    code: 'acceptance-is-used',
    what: `“${entry.finding}” is accepted, but is found no more.`,
    why: 'A list of what is gone hides what is new.',
    fix: 'Take the entry out, or run `galley check --update-baseline`.',
  });
}

function unusedAllowance({ code, place }: Allowance): Noticed {
  return told(place, code, {
    code: 'acceptance-is-used',
    what: `“galley-allow ${code}” stands here, but nothing of that name is found in what follows.`,
    why: 'A comment for what is gone would let the next fault through.',
    fix: 'Take the comment out.',
  });
}

function speaksFor({ code, place, lastLine }: Allowance, finding: Finding): boolean {
  if (finding.code !== code) return false;
  const source = sourceOf(finding.place);
  const line = source?.position?.start.line;
  const first = place.position?.start.line;
  return (
    source?.file === place.file &&
    line !== undefined &&
    first !== undefined &&
    line >= first &&
    line <= lastLine
  );
}

/** Joins findings with decisions. Errors keep counting; everything else that was decided counts no more. */
export function decide(
  findings: readonly Finding[],
  { accepted, allowed, today, whole }: Decisions,
): Decided {
  const noticed: Noticed[] = [];
  const byId = new Map<string, Acceptance>();
  const present = new Set(findings.map(({ id }) => id));
  for (const entry of accepted) {
    const problem = problemOf(entry, today);
    if (problem !== undefined) noticed.push(problem);
    else if (present.has(entry.finding)) byId.set(entry.finding, entry);
    else if (whole) noticed.push(stale(entry));
  }
  const used = new Set<Allowance>();
  const decided = findings.map((finding): Finding => {
    const allowance = allowed.find((one) => speaksFor(one, finding));
    if (allowance !== undefined) used.add(allowance);
    const entry = byId.get(finding.id);
    if (finding.severity === 'error' && finding.outcome === 'failed') {
      if (entry !== undefined) noticed.push(tooGrave(entry));
      return finding;
    }
    const decision = decisionOf(entry, allowance);
    return decision === undefined ? finding : { ...finding, decision };
  });
  noticed.push(...allowed.filter((one) => !used.has(one)).map(unusedAllowance));
  return { findings: decided, noticed };
}

function decisionOf(entry: Acceptance | undefined, allowance: Allowance | undefined): Decision | undefined {
  if (entry !== undefined) {
    const { person, reason, until } = entry;
    return { kind: 'accepted', person, reason: reason ?? '', until };
  }
  return allowance === undefined
    ? undefined
    : { kind: 'allowed-in-text', person: null, reason: allowance.reason, until: null };
}
