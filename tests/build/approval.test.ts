/** The four-eyes rule: nothing comes out that the roles of config have not signed as it is now. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { approve } from '../../src/build/approve.js';
import { diskSystem } from '../../src/system/disk-system.js';
import { brief, makeProject, type Project, soundDocument, soundSources } from './project.js';

let project: Project;
const signed = soundDocument.replace(
  'byline: [Ada Prowse]',
  'byline: [Ada Prowse]\napproval:\n  - { role: duty editor, name: Bo Tan, at: 2026-03-01, version: 1 }',
);

beforeEach(async () => {
  project = await makeProject({
    'galley.config.yaml': 'approval: [Duty editor]\n',
    'content/flood/explainer.md': signed,
    'content/flood/sources.yaml': soundSources,
  });
});

afterEach(() => project.remove());

const put = (text: string) => project.write({ 'content/flood/explainer.md': text });
const record = () => approve(diskSystem(project.root), ['content/flood']);

it('publishes what was signed and recorded', async () => {
  expect(brief(await project.build())).toEqual(['error approval-is-current content/flood/explainer.md:7:1']);
  expect(await project.outputs()).not.toContain('flood/index.html');
  expect(await record()).toEqual([
    { document: 'flood', signed: ['duty editor: Bo Tan, version 1'], findings: [] },
  ]);
  expect(brief(await project.build())).toEqual([]);
  expect(await project.outputs()).toContain('flood/index.html');
});

it('asks for each role that has not signed, and names the command', async () => {
  await put(soundDocument);
  const { report } = await project.build();
  expect(report.findings.map(({ code, what }) => [code, what])).toEqual([
    ['approval-is-current', 'Nobody has signed as “Duty editor”.'],
  ]);
  expect((await record())[0]?.findings).toHaveLength(1);
  await put(signed);
  const { report: unrecorded } = await project.build();
  expect(unrecorded.findings[0]?.fix).toBe('Run: galley approve content/flood/explainer.md');
});

it('takes no signature of the only author', async () => {
  await put(signed.replace('name: Bo Tan', 'name: ada prowse'));
  const { report } = await project.build();
  expect(report.findings.map(({ what }) => what)).toEqual([expect.stringContaining('only author')]);
  await put(
    signed.replace('name: Bo Tan', 'name: Ada Prowse').replace('[Ada Prowse]', '[Ada Prowse, Bo Tan]'),
  );
  await record();
  expect(brief(await project.build())).toEqual([]);
});

it.each([
  ['the text', { 'content/flood/explainer.md': signed.replace('two places', 'three places') }],
  ['the headline', { 'content/flood/explainer.md': signed.replace('A sound document', 'Another') }],
  ['a source', { 'content/flood/sources.yaml': soundSources.replace('Damage report', 'Another report') }],
])('notices a change of %s after signing', async (_, files) => {
  await record();
  await project.build();
  const before = await project.output('flood/index.html');
  await project.write(files);
  const { report } = await project.build();
  expect(report.findings.map(({ what }) => what)).toEqual([
    expect.stringContaining('changed after it was signed'),
  ]);
  expect(await project.output('flood/index.html')).toBe(before);
  await record();
  expect(brief(await project.build())).toEqual([]);
});

it('lets dates of publishing change after signing', async () => {
  await put(signed.replace('status: published\npublished: 2026-03-01', 'status: approved'));
  await record();
  await put(signed.replace('2026-03-01\n', '2026-03-04\nembargo: 2026-03-04T00:00:00Z\n'));
  expect(brief(await project.build())).toEqual([]);
});

it('asks for a new record when somebody else signs', async () => {
  await record();
  await put(signed.replace('version: 1', 'version: 2'));
  expect(brief(await project.build())).toHaveLength(1);
});

it('asks for nothing before a text is to be published, and nothing without roles', async () => {
  await put(soundDocument.replace('status: published', 'status: review'));
  expect(brief(await project.build({ drafts: true }))).toEqual([]);
  await put(soundDocument);
  await project.write({ 'galley.config.yaml': '' });
  expect(brief(await project.build())).toEqual([]);
});

it('keeps the records of other texts', async () => {
  await project.write({ 'content/other/explainer.md': signed, 'content/other/sources.yaml': soundSources });
  await record();
  await approve(diskSystem(project.root), ['content/other']);
  const kept = JSON.parse(await readFile(join(project.root, 'galley.approvals.json'), 'utf8'));
  expect(Object.keys(kept)).toEqual(['flood', 'other']);
  expect(brief(await project.build())).toEqual([]);
});
