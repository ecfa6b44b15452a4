/** Languages of parts, and Galley's own words where a language lacks them. */

import { describe, expect, it } from 'vitest';
import { serialise } from '../../src/html/serialise.js';
import { chain } from '../blocks/chain.js';

function body(markdown: string, lang: string): string {
  return serialise(chain(markdown, lang).html('screen').slots.body);
}

const points = (attributes: string): string => `:::key-points{${attributes}}\n- a\n- b\n- c\n:::`;

describe('Galley’s own words', () => {
  it('stand in English, marked as such, where the page’s language lacks them', () => {
    const document = chain(points('as-of=2022-01-06'), 'sw').html('screen');
    const html = serialise(document.slots.body);
    expect(html).toContain('<h2 class="block-title"><span lang="en" dir="ltr">Key points</span></h2>');
    expect(html).toMatch(/<span lang="en" dir="ltr">as of <\/span><time datetime="2022-01-06">/);
    expect(document.view.labelsLang).toBe('en');
  });

  it('are marked as the page’s inside a block in another language', () => {
    expect(body(points('lang=kk'), 'en')).toContain(
      '<section id="key-points" class="block block-key-points" lang="kk" dir="ltr">\n<div class="block-head">\n<h2 class="block-title"><span lang="en" dir="ltr">Key points</span></h2>',
    );
  });

  it('need no mark in their own language', () => {
    const document = chain(points(''), 'ru').html('screen');
    expect(serialise(document.slots.body)).toMatch(/<h2 class="block-title">[^<]+<\/h2>/);
    expect(document.view.labelsLang).toBeNull();
  });

  it('give note calls a name in the page’s language', () => {
    const document = chain('Мәтін [@cnn].', 'kk').html('screen');
    expect(serialise(document.slots.body)).toMatch(
      /<a id="call-1-1" href="#note-1" role="doc-noteref">(?:<span class="visually-hidden">[^<]+<\/span>)?1(?:<span class="visually-hidden">[^<]+<\/span>)?<\/a>/,
    );
  });
});

describe('languages of parts', () => {
  it('are marked inline and on blocks, with their direction', () => {
    const html = body('A :lang[عربي]{ar} word.\n\n:::lang{ar}\nنص\n:::', 'en');
    expect(html).toContain('A <span lang="ar" dir="rtl">عربي</span> word.');
    expect(html).toContain('class="block block-lang" lang="ar" dir="rtl">\n<p>نص</p>');
  });

  it('keep code and numbers in order in right-to-left text', () => {
    expect(body('نص `a b` و :num[deaths].', 'ar')).toBe(
      '<p>نص <code dir="ltr">a b</code> و <bdi class="figure-value">13\u00A0officers</bdi>.</p>',
    );
  });
});
