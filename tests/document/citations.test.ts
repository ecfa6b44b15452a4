import { describe, expect, it } from 'vitest';
import type { Citation } from '../../src/document/nodes.js';
import { bare, parseBody, type Setting } from './support.js';

const setting: Setting = { sources: ['a', 'b', 'tass', 'who:2020', 'x_y', 'doi/10.1'] };

function citations(body: string, more: Setting = {}): Citation[] {
  const found: Citation[] = [];
  const walk = (node: { type: string; children?: unknown[] }): void => {
    if (node.type === 'citation') found.push(node as unknown as Citation);
    for (const child of node.children ?? []) walk(child as typeof node);
  };
  walk(parseBody(body, { ...setting, ...more }).explainer.tree as never);
  return found;
}

function items(body: string, more: Setting = {}): unknown[] {
  return citations(body, more).flatMap(({ items: all }) =>
    all.map((item) => {
      const parts = [item.prefix, `@${item.id}`, item.label, item.locator, item.suffix];
      return (item.suppressAuthor ? '-' : '') + parts.map((part) => part ?? '').join('|');
    }),
  );
}

describe('a citation', () => {
  it.each([
    ['[@a]', ['|@a|||']],
    ['[@a, p. 3]', ['|@a|page|3|']],
    ['[@a p. 3]', ['|@a|page|3|']],
    ['[@a, 33-35]', ['|@a|page|33-35|']],
    ['[see @a, ch. 2; @b]', ['see|@a|chapter|2|', '|@b|||']],
    ['[-@a]', ['-|@a|||']],
    ['[see -@a, § 4]', ['-see|@a|section|4|']],
    ['[@a, paras. 13-14]', ['|@a|paragraph|13-14|']],
    ['[@a, paragraph 7]', ['|@a|paragraph|7|']],
    ['[@a, art. 46(2)]', ['|@a|article|46(2)|']],
    ['[@a, line 12]', ['|@a|line|12|']],
    ['[@a, at 12:30]', ['|@a|time|12:30|']],
    ['[@a, p. iv]', ['|@a|page|iv|']],
    ['[@a, pp. 3, 5-7]', ['|@a|page|3, 5-7|']],
    ['[@a, p. 3, emphasis added]', ['|@a|page|3|emphasis added']],
    ['[@a, in the annex]', ['|@a|||in the annex']],
    ['[@who:2020, p. 1]', ['|@who:2020|page|1|']],
    ['[@x_y; @doi/10.1]', ['|@x_y|||', '|@doi/10.1|||']],
    ['[@a; @a]', ['|@a|||', '|@a|||']],
    ['[@a\\; not @b]', ['|@a|||; not', '|@b|||']],
  ])('reads %s', (mark, expected) => {
    expect(items(`Words ${mark}.`)).toEqual(expected);
  });

  it.each([
    ['ar', '[@a، ص 3؛ @b]', ['|@a|page|3|', '|@b|||']],
    ['zh', '[@a，第3页；@b]', ['|@a|page|3|', '|@b|||']],
    ['fr', '[@a, chap. 2 ; @b, p. 3]', ['|@a|chapter|2|', '|@b|page|3|']],
    ['kk', '[@a, 46-бап]', ['|@a|article|46|']],
    ['kk', '[@a, 5-бет]', ['|@a|page|5|']],
    ['ru', '[@a, с. 12; @b, ст. 3]', ['|@a|page|12|', '|@b|article|3|']],
    ['de', '[vgl. @a, S. 12]', ['vgl.|@a|page|12|']],
  ])('reads the signs and locators of %s: %s', (lang, mark, expected) => {
    expect(items(`Words ${mark}.`, { config: { lang } })).toEqual(expected);
  });

  it('stands in the sentence, with or without a locator', () => {
    expect(items('As @a said, @b [p. 3] agreed; @tass [12 f.] too.')).toEqual([
      '|@a|||',
      '|@b|page|3|',
      '|@tass|page|12 f.|',
    ]);
    expect(citations('@a said.').map(({ mode }) => mode)).toEqual(['text']);
  });

  it('leaves a bracket that is no place in the source where it stands', () => {
    const { explainer } = parseBody('@a [sic] said, @b [*really*] too.', setting);
    expect(bare(explainer.tree.children)).toMatchObject([
      {
        type: 'paragraph',
        children: [
          { type: 'citation', mode: 'text', value: '@a' },
          { type: 'text', value: ' [sic] said, ' },
          { type: 'citation', value: '@b' },
          { type: 'text', value: ' [' },
          { type: 'emphasis' },
          { type: 'text', value: '] too.' },
        ],
      },
    ]);
  });

  it('keeps endings that are written on to the key', () => {
    const { explainer, found } = parseBody('Мұны @tass-тің хабарлауынша, @a’s.', setting);
    expect(found).toEqual([]);
    expect(bare(explainer.tree.children[0])).toMatchObject({
      children: [
        { value: 'Мұны ' },
        { type: 'citation', value: '@tass' },
        { value: '-тің хабарлауынша, ' },
        { type: 'citation', value: '@a' },
        { value: '’s.' },
      ],
    });
  });

  it('ends before scripts that are written without spaces', () => {
    expect(items('据@a报道。')).toEqual(['|@a|||']);
  });

  it.each([
    'mail me@example.org or a@b.example now',
    'see https://example.org/@a and example.org/@a',
    'a handle: \\@a',
    '`@a` and `[@a]`',
    '```\n[@a]\n```',
    '[a link](https://example.org/@a)',
    'x\\[\\@a\\]',
  ])('is never made of: %s', (body) => {
    const parsed = parseBody(body, setting);
    expect(citations(body)).toEqual([]);
    expect(parsed.found).toEqual([]);
  });

  it('keeps its exact place, in quotes and over line ends too', () => {
    const [one, two] = citations('> Words [@a,\n> p. 3; @b] more.\n\n- item [@b]');
    expect(one?.position).toMatchObject({ start: { line: 6, column: 9 }, end: { line: 7, column: 12 } });
    expect(one?.items).toMatchObject([{ id: 'a', label: 'page', locator: '3' }, { id: 'b' }]);
    expect(two?.position).toMatchObject({ start: { line: 9, column: 8 }, end: { line: 9, column: 12 } });
  });

  it('works inside emphasis, tables, notes and language spans', () => {
    const body =
      '**bold [@a]** *em @b*\n\n| x [@a] |\n|---|\n| y @b |\n\nz[^n]\n\n[^n]: note [@tass]\n\n:lang[mots [@a]]{fr}';
    expect(items(body)).toHaveLength(6);
  });
});

describe('a faulty citation', () => {
  it.each([
    ['Words [@nobody].', ['1:8 source-id-is-defined']],
    ['Words [@a; @nobody, p. 3].', ['1:12 source-id-is-defined']],
    ['> Words [@a;\n> @nobody].', ['2:3 source-id-is-defined']],
    ['@nobody said.', ['1:1 source-id-is-defined']],
    ['Words [@a, @b].', ['1:12 citation-is-well-formed']],
    ['Words [@a; p. 3].', ['1:12 citation-is-well-formed']],
    ['Words [@a;].', ['1:11 citation-is-well-formed']],
    ['Words [;@a].', ['1:8 citation-is-well-formed']],
    ['Words [@ a].', ['1:7 citation-is-well-formed']],
    ['Words [@].', ['1:7 citation-is-well-formed']],
    ['Words [-@ ].', ['1:7 citation-is-well-formed']],
    ['Words [@a, p. 3 and no end.', ['1:7 citation-is-well-formed']],
    ['Words [see @a [sic], p. 3].', ['1:7 citation-is-well-formed']],
    ['Words [@a, in the annex].', ['1:12 citation-is-well-formed (info)']],
    ['Words [a, p. 7].', ['1:7 markup-is-not-left-over']],
    ['Words [a].', ['1:7 markup-is-not-left-over']],
    ['## Title [@a]', ['1:10 heading-holds-no-citation']],
    ['## Title *x @a*', ['1:13 heading-holds-no-citation']],
  ])('is told at its place: %s', (body, expected) => {
    expect(parseBody(body, setting).found).toEqual(expected);
  });

  it('offers the nearest id, and the way to write a handle', () => {
    const [finding] = parseBody('@tas said.', setting).diagnostics;
    expect(finding?.fix).toBe(
      'Write “@tass”, or add it to the sources file; if it is no source but a name, write “\\@tas”.',
    );
  });

  it('leaves its words in the text', () => {
    const { explainer } = parseBody('Words [see @nobody, p. 3] and @none.', setting);
    expect(bare(explainer.tree.children[0])).toEqual({
      type: 'paragraph',
      children: [{ type: 'text', value: 'Words [see @nobody, p. 3] and @none.' }],
    });
  });

  it('keeps known sources beside unknown ones', () => {
    expect(items('[@a; @nobody; @b]')).toEqual(['|@a|||', '|@b|||']);
  });
});
