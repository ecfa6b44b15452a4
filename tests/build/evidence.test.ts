/** The evidence of a document, and the report as a page: what they hold, and that they pass Galley's own checks. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkFiles } from '../../src/build/check-files.js';
import { folderServer } from '../../src/build/check-html.js';
import { noEngines } from '../../src/build/engines.js';
import { openGalley } from '../../src/build/galley.js';
import { openProject } from '../../src/build/open-project.js';
import { criteria } from '../../src/report/wcag.js';
import { diskSystem } from '../../src/system/disk-system.js';
import { describeWithBrowser } from '../browser/with-browser.js';
import { makeProject, type Project, soundDocument, soundSources } from './project.js';

let project: Project;
beforeAll(async () => {
  const faulty = `${soundDocument}\n**A bold line**\n\nWords.\n\n**Another**\n\nWords.\n\n**A third**\n\nWords.\n\n**A fourth**\n\nWords.\n`;
  project = await makeProject({
    'content/flood/explainer.md': faulty,
    'content/flood/sources.yaml': soundSources,
  });
  const galley = openGalley({ root: project.root });
  await galley.check({ formats: ['html'], rendered: false, evidence: 'evidence', reportPage: 'report' });
  await galley.close();
});
afterAll(() => project.remove());

it('says of each of the 55 criteria how it is answered', () => {
  expect(criteria.length).toBe(55);
  expect(new Set(criteria.map(({ number }) => number)).size).toBe(55);
});

it('holds findings, hashes, versions and the list for people', async () => {
  const data = JSON.parse(await readFile(join(project.root, 'evidence/flood/evidence.json'), 'utf8'));
  expect(data.report.findings.map((one: { code: string }) => one.code)).toContain('heading-is-not-imitated');
  expect(Object.values(data.sources)[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(data.outputs['index.html']).toMatch(/^[0-9a-f]{64}$/);
  expect(data.versions['axe-core']).toMatch(/^\d+\.\d+\.\d+$/);
  const page = await readFile(join(project.root, 'evidence/flood/index.html'), 'utf8');
  expect(page).toContain('not yet checked by a person');
  expect(page).toContain(
    '<code>county</code> <span lang="en" dir="auto">County council. “Damage Report,” 28',
  );
  expect(page).toMatch(/Note 1: <q[^>]*>County council[^<]*<\/q> <code>content\/flood\/explainer\.md:9:30</);
});

describeWithBrowser('in the browser', () => {
  // The report is looked at with its pictures, in place-pictures.test.ts.
  it.each(['evidence/flood/index.html'])('%s passes Galley’s own checks', async (name) => {
    const open = openProject({ root: project.root });
    const pages = [{ name, path: name, files: folderServer(diskSystem(project.root)) }];
    const { report } = await checkFiles(
      open,
      { pages, pdfs: [] },
      { profile: 'claimed', rendered: true, engines: noEngines },
    );
    await open.desk.close();
    await open.workers.close();
    expect(report.incomplete).toEqual([]);
    expect(
      report.findings
        .filter(({ outcome }) => outcome === 'failed')
        .map(({ code, what, severity }) => `${severity} ${code} ${what}`),
    ).toEqual([]);
  });
});
