/** Profiles of a build: one print for each kind, finished as every file that is asked for, under the standard that was chosen. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printWishes } from '../../src/build/formats.js';
import { claimedProfile } from '../../src/checks/pdf/check-pdf.js';
import { readPdf } from '../../src/outputs/pdf/read.js';
import { describeWithBrowser } from '../browser/with-browser.js';
import { brief, makeProject, type Project, soundDocument, soundSources } from './project.js';

describe('prints', () => {
  it('are one for each kind, led by what readers are offered', () => {
    expect(printWishes(['pdf-ua2', 'html', 'pdf', 'pdf-large'], 'ua1')).toEqual([
      {
        kind: 'standard',
        files: [
          { format: 'pdf', profile: 'ua1' },
          { format: 'pdf-ua2', profile: 'ua2' },
        ],
      },
      { kind: 'large', files: [{ format: 'pdf-large', profile: 'ua1' }] },
    ]);
  });

  it('follow the profile of the build', () => {
    const profiles = printWishes(['pdf', 'pdf-clear', 'pdf-ua2'], 'ua2').flatMap(({ files }) =>
      files.map(({ profile }) => profile),
    );
    expect(profiles).toEqual(['ua2', 'ua2', 'ua2']);
  });
});

describeWithBrowser('a build', () => {
  let project: Project;
  beforeAll(async () => {
    project = await makeProject({
      'content/flood/explainer.md': soundDocument,
      'content/flood/sources.yaml': soundSources,
    });
  });
  afterAll(() => project.remove());

  async function claimed(
    name: string,
  ): Promise<{ readonly profile: string; readonly pages: number; readonly head: string }> {
    const bytes = await readFile(join(project.root, 'output/flood', name));
    const read = readPdf(bytes);
    if (!read.readable) throw new Error(read.reason);
    return {
      profile: claimedProfile(read),
      pages: read.pages.length,
      head: bytes.subarray(0, 8).toString('latin1'),
    };
  }

  it('makes the file for archives beside the one for readers', async () => {
    const result = await project.build({ formats: ['pdf', 'pdf-ua2'] });
    expect(brief(result)).toEqual([]);
    const [first, second] = [await claimed('flood.pdf'), await claimed('flood.ua2.pdf')];
    expect(first).toMatchObject({ profile: 'ua1', head: '%PDF-1.7' });
    expect(second).toMatchObject({ profile: 'ua2', head: '%PDF-2.0', pages: first.pages });
  });

  it('makes all PDFs under the standard that settings name', async () => {
    await project.write({ 'galley.config.yaml': 'pdf-profile: ua2\n' });
    const result = await project.build({ formats: ['pdf', 'pdf-large'] });
    expect(brief(result)).toEqual([]);
    expect(await claimed('flood.pdf')).toMatchObject({ profile: 'ua2' });
    expect(await claimed('flood-large-print.pdf')).toMatchObject({ profile: 'ua2' });
    expect(await project.output('build.json')).toContain('"pdfProfile": "ua2"');
  });

  it('lets a call decide', async () => {
    await project.write({ 'galley.config.yaml': 'pdf-profile: ua2\n' });
    await project.build({ formats: ['pdf'], pdfProfile: 'ua1' });
    expect(await claimed('flood.pdf')).toMatchObject({ profile: 'ua1' });
  });

  it('tells a standard that it does not know, with one that it knows', async () => {
    await project.write({ 'galley.config.yaml': 'pdf-profile: ua3\n' });
    const result = await project.build();
    expect(brief(result)).toEqual(['error values-are-known galley.config.yaml:1:14']);
    expect(result.report.findings[0]?.fix).toContain('ua1');
    expect(result.report.exitCode).toBe(2);
  });
});
