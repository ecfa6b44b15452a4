/** Second opinions find planted faults, and one defect that several engines see is told once, in the first one's words. */

import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../../../src/browser/browser.js';
import { checkNamedPage } from '../../../src/build/check-html.js';
import { allEngines, type Engines, openEngines } from '../../../src/build/engines.js';
import { pageStates } from '../../../src/checks/html/states.js';
import { formatPlace } from '../../../src/diagnostics/place.js';
import { assembleReport } from '../../../src/report/assemble.js';
import { describeWithBrowser, openBrowser } from '../../browser/with-browser.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const states = pageStates.filter(({ name }) => name === 'light-1440-closed');

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>The flood</title></head>
<body><main><h1>The flood</h1>
<img src="a.png">
<ul><p>A paragraph in a list</p></ul>
</main></body>
</html>
`;

describeWithBrowser('all engines', () => {
  let browser: Browser;
  let engines: Engines;
  beforeAll(async () => {
    browser = await openBrowser();
    engines = await openEngines(allEngines(root).names, root);
  });
  afterAll(() => browser?.close());

  const look = async (html: string) => {
    const bytes = new TextEncoder().encode(html);
    const files = new Map([['index.html', { mediaType: 'text/html', bytes }]]);
    const { runs } = await checkNamedPage(
      { name: 'page.html', path: 'index.html', files },
      { browser: () => Promise.resolve(browser), engines, states },
    );
    return assembleReport(
      { explainers: [], noticed: [], checks: runs },
      { levels: {}, criteriaOf: () => [], failOn: 'error' },
    );
  };

  it('tell a picture without words once, at its line, with all that saw it', async () => {
    const { findings, incomplete } = await look(page);
    expect(incomplete).toEqual([]);
    const image = findings.filter(({ what }) => /<img/.test(what) && /alt|text alternative/i.test(what));
    expect(image.map(({ code, place }) => [code, place && formatPlace(place)])).toEqual([
      [expect.stringMatching(/-finds-nothing$|^markup-is-valid$/), 'page.html:5:1'],
    ]);
    const engines = new Set(image[0]?.rules.map((rule) => rule.split(' ')[0]));
    expect([...engines].sort()).toEqual(expect.arrayContaining(['axe-core', 'equal-access', 'htmlcs']));
    expect(findings.some(({ rules }) => rules.some((rule) => rule.startsWith('nu ')))).toBe(true);
  });

  it('have no error on a sound page', async () => {
    const sound = page
      .replace('<img src="a.png">', '<img src="a.png" alt="Water over the wall">')
      .replace(/<ul>.*<\/ul>/, '<p>Water came over the wall.</p>');
    const { findings } = await look(sound);
    expect(findings.filter(({ severity }) => severity === 'error').map(({ what }) => what)).toEqual([]);
  });
});
