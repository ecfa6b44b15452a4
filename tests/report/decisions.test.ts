/** What people accept stays in the report and counts no more; what is wrong about accepting is told. */

import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { SourcePlace } from '../../src/diagnostics/place.js';
import { assembleReport } from '../../src/report/assemble.js';
import { type Acceptance, type Decisions, noDecisions } from '../../src/report/decisions.js';

const at = (line: number, file = 'content/a/explainer.md'): SourcePlace => ({
  kind: 'source',
  file,
  position: { start: { line, column: 1 }, end: { line, column: 9 } },
});
const finding = (over: Partial<Diagnostic> = {}): Diagnostic => ({
  ...{
    code: 'source-is-used',
    severity: 'warning',
    what: 'Not cited.',
    why: 'Why.',
    fix: 'Fix.',
    place: at(4),
  },
  ...over,
});
const report = (
  one: Diagnostic,
  decisions: Partial<Decisions>,
  documents: readonly (string | null)[] = ['a'],
) =>
  assembleReport(
    { explainers: [], noticed: documents.map((document) => ({ document, diagnostic: one })), checks: [] },
    {
      levels: {},
      criteriaOf: () => [],
      failOn: 'warning',
      decisions: { ...noDecisions, today: '2026-06-01', ...decisions },
    },
  );
const id = report(finding(), {}).findings[0]?.id ?? '';
const accepted = (over: Partial<Acceptance> = {}): Acceptance => ({
  ...{
    finding: id,
    person: 'Ada Prowse',
    reason: 'It is read by hand.',
    until: null,
    place: at(1, 'galley.accepted.yaml'),
  },
  ...over,
});
const codes = (decisions: Partial<Decisions>, one = finding()) =>
  report(one, decisions).findings.map(({ code }) => code);

describe('an accepted finding', () => {
  it('stays in the report, with who and why, and fails nothing', () => {
    const { findings, totals, exitCode } = report(finding(), { accepted: [accepted()] });
    expect(findings[0]?.decision).toEqual({
      kind: 'accepted',
      person: 'Ada Prowse',
      reason: 'It is read by hand.',
      until: null,
    });
    expect([totals.warning, exitCode]).toEqual([0, 0]);
  });

  it('counts again when its day is over', () => {
    const decisions = { accepted: [accepted({ until: '2026-05-31' })] };
    expect(codes(decisions)).toContain('acceptance-is-current');
    expect(report(finding(), decisions).exitCode).toBe(1);
  });

  it.each([['person'], ['reason']] as const)('needs a %s', (key) => {
    expect(codes({ accepted: [accepted({ [key]: null })] })).toContain('acceptance-is-complete');
  });

  it('is no error', () => {
    const one = finding({ severity: 'error' });
    const [known] = report(one, {}).findings;
    const decisions = { accepted: [accepted({ finding: known?.id ?? '' })] };
    expect(codes(decisions, one)).toContain('acceptance-is-allowed');
    expect(report(one, decisions).exitCode).toBe(1);
  });

  it('is told when it is found no more, but only when everything was looked at', () => {
    const gone = accepted({ finding: 'source-is-used:00000000' });
    expect(codes({ accepted: [gone], whole: true })).toContain('acceptance-is-used');
    expect(codes({ accepted: [gone], whole: false })).not.toContain('acceptance-is-used');
  });
});

describe('a comment in the text', () => {
  const allowance = (over: object = {}) => ({
    code: 'source-is-used',
    reason: 'Read by hand.',
    place: at(3),
    lastLine: 5,
    ...over,
  });

  it('allows what follows it', () => {
    expect(report(finding(), { allowed: [allowance()] }).findings[0]?.decision?.kind).toBe('allowed-in-text');
  });

  it.each([
    ['another place', { lastLine: 3 }],
    ['another check', { code: 'note-is-called' }],
    ['another file', { place: at(3, 'content/b/explainer.md') }],
  ])('does not speak for %s, and is told', (_, over) => {
    const { findings } = report(finding(), { allowed: [allowance(over)] });
    expect(findings.find(({ code }) => code === 'source-is-used')?.decision).toBeUndefined();
    expect(findings.map(({ code }) => code)).toContain('acceptance-is-used');
  });
});

it('a fault of a file that two documents share is one finding that names both', () => {
  const { findings, totals } = report(finding({ place: at(4, 'content/a/sources.yaml') }), {}, ['a', 'a/ru']);
  expect(findings.map(({ documents, document }) => [document, documents])).toEqual([[null, ['a', 'a/ru']]]);
  expect(totals.warning).toBe(1);
});
