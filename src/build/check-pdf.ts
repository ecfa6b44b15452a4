/** Galley's own PDF checks on finished bytes: of a build, or of any files that a person names. */

import type { CheckResult, CheckRun } from '../checks/check.js';
import { checkPdf, type RuleVerdict } from '../checks/pdf/check-pdf.js';
import type { PdfProfile } from '../checks/pdf/context.js';
import { type PdfRead, readPdf } from '../outputs/pdf/read.js';
import type { System } from '../system/system.js';

/** The file that is looked at. */
export interface PdfToCheck {
  /** As messages name it. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly document: string;
  readonly profile: PdfProfile | 'claimed';
}

/** The worst outcome of a check's rules: one failure fails it, one open question leaves it open. */
function outcomeOf(rules: readonly RuleVerdict[]): CheckResult['outcome'] {
  for (const outcome of ['failed', 'cantTell', 'passed'] as const) {
    if (rules.some((rule) => rule.outcome === outcome)) return outcome;
  }
  return 'inapplicable';
}

/** Reads the bytes back with a reader of its own and judges them; one row for each check. */
export function checkPdfBytes({ bytes, ...asked }: PdfToCheck): CheckRun[] {
  return checkReadPdf(readPdf(bytes), asked);
}

/** Judges a file that was read; one row for each check. */
export function checkReadPdf(
  read: PdfRead,
  { file, document, profile }: Omit<PdfToCheck, 'bytes'>,
): CheckRun[] {
  const verdict = checkPdf(read, { profile, file });
  const byCheck = new Map<string, RuleVerdict[]>();
  for (const rule of verdict.rules) byCheck.set(rule.check, [...(byCheck.get(rule.check) ?? []), rule]);
  const others = verdict.diagnostics.filter(({ code }) => !byCheck.has(code));
  const runs = [...byCheck].map(([check, rules]): CheckRun => {
    const diagnostics = verdict.diagnostics.filter(({ code }) => code === check);
    return {
      document,
      output: 'pdf',
      state: verdict.profile,
      check,
      result: { check, outcome: outcomeOf(rules), diagnostics },
    };
  });
  if (others.length === 0) return runs;
  const unreadable = { check: 'pdf-is-readable', outcome: 'failed', diagnostics: others } as const;
  return [
    ...runs,
    { document, output: 'pdf', state: verdict.profile, check: unreadable.check, result: unreadable },
  ];
}

/** One file that a person named, in the folder that holds it. */
export interface NamedPdf {
  /** As typed. */
  readonly path: string;
  /** The folder that holds it, and its name there. */
  readonly folder: System;
  readonly name: string;
}

/** The row of a PDF that is not there. */
export function missingPdf(path: string): CheckRun {
  const diagnostic = {
    code: 'pdf-is-readable',
    severity: 'error',
    what: `There is no file “${path}”.`,
    why: 'Nothing could be checked.',
    fix: 'Check how the path is written.',
  } as const;
  const result = { check: diagnostic.code, outcome: 'failed', diagnostics: [diagnostic] } as const;
  return { document: path, output: 'pdf', state: '', check: diagnostic.code, result };
}
