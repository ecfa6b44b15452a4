import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../src/source/front-matter.js';
import { told } from './project.js';

function split(text: string, frontMatterBytes = 64_000) {
  const { value, diagnostics } = splitFrontMatter(text, 'e.md', { frontMatterBytes });
  return { ...value, data: value.frontmatter.data, told: told(diagnostics), diagnostics };
}

const readable = (...places: string[]) => places.map((place) => `front-matter-is-readable e.md:${place}`);

describe('splitFrontMatter', () => {
  it('cuts at the two lines of hyphens', () => {
    const found = split('---\nheadline: H\n---\n\nText\n\n---\n\nMore\n');
    expect(found.told).toEqual([]);
    expect(found.data).toEqual({ headline: 'H' });
    expect(found.body).toBe('\nText\n\n---\n\nMore\n');
    expect(found.bodyStart).toEqual({ line: 4, column: 1, offset: 20 });
    expect(found.frontmatter.positionOf(['headline'])?.start).toEqual({ line: 2, column: 11, offset: 14 });
    expect(found.frontmatter.positionOf(['byline'])).toEqual({
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 1, column: 4, offset: 3 },
    });
  });

  it.each([
    ['no front matter', 'Text\n', readable('1:1'), undefined, 'Text\n'],
    ['a heading first', '# Title\n\nText\n', readable('1:1'), undefined, '# Title\n\nText\n'],
    ['no end', '---\nheadline: H\n\nText\n', readable('1:1'), { headline: 'H' }, '\nText\n'],
    [
      'no end before a heading',
      '---\nheadline: H\n## Heading\nText\n',
      readable('1:1'),
      { headline: 'H' },
      '## Heading\nText\n',
    ],
    [
      'no end before a block, and a rule further on',
      '---\nheadline: H\n\n:::note\nText\n:::\n\n---\n',
      readable('1:1'),
      { headline: 'H' },
      '\n:::note\nText\n:::\n\n---\n',
    ],
    [
      'no end before prose, and a rule further on',
      '---\nheadline: H\n\n## Heading\nSome prose.\n\n---\n',
      readable('1:1'),
      { headline: 'H' },
      '\n## Heading\nSome prose.\n\n---\n',
    ],
    ['dots as the end', '---\nheadline: H\n...\nText\n', readable('3:1'), { headline: 'H' }, 'Text\n'],
    ['a dash as the end', '---\nheadline: H\n—\nText\n', readable('3:1'), { headline: 'H' }, 'Text\n'],
    [
      'four hyphens as the end',
      '---\nheadline: H\n----\nText\n',
      readable('3:1'),
      { headline: 'H' },
      'Text\n',
    ],
    ['a dash as the beginning', '—-\nheadline: H\n---\nText\n', readable('1:1'), { headline: 'H' }, 'Text\n'],
    [
      'four hyphens as the beginning',
      '----\nheadline: H\n---\nText\n',
      readable('1:1'),
      { headline: 'H' },
      'Text\n',
    ],
    [
      'a space before the beginning',
      ' ---\nheadline: H\n---\nText\n',
      readable('1:1'),
      { headline: 'H' },
      'Text\n',
    ],
    ['JavaScript', '---js\n{ headline: process.exit() }\n---\nText\n', readable('1:1'), undefined, 'Text\n'],
    ['JSON', '--- json\n{ "headline": "H" }\n---\nText\n', readable('1:1'), undefined, 'Text\n'],
    ['the word yaml', '---yaml\nheadline: H\n---\nText\n', readable('1:1'), { headline: 'H' }, 'Text\n'],
    [
      'TOML',
      '+++\nheadline = "H"\n+++\nText\n',
      readable('1:1'),
      undefined,
      '+++\nheadline = "H"\n+++\nText\n',
    ],
    ['blank lines above', '\n\n---\nheadline: H\n---\nText\n', readable('3:1'), { headline: 'H' }, 'Text\n'],
    ['nothing between', '---\n---\nText\n', [], {}, 'Text\n'],
    [
      'a comment above',
      '<!-- for the desk -->\n---\nheadline: H\n---\nText\n',
      [],
      { headline: 'H' },
      'Text\n',
    ],
    [
      'a YAML fault',
      '---\nheadline: H: x\nlang: en\n---\nText\n',
      readable('2:11'),
      { lang: 'en' },
      'Text\n',
    ],
    ['a tag', '---\nheadline: !!js/function x\n---\n', readable('2:11'), {}, ''],
    ['an alias', '---\na: &x 1\nb: *x\n---\n', readable('2:4', '3:4'), {}, ''],
    ['a doubled key', '---\nheadline: H\nheadline: I\n---\n', readable('3:1'), { headline: 'H' }, ''],
    ['two hyphens in a value', '---\nheadline: a -- b\n---\n', [], { headline: 'a -- b' }, ''],
    ['a comment in the keys', '---\n## people\nheadline: H\n---\n', [], { headline: 'H' }, ''],
  ])('reads %s', (_, text, places, data, body) => {
    const found = split(text);
    expect(found.told).toEqual(places);
    expect(found.data).toEqual(data);
    expect(found.body).toBe(body);
  });

  it('tells front matter over the limit at its opening line', () => {
    const found = split(`---\nheadline: ${'x'.repeat(200)}\n---\nText\n`, 100);
    expect(found.told).toEqual(['size-is-within-limit e.md:1:1']);
    expect(found.data).toBeUndefined();
    expect(found.body).toBe('Text\n');
  });

  it('counts keys and levels', () => {
    const keys = Array.from({ length: 1001 }, (_, index) => `k${index}: 1`).join('\n');
    expect(split(`---\n${keys}\n---\n`).told).toEqual(['size-is-within-limit e.md:2:1']);
    expect(split(`---\na: ${'['.repeat(40)}${']'.repeat(40)}\n---\n`).told).toEqual([
      'nesting-is-within-limit e.md:2:35',
    ]);
  });

  it('never throws, and the body stands where it says', () => {
    const piece = fc.constantFrom(
      '---\n',
      '...\n',
      'a: b\n',
      '\n',
      '## h\n',
      ':::x\n',
      '—\n',
      'text\n',
      '<!-- c -->\n',
      '---js\n',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const { value } = splitFrontMatter(text, 'e.md', { frontMatterBytes: 64_000 });
        expect(text.endsWith(value.body)).toBe(true);
        expect(value.bodyStart.offset).toBe(text.length - value.body.length);
        const before = text.slice(0, value.bodyStart.offset);
        expect(value.bodyStart.line).toBe(before.split('\n').length);
      }),
      { numRuns: 2000 },
    );
  });
});
