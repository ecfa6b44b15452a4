/** Corrections, updates, backstory, contributors, content notes: on the page and in the PDF, where config wants them. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { readPdf } from '../../src/outputs/pdf/read.js';
import { describeWithBrowser } from '../browser/with-browser.js';
import { makeProject, type Project, soundSources } from './project.js';

let project: Project;

afterEach(() => project.remove());

const document = `---
headline: What broke
standfirst: It has no fault at all.
status: published
published: 2026-03-01
byline: [Ada Prowse]
contributors:
  - { name: Bo Tan, role: fact-check }
sensitive: [violence]
corrections:
  - { at: 2026-03-04, kind: correction, text: "There were *two* places.", block: damage }
updates:
  - { at: 2026-03-05, text: The count was added., blocks: [damage] }
  - { at: 2026-03-06, text: A comma was moved., minor: true }
backstory: We walked along the wall.
ai-use: None.
rights: { holder: The Herald, licence: CC BY 4.0 }
---

The wall broke at two places [@county]. Nobody knows why.

## Damage {#damage}

Water came over the wall before midnight.[^when]

[^when]: By the clock of the church.
`;

const texts = [
  'There were two places.',
  'The count was added.',
  'A comma was moved.',
  'We walked along the wall.',
  'Fact-checking: Bo Tan',
  'The Herald, CC BY 4.0',
  'By the clock of the church.',
];

/** Words of a page as they are read. */
function wordsOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:])/g, '$1');
}

/** The words of each page of a PDF, in the order they are drawn, without spaces. */
async function pagesOf(path: string): Promise<readonly string[]> {
  const pdf = readPdf(new Uint8Array(await readFile(join(project.root, 'output', path))));
  if (!pdf.readable) throw new Error(pdf.reason);
  return pdf.pages.map((page) =>
    page.content.items
      .map((item) => (item.kind === 'text' ? item.text : ''))
      .join('')
      .replace(/\s/g, ''),
  );
}

const squeezed = (text: string): string => text.replace(/\s/g, '');

/** Makes the project and gives its page and its PDF, both as plain words. */
async function made(config: string): Promise<{ readonly page: string; readonly pdf: string }> {
  project = await makeProject({
    'galley.config.yaml': config,
    'content/wall/explainer.md': document,
    'content/wall/sources.yaml': soundSources,
  });
  const { report } = await project.build({
    formats: ['html', 'pdf'],
    now: Date.parse('2026-03-10T00:00:00Z'),
  });
  expect(report.findings.filter(({ severity }) => severity === 'error').map(({ what }) => what)).toEqual([]);
  const page = wordsOf((await project.output('wall/index.html')) ?? '');
  return {
    page: page.slice(page.indexOf('Skip to content')),
    pdf: (await pagesOf('wall/wall.pdf')).join(''),
  };
}

describeWithBrowser('what editors tell readers', () => {
  it('stands on the page and in the PDF, corrections and notes after the text', async () => {
    const { page, pdf } = await made('corrections: bottom\nnotes: page\n');
    for (const text of texts) {
      expect(page).toContain(text);
      expect(pdf).toContain(squeezed(text));
    }
    expect(page.indexOf('There were two places.')).toBeGreaterThan(page.indexOf('before midnight'));
    expect(pdf.indexOf(squeezed('There were two places.'))).toBeGreaterThan(pdf.indexOf('beforemidnight'));
    expect(page).toMatch(/violence/i);
    expect(pdf).toMatch(/violence/i);
  });

  it('stands before the text when config wants corrections at the top, and notes at the end', async () => {
    const { page, pdf } = await made('corrections: top\nnotes: end\n');
    expect(page.indexOf('There were two places.')).toBeLessThan(page.indexOf('before midnight'));
    expect(pdf.indexOf(squeezed('There were two places.'))).toBeLessThan(pdf.indexOf('beforemidnight'));
    const notes = pdf.indexOf(squeezed('By the clock of the church.'));
    expect(notes).toBeGreaterThan(pdf.indexOf('beforemidnight'));
    expect(pdf.lastIndexOf('Notes', notes)).toBeGreaterThan(pdf.indexOf('beforemidnight'));
    for (const text of texts) expect(pdf).toContain(squeezed(text));
  });
});

it('says on paper’s markup which block may not be shortened', async () => {
  project = await makeProject({
    'content/wall/explainer.md': document.replace(
      'Water came',
      ':::note{print=expand}\nRead this.\n:::\n\nWater came',
    ),
    'content/wall/sources.yaml': soundSources,
  });
  await project.build();
  expect(await project.output('wall/index.html')).toMatch(/class="block block-note[^"]* print-expand"/);
});
