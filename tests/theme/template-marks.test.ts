/** Each element that a template writes knows its line, and the lines that call the template. */

import type { Element } from 'hast';
import { describe, expect, it } from 'vitest';
import { elementPlace } from '../../src/checks/html/published-page.js';
import { formatPlace } from '../../src/diagnostics/place.js';
import { elementsOf, parsePage, serialise } from '../../src/html/serialise.js';
import { composeWeb } from '../../src/outputs/web/render-web.js';
import { aDocument } from './a-document.js';
import { baseTheme, houseTheme, ownTheme } from './a-theme.js';

async function pageOf(files: Readonly<Record<string, string>>): Promise<readonly Element[]> {
  const { value } = await houseTheme({ 'theme.yaml': '', ...files });
  return elementsOf(parsePage(value.layouts.page(aDocument())));
}

const chain = (element: Element | undefined): readonly string[] =>
  (element?.data?.template ?? []).map(formatPlace);

const footer = 'templates/house/partials/footer.hbs';

describe('an element of a template', () => {
  it('knows its line and column, also behind values, blocks and attributes', async () => {
    const text =
      '<footer>\n{{#if publisher.name}}\n  <p class="one" title="<p>">{{publisher.name}} <em>of</em></p>\n{{else}}<p class="two">x</p>{{/if}}\n<!-- <b>no</b> --><small>end</small>\n</footer>\n';
    const elements = await pageOf({ 'partials/footer.hbs': text });
    const placed = elements.filter((element) => chain(element)[0]?.startsWith(footer));
    expect(placed.map((element) => [element.tagName, chain(element)[0]])).toEqual(
      [
        ['footer', '1:1'],
        ['p', '3:3'],
        ['em', '3:49'],
        ['small', '5:19'],
      ].map(([name, at]) => [name, `${footer}:${at}`]),
    );
  });

  it('knows who calls its partial, through all that call it', async () => {
    const elements = await pageOf({
      'partials/footer.hbs': '<footer>\n{{> imprint}}\n</footer>\n',
      'partials/imprint.hbs': '<address>Elmford</address>\n',
    });
    const [own, ...callers] = chain(elements.find(({ tagName }) => tagName === 'address'));
    expect(own).toBe('templates/house/partials/imprint.hbs:1:1');
    expect(callers[0]).toBe(`${footer}:2:1`);
    expect(callers.slice(1)).toContainEqual(expect.stringMatching(/^templates\/base\/layouts\/page\.hbs:/));
  });

  it('leaves no mark on the page', async () => {
    const { value } = await baseTheme();
    const frame = value.layouts.page(aDocument());
    expect(frame).toContain('data-galley-from');
    expect(serialise(parsePage(frame))).not.toContain('data-galley-from');
  });

  it('keeps what a theme itself writes into the mark’s attribute from the page', async () => {
    const elements = await pageOf({
      'partials/footer.hbs': '<footer><p data-galley-from="%">x</p></footer>\n',
    });
    expect(elements.every(({ properties }) => properties['dataGalleyFrom'] === undefined)).toBe(true);
  });
});

describe('a finding about any element of a page', () => {
  it.each(['base', 'bulletin', 'handout'])('names a line, in the theme %s', async (name) => {
    const { value } = await composeWeb({ document: aDocument(), theme: (await ownTheme(name)).value });
    const page = { ...value, file: 'public/flood/index.html' };
    const elements = elementsOf(value.tree);
    const bare = elements.filter((_, index) => elementPlace(page, '', index).origin?.position === undefined);
    expect(elements.length).toBeGreaterThan(300);
    expect(bare.map(({ tagName }) => tagName)).toEqual([]);
  });
});
