/** What is kept off paper, and what paper adds. */

import { describe, expect, it } from 'vitest';
import type { HtmlDocument } from '../../src/html/html-document.js';
import { serialise } from '../../src/html/serialise.js';
import { chain } from './chain.js';

/** All slots but the address code, which is the page's own and no part of the text. */
function words({ slots: { qr: _code, ...parts } }: HtmlDocument): string {
  const slots = Object.values(parts).filter((slot) => slot !== null);
  return slots.map(serialise).join('\n');
}

const hidden = `## One

See :see[places] and [the notes](#notes); the akimat burned.

:::glossary{#terms print=hide}
- **akimat**: local administration office.
:::

## Two

:::table{#places title="Places" source=cnn print=hide}
| Place | Dead |
|---|---|
| Almaty [@cnn] | 13 |
:::

:::background{#more title="More" print=hide}
Words.
:::

## Three

Text [@cnn].
`;

describe('print=hide', () => {
  it('keeps a block on the web', () => {
    const page = words(chain(hidden).html('screen'));
    expect(page).toContain('<a class="see" href="#places">Places</a>');
    expect(page).toContain('<a class="term" href="#term-akimat">akimat</a>');
    expect(page).toContain('id="more"');
    expect(page).toContain('id="note-1"');
  });

  it('takes it off paper with its notes, and leaves no link to it', () => {
    const document = chain(hidden).html('print');
    const page = words(document);
    expect(page).not.toContain('Words.');
    expect(page).not.toContain('id="places"');
    expect(page).toContain(
      '<p>See <span class="see">Places</span> and <span>the notes</span>; the <span class="term">akimat</span> burned.</p>',
    );
    expect(page).not.toContain('data-page-of="places"');
    expect(document.notes.map(({ number }) => number)).toEqual([2]);
  });
});

describe('paper', () => {
  it('opens the table of a chart and draws one picture', () => {
    const chart = `:::chart{title="T" source=cnn}\nF.\n\n| a | b |\n|---|---|\n| x | 1 |\n:::`;
    const screen = words(chain(chart).html('screen'));
    const paper = words(chain(chart).html('print'));
    expect(screen.match(/<svg/g)).toHaveLength(2);
    expect(screen).toContain('<details class="chart-data">');
    expect(paper.match(/<svg/g)).toHaveLength(1);
    expect(paper).not.toMatch(/<details|download|hidden/);
    expect(paper).toContain('<div class="chart-data">');
  });

  it('prints the address behind a title', () => {
    const related = ':::related\n- [Economy](https://example.org/economy)\n:::';
    const paper = words(chain(related).html('print'));
    expect(paper).toContain(
      '<a href="https://example.org/economy">Economy</a><span class="printed-address">: https://example.org/economy</span>',
    );
    expect(paper).not.toContain('class="links"');
  });

  it('makes relative addresses absolute', () => {
    expect(words(chain('A [plan](plan.txt).').html('print'))).toContain(
      '<a href="https://x.example/x/plan.txt">plan</a>',
    );
  });

  it('says on which page a source is cited first', () => {
    expect(words(chain('A [@cnn].').html('print'))).toContain(
      '<li id="source-cnn">CNN<span class="page-ref"> (cited on page <span data-page-of="call-1-1"></span>)</span></li>',
    );
  });

  it('holds the same words in the same order, but for declared pieces', () => {
    const markdown = hidden.replaceAll(' print=hide', '');
    const plain = (html: string): string =>
      html
        .replace(
          /<span class="(?:page-ref|printed-address|visually-hidden|note-return)">(?:[^<]|<(?!\/span>)[^>]*>[^<]*<\/[^>]*>)*<\/span>/g,
          '',
        )
        .replace(/<section class="links">.*?<\/section>/gs, '')
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ');
    const body = (medium: 'screen' | 'print'): string =>
      plain(serialise(chain(markdown).html(medium).slots.body));
    expect(body('print')).toBe(body('screen'));
  });
});
