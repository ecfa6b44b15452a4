/** What is left out in a state, since another state or another text of its kind answers it, hides no fault. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../../../src/browser/browser.js';
import { pageFromText } from '../../../src/checks/html/page-from-text.js';
import { checkRendered } from '../../../src/checks/html/rendered.js';
import { pageStates, shareOut } from '../../../src/checks/html/states.js';
import { axeChecks, renderedChecks } from '../../../src/checks/registry.js';
import { parseHtml } from '../../../src/html/parse-html.js';
import { describeWithBrowser, openBrowser } from '../../browser/with-browser.js';

const page = (style: string, main: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>The flood</title>
<style>body { color: #111; background: #fff } a { color: #0b4f8a } :focus-visible { outline: 3px solid #0b4f8a }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #111 } a { color: #9cf } }
${style}</style></head>
<body><main id="content"><h1>The flood</h1>
${main}
</main></body></html>
`;

const words = '<p>Water came over the wall.</p>';

describeWithBrowser('states', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  /** Codes of errors and the states in which they were found, as on a page of our own. */
  const look = async (html: string): Promise<readonly string[]> => {
    const bytes = new TextEncoder().encode(html);
    const files = new Map([['index.html', { mediaType: 'text/html', bytes }]]);
    const published = { ...pageFromText('index.html', html, parseHtml(html)), source: 'explainer.md' };
    const runs = await browser.withPage('check', (lent) =>
      checkRendered(
        lent,
        { published, files, document: 'example' },
        { measured: renderedChecks, fromAxe: axeChecks, engines: [] },
      ),
    );
    return runs.flatMap(({ state, result }) =>
      'untested' in result
        ? [`untested: ${result.untested}`]
        : result.diagnostics.flatMap(({ rule, code, severity, what }) =>
            severity === 'error' ? `${state} ${rule ?? code} ${/#\w+|id="(\w+)"/.exec(what)?.[1] ?? ''}` : [],
          ),
    );
  };

  it('find nothing on a sound page', async () => {
    expect(await look(page('', `${words}${words}<p><a href="#content">Back</a> to the wall.</p>`))).toEqual(
      [],
    );
  });

  it('find pale text among many of its look that stand on another ground', async () => {
    const box = '<div style="background: #333"><p id="pale">Water came over the wall.</p></div>';
    expect(await look(page('', `${words}${words}${box}${words}`))).toContain(
      'light-1440-closed axe-core color-contrast pale',
    );
  });

  it('find each text of a kind that fails', async () => {
    const pale = ['one', 'two', 'three'].map((id) => `<p id="${id}" class="pale">Water came.</p>`).join('');
    const found = await look(page('.pale { color: #bbb }', `${words}${pale}`));
    for (const id of ['one', 'two', 'three'])
      expect(found).toContain(`light-1440-closed axe-core color-contrast ${id}`);
  });

  it('find pale text that is pale in the dark alone, and at one width alone', async () => {
    const style = `@media (prefers-color-scheme: dark) { .dark { color: #333 } }
      @media (max-width: 400px) { .narrow { color: #ccc } } @media print { .paper { color: #ddd } }`;
    const texts = ['dark', 'narrow', 'paper'].map(
      (name) => `<p id="${name}" class="${name}">Water came.</p>`,
    );
    const found = await look(page(style, `${words}${texts.join('')}`));
    expect(found).toContain('dark-1440-open axe-core color-contrast dark');
    expect(found).toContain('light-320-open axe-core color-contrast narrow');
    expect(found).toContain('web-print axe-core color-contrast paper');
  });

  it('find text over something that is laid across it', async () => {
    const laid =
      '<div style="position: relative; margin-top: -2.2em; z-index: -1; background: #222; height: 3em"></div>';
    const found = await look(page('', `${words}${words}<p id="laid">Water came over the wall.</p>${laid}`));
    expect(found.join('\n')).toContain('axe-core color-contrast laid');
  });

  it('find a heading that is gone at one width alone', async () => {
    const found = await look(page('@media (max-width: 400px) { h1 { display: none } }', words));
    expect(found.join('\n')).toMatch(/light-320-open axe-core page-has-heading-one/);
  });

  it('find a fault in what is opened', async () => {
    const found = await look(
      page('', '<details><summary>Answer</summary><img src="data:," id="wall"></details>'),
    );
    expect(found.join('\n')).toMatch(/light-320-open axe-core image-alt/);
  });

  it('find a focus that something covers, where it stays and where it moves with the page', async () => {
    const room = Array.from({ length: 60 }, () => words).join('');
    const link = '<a href="#content">Back</a>';
    const over = '<span style="position: absolute; inset: 0; background: #fff"></span>';
    const still = `${room}<p style="position: relative" id="still">${link}${over}</p>`;
    expect((await look(page('', still))).filter((one) => one.includes('focus-is-not-obscured'))).toHaveLength(
      2,
    );
    const bar = '<div style="position: fixed; inset: 0; background: #fff"></div>';
    expect((await look(page('', `${room}<p>${link}</p>${bar}`))).join('\n')).toContain(
      'focus-is-not-obscured',
    );
    expect(await look(page('', `${room}<p style="position: relative">${link} to the wall.</p>`))).toEqual([]);
  });

  it('find a focus that is not seen on one kind of link among many, light or dark', async () => {
    const links = Array.from(
      { length: 9 },
      (_, index) => `<p>Read <a href="#content">part ${index} of it</a> there.</p>`,
    );
    const light = await look(
      page(
        '.bare:focus-visible { outline: none }',
        `${links.join('')}<p>Read <a class="bare" href="#content">the last of it</a> there.</p>`,
      ),
    );
    expect(light.filter((one) => one.includes('focus-is-visible'))).toHaveLength(2);
    const dark = await look(
      page('@media (prefers-color-scheme: dark) { a:focus-visible { outline: none } }', links.join('')),
    );
    expect([...new Set(dark)].filter((one) => one.includes('focus-is-visible'))).toHaveLength(1);
  });

  it('are each looked at once', () => {
    const { parts, queue } = shareOut(pageStates);
    const names = [...parts.flat(), ...queue].map(({ name }) => name);
    expect([...names].sort()).toEqual(pageStates.map(({ name }) => name).sort());
  });
});
