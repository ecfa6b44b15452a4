/** Nothing of a text that is held back stands in any byte of output/: not its words, not its name, not its pictures, in no file. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import { readPdf } from '../../src/outputs/pdf/read.js';
import { describeWithBrowser } from '../browser/with-browser.js';
import { makeProject, type Project, soundDocument, soundSources } from './project.js';

const now = Date.parse('2026-03-10T12:00:00Z');
let project: Project;

afterEach(() => project.remove());

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>canarydrawing</title></svg>';

/** A document whose every word of its own is a canary; `lines` say where it stands. */
function secret(lines: string): string {
  return `---
headline: Canary headline
standfirst: Canary standfirst says it all.
${lines}
byline: [Canary Person]
contributors: [{name: Canary Helper, role: editing}]
topics: [canary-topic]
people: [Canary Someone]
image: {src: canary-lead.svg, alt: Canary lead}
updates: [{at: 2026-03-03, text: Canary update}]
corrections: [{at: 2026-03-03, kind: correction, text: Canary correction}]
backstory: Canary backstory
notes-internal: Canary internal
---

Canary words came [@canary-source]. :num[canary-number].

<!-- canary comment -->

## Canary heading?

:::figure{credit="Canary credit"}
![Canary alt](canary.svg)

Canary caption.
:::

Canary note[^n] here.

[^n]: Canary text of a note.
`;
}

const files = (document: string) => ({
  'content/canary-slug/explainer.md': document,
  'content/canary-slug/canary.svg': picture,
  'content/canary-slug/canary-lead.svg': picture,
  'content/canary-slug/sources.yaml':
    'canary-source:\n  kind: official-statement\n  title: Canary report\n  author: Canary council\n  published: 2026-02-28\n',
  'content/canary-slug/figures.yaml':
    'canary-number:\n  label: canaries\n  value: 13\n  unit: canaries\n  as-of: 2026-02-28\n  source: canary-source\n',
});

const published = 'status: published\npublished: 2026-03-01';
const sound = { 'content/flood/explainer.md': soundDocument, 'content/flood/sources.yaml': soundSources };

/** Everything that can be read in a file: its bytes, what is packed in it, and a PDF’s words. */
async function readable(path: string): Promise<string> {
  const bytes = await readFile(path);
  const texts = [bytes.toString('latin1'), bytes.toString('utf8'), bytes.toString('utf16le')];
  if (!path.endsWith('.pdf')) return texts.join('\n');
  const raw = texts[0] ?? '';
  for (const match of raw.matchAll(/stream\r?\n/g)) {
    try {
      texts.push(inflateSync(bytes.subarray(match.index + match[0].length)).toString('latin1'));
    } catch {
      // Not every stream is packed.
    }
  }
  const pdf = readPdf(new Uint8Array(bytes));
  if (!pdf.readable) throw new Error(`${path} cannot be read`);
  texts.push(JSON.stringify(pdf.outline), [...pdf.info.values()].join(' '));
  for (const page of pdf.pages)
    texts.push(page.content.items.map((item) => (item.kind === 'text' ? item.text : '')).join(''));
  return texts.join('\n');
}

/** Files of the output that hold a canary, or are named after one. */
async function leaks(word = /canar/i): Promise<string[]> {
  const found: string[] = [];
  for (const path of await project.outputs()) {
    const text = `${path}\n${await readable(join(project.root, 'output', path))}`;
    const hit = word.exec(text);
    if (hit !== null) found.push(`${path}: …${text.slice(Math.max(0, hit.index - 40), hit.index + 60)}…`);
  }
  return found;
}

const states: readonly (readonly [string, string])[] = [
  ['no status', 'published: 2026-03-01'],
  ['a draft', 'status: draft'],
  ['in review', 'status: review'],
  ['approved', 'status: approved\npublished: 2026-03-01'],
  ['under embargo', `${published}\nembargo: 2026-03-10T12:00:01Z`],
  ['under embargo until somebody says', `${published}\nembargo: true`],
  ['to be published later', 'status: published\npublished: 2026-03-11'],
  ['to be published later today', 'status: published\npublished: 2026-03-10T18:00:00+05:00'],
];

it('names a published text, so that a leak would be seen', async () => {
  project = await makeProject({ ...sound, ...files(secret(published)) });
  await project.build({ now });
  expect((await leaks()).map((leak) => leak.split(':')[0])).toEqual(
    expect.arrayContaining(['build.json', 'feed.xml', 'index.html', 'report.json', 'sitemap.xml']),
  );
});

it.each(states)('holds back what is %s', async (_, lines) => {
  project = await makeProject({ ...sound, ...files(secret(lines)) });
  const { report } = await project.build({ now });
  expect(report.exitCode).toBe(0);
  expect(report.explainers.filter(({ state }) => state === 'held-back')).toHaveLength(1);
  expect(await leaks()).toEqual([]);
  expect(await project.output('feed.xml')).toContain('A sound document');
});

it.each(states)('takes back what was published and is now %s', async (_, lines) => {
  project = await makeProject({ ...sound, ...files(secret(published)) });
  await project.build({ now });
  await project.write({ 'content/canary-slug/explainer.md': secret(lines) });
  await project.build({ now });
  expect(await leaks()).toEqual([]);
});

it('holds back a translation with its original, and one that is later than its original', async () => {
  project = await makeProject({
    ...sound,
    ...files(secret('status: draft')),
    'content/canary-slug/explainer.ru.md': secret(published),
    'content/flood/explainer.ru.md': secret('status: draft').replace('canary-source', 'county'),
  });
  await project.build({ now });
  expect(await leaks()).toEqual([]);
});

it('holds back a translation of a text elsewhere in the project with its original', async () => {
  project = await makeProject({
    ...sound,
    ...files(secret('status: draft')),
    'content/canary-two/explainer.md': soundDocument.replace(
      'headline: A sound document',
      'headline: Canary\nlang: ru\ntranslation-of: canary-slug',
    ),
    'content/canary-two/sources.yaml': soundSources,
  });
  await project.build({ now });
  expect(await leaks()).toEqual([]);
  await project.build({ now, paths: ['content/canary-two'] });
  expect(await leaks()).toEqual([]);
});

it('names no shared source that only a draft cites', async () => {
  const { 'content/canary-slug/sources.yaml': shared = '', ...rest } = files(secret('status: draft'));
  project = await makeProject({ ...sound, ...rest, 'content/sources.yaml': shared });
  await project.build({ now });
  expect(await leaks()).toEqual([]);
});

it('leaves nothing of a draft run in a public build of something else', async () => {
  project = await makeProject({ ...sound, ...files(secret('status: draft')) });
  await project.build({ now, drafts: true });
  expect((await leaks()).length).toBeGreaterThan(3);
  await project.build({ now, paths: ['content/flood'] });
  expect(await leaks()).toEqual([]);
});

it('keeps drafts out of feed and sitemap even when they are shown', async () => {
  project = await makeProject({ ...sound, ...files(secret('status: draft')) });
  await project.build({ now, drafts: true });
  expect(await project.output('index.html')).toMatch(/canary/i);
  expect(await project.output('feed.xml')).not.toMatch(/canary/i);
  expect(await project.output('sitemap.xml')).not.toMatch(/canary/i);
});

it.each([
  ['an unknown status', 'status: publishd', 'status'],
  ['a malformed embargo', `${published}\nembargo: tomorrow`, 'embargo'],
  ['front matter that cannot be read', 'status: [published', 'Canary'],
])('tells whoever builds of %s, and nobody else', async (_, lines, words) => {
  project = await makeProject({ ...sound, ...files(secret(lines)) });
  const { report } = await project.build({ now });
  expect(report.exitCode).toBe(1);
  expect(JSON.stringify(report)).toContain(words);
  expect(await leaks()).toEqual([]);
});

it.each([
  ['an unknown status', 'status: publishd'],
  ['a malformed embargo', `${published}\nembargo: tomorrow`],
])('leaves the earlier output as it was at %s', async (_, lines) => {
  project = await makeProject({ ...sound, ...files(secret(published)) });
  await project.build({ now });
  const before = await project.output('canary-slug/index.html');
  await project.write({ 'content/canary-slug/explainer.md': secret(lines) });
  await project.build({ now });
  expect(before).toContain('Canary headline');
  expect(await project.output('canary-slug/index.html')).toBe(before);
});

/** A withdrawn text: the words of its notice are no canaries. */
function withdrawn(body = ''): string {
  return `${secret('status: withdrawn\npublished: 2026-03-01')
    .replace('Canary headline', 'The bird story')
    .replace(
      'corrections: [',
      'corrections: [{at: 2026-03-09, kind: retraction, text: It was wrong.}, ',
    )}${body}`;
}

function renamed(document: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files(document)).map(([path, text]) => [path.replace('/canary-slug/', '/bird/'), text]),
  );
}

it('leaves a notice where a text was withdrawn, and nothing of the text', async () => {
  project = await makeProject({ ...sound, ...renamed(secret(published)) });
  await project.build({ now });
  expect((await leaks()).length).toBeGreaterThan(3);
  await project.write({ 'content/bird/explainer.md': withdrawn() });
  const { report } = await project.build({ now });
  expect(report.findings).toEqual([]);
  expect(report.exitCode).toBe(0);
  expect(await leaks()).toEqual([]);
  const page = await project.output('bird/index.html');
  expect(page).toContain('The bird story');
  expect(page).toContain('It was wrong.');
  expect(page).toContain('2026-03-01');
  expect(page).not.toMatch(/<p[^>]*>\s*<\/p>/);
  expect(await project.output('feed.xml')).toContain('It was wrong.');
  expect(await project.output('index.html')).toContain('The bird story');
});

it('leaves the notice even when the withdrawn text has faults', async () => {
  project = await makeProject({ ...sound, ...renamed(secret(published)) });
  await project.build({ now });
  await project.write({ 'content/bird/explainer.md': withdrawn('\n:::canary\nCanary [@nowhere].\n:::\n') });
  await project.build({ now });
  expect(await leaks()).toEqual([]);
  expect(await project.output('bird/index.html')).toContain('It was wrong.');
});

it('asks for the reason when a withdrawn text gives none', async () => {
  project = await makeProject({
    ...sound,
    ...renamed(withdrawn().replace('kind: retraction', 'kind: editors-note')),
  });
  const { report } = await project.build({ now });
  expect(report.findings.map(({ code }) => code)).toEqual(['withdrawal-is-explained']);
  expect(await leaks()).toEqual([]);
});

it('quotes no comment and no internal note in the report', async () => {
  const faulty = soundDocument
    .replace('byline: [Ada Prowse]', 'byline: [Ada Prowse]\nnotes-internal: canary')
    .replace('over the wall', 'over <!-- canary --> ![](none.png) the wall');
  project = await makeProject({ ...sound, 'content/flood/explainer.md': faulty });
  const { report } = await project.build({ now });
  expect(report.findings.length).toBeGreaterThan(0);
  expect(await project.output('report.html')).toContain('none.png');
  expect(await leaks()).toEqual([]);
});

describeWithBrowser('PDFs', () => {
  it('lead to other explainers by their public address, and to none without one', async () => {
    const linked = soundDocument.replace('over the wall', 'over :see[bird] the wall');
    project = await makeProject({ ...sound, ...renamed(withdrawn()), 'content/flood/explainer.md': linked });
    const { report } = await project.build({ now, formats: ['html', 'pdf'] });
    expect(report.findings.map(({ what }) => what)).toEqual([]);
    expect(await project.outputs()).toContain('flood/flood.pdf');
  });

  it('hold nothing of what is held back, and none is left of it', async () => {
    const linked = soundDocument.replace('over the wall', 'over :see[bird] the wall');
    project = await makeProject({
      ...sound,
      'galley.config.yaml': 'url: https://herald.example\n',
      ...files(secret('status: draft')),
      'content/flood/explainer.ru.md': secret('status: draft').replace('canary-source', 'county'),
      ...renamed(withdrawn()),
    });
    await project.write({ 'content/flood/explainer.md': linked });
    const { report } = await project.build({ now, formats: ['html', 'pdf'] });
    expect(report.findings.map(({ what }) => what)).toEqual([]);
    expect(await project.outputs()).toContain('flood/flood.pdf');
    expect((await project.outputs()).filter((path) => path.endsWith('.pdf'))).toEqual(['flood/flood.pdf']);
    expect(await readable(join(project.root, 'output/flood/flood.pdf'))).toContain('The bird story');
    expect(await leaks()).toEqual([]);
  });
});
