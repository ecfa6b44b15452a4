/** Reports for machines: each holds to the schema of its format, and says the same as the others. */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Ajv, type AnySchema } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { CheckRun } from '../../src/checks/check.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { assembleReport } from '../../src/report/assemble.js';
import type { Report } from '../../src/report/report.js';
import { reportSchema } from '../../src/report/report-schema.js';
import { reporters } from '../../src/report/reporters.js';

const context = { textOf: () => undefined, colour: false };

const base: Diagnostic = {
  code: 'image-has-alt',
  severity: 'error',
  what: 'This picture has no “alt” & <nothing> else,\nat 100 %.',
  why: 'A reader who cannot see it gets nothing.',
  fix: 'Write what it shows.',
  place: {
    kind: 'source',
    file: 'content/ä b/explainer.md',
    position: { start: { line: 3, column: 1, offset: 9 }, end: { line: 3, column: 14, offset: 22 } },
  },
  related: [{ message: 'first here', place: { kind: 'source', file: 'content/a/sources.yaml' } }],
  excerpt: '![](hall.jpg)',
};

const element: Diagnostic = {
  ...base,
  code: 'axe-finds-nothing',
  rule: 'axe-core image-alt',
  place: { kind: 'element', file: 'output/a/index.html', selector: 'img', origin: undefined },
};
const page: Diagnostic = {
  ...base,
  code: 'pdf-has-title',
  place: { kind: 'page', file: 'a.pdf', page: 2, structureElement: 'P' },
};
const question: Diagnostic = { ...base, code: 'alt-is-true', severity: 'warning', question: true };

const target = { document: 'a', output: 'html', state: 'light-320-open' };
const checks: readonly CheckRun[] = [
  {
    ...target,
    check: 'axe-finds-nothing',
    result: { check: 'axe-finds-nothing', outcome: 'failed', diagnostics: [element] },
  },
  {
    ...target,
    check: 'alt-is-true',
    result: { check: 'alt-is-true', outcome: 'cantTell', diagnostics: [question] },
  },
  { ...target, check: 'reflow-at-320', result: { untested: 'it crashed & burned' } },
  {
    ...target,
    check: 'zoom-is-allowed',
    result: { check: 'zoom-is-allowed', outcome: 'inapplicable', diagnostics: [] },
  },
  {
    ...target,
    check: 'pdf-has-title',
    result: { check: 'pdf-has-title', outcome: 'failed', diagnostics: [page] },
  },
];

const full: Report = assembleReport(
  {
    explainers: [
      {
        document: 'a',
        path: 'content/a',
        title: 'A',
        state: 'checked',
        files: [{ path: 'x', bytes: 3 }],
        sources: [],
        timings: {},
      },
    ],
    noticed: [
      { document: 'a', diagnostic: base },
      { document: null, diagnostic: { ...base, place: undefined, related: undefined } },
    ],
    checks,
  },
  { levels: {}, criteriaOf: () => ['1.1.1', 'HR'], failOn: 'error' },
);
const empty: Report = assembleReport(
  { explainers: [], noticed: [], checks: [] },
  { levels: {}, criteriaOf: () => [], failOn: 'error' },
);

function written(name: string, report: Report): string {
  const reporter = reporters.find((one) => one.name === name);
  if (reporter === undefined) throw new Error(`There is no reporter ${name}.`);
  return reporter.render(report, context);
}

describe.each([
  ['a full report', full],
  ['an empty report', empty],
])('%s', (_, report) => {
  it('is JSON by our schema', () => {
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(reportSchema);
    validate(JSON.parse(written('json', report)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('is SARIF by the schema of OASIS', async () => {
    const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif');
    const file = new URL('schemas/sarif-2.1.0-rtm.5.json', `file://${path}`);
    // Draft 4 differs from what the validator knows in these two keys only.
    const { $schema: _draft, id: _id, ...schema } = JSON.parse(await readFile(file, 'utf8'));
    const validate = new Ajv({
      strict: false,
      validateFormats: false,
      unicodeRegExp: false,
      allErrors: true,
    }).compile(schema as AnySchema);
    validate(JSON.parse(written('sarif', report)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('is JUnit in well-formed XML whose counts are right', () => {
    const counts: Record<string, number> = {};
    const said: Record<string, number> = { failures: 0, errors: 0, skipped: 0, tests: 0 };
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => {
      counts[name] = (counts[name] ?? 0) + 1;
      if (name === 'testsuite')
        for (const key of Object.keys(said)) said[key] = (said[key] ?? 0) + Number(attributes[key]);
    });
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(written('junit', report)).close();
    expect([said['tests'], said['errors'], said['skipped']]).toEqual([
      counts['testcase'] ?? 0,
      counts['error'] ?? 0,
      counts['skipped'] ?? 0,
    ]);
  });
});

describe('SARIF', () => {
  const [run] = JSON.parse(written('sarif', full)).runs;

  it('says that a check did not run', () => {
    expect(run.invocations[0].executionSuccessful).toBe(false);
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toContain(
      'reflow-at-320 did not run',
    );
  });

  it('leaves questions for a review', () => {
    const asked = run.results.find((one: { ruleId: string }) => one.ruleId === 'alt-is-true');
    expect([asked.kind, asked.level]).toEqual(['review', 'none']);
  });
});

describe('GitHub annotations', () => {
  const lines = written('github', full).trimEnd().split('\n');

  it('stand on one line each, with escaped words and places', () => {
    expect(lines).toContainEqual(
      '::error file=content/ä b/explainer.md,line=3,col=1,title=image-has-alt::This picture has no “alt” & <nothing> else,%0Aat 100 %25. A reader who cannot see it gets nothing. Try: Write what it shows.',
    );
  });

  it('end with the summary', () => {
    expect(lines.at(-1)).toMatch(/^Found 4 errors, 1 warning\. 4 of 5 checks ran\.$/);
  });
});

it('docs/report.schema.json is our schema', async () => {
  await expect(`${JSON.stringify(reportSchema, null, 2)}\n`).toMatchFileSnapshot(
    '../../docs/report.schema.json',
  );
});
