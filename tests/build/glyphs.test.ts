import { describe, expect, it } from 'vitest';
import { glyphFindings } from '../../src/build/glyphs.js';
import { formatPlace } from '../../src/diagnostics/place.js';
import { publish } from '../contract/publish.js';

const covers = (character: string): boolean => /^[\p{Script=Latin}\p{P}\p{N}]$/u.test(character);

describe('characters that no font holds', () => {
  it('are told once each at their first place, those of large scripts together', async () => {
    const { pages } = await publish({
      'explainer.md':
        '---\nheadline: H\nstandfirst: S\nbyline: [A]\n---\nA ☃ and\nagain ☃, **then** ♜.\n\n:::lang{zh}\n文本\n:::\n\n`⌘`\n',
    });
    const [page] = pages;
    if (page === undefined) throw new Error('no page');
    const found = glyphFindings(page.explainer, { covers });
    expect(found.map(({ place }) => place && formatPlace(place).replace('content/story/', ''))).toEqual([
      'explainer.md:6:3',
      'explainer.md:7:19',
      'explainer.md:10:1',
    ]);
    expect(found.map(({ what }) => what)).toEqual([
      'The theme’s fonts do not have “☃” (U+2603).',
      'The theme’s fonts do not have “♜” (U+265C).',
      'The theme’s fonts have no Han characters: 文 本',
    ]);
  });

  it('tell full-width signs with the characters that they belong to', async () => {
    const { pages } = await publish({
      'explainer.md': '---\nheadline: 桥\nstandfirst: S\nbyline: [A]\nlang: zh-Hans\n---\n封闭，为何？\n',
    });
    const [page] = pages;
    if (page === undefined) throw new Error('no page');
    const bare = glyphFindings(page.explainer, { covers: (sign) => /^[\p{Script=Latin}\p{N}]$/u.test(sign) });
    expect(bare.map(({ what }) => what)).toEqual([
      'The theme’s fonts have no Han characters: 桥 封 闭 为 何 ， ？',
    ]);
    const signs = glyphFindings(page.explainer, { covers: (sign) => !'，？'.includes(sign) });
    expect(signs.map(({ what }) => what)).toEqual(['The theme’s fonts have no full-width characters: ， ？']);
  });
});
