/** What templates and machines are told about a page. */

import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/defaults.js';
import type { Correction, Metadata } from '../../src/document/explainer.js';
import { correctionEvents } from '../../src/html/correction-events.js';
import type { HtmlDocument } from '../../src/html/html-document.js';
import { referenceTitles } from '../../src/html/reference-titles.js';
import { serialise } from '../../src/html/serialise.js';
import { languageOf } from '../../src/language/language-of.js';
import { chain } from '../blocks/chain.js';
import { anExplainer, html, rich } from './an-explainer.js';

const place = { kind: 'source', file: 'content/a/explainer.md' } as const;
const day = (date: number) => ({ year: 2022, month: 1, day: date });

function correction(more: Partial<Correction> = {}): Correction {
  return { at: day(7), kind: 'correction', text: rich('Was 12, is 13.'), block: null, place, ...more };
}

function of(metadata: Partial<Metadata>, config: object = {}): HtmlDocument {
  return html(anExplainer('Text', { metadata }), 'screen', {
    config: { ...defaultConfig, url: 'https://x.example', ...config },
  });
}

describe('the public time', () => {
  it('is the latest of all changes that are not minor', () => {
    const updates = [
      { at: day(8), text: rich('a'), blocks: [], minor: false, index: 0 },
      { at: day(12), text: rich('b'), blocks: [], minor: true, index: 1 },
    ];
    expect(of({ updated: day(7), updates }).view.updated?.iso).toBe('2022-01-08');
    expect(of({ corrections: [correction({ at: day(9) })] }).view.updated?.iso).toBe('2022-01-09');
    expect(of({}).view.updated).toBeNull();
  });

  it('compares instants, not words', () => {
    const east = { ...day(7), hour: 1, minute: 0, offset: 600 };
    const west = { ...day(6), hour: 20, minute: 0, offset: 0 };
    const updates = [{ at: east, text: rich('a'), blocks: [], minor: false, index: 0 }];
    expect(of({ updated: west, updates }).view.updated?.iso).toBe('2022-01-06T20:00Z');
  });
});

describe('states', () => {
  it('are drafts until published, and while an embargo runs', () => {
    const now = Date.UTC(2022, 0, 10);
    expect(of({ status: 'review' }, { now }).view.draft).toBe(true);
    expect(of({ embargo: now + 1 }, { now }).view.draft).toBe(true);
    expect(of({ embargo: now - 1 }, { now }).view.draft).toBe(false);
    expect(of({ embargo: true }, { now }).view.draft).toBe(true);
  });

  it('expire after the whole day in the publisher’s zone', () => {
    const expires = day(10);
    const at = (now: number): boolean => of({ expires }, { now, timezone: 'Asia/Almaty' }).view.expired;
    expect(at(Date.UTC(2022, 0, 10, 17, 59))).toBe(false);
    expect(at(Date.UTC(2022, 0, 10, 18, 0))).toBe(true);
    const notice = of({ expires }, { now: Date.UTC(2022, 1, 1) }).slots.notice;
    expect(notice && serialise(notice)).toContain('<time datetime="2022-01-10">10\u00a0January 2022</time>');
  });

  it('say that a mistake was put right, unless the corrections stand at the top', () => {
    const corrections = [correction()];
    const notice = of({ corrections }).slots.notice;
    expect(notice && serialise(notice)).toContain('<a href="#corrections">');
    expect(of({ corrections }, { corrections: 'top' }).slots.notice).toBeNull();
    expect(of({ corrections: [correction({ kind: 'clarification' })] }).view.corrected).toBe(false);
  });
});

describe('machines', () => {
  it('learn the type, the people, the sources', () => {
    const { jsonLd, openGraph } = of(
      {
        type: 'analysis',
        topics: ['a'],
        places: ['Almaty'],
        rights: { holder: 'H', notice: null, licence: 'CC0' },
      },
      {
        publisher: { name: 'P', url: null, logo: null, contact: null },
        policies: { ethics: 'https://x.example/ethics' },
      },
    ).metadata;
    expect(jsonLd).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'AnalysisNewsArticle',
      url: 'https://x.example/a/',
      author: [{ '@type': 'Person', name: 'Ada Writer' }],
      publisher: { '@type': 'NewsMediaOrganization', name: 'P', ethicsPolicy: 'https://x.example/ethics' },
      contentLocation: [{ '@type': 'Place', name: 'Almaty' }],
      accessibilityHazard: ['none'],
    });
    expect(openGraph).toContainEqual({ property: 'og:url', content: 'https://x.example/a/' });
    expect(JSON.stringify(jsonLd)).not.toMatch(/null|undefined/);
  });

  it('count a correction once when front matter and text tell of the same', () => {
    const { explainer } = chain(
      '## One {#one}\n\n:::correction{#c at=2022-01-07}\nWas 12, is :num[deaths]{value}.\n:::',
    );
    const withEntry = (entry: Correction) => ({
      ...explainer,
      metadata: { ...explainer.metadata, corrections: [entry] },
    });
    expect(correctionEvents(explainer)).toHaveLength(1);
    expect(correctionEvents(withEntry(correction({ block: 'c' })))).toHaveLength(1);
    expect(correctionEvents(withEntry(correction({ block: 'one' })))).toHaveLength(1);
    expect(correctionEvents(withEntry(correction({ block: 'one', at: day(8) })))).toHaveLength(2);
    expect(correctionEvents(withEntry(correction()))).toHaveLength(2);
    expect(
      chain('## One\n\n:::correction{at=2022-01-07}\nWas 12, is :num[deaths]{value}.\n:::').html('screen')
        .metadata.jsonLd,
    ).toMatchObject({ correction: [{ text: 'Was 12, is 13.' }] });
  });
});

it('tells other documents what to print for each id', () => {
  const { explainer } = chain(
    '## One *two* {#one}\n\n:::table{#t title="Who" source=cnn}\n| a |\n|---|\n| b |\n:::\n\n:::timeline{#time}\n- 2022: a\n:::',
  );
  expect([...referenceTitles(explainer, languageOf('en'))]).toEqual([
    ['one', { title: 'One two', kind: undefined }],
    ['t', { title: 'Who', kind: undefined }],
    ['time', { title: 'Timeline', kind: 'timeline' }],
  ]);
});

it('keeps internal notes out of everything', () => {
  const document = of({ notesInternal: 'INTERNAL' });
  expect(JSON.stringify(document)).not.toContain('INTERNAL');
});
