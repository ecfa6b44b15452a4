/** docs/any-page.md says what is true: its example becomes an accessible PDF, its options are those of the command, its library those exported. */

import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfCommand } from '../../src/cli/pdf.parser.js';
import { readPdf } from '../../src/outputs/pdf/read.js';
import * as library from '../../src/pdf.js';
import { describeWithBrowser } from '../browser/with-browser.js';
import { drawing, findingsOf, PagePress } from '../build/accessible-page.js';
import { examplesIn } from './guide-examples.js';

const guide = await readFile(new URL('../../docs/any-page.md', import.meta.url), 'utf8');
const files = Object.fromEntries(examplesIn(guide).map(({ words, text }) => [words[0] ?? '', text]));

describeWithBrowser('the example of docs/any-page.md', () => {
  let press: PagePress;
  beforeAll(() => {
    press = new PagePress();
  });
  afterAll(() => press.close());

  it.each(['ua1', 'ua2'] as const)('becomes an accessible PDF: %s', async (profile) => {
    const made = await press.print({ ...files, 'bridge.svg': drawing }, { profile });
    expect(findingsOf(made)).toEqual([]);
    const read = readPdf(made.pdf ?? new Uint8Array());
    if (!read.readable) throw new Error(read.reason);
    expect(read.pages).toHaveLength(1);
    const roles = (read.structure?.elements ?? []).map(({ role }) => role);
    expect(roles.filter((role) => role === (profile === 'ua1' ? 'Note' : 'FENote'))).toHaveLength(2);
    expect(roles.filter((role) => /^H\d$/.test(role))).toEqual(['H1']);
    const words = read.pages
      .flatMap(({ content }) => content.items)
      .map((item) => (item.kind === 'text' ? item.text : ''));
    expect(words.join('')).toContain('1 / 1');
  });
});

describe('docs/any-page.md', () => {
  it('names every option of the command', () => {
    const options = pdfCommand(() => Promise.resolve()).options.map(({ long }) => long ?? '');
    const rows = guide.slice(0, guide.indexOf('## An example'));
    expect(options.filter((option) => !rows.includes(option) && option !== '--debug')).toEqual([]);
  });

  it('names every function of the library', () => {
    const names = Object.keys(library);
    expect(names.length).toBeGreaterThan(2);
    expect(names.filter((name) => !guide.includes(name))).toEqual([]);
  });
});
