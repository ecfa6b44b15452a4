/** What must stop a PDF: each promise broken once, and the finding that names it. */

import type { Element, Root } from 'hast';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../src/browser/browser.js';
import type { Diagnostic } from '../../../../src/diagnostics/diagnostic.js';
import { finishPdf } from '../../../../src/outputs/pdf/finish.js';
import type { Placement } from '../../../../src/outputs/pdf/pdf-file.js';
import type { PrintDocument } from '../../../../src/outputs/print/print-document.js';
import { describeWithBrowser, openBrowser } from '../../../browser/with-browser.js';
import type { PrintFixture } from '../../print/print-fixture.js';
import { date, type Printed, printFixture } from './finish-fixture.js';

const fixture: PrintFixture = {
  body: `<h1 id="top">Title</h1><p>Alpha beta gamma[^1] delta <a href="https://example.com/">site</a> and <a href="#top">up</a>.</p>
<p>Second with <em>stress</em>, see page <span data-page-of="top"></span>.</p><ul><li>item</li></ul>
<figure><svg viewBox="0 0 10 10" width="40" role="img" aria-label="Drawing"><rect width="9" height="9"/></svg></figure>`,
  notes: { 1: '<p>Note words.</p>' },
};

/** The first element that passes, in document order. */
function find(parent: Root | Element, test: (element: Element) => boolean): Element {
  const search = (node: Root | Element): Element | undefined => {
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      if (test(child)) return child;
      const inner = search(child);
      if (inner !== undefined) return inner;
    }
    return undefined;
  };
  const found = search(parent);
  if (found === undefined) throw new Error('No such element.');
  return found;
}

const tag =
  (name: string) =>
  (element: Element): boolean =>
    element.tagName === name;

describeWithBrowser('finishPdf fails closed', () => {
  let browser: Browser;
  let printed: Printed;

  beforeAll(async () => {
    browser = await openBrowser();
    printed = await printFixture(browser, fixture);
  }, 90_000);

  afterAll(() => browser.close());

  it('names the browser when its file has lost the marks of all blocks', async () => {
    const text = Buffer.from(printed.bytes).toString('latin1');
    const without = text.replace(/-x-\.[a-z]\d+/g, (mark) => `-y${mark.slice(2)}`);
    expect(without).not.toBe(text);
    const [first, ...others] = await findings(() => {}, {}, Buffer.from(without, 'latin1'));
    expect(others).toEqual([]);
    expect(first?.code).toBe('pdf-from-browser-is-readable');
    expect(first?.what).toMatch(/Chrome\/\d+/);
    expect(first?.fix).toContain('galley doctor');
  });

  /** Finishes the print against a changed document; the file must not be written. */
  async function findings(
    change: (document: PrintDocument, body: Element) => void,
    placement: Partial<Placement> = {},
    bytes: Uint8Array = printed.bytes,
  ): Promise<readonly Diagnostic[]> {
    const document = { ...printed.document, tree: structuredClone(printed.document.tree) };
    change(document, find(document.tree, tag('body')));
    const made = await finishPdf(
      bytes,
      document,
      { ...printed.placement, ...placement },
      { profile: 'ua1', date },
    );
    expect(made.value).toBeUndefined();
    return made.diagnostics;
  }

  /** Prints another document's look, and finishes it. */
  async function printedFindings(other: PrintFixture): Promise<readonly Diagnostic[]> {
    const print = await printFixture(browser, other);
    const made = await finishPdf(print.bytes, print.document, print.placement, { profile: 'ua1', date });
    expect(made.value).toBeUndefined();
    return made.diagnostics;
  }

  it('accepts the unchanged document', async () => {
    const { diagnostics } = await finishPdf(printed.bytes, printed.document, printed.placement, {
      profile: 'ua1',
      date,
    });
    expect(diagnostics).toEqual([]);
  });

  it('names words that are not on paper, with the author’s line', async () => {
    const [first] = await findings((_, body) => {
      find(body, tag('em')).children.push({
        type: 'text',
        value: ' lost words',
        position: { start: { line: 12, column: 3 }, end: { line: 12, column: 14 } },
      });
    });
    expect(first?.code).toBe('no-words-are-lost');
    const [second] = await findings((_, body) => {
      const last = find(body, tag('li'));
      last.children.push({
        type: 'element',
        tagName: 'p',
        properties: {},
        children: [{ type: 'text', value: 'lost paragraph' }],
        position: { start: { line: 12, column: 3 }, end: { line: 12, column: 14 } },
      });
    });
    expect(second).toMatchObject({
      code: 'no-words-are-lost',
      severity: 'error',
      what: '“lost paragraph” is in the document but not on paper.',
      place: {
        kind: 'source',
        file: 'content/fixture/explainer.md',
        position: { start: { line: 12, column: 3 } },
      },
    });
  });

  it('names printed words that the document does not have', async () => {
    const [first] = await findings((_, body) => {
      find(body, tag('em')).children = [];
    });
    expect(first?.code).toMatch(/^pdf-(content-is-owned|tags-match-the-page)$/);
    expect(first?.what).toContain('stress');
  });

  it('names words that differ by one letter', async () => {
    const [first] = await findings((_, body) => {
      find(body, tag('em')).children = [{ type: 'text', value: 'strass' }];
    });
    expect(first).toMatchObject({
      code: 'pdf-tags-match-the-page',
      what: 'Page 1 shows “stress” where the document says “strass”.',
      place: { kind: 'page', file: 'fixture.pdf', page: 1 },
    });
  });

  it('names words that a style adds', async () => {
    const made = await printedFindings({ ...fixture, css: 'em::after { content: " added by the theme" }' });
    expect(made[0]?.code).toMatch(/^pdf-(content-is-owned|tags-match-the-page)$/);
    expect(made[0]?.what).toContain('added by the theme');
  });

  it('names a mask, under which the browser draws words twice', async () => {
    const css = 'main { mask-image: linear-gradient(black, transparent) }';
    const [only, ...others] = await printedFindings({ ...fixture, css });
    expect(others).toEqual([]);
    expect(only).toMatchObject({ code: 'pdf-words-are-drawn-once', place: { kind: 'page', page: 1 } });
    expect(only?.what).toContain('mask');
    expect(only?.fix).toContain('mask-image');
  });

  it('names words that a style turns into a picture', async () => {
    const made = await printedFindings({
      ...fixture,
      css: 'em { filter: blur(1px); display: inline-block }',
    });
    expect(made.map(({ code }) => code)).toEqual(['no-words-are-lost']);
  });

  it('names running heads that nobody declared', async () => {
    const [first] = await findings((document) => {
      Object.assign(document, { runningWords: ['Another headline'] });
    });
    expect(first?.code).toBe('pdf-content-is-owned');
    expect(first?.what).toMatch(/signs|fixture/i);
  });

  it('names a page number that is not the planned one', async () => {
    const [first] = await findings(() => undefined, { pageOf: { top: 7 } });
    expect(first?.code).toBe('pdf-tags-match-the-page');
  });

  it('names a link that leads elsewhere on paper', async () => {
    const [first] = await findings((_, body) => {
      find(body, (node) => node.properties['href'] === 'https://example.com/').properties['href'] =
        'https://example.org/';
    });
    expect(first?.code).toBe('pdf-links-are-tagged');
  });

  it('names a link to a missing place', async () => {
    const made = await printedFindings({ body: '<h1>T</h1><p><a href="#nowhere">gone</a></p>' });
    expect(made).toMatchObject([
      { code: 'pdf-links-are-tagged', what: expect.stringContaining('“#nowhere”') },
    ]);
  });

  it('names a link that only works on this computer', async () => {
    const [first] = await findings((_, body) => {
      find(body, (node) => node.properties['href'] === 'https://example.com/').properties['href'] =
        '/etc/hosts';
    });
    expect(first?.code).toBe('pdf-holds-nothing-foreign');
  });

  it('names a picture without a description', async () => {
    const [first] = await findings((_, body) => {
      find(body, tag('svg')).properties['ariaLabel'] = undefined;
    });
    expect(first?.code).toBe('pdf-pictures-are-described');
  });

  it('names a picture whose description is another', async () => {
    const [first] = await findings((_, body) => {
      find(body, tag('svg')).properties['ariaLabel'] = 'Something else';
    });
    expect(first?.code).toBe('pdf-tags-match-the-page');
  });

  it('names characters that no font has', async () => {
    const made = await printedFindings({ body: '<h1>T</h1><p>before \u{1e900}\u{1e901} behind</p>' });
    expect(made[0]?.code).toBe('pdf-words-have-glyphs');
    expect(made[0]?.what).toContain('before');
  });

  it('says that it cannot read a torn or foreign file', async () => {
    for (const bytes of [
      new Uint8Array(),
      new TextEncoder().encode('%PDF-1.4\nnothing'),
      printed.bytes.subarray(0, printed.bytes.length / 2),
      printed.bytes.subarray(0, printed.bytes.length - 40),
    ]) {
      const made = await findings(() => undefined, {}, bytes);
      expect(made.map(({ code }) => code)).toEqual(['pdf-from-browser-is-readable']);
    }
  });

  it('never throws for damaged bytes', async () => {
    let seed = 1;
    for (let round = 0; round < 60; round += 1) {
      const bytes = printed.bytes.slice();
      for (let i = 0; i < 20; i += 1) {
        seed = (seed * 48271) % 2147483647;
        bytes[seed % bytes.length] = seed & 0xff;
      }
      const made = await finishPdf(bytes, printed.document, printed.placement, { profile: 'ua2', date });
      if (made.value === undefined) expect(made.diagnostics).toHaveLength(1);
    }
  });
});

describe('a finding of the rewriter', () => {
  it('has three parts and a place', async () => {
    const document = { source: 'content/a/explainer.md', slug: 'a' } as PrintDocument;
    const { diagnostics } = await finishPdf(
      new Uint8Array(),
      document,
      { mode: 'page', pageOf: {}, carried: {} },
      { profile: 'ua1', date },
    );
    expect(diagnostics).toMatchObject([
      {
        severity: 'error',
        what: expect.stringMatching(/^The file from the browser is not as expected/),
        why: expect.stringContaining('.'),
        fix: expect.stringContaining('.'),
        place: { kind: 'source', file: 'content/a/explainer.md' },
      },
    ]);
  });
});
