// Checks a read PDF against PDF/UA: "Galley's PDF checks", rules a machine can judge, never a certificate.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Place } from '../../diagnostics/place.js';
import { pdfContentIsWhole } from '../../outputs/pdf/read/unreadable.js';
import { XMP_NAMESPACES, xmpProperty } from '../../outputs/pdf/read/xmp.js';
import type { PdfDocumentRead, PdfRead } from '../../outputs/pdf/read.js';
import { checkContext, type PdfProfile } from './context.js';
import { rulesOf } from './profiles.js';
import type { Examination, Offence, PdfCheckId, PdfRule } from './rule.js';

/** What became of one rule. */
export type RuleOutcome = 'passed' | 'failed' | 'cantTell' | 'inapplicable';

/** A place where a rule is broken, as plain data. */
export interface RulePlace {
  /** 1 for the first page; undefined when the place is the whole file. */
  readonly page?: number;
  /** The type of the structure element, as written in the file. */
  readonly structureElement?: string;
  readonly found?: string;
}

/** One rule's verdict. */
export interface RuleVerdict {
  /** Clause and test, such as `7.1-3`. */
  readonly id: string;
  readonly check: PdfCheckId;
  readonly outcome: RuleOutcome;
  /** How many places offend; `places` holds the first of them. */
  readonly count: number;
  readonly places: readonly RulePlace[];
}

/** The verdict on a file. */
export interface PdfVerdict {
  readonly profile: PdfProfile;
  readonly rules: readonly RuleVerdict[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What to check against: one of the standards, or the one the file's metadata claims (UA-1 when it claims none). */
export interface CheckPdfOptions {
  readonly profile: PdfProfile | 'claimed';
  /** Path of the file for the messages, relative to the project root. */
  readonly file?: string;
}

const MOST_PLACES = 50;
const MOST_RELATED = 5;

/** Checks a file; a file that could not be read gets `cantTell` for every rule but the one on encryption. */
export function checkPdf(read: PdfRead, options: CheckPdfOptions): PdfVerdict {
  const file = options.file ?? 'document.pdf';
  if (!read.readable) return unreadableVerdict(read, options);
  const profile = options.profile === 'claimed' ? claimedProfile(read) : options.profile;
  const context = checkContext(read, profile);
  const rules: RuleVerdict[] = [];
  const diagnostics: Diagnostic[] = [...read.diagnostics];
  for (const { id, rule } of rulesOf(profile)) {
    const examination = rule.examine(context);
    const verdict = verdictOf(id, rule, examination, (offence) => placeOf(offence, context.pageOf));
    rules.push(verdict);
    if (verdict.outcome === 'failed' || verdict.outcome === 'cantTell')
      diagnostics.push(diagnosticOf(rule, verdict, file));
  }
  const damaged = read.pages.filter(({ content }) => content.damaged).map(({ index }) => index + 1);
  if (damaged.length > 0) diagnostics.push(pdfContentIsWhole(damaged));
  return { profile, rules, diagnostics };
}

/** The standard that a file's metadata claims. */
export function claimedProfile(read: PdfDocumentRead): PdfProfile {
  return xmpProperty(read.metadata?.packet, XMP_NAMESPACES.pdfuaid, 'part')?.value === '2' ? 'ua2' : 'ua1';
}

/** Bit 10 of the permissions lets assistive software read the text (ISO 32000-1, table 22). */
const READING_ALOUD = 512;

function unreadableVerdict(read: Exclude<PdfRead, PdfDocumentRead>, options: CheckPdfOptions): PdfVerdict {
  const profile = options.profile === 'claimed' ? 'ua1' : options.profile;
  const rules = rulesOf(profile).map(({ id, rule }): RuleVerdict => {
    const verdict = { id, check: rule.check, count: 0, places: [] };
    if (id !== '7.16-1' || read.reason !== 'encrypted') return { ...verdict, outcome: 'cantTell' };
    const allowed = read.permissions !== undefined && (read.permissions & READING_ALOUD) !== 0;
    return { ...verdict, outcome: allowed ? 'passed' : 'failed', count: allowed ? 0 : 1 };
  });
  return { profile, rules, diagnostics: read.diagnostics };
}

function placeOf(
  offence: Offence,
  pageOf: (element: NonNullable<Offence['element']>) => number | undefined,
): RulePlace {
  const page = offence.page ?? (offence.element && pageOf(offence.element));
  return {
    ...(page === undefined ? {} : { page: page + 1 }),
    ...(offence.element ? { structureElement: offence.element.role } : {}),
    ...(offence.found === undefined ? {} : { found: offence.found }),
  };
}

function verdictOf(
  id: string,
  rule: PdfRule,
  examination: Examination,
  place: (offence: Offence) => RulePlace,
): RuleVerdict {
  const { instances, offences, unsure = [] } = examination;
  const shown = offences.length > 0 ? offences : unsure;
  const outcome =
    offences.length > 0
      ? 'failed'
      : unsure.length > 0
        ? 'cantTell'
        : instances > 0
          ? 'passed'
          : 'inapplicable';
  return {
    id,
    check: rule.check,
    outcome,
    count: shown.length,
    places: shown.slice(0, MOST_PLACES).map(place),
  };
}

function diagnosticOf(rule: PdfRule, verdict: RuleVerdict, file: string): Diagnostic {
  const [first, ...others] = verdict.places;
  const more = verdict.count > 1 ? ` This happens in ${verdict.count} places.` : '';
  const found = first?.found ?? first?.structureElement ?? 'nothing';
  const unsure = verdict.outcome === 'cantTell';
  return {
    code: rule.check,
    severity: unsure ? 'warning' : 'error',
    what: unsure
      ? `A machine cannot judge this here: ${found}.`
      : rule.what.replaceAll('{found}', found) + more,
    why: `${rule.why} (${verdict.id})`,
    fix: unsure ? 'Ask a person to look, or make the PDF in a simpler way.' : rule.fix,
    ...(first ? { place: pagePlace(first, file) } : {}),
    ...(first?.found === undefined ? {} : { excerpt: first.found }),
    related: others
      .slice(0, MOST_RELATED)
      .map((place) => ({ message: place.found ?? 'here too', place: pagePlace(place, file) })),
  };
}

function pagePlace(place: RulePlace, file: string): Place {
  return { kind: 'page', file, page: place.page ?? 1, structureElement: place.structureElement };
}
