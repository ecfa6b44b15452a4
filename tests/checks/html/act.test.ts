/** The W3C's examples of its ACT rules: what we say of those that fail, and that we say nothing of those that do not. */

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, LentPage } from '../../../src/browser/browser.js';
import { checkNamedPage, folderServer } from '../../../src/build/check-html.js';
import { noEngines } from '../../../src/build/engines.js';
import { pageStates } from '../../../src/checks/html/states.js';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { diskSystem } from '../../../src/system/disk-system.js';
import { describeWithBrowser, openBrowser } from '../../browser/with-browser.js';
import { actRules } from './act-rules.js';

const root = fileURLToPath(new URL('../../../../shared/corpora/act', import.meta.url));
const isThere = existsSync(`${root}/testcases.json`);
if (!isThere) process.stderr.write('\nNO ACT EXAMPLES FOUND beside the project: they are not tried.\n');

interface Case {
  readonly ruleId: string;
  readonly expected: 'passed' | 'failed' | 'inapplicable';
  readonly testcaseTitle: string;
  readonly relativePath: string;
}

interface Judged extends Case {
  readonly findings: readonly Diagnostic[];
  readonly untested: readonly string[];
}

/** Whether a finding comes from one of the checks that a rule is mapped to. */
function isMapped(ruleId: string, { code, rule }: Diagnostic): boolean {
  return (actRules[ruleId] ?? []).some((one) => one === code || one === rule);
}

const naming = ({ ruleId, expected, testcaseTitle, findings, relativePath }: Judged): string =>
  `${ruleId} ${expected} ${testcaseTitle} ${relativePath.slice(-20)}: ${[...new Set(findings.map(({ code, rule, severity }) => `${rule ?? code} ${severity}`))].join(', ')}`;

/** The states that answer a rule here; the others repeat the engine in other colours and widths. */
const states = pageStates.filter(({ name }) => /^(?:light-1440-closed|text-200|less-motion)$/.test(name));

/** All examples take some ten minutes; unless `GALLEY_ACT=all` asks for them, one failed and one other of each claimed rule do. */
function chosen(all: readonly Case[]): readonly Case[] {
  const only = process.env['ACT_RULES']?.split(',');
  if (only !== undefined) return all.filter(({ ruleId }) => only.includes(ruleId));
  if (process.env['GALLEY_ACT'] === 'all') return all;
  const kinds = new Set<string>();
  return all.filter(({ ruleId, expected }) => {
    const kind = `${ruleId} ${expected === 'failed'}`;
    const isFirst = ruleId in actRules && !kinds.has(kind);
    kinds.add(kind);
    return isFirst;
  });
}

/** How many pages are looked at side by side. */
const atOnce = 3;

/** Longest time for all examples, ms. */
const longest = 1_500_000;

describeWithBrowser.skipIf(!isThere)('the W3C’s examples', () => {
  let browser: Browser;
  const judged: Judged[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    const all: readonly Case[] = JSON.parse(await readFile(`${root}/testcases.json`, 'utf8'));
    const queue = [...chosen(all)];
    const files = folderServer(diskSystem(root));
    const work = async (lent: LentPage): Promise<void> => {
      // One page for all: a new one for each costs more than looking at it.
      const one: Browser = { ...browser, withPage: (_, job) => job(lent) };
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const path = `WAI/content-assets/wcag-act-rules/${next.relativePath}`;
        const { runs } = await checkNamedPage(
          { name: path, path, files },
          { browser: () => Promise.resolve(one), engines: noEngines, states },
        );
        const findings = runs.flatMap(({ result }) => ('untested' in result ? [] : result.diagnostics));
        const untested = runs.flatMap(({ check, state, result }) =>
          'untested' in result ? [`${check} ${state}: ${result.untested}`] : [],
        );
        judged.push({ ...next, findings, untested });
        if (judged.length % 50 === 0) process.stderr.write(`\nACT: ${judged.length} looked at.\n`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, () => browser.withPage('visit', work, longest)));
  }, longest);

  afterAll(() => browser?.close());

  it('claims forty rules or more', () => {
    expect(Object.keys(actRules).length).toBeGreaterThanOrEqual(40);
  });

  it('finds 95 % of the failed examples of claimed rules', () => {
    const failed = judged.filter((one) => one.expected === 'failed' && one.ruleId in actRules);
    const missed = failed.filter((one) => !one.findings.some((each) => isMapped(one.ruleId, each)));
    process.stderr.write(
      `\nACT: ${failed.length - missed.length} of ${failed.length} failed examples of claimed rules found.\n`,
    );
    expect(1 - missed.length / failed.length, missed.map(naming).join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('finds 80 % of all failed examples', () => {
    const failed = judged.filter((one) => one.expected === 'failed');
    const found = failed.filter((one) => one.findings.some((each) => isMapped(one.ruleId, each)));
    process.stderr.write(`\nACT: ${found.length} of all ${failed.length} failed examples found.\n`);
    expect(found.length / failed.length).toBeGreaterThanOrEqual(0.8);
  });

  it('says no error of passed and inapplicable examples of claimed rules', () => {
    const wrong = judged.filter(
      (one) =>
        one.expected !== 'failed' &&
        one.findings.some((each) => each.severity === 'error' && isMapped(one.ruleId, each)),
    );
    expect(wrong.map(naming)).toEqual([]);
  });

  it('leaves no check of any example untested', () => {
    expect(judged.flatMap((one) => one.untested.map((row) => `${one.relativePath} ${row}`))).toEqual([]);
  });
});

describe('the table of rules', () => {
  it('names each check once a rule', () => {
    for (const checks of Object.values(actRules)) expect(new Set(checks).size).toBe(checks.length);
  });
});
