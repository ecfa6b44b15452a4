/** The examples of each check: those that pass do, those that fail fail, and where a person has to judge the check asks. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../src/browser/browser.js';
import type { Example, Outcome } from '../../src/checks/check.js';
import { pageFromText } from '../../src/checks/html/page-from-text.js';
import { checkRendered, type RenderedChecks } from '../../src/checks/html/rendered.js';
import {
  allChecks,
  axeChecks,
  foreignChecks,
  pageChecks,
  renderedChecks,
} from '../../src/checks/registry.js';
import { parseHtml } from '../../src/html/parse-html.js';
import { describeWithBrowser, openBrowser } from '../browser/with-browser.js';

const wholePage = (text: string): string =>
  text.startsWith('<!doctype')
    ? text
    : `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Water</title></head><body>${text}</body></html>`;

/** Worst outcome first. */
const worst = (outcomes: readonly Outcome[]): Outcome =>
  (['failed', 'cantTell', 'passed'] as const).find((one) => outcomes.includes(one)) ?? 'inapplicable';

describe('every check', () => {
  it.each(allChecks.map((check) => [check.id, check] as const))(
    '%s has examples, criteria and a title',
    (_, check) => {
      expect(check.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
      expect(check.criteria.length).toBeGreaterThan(0);
      expect(check.title).toMatch(/^[A-Z].*\.$/);
      const { fails, cannotTell = [] } = check.examples;
      expect(fails.length + cannotTell.length).toBeGreaterThan(0);
    },
  );

  it('has an id of its own', () => {
    expect(new Set(allChecks.map(({ id }) => id)).size).toBe(allChecks.length);
  });
});

describe.each(pageChecks.map((check) => [check.id, check] as const))('%s', (_, check) => {
  const judge = async ({ text }: Example): Promise<Outcome> => {
    const html = wholePage(text);
    return (await check.evaluate(pageFromText('example.html', html, parseHtml(html)))).outcome;
  };
  it.each(check.examples.passes.map((one) => [one.title, one] as const))('passes: %s', async (_, one) => {
    expect(await judge(one)).toBe('passed');
  });
  it.each(check.examples.fails.map((one) => [one.title, one] as const))('fails: %s', async (_, one) => {
    expect(await judge(one)).toBe('failed');
  });
});

describeWithBrowser('in the browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  const judge = async (id: string, { text }: Example): Promise<Outcome> => {
    const html = wholePage(text);
    const measured = [...renderedChecks, ...foreignChecks].filter((check) => check.id === id);
    const fromAxe = axeChecks.filter((check) => check.id === id);
    const checks: RenderedChecks = { measured, fromAxe: measured.length > 0 ? [] : fromAxe, engines: [] };
    const bytes = new TextEncoder().encode(html);
    const files = new Map([['index.html', { mediaType: 'text/html', bytes }]]);
    const published = pageFromText('example.html', html, parseHtml(html));
    const runs = await browser.withPage('visit', (lent) =>
      checkRendered(lent, { published, files, document: 'example' }, checks),
    );
    const untested = runs.flatMap(({ result }) => ('untested' in result ? [result.untested] : []));
    expect(untested).toEqual([]);
    return worst(runs.flatMap(({ result }) => ('untested' in result ? [] : [result.outcome])));
  };

  const seen = [...axeChecks, ...renderedChecks, ...foreignChecks];
  const rows = (kind: 'passes' | 'fails' | 'cannotTell') =>
    seen.flatMap(({ id, examples }) => (examples[kind] ?? []).map((one) => [id, one.title, one] as const));

  it.each(rows('passes'))('%s passes: %s', async (id, _, one) => {
    expect(await judge(id, one)).toBe('passed');
  });
  it.each(rows('fails'))('%s fails: %s', async (id, _, one) => {
    expect(await judge(id, one)).toBe('failed');
  });
  it.each(rows('cannotTell'))('%s asks: %s', async (id, _, one) => {
    expect(await judge(id, one)).toBe('cantTell');
  });
});
