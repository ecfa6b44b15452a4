/** A text parsed by pieces is the text parsed at once, after any edits; and only what changed is parsed. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeptPieces, parseByPieces } from '../../src/document/kept-pieces.js';
import { bodyParser } from '../../src/document/markdown.js';
import { type PieceParser, pieceParser } from '../../src/document/piece-parser.js';

const isLocator = (text: string): boolean => /^p\. /.test(text);
const whole = bodyParser(isLocator);
const pieces = pieceParser(isLocator);

/** Lines whose meaning hangs on what stands around them. */
const lines = [
  ...['', '', '# One', '## Two {#two}', '### A | B', '#hashtag', 'Words with [a link] and [two][B].'],
  ...['[a link]: https://example.org', '[B]: <https://example.org/b> "Title"', '> quoted', '> # Quoted head'],
  ...['[^note]: Words of a note.', '    # In the note', 'A call.[^note] And [^other].', '[^other]: More.'],
  ...['```', '~~~', ':::timeline', ':::: context', ':::', '::::', '- item', '  # In the item', '1. first'],
  ...['| A | B |', '| - | - |', '| 1 | [B] |', '<div>', '<!-- cut', '-->', '<script>', '</script>', '***'],
  ...[
    '    code',
    '\t# tabbed',
    'Setext',
    '===',
    'As said [see @source, p. 3; @other].',
    '[İ]: /x',
    '[i̇] ſ [ß]',
  ],
  ...['[ß]: /sharp', ':role[words]{a="b"}', 'Hard  ', 'wrap\\', '&amp; \\# not a heading', '# ', '#\tTab'],
];

const texts = fc
  .array(fc.constantFrom(...lines), { maxLength: 24 })
  .chain((chosen) => fc.constantFrom('\n', '\n\n').map((end) => chosen.join(end)));

describe('a text parsed by pieces', () => {
  it('is the text parsed at once, whatever was parsed before it', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 4 }), (series) => {
        const kept = new KeptPieces();
        for (const text of series) expect(parseByPieces(text, 'en', kept, pieces)).toEqual(whole(text));
      }),
      { numRuns: 150 },
    );
  });

  it('is the text parsed at once after lines were put in and taken out', () => {
    const edit = fc.record({ at: fc.nat(30), cut: fc.nat(2), put: fc.constantFrom(...lines) });
    fc.assert(
      fc.property(texts, fc.array(edit, { maxLength: 5 }), (text, edits) => {
        const kept = new KeptPieces();
        const now = text.split('\n');
        for (const { at, cut, put } of edits) {
          now.splice(at % (now.length + 1), cut, put);
          expect(parseByPieces(now.join('\n'), 'en', kept, pieces)).toEqual(whole(now.join('\n')));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('hands out trees that may be changed', () => {
    const kept = new KeptPieces();
    const text = '# One\n\nWords.\n\n# Two\n\nMore.\n';
    const first = parseByPieces(text, 'en', kept, pieces);
    first.children.length = 0;
    Object.assign(parseByPieces(text, 'en', kept, pieces).children[1] ?? {}, { children: [] });
    expect(parseByPieces(text, 'en', kept, pieces)).toEqual(whole(text));
  });

  it('costs the changed section alone, unless definitions or the language change', () => {
    const kept = new KeptPieces();
    const parsed: string[] = [];
    const counting: PieceParser = (text, elsewhere) => {
      parsed.push(text);
      return pieces(text, elsewhere);
    };
    const sections = ['Before. [a]\n\n', '# One\n\nWords.\n\n', '# Two\n\n[a]: /x\n\n', '# Three\n\nEnd.\n'];
    const told = (text: string, language = 'en'): number => {
      parsed.length = 0;
      expect(parseByPieces(text, language, kept, counting)).toEqual(whole(text));
      return parsed.length;
    };
    told(sections.join(''));
    expect(told(sections.join(''))).toBe(0);
    expect(told(sections.join('').replace('Words', 'Other words'))).toBe(1);
    expect(told(sections.join('').replace('[a]: /x', '[a]: /y'))).toBe(2);
    expect(told(sections.join('').replace('[a]: /x', '[b]: /x'))).toBeGreaterThan(3);
    expect(told(sections.join('').replace('[a]: /x', '[b]: /x'), 'fr')).toBeGreaterThan(3);
  });
});
