/** From diagnostics to findings: levels as configured, lasting ids, one finding for one cause. */

import { createHash } from 'node:crypto';
import type { CheckResult } from '../checks/check.js';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.js';
import { formatPlace, sourceOf } from '../diagnostics/place.js';
import type { Finding } from './report.js';

/** A diagnostic on its way into the report. */
export interface Noticed {
  readonly document: string | null;
  readonly diagnostic: Diagnostic;
  readonly outcome?: Extract<CheckResult['outcome'], 'failed' | 'cantTell'> | undefined;
  readonly state?: string | undefined;
}

/** What the report needs to know of the settings and of the catalogue. */
export interface FindingRules {
  /** Levels by code; errors are never lowered. */
  readonly levels: Readonly<Record<string, Severity>>;
  /** Levels in one document, where they differ. */
  readonly levelsIn?: ((document: string) => Readonly<Record<string, Severity>>) | undefined;
  readonly criteriaOf: (code: string) => readonly string[];
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function levelOf(diagnostic: Diagnostic, levels: FindingRules['levels']): Severity {
  const wanted = levels[diagnostic.code];
  return wanted === undefined || diagnostic.severity === 'error' ? diagnostic.severity : wanted;
}

/** The same diagnostics at the levels that config asks for. */
export function applyLevels(
  diagnostics: readonly Diagnostic[],
  levels: FindingRules['levels'],
): Diagnostic[] {
  return diagnostics.map((diagnostic) => ({ ...diagnostic, severity: levelOf(diagnostic, levels) }));
}

/** What makes two diagnostics the same defect: code, file or document, place and words. */
function keyOf({ document, diagnostic }: Noticed): string {
  const place = diagnostic.place === undefined ? '' : formatPlace(diagnostic.place);
  if (diagnostic.defect !== undefined) return [document ?? '', diagnostic.defect, place].join('\u0000');
  // What stands at one line of a file that several documents share is one defect, however many of them notice it.
  const owner = sourceOf(diagnostic.place)?.position === undefined ? (document ?? '') : '';
  return [owner, diagnostic.code, place, diagnostic.what].join('\u0000');
}

function normalise(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** The order of reading: by document, worst first, then by place. */
function compare(a: Finding, b: Finding): number {
  const byDocument =
    (a.document ?? '') < (b.document ?? '') ? -1 : (a.document ?? '') > (b.document ?? '') ? 1 : 0;
  if (byDocument !== 0) return byDocument;
  if (a.severity !== b.severity) return rank[a.severity] - rank[b.severity];
  const first = a.place === undefined ? undefined : sourceOf(a.place);
  const second = b.place === undefined ? undefined : sourceOf(b.place);
  const file = (first?.file ?? '~').localeCompare(second?.file ?? '~', 'en');
  if (file !== 0) return file;
  const line = (first?.position?.start.line ?? 0) - (second?.position?.start.line ?? 0);
  return (
    line ||
    (first?.position?.start.column ?? 0) - (second?.position?.start.column ?? 0) ||
    (a.id < b.id ? -1 : 1)
  );
}

/** One defect with everything that noticed it. */
interface Defect {
  first: Noticed;
  readonly states: string[];
  readonly documents: string[];
  readonly rules: string[];
}

function add(list: string[], value: string | null | undefined): void {
  if (value !== undefined && value !== null && !list.includes(value)) list.push(value);
}

/** A place that was seen in the browser has a picture, which the place in the page's bytes lacks. */
function withPictureOf(first: Noticed, other: Noticed): Noticed {
  const [place, pictured] = [first.diagnostic.place, other.diagnostic.place];
  if (place?.kind !== 'element' || place.picture !== undefined || pictured?.kind !== 'element') return first;
  const { picture } = pictured;
  return { ...first, diagnostic: { ...first.diagnostic, place: { ...place, picture } } };
}

function mergeEqual(noticed: readonly Noticed[]): Defect[] {
  const merged = new Map<string, Defect>();
  for (const one of noticed) {
    const key = keyOf(one);
    const defect = merged.get(key) ?? { first: one, states: [], documents: [], rules: [] };
    defect.first = withPictureOf(defect.first, one);
    add(defect.states, one.state);
    add(defect.documents, one.document);
    add(defect.rules, one.diagnostic.rule);
    merged.set(key, defect);
  }
  return [...merged.values()];
}

/** The lines that led to a place, beside what the finding itself relates to. */
function relatedTo({ place, related }: Diagnostic): Finding['related'] {
  const through = place?.kind === 'element' ? (place.through ?? []) : [];
  const style = place?.kind === 'element' ? place.style : undefined;
  const more = [
    ...(style === undefined ? [] : [{ message: `“${style.declaration}” is set here`, place: style.place }]),
    ...through.map((one) => ({ message: 'Used from', place: one })),
  ];
  return more.length === 0 ? related : [...(related ?? []), ...more];
}

/** Merges what was noticed into findings, gives each its lasting id, and sorts them for reading. */
export function toFindings(noticed: readonly Noticed[], rules: FindingRules): Finding[] {
  const ordinals = new Map<string, number>();
  const findings = mergeEqual(noticed).map((defect): Finding => {
    const { diagnostic, outcome } = defect.first;
    const document = defect.documents.length === 1 ? (defect.documents[0] ?? null) : null;
    const words = [diagnostic.code, document ?? '', normalise(diagnostic.excerpt ?? diagnostic.what)].join(
      '\u0000',
    );
    const ordinal = ordinals.get(words) ?? 0;
    ordinals.set(words, ordinal + 1);
    const hash = createHash('sha256').update(`${words}\u0000${ordinal}`).digest('hex').slice(0, 8);
    return {
      ...diagnostic,
      related: relatedTo(diagnostic),
      severity: levelOf(
        diagnostic,
        document === null ? rules.levels : (rules.levelsIn?.(document) ?? rules.levels),
      ),
      id: `${diagnostic.code}:${hash}`,
      outcome: outcome ?? 'failed',
      document,
      documents: defect.documents,
      states: defect.states,
      criteria: rules.criteriaOf(diagnostic.code),
      rules: defect.rules,
    };
  });
  return findings.sort(compare);
}
