import { describe, expect, it } from 'vitest';
import type { CheckRun } from '../../src/checks/check.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { assembleReport } from '../../src/report/assemble.js';
import type { Noticed } from '../../src/report/findings.js';
import { closingLine, text } from '../../src/report/reporters/text.js';

const rules = { levels: {}, criteriaOf: () => ['1.1.1'], failOn: 'error' as const };
const context = { textOf: () => 'line one\n![](hall.jpg)\n', colour: false };

function diagnostic(line: number, over: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: 'image-has-alt',
    severity: 'error',
    what: 'This picture has no alternative text.',
    why: 'A reader who cannot see it gets nothing.',
    fix: 'Write `![Crowd in front of the town hall](hall.jpg)`.',
    place: {
      kind: 'source',
      file: 'content/a/explainer.md',
      position: { start: { line, column: 1 }, end: { line, column: 14 } },
    },
    excerpt: '![](hall.jpg)',
    ...over,
  };
}

const noticed = (one: Diagnostic, state?: string): Noticed => ({ document: 'a', diagnostic: one, state });
const run = (noticedOnes: Noticed[], checks: CheckRun[] = []) =>
  assembleReport({ explainers: [], noticed: noticedOnes, checks }, rules);

describe('findings', () => {
  it('keep their id when other lines move them', () => {
    const [before] = run([noticed(diagnostic(2))]).findings;
    const [after] = run([noticed(diagnostic(40))]).findings;
    expect(after?.id).toBe(before?.id);
    expect(before?.id).toMatch(/^image-has-alt:[0-9a-f]{8}$/);
  });

  it('have different ids when the same words offend twice', () => {
    const ids = run([noticed(diagnostic(2)), noticed(diagnostic(9))]).findings.map((finding) => finding.id);
    expect(new Set(ids).size).toBe(2);
  });

  it('are one when one cause is seen in several states', () => {
    const { findings } = run([noticed(diagnostic(2), 'light-320'), noticed(diagnostic(2), 'dark-320')]);
    expect(findings.map((finding) => finding.states)).toEqual([['light-320', 'dark-320']]);
  });

  it('are raised by config, and lowered unless they are errors', () => {
    const warning = diagnostic(3, { code: 'alt-has-sensible-length', severity: 'warning', excerpt: 'b' });
    const report = assembleReport(
      { explainers: [], noticed: [noticed(diagnostic(2)), noticed(warning)], checks: [] },
      { ...rules, levels: { 'image-has-alt': 'info', 'alt-has-sensible-length': 'info' } },
    );
    expect(report.totals).toEqual({ error: 1, warning: 0, info: 1 });
  });

  it('stand worst first, then by line', () => {
    const info = diagnostic(1, { severity: 'info', excerpt: 'i' });
    const { findings } = run([noticed(info), noticed(diagnostic(9)), noticed(diagnostic(2))]);
    expect(
      findings.map((one) => [one.severity, one.place?.kind === 'source' && one.place.position?.start.line]),
    ).toEqual([
      ['error', 2],
      ['error', 9],
      ['info', 1],
    ]);
  });
});

describe('exit code', () => {
  it('is 0 when nothing reaches the threshold', () => {
    expect(run([noticed(diagnostic(1, { severity: 'warning' }))]).exitCode).toBe(0);
  });

  it('is 1 for an error', () => {
    expect(run([noticed(diagnostic(1))]).exitCode).toBe(1);
  });

  it('is 3 when a check did not run, whatever else was found', () => {
    const crashed: CheckRun = {
      document: 'a',
      output: 'html',
      state: 'light-320',
      check: 'axe-finds-nothing',
      result: { untested: 'it crashed' },
    };
    const report = run([noticed(diagnostic(1))], [crashed]);
    expect(report.exitCode).toBe(3);
    expect(text.render(report, context)).toMatch(
      /^Not checked, so this run is incomplete:\n {2}axe-finds-nothing on a/,
    );
    expect(closingLine(report)).toBe('Found 1 error. 0 of 1 check ran.');
  });
});

describe('text report', () => {
  it('says where, shows the line, says what, why and how', () => {
    expect(text.render(run([noticed(diagnostic(2))]), context)).toMatchInlineSnapshot(`
      "content/a/explainer.md:2:1  error  image-has-alt
        2 | ![](hall.jpg)
          | ^^^^^^^^^^^^^
        This picture has no alternative text. A reader who cannot see it gets nothing.
        Try: Write \`![Crowd in front of the town hall](hall.jpg)\`.
        1.1.1 Non-text Content (A)"
    `);
  });

  it('shows no line of a finding about an unnamed source', () => {
    const secret = { ...context, textOf: () => 'who:\n  author: Secret Person\n' };
    const told = text.render(run([noticed(diagnostic(2, { confidential: true }))]), secret);
    expect(told).toContain('explainer.md:2:1');
    expect(told).not.toContain('Secret');
  });
});
