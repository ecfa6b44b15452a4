/** The comparison of pages, in a real browser: whatever two pages hold, the one becomes the other, and what is equal stays the same node. */

import fc from 'fast-check';
import { type Browser as Chromium, launch, type Page } from 'puppeteer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBrowser } from '../../../src/browser/find.js';
import { openPreview, type Preview } from '../../../src/studio/server/dev.js';
import { describeWithBrowser } from '../../browser/with-browser.js';
import { makeProject, type Project, soundDocument, soundSources } from '../../build/project.js';

interface Tree {
  readonly tag: string;
  readonly id: string;
  readonly words: string;
  readonly children: readonly Tree[];
}

function treeOf(depth: number): fc.Arbitrary<Tree> {
  return fc.record({
    tag: fc.constantFrom('p', 'div', 'section', 'span', 'b'),
    id: fc.constantFrom('', '', '', 'a', 'b', 'c'),
    words: fc.constantFrom('', 'one', 'two', 'three & four', ' '),
    children: depth === 0 ? fc.constant([]) : fc.array(treeOf(depth - 1), { maxLength: 4 }),
  });
}
const tree = treeOf(3);

function markup({ tag, id, words, children }: Tree): string {
  // Paragraphs hold no blocks: the parser would end them.
  const name = tag === 'p' && children.length > 0 ? 'div' : tag;
  const attribute = id === '' ? '' : ` id="${id}"`;
  return `<${name}${attribute}>${words.replace('&', '&amp;')}${children.map(markup).join('')}</${name}>`;
}

describeWithBrowser('the comparison of pages', () => {
  let chromium: Chromium;
  let project: Project;
  let preview: Preview;
  let page: Page;

  beforeAll(async () => {
    const { path } = await findBrowser({
      ...{ system: { env: (name) => process.env[name] }, config: { browserPath: null }, flag: undefined },
    });
    chromium = await launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'] });
    project = await makeProject({
      'content/first/explainer.md': soundDocument,
      'content/first/sources.yaml': soundSources,
    });
    preview = await openPreview({ root: project.root, port: 0 });
    page = await chromium.newPage();
    await page.goto(preview.address);
    // As text, since the test runner writes imports in code in its own way.
    await page.evaluate(`(async () => { Object.assign(window, await import('/-/galley/morph.js')); })()`);
  });
  afterAll(async () => {
    await chromium.close();
    await preview.close();
    await project.remove();
  });

  /** Makes the one markup the other; gives what came out, and whether elements with the classes `kept` are the same nodes. */
  function morph(pairs: readonly (readonly [string, string])[]): Promise<{ html: string; kept: boolean }[]> {
    return page.evaluate((all) => {
      const { morphChildren } = window as unknown as {
        morphChildren: (from: Element, to: Element, changed: (element: Element) => void) => void;
      };
      const parse = (text: string): Element => new DOMParser().parseFromString(text, 'text/html').body;
      return all.map(([before, after]) => {
        const from = parse(before);
        const marked = [...from.querySelectorAll('.kept')];
        morphChildren(from, parse(after), () => undefined);
        return { html: from.innerHTML, kept: marked.every((element) => from.contains(element)) };
      });
    }, pairs);
  }

  it('makes any tree any other', async () => {
    const pairs = fc
      .sample(fc.tuple(fc.array(tree, { maxLength: 6 }), fc.array(tree, { maxLength: 6 })), 400)
      .map(([before, after]) => [before.map(markup).join('\n'), after.map(markup).join('\n')] as const);
    const wanted = await page.evaluate(
      (all) => all.map(([, after]) => new DOMParser().parseFromString(after, 'text/html').body.innerHTML),
      pairs,
    );
    expect((await morph(pairs)).map(({ html }) => html)).toEqual(wanted);
  });

  it.each([
    [
      'a passage put in before',
      '<p class="kept">a</p><p class="kept">b</p>',
      '<p>new</p><p class="kept">a</p><p class="kept">b</p>',
    ],
    [
      'a passage taken out before',
      '<p>old</p>\n<p class="kept">a</p>\n<p class="kept">b</p>',
      '<p class="kept">a</p>\n<p class="kept">b</p>',
    ],
    ['a passage changed before', '<p>old</p>\n<p class="kept">a</p>', '<p>new</p>\n<p class="kept">a</p>'],
    ['words changed in it', '<p class="kept">old words</p>', '<p class="kept">new words</p>'],
    [
      'another id above',
      '<section id="a"><p>x</p></section><section id="b" class="kept"><p class="kept">y</p></section>',
      '<section id="c"><p>z</p></section><section id="b" class="kept"><p class="kept">y</p></section>',
    ],
    [
      'two put in at once',
      '<h2 class="kept">H</h2>\n<p class="kept">a</p>\n<ul class="kept"><li>1</li></ul>',
      '<h2 class="kept">H</h2>\n<p>x</p>\n<p>y</p>\n<p class="kept">a</p>\n<ul class="kept"><li>1</li><li>2</li></ul>',
    ],
  ])('keeps its nodes with %s', async (_, before, after) => {
    expect(await morph([[before, after]])).toEqual([{ html: after, kept: true }]);
  });

  it('leaves open what a reader opened', async () => {
    const [made] = await morph([
      [
        '<details open=""><summary>s</summary><p>a</p></details>',
        '<details><summary>s</summary><p>b</p></details>',
      ],
    ]);
    expect(made?.html).toBe('<details open=""><summary>s</summary><p>b</p></details>');
  });
});
