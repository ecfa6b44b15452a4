/** Links between explainers, and between an explainer and its translations. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatPlace } from '../../src/diagnostics/place.js';
import { brief, makeProject, type Project, soundDocument, soundSources } from './project.js';

let project: Project;

const linking = (target: string): string =>
  soundDocument.replace('Water came', `See :see[${target}]. Water came`);
const russian = `---
headline: Исправный документ
standfirst: В нём нет ни одной ошибки.
---

Стена рухнула в двух местах [@county].

## Что произошло?

Вода перешла через стену до полуночи.
`;

beforeEach(async () => {
  project = await makeProject({
    'content/flood/explainer.md': linking('wall'),
    'content/flood/sources.yaml': soundSources,
    'content/wall/explainer.md': soundDocument.replace('A sound document', 'The wall'),
    'content/wall/sources.yaml': soundSources,
  });
});

afterEach(() => project.remove());

describe('links between explainers', () => {
  it('print the title and lead to the page', async () => {
    expect(brief(await project.build())).toEqual([]);
    expect(await project.output('flood/index.html')).toContain('href="../wall/index.html">The wall</a>');
  });

  it('stay when only the linking explainer is built', async () => {
    expect(brief(await project.build({ paths: ['content/flood'] }))).toEqual([]);
    expect(await project.output('flood/index.html')).toContain('href="../wall/index.html">The wall</a>');
  });

  it('to nothing, or to an id that is not there, are errors at their place', async () => {
    await project.write({ 'content/flood/explainer.md': linking('wal') });
    const missing = await project.build();
    expect(brief(missing)).toEqual(['error link-target-exists content/flood/explainer.md:13:5']);
    expect(missing.report.findings[0]?.fix).toContain('wall');
    await project.write({ 'content/flood/explainer.md': linking('wall#tower') });
    expect(brief(await project.build())).toEqual([
      'error link-target-exists content/flood/explainer.md:13:5',
    ]);
  });

  it('to what is held back are told by address and never by title', async () => {
    const draft = soundDocument
      .replace('A sound document', 'Canarytitle')
      .replace('status: published', 'status: draft');
    await project.write({ 'content/wall/explainer.md': draft });
    const result = await project.build();
    expect(brief(result)).toEqual(['warning link-target-exists content/flood/explainer.md:13:5']);
    expect(JSON.stringify(result.report)).not.toContain('Canarytitle');
    expect(await project.output('flood/index.html')).not.toContain('Canarytitle');
  });
});

describe('translations', () => {
  it('stand below the original, inherit its state, and are linked both ways', async () => {
    await project.write({
      'content/wall/explainer.ru.md': russian,
      'content/flood/explainer.ru.md': russian.replace('Стена рухнула', 'См. :see[wall]. Стена рухнула'),
    });
    expect(brief(await project.build())).toEqual([]);
    // A reference leads to the text in the language of the page that refers to it.
    expect(await project.output('flood/ru/index.html')).toContain('href="../../wall/ru/index.html"');
    const original = await project.output('wall/index.html');
    const translation = await project.output('wall/ru/index.html');
    expect(translation).toContain('lang="ru"');
    expect(translation).toContain('hreflang="en"');
    expect(original).toContain('href="../wall/ru/index.html"');
    expect(original).toContain('hreflang="ru"');
  });

  it('wait for an original that could not be built, unless an earlier one is published', async () => {
    const faulty = soundDocument.replace('[@county]', '[@nobody]');
    await project.write({ 'content/wall/explainer.md': faulty, 'content/wall/explainer.ru.md': russian });
    const first = await project.build();
    expect(brief(first)).toContain('warning translation-is-in-step content/wall/explainer.ru.md');
    expect((await project.outputs()).filter((path) => path.startsWith('wall'))).toEqual([]);
    await project.write({ 'content/wall/explainer.md': soundDocument });
    await project.build();
    await project.write({ 'content/wall/explainer.md': faulty });
    await project.build();
    expect(await project.output('wall/ru/index.html')).toContain('lang="ru"');
  });

  it('are never public before their original', async () => {
    await project.write({
      'content/wall/explainer.md': soundDocument.replace('status: published', 'status: draft'),
      'content/wall/explainer.ru.md': russian,
      'content/flood/explainer.md': soundDocument,
    });
    await project.build();
    expect((await project.outputs()).filter((path) => path.startsWith('wall'))).toEqual([]);
  });
});

describe('a translation in a folder of its own', () => {
  it('is held against its original, with the places of both', async () => {
    const elsewhere = russian
      .replace(
        'standfirst:',
        'lang: ru\ntranslation-of: wall\nstatus: published\npublished: 2026-03-01\nbyline: [А]\nstandfirst:',
      )
      .replace('в двух местах', 'в 3 местах');
    await project.write({
      'content/wall/explainer.md': soundDocument
        .replace('A sound document', 'The wall')
        .replace('two places', '2 places')
        .replace('byline:', 'corrections: [{ at: 2026-03-02, kind: correction, text: It broke. }]\nbyline:'),
      'content/stena/explainer.md': elsewhere,
      'content/stena/sources.yaml': soundSources,
    });
    const made = await project.build({ paths: ['content/stena'] });
    expect(brief(made)).toEqual([
      'warning translation-is-in-step content/stena/explainer.md:1:1',
      'warning translation-is-in-step content/stena/explainer.md:11:1',
    ]);
    const [correction, number] = made.report.findings;
    expect(correction?.what).toContain('“corrections”');
    expect(number?.what).toContain('the number 2. Here stands the number 3');
    const [there] = number?.related ?? [];
    expect(there && formatPlace(there.place)).toBe('content/wall/explainer.md:10:1');
  });
});
