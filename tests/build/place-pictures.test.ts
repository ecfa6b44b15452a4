/** What is wrong on a page is told at the line that made it, with a picture of the place in the report. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkFiles } from '../../src/build/check-files.js';
import { folderServer } from '../../src/build/check-html.js';
import { noEngines } from '../../src/build/engines.js';
import { type OpenProject, openProject } from '../../src/build/open-project.js';
import { run } from '../../src/build/run.js';
import { formatPlace } from '../../src/diagnostics/place.js';
import { json } from '../../src/report/reporters/json.js';
import { memorySystem } from '../../src/system/memory-system.js';
import { describeWithBrowser } from '../browser/with-browser.js';

const now = Date.UTC(2026, 2, 5);

const text = `---
headline: A test of places
standfirst: One page with faults in its theme.
status: published
published: 2026-03-01
byline:
  - name: Ann Example
---

Some text.
`;

/** A theme with two faults under the texts of people; the report, which nobody signs, stands in it without them. */
const files = {
  'galley.config.yaml': 'publisher: { name: The Estuary Post }\ntheme: house\n',
  'content/places/explainer.md': text,
  'templates/house/theme.yaml': 'name: House\n',
  'templates/house/partials/footer.hbs':
    '<footer>{{#if byline}}\n{{> imprint}}\n<p class="wide">Telephone</p>\n{{/if}}</footer>\n',
  'templates/house/partials/imprint.hbs': '<p><img src="seal.png"></p>\n',
  'templates/house/styles/theme.css': '/* Width of the imprint */\n.wide { inline-size: 40rem; }\n',
};

describeWithBrowser('a fault of a theme', () => {
  const system = memorySystem(files);
  let project: OpenProject;
  beforeAll(() => {
    project = openProject({}, system);
  });
  afterAll(async () => {
    await project.desk.close();
    await project.workers.close();
  });

  it('is told at the template’s line with those that call it, and pictured in the report', async () => {
    const { report, textOf } = await run(project, { formats: ['html'], reportPage: 'report', now }, false);
    expect(report.incomplete).toEqual([]);
    const told = report.findings.map(({ code, place, related }) => [
      code,
      place === undefined ? '' : formatPlace(place),
      (related ?? []).map((one) => formatPlace(one.place)),
    ]);
    expect(told).toContainEqual([
      'markup-is-valid',
      'templates/house/partials/imprint.hbs:1:4',
      expect.arrayContaining(['templates/house/partials/footer.hbs:2:1']),
    ]);
    expect(told).toContainEqual([
      'reflow-at-320',
      'templates/house/partials/footer.hbs:3:1',
      expect.arrayContaining([
        'templates/house/styles/theme.css:2:1',
        expect.stringContaining('templates/base/layouts/page.hbs'),
      ]),
    ]);
    const wide = report.findings.find(({ code }) => code === 'reflow-at-320');
    const path = `report-pictures/${wide?.id.replace(':', '-')}.webp`;
    const bytes = await system.readFile(`report/${path}`);
    expect(Buffer.from(bytes ?? []).toString('latin1', 8, 12)).toBe('WEBP');
    expect(bytes?.length).toBeLessThan(60_000);
    const page = new TextDecoder().decode(await system.readFile('report/report.html'));
    expect(page).toContain(`src="${path}"`);
    expect(page).toMatch(/<img class="report-picture"[^>]* alt="The place on the page[^"]+"/);
    expect(json.render(report, { textOf, colour: false })).not.toMatch(/"(?:picture|through|index|style)"/);
  });

  it('is told in a report that passes Galley’s own checks, pictures and all', async () => {
    const name = 'report/report.html';
    const pages = [{ name, path: name, files: folderServer(system) }];
    const options = { profile: 'claimed', rendered: true, engines: noEngines } as const;
    const { report } = await checkFiles(project, { pages, pdfs: [] }, options);
    expect(report.incomplete).toEqual([]);
    const failed = report.findings.filter(({ outcome }) => outcome === 'failed');
    expect(failed.map(({ code, what, severity }) => `${severity} ${code} ${what}`)).toEqual([]);
  });

  it('is not pictured where nothing is found', async () => {
    const sound = memorySystem({ ...files, 'galley.config.yaml': 'publisher: { name: The Estuary Post }\n' });
    const other = openProject({}, sound);
    try {
      const { report } = await run(other, { formats: ['html'], reportPage: 'report', now }, false);
      expect(report.findings).toEqual([]);
      expect(await sound.readFolder('report/report-pictures')).toBeUndefined();
    } finally {
      await other.desk.close();
      await other.workers.close();
    }
  });
});
