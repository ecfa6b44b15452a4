/** A check that crashes, takes too long or says nothing never counts as passed: the run is incomplete and ends with 3. */

import { describe, expect, it } from 'vitest';
import { type Check, type CheckResult, runCheck } from '../../src/checks/check.js';
import { assembleReport } from '../../src/report/assemble.js';

const target = { document: 'a', output: 'html', state: '' };

const check = (evaluate: () => CheckResult | Promise<CheckResult>): Check<null> => ({
  ...{
    id: 'page-is-sound',
    subject: 'page',
    title: 'The page is sound.',
    severity: 'error',
    criteria: ['HR'],
  },
  examples: { passes: [], fails: [] },
  evaluate,
});

const passed: CheckResult = { check: 'page-is-sound', outcome: 'passed', diagnostics: [] };
const answer = (value: unknown): CheckResult => value as CheckResult;

const broken: readonly (readonly [string, Check<null>, RegExp])[] = [
  [
    'throws',
    check(() => {
      throw new Error('it broke');
    }),
    /^it broke$/,
  ],
  ['rejects', check(() => Promise.reject(new Error('it broke later'))), /^it broke later$/],
  ['never answers', check(() => new Promise(() => undefined)), /no answer within 30 ms/],
  ['answers nothing', check(() => answer(undefined)), /gave no answer/],
  [
    'answers with no outcome',
    check(() => answer({ check: 'page-is-sound', diagnostics: [] })),
    /gave no answer/,
  ],
  ['answers for another check', check(() => ({ ...passed, check: 'other-is-sound' })), /gave no answer/],
  ['fails without a finding', check(() => ({ ...passed, outcome: 'failed' })), /gave no answer/],
  ['asks without a question', check(() => ({ ...passed, outcome: 'cantTell' })), /gave no answer/],
];

describe.each(broken)('a check that %s', (_, one, reason) => {
  it('is untested, and makes the run incomplete', async () => {
    const run = await runCheck(one, null, target, 30);
    expect('untested' in run.result && run.result.untested).toMatch(reason);
    const report = assembleReport(
      { explainers: [], noticed: [], checks: [run] },
      { levels: {}, criteriaOf: () => [], failOn: 'error' },
    );
    expect([report.exitCode, report.incomplete.length, report.ledger[0]?.outcome]).toEqual([
      3,
      1,
      'untested',
    ]);
  });
});

it('a check that answers is what it says', async () => {
  const run = await runCheck(
    check(() => passed),
    null,
    target,
    30,
  );
  expect(run.result).toEqual(passed);
});
