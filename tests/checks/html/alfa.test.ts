/** Alfa is asked where it is installed, and never missed in silence. */

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allEngines, openEngines } from '../../../src/build/engines.js';
import { alfa } from '../../../src/checks/html/alfa-finds-nothing/check.js';
import type { RenderedPage } from '../../../src/checks/html/rendered-page.js';
import { pageStates } from '../../../src/checks/html/states.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A page whose browser writes down nothing and names each element by its number. */
const page: RenderedPage = {
  ...{ file: 'page.html', html: '', source: 'page.html', tree: { type: 'root', children: [] } },
  state: 'light-1440-closed',
  evaluate: (script) =>
    Promise.resolve(script.includes('(document)') ? 'written' : [{ selector: 'img', html: '<img>' }]),
  press: () => Promise.resolve(),
};

describe('Alfa', () => {
  it('has its opinions told with rule and element, and open questions as questions', async () => {
    const opinion = { rule: 'sia-r2', message: 'No name', asks: false, index: 3 };
    const judge = (written: unknown) =>
      Promise.resolve(written === 'written' ? [opinion, { ...opinion, asks: true }] : []);
    const { outcome, diagnostics } = await alfa({ writer: 'write', judge }).evaluate(page);
    expect(outcome).toBe('failed');
    expect(diagnostics.map(({ rule, severity, question }) => [rule, severity, question])).toEqual([
      ['alfa sia-r2', 'error', undefined],
      ['alfa sia-r2', 'warning', true],
    ]);
    expect(diagnostics[0]?.what).toContain('<img> (alfa, rule sia-r2)');
    expect(diagnostics[0]?.defect).toBe('image without words');
  });

  it('looks at one state, since a page takes it seconds', () => {
    const { looksAt } = alfa({ writer: '', judge: () => Promise.resolve([]) });
    expect(pageStates.filter((state) => looksAt?.(state)).map(({ name }) => name)).toEqual([
      'light-1440-closed',
    ]);
  });

  it('is left out of all engines where it is not installed, with a word on how to get it', () => {
    const { names, note } = allEngines(root);
    expect(names.includes('alfa')).toBe(note === '');
    expect(names).toEqual(expect.arrayContaining(['equal-access', 'htmlcs', 'nu']));
    if (note !== '') expect(note).toContain('npm install --save-dev @siteimprove/alfa-rules@');
  });

  it('fails where it is asked for by name and is not there', async () => {
    if (allEngines(root).names.includes('alfa')) return;
    await expect(openEngines(['alfa'], root)).rejects.toThrow(/“alfa” was asked for/);
  });
});
