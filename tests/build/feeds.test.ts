/** Feed and sitemap as other programs read them: valid, with lasting ids, with every language of a text. */

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { escapeXml } from '../../src/build/xml.js';
import { makeProject, type Project, soundDocument, soundSources } from './project.js';
import { all, only, readXml, type XmlElement } from './read-xml.js';

const atom = 'http://www.w3.org/2005/Atom';
const now = Date.parse('2026-03-10T12:00:00Z');
const russian = `---
headline: "Безупречный документ <&>"
standfirst: В нём нет ошибок.
corrections: [{text: Было две.}]
---

Стена рухнула в двух местах [@county].

## Что случилось?

Вода перелилась через стену до полуночи.
`;
const corrected = soundDocument
  .replace('A sound document', '"A sound document & 3 < 4"')
  .replace('byline: [Ada Prowse]', 'byline: [Ada Prowse, Bo Tan]\ntopics: [floods]')
  .replace(
    'published: 2026-03-01',
    'published: 2026-03-01\ncorrections: [{at: 2026-03-04, kind: correction, text: There were two.}]',
  );

let project: Project;

beforeEach(async () => {
  project = await makeProject({
    'galley.config.yaml':
      'url: https://herald.example/base/\npublisher: {name: The Herald}\ntimezone: Asia/Almaty\nlanguages: [en, ru]\n',
    'content/flood/explainer.md': corrected,
    'content/flood/explainer.ru.md': russian,
    'content/flood/sources.yaml': soundSources,
    'content/later/explainer.md': soundDocument
      .replace('A sound document', 'Later')
      .replace('2026-03-01', '2026-03-05T10:00:00+05:00'),
    'content/later/sources.yaml': soundSources,
  });
});

afterEach(() => project.remove());

async function feed(): Promise<XmlElement> {
  return readXml((await project.output('feed.xml')) ?? '');
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

describe('feed.xml', () => {
  it('is Atom: each part that RFC 4287 asks for once, in its namespace', async () => {
    await project.build({ now });
    const root = await feed();
    expect([root.name, root.uri]).toEqual(['feed', atom]);
    const entries = all(root, 'entry');
    expect(entries).toHaveLength(3);
    for (const element of [root, ...entries]) {
      expect(only(element, 'id')).toMatch(/^https:\/\/herald\.example\/base\//);
      expect(only(element, 'title')).not.toBe('');
      expect(only(element, 'updated')).toMatch(instant);
      expect(element.children.every(({ uri }) => uri === atom)).toBe(true);
      const alternates = all(element, 'link').filter(({ attributes }) => attributes['rel'] === 'alternate');
      expect(alternates).toHaveLength(1);
    }
    expect(new Set(entries.map((one) => only(one, 'id'))).size).toBe(3);
    expect(all(root, 'link').map(({ attributes }) => attributes['href'])).toContain(
      'https://herald.example/base/feed.xml',
    );
    expect(all(root, 'author')).toHaveLength(1);
  });

  it('tells of the newest change first, with dates in the time zone of config', async () => {
    await project.build({ now });
    const root = await feed();
    const entries = all(root, 'entry');
    expect(entries.map((one) => [only(one, 'title'), only(one, 'updated')])).toEqual([
      ['Later', '2026-03-05T05:00:00Z'],
      ['A sound document & 3 < 4', '2026-03-03T19:00:00Z'],
      ['Безупречный документ <&>', '2026-03-03T19:00:00Z'],
    ]);
    expect(only(root, 'updated')).toBe('2026-03-05T05:00:00Z');
    expect(only(entries[1], 'published')).toBe('2026-02-28T19:00:00Z');
    expect(all(entries[1], 'author').map((author) => author.text)).toEqual(['Ada Prowse', 'Bo Tan']);
    expect(all(entries[1], 'category').map(({ attributes }) => attributes['term'])).toEqual(['floods']);
  });

  it('tells each text in its language, its corrections in the words of that language', async () => {
    await project.build({ now });
    const [, english, other] = all(await feed(), 'entry');
    expect(english?.attributes['xml:lang']).toBe('en');
    expect(only(english, 'summary')).toBe('It has no fault at all.');
    expect(only(english, 'content')).toMatch(/Correction, 4 March 2026: There were two\.$/);
    expect(other?.attributes['xml:lang']).toBe('ru');
    expect(only(other, 'content')).toMatch(/Исправление, 4 марта 2026 года: Было две\.$/);
    expect(all(other, 'content')[0]?.children[0]?.uri).toBe('http://www.w3.org/1999/xhtml');
  });

  it('keeps its ids when texts change and when only some are built', async () => {
    await project.build({ now });
    const before = all(await feed(), 'entry').map((one) => only(one, 'id'));
    await project.write({ 'content/later/explainer.md': soundDocument.replace('2026-03-01', '2026-03-09') });
    await project.build({ now, paths: ['content/later'] });
    expect(all(await feed(), 'entry').map((one) => only(one, 'id'))).toEqual(before);
  });

  it('has lasting ids without a public address too', async () => {
    await project.write({ 'galley.config.yaml': 'languages: [en, ru]\n' });
    await project.build({ now });
    const ids = all(await feed(), 'entry').map((one) => only(one, 'id'));
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) {
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    await project.build({ now });
    expect(all(await feed(), 'entry').map((one) => only(one, 'id'))).toEqual(ids);
  });

  it('is named by every page and by the list', async () => {
    await project.build({ now });
    expect(await project.output('flood/index.html')).toContain(
      'type="application/atom+xml" href="../feed.xml"',
    );
    expect(await project.output('flood/ru/index.html')).toContain('href="../../feed.xml"');
    expect(await project.output('index.html')).toContain('href="feed.xml"');
  });
});

describe('sitemap.xml', () => {
  it('lists each public page with its last change and all its languages', async () => {
    await project.build({ now });
    const root = readXml((await project.output('sitemap.xml')) ?? '');
    expect([root.name, root.uri]).toEqual(['urlset', 'http://www.sitemaps.org/schemas/sitemap/0.9']);
    const rows = all(root, 'url').map((url) => [
      only(url, 'loc'),
      only(url, 'lastmod'),
      all(url, 'link').map(({ attributes }) => `${attributes['hreflang']} ${attributes['href']}`),
    ]);
    const languages = ['en https://herald.example/base/flood/', 'ru https://herald.example/base/flood/ru/'];
    expect(rows).toEqual([
      ['https://herald.example/base/', undefined, []],
      ['https://herald.example/base/flood/', '2026-03-03T19:00:00Z', languages],
      ['https://herald.example/base/flood/ru/', '2026-03-03T19:00:00Z', languages],
      ['https://herald.example/base/later/', '2026-03-05T05:00:00Z', []],
    ]);
  });

  it('says what is missing when no public address is known', async () => {
    await project.write({ 'galley.config.yaml': 'languages: [en, ru]\n' });
    await project.build({ now });
    const text = (await project.output('sitemap.xml')) ?? '';
    expect(text).toContain('set “url”');
    expect(all(readXml(text), 'url').map((url) => only(url, 'loc'))).toContain('flood/index.html');
  });
});

describe('the head of a page', () => {
  it('names every language of the text, itself too, and each names the other', async () => {
    await project.build({ now });
    for (const path of ['flood/index.html', 'flood/ru/index.html']) {
      const page = (await project.output(path)) ?? '';
      expect(page).toContain('rel="alternate" hreflang="en" href="https://herald.example/base/flood/"');
      expect(page).toContain('rel="alternate" hreflang="ru" href="https://herald.example/base/flood/ru/"');
    }
  });

  it('tells machines which text is the original', async () => {
    await project.build({ now });
    const jsonLd = async (path: string): Promise<Record<string, unknown>> =>
      JSON.parse(
        /<script type="application\/ld\+json">(.*?)<\/script>/.exec(
          (await project.output(path)) ?? '',
        )?.[1] ?? '',
      );
    const original = { '@type': 'CreativeWork', '@id': 'https://herald.example/base/flood/' };
    const translation = {
      '@type': 'CreativeWork',
      '@id': 'https://herald.example/base/flood/ru/',
      inLanguage: 'ru',
    };
    expect((await jsonLd('flood/ru/index.html'))['translationOfWork']).toEqual(original);
    expect((await jsonLd('flood/index.html'))['workTranslation']).toEqual([translation]);
  });

  it('links a translation that has a folder of its own both ways', async () => {
    await project.write({
      'content/flut/explainer.md': soundDocument.replace(
        'headline:',
        'lang: ru\ntranslation-of: later\nheadline:',
      ),
      'content/flut/sources.yaml': soundSources,
    });
    await project.build({ now });
    expect(await project.output('later/index.html')).toContain(
      'hreflang="ru" href="https://herald.example/base/flut/"',
    );
    expect(await project.output('flut/index.html')).toContain(
      'hreflang="en" href="https://herald.example/base/later/"',
    );
  });
});

it('XML stays well formed whatever a headline holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const source = `<a b="${escapeXml(text)}">${escapeXml(text)}</a>`;
      expect(() => readXml(source)).not.toThrow();
    }),
  );
});
