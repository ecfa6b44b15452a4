import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readX } from './project.js';

/** Files that are in order, one of each kind. */
const files: Readonly<Record<string, string>> = {
  'explainer.md':
    '---\nheadline: H\nbyline: [Ann Doe]\n---\n\n## First\n\n- a [@a, p. 3]\n  - **b**\n\n:::note\nText\n:::\n',
  'sources.yaml':
    'a:\n  kind: article\n  title: "T: x"\n  author: [CNN, "Doe, Ann"]\n  url: https://e.example\n  accessed: 2022-01-06\nb:\n  tier: anonymous\n  description: {en: an official}\n  reason: r\n',
  'figures.yaml':
    'n:\n  label: x\n  low: 1\n  high: 2\n  unit: {one: day, other: days}\n  as-of: 2022-01\n  source: a\n  supersedes: m\nm: {label: x, value: 3, unit: none, as-of: 2022, source: a, status: superseded}\n',
  'sources.bib':
    '@string{p = {P}}\n@book{c, author = {Doe, Ann and others}, title = {T {X} \\"o}, publisher = p # {x}, year = 2020}\n@online{d, title = "T", author = {{CNN}}, url = {https://e.example/d}, urldate = {2022-01-06}}\n',
  'sources.json':
    '[{"id": "e", "type": "book", "title": "T", "author": [{"family": "A"}], "issued": {"date-parts": [[2020]]}}]',
  'sources.ris': 'TY  - BOOK\nID  - f\nAU  - Doe, Ann\nTI  - T\nPB  - P\nPY  - 2020//\nER  - \n',
  'drawing.svg':
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><g fill="url(#a)"><path d="M0 0"/></g></svg>',
};

const snippet = fc.oneof(
  fc.constantFrom(
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    '<',
    '>',
    '&',
    ':',
    ': ',
    '#',
    '---\n',
    '\n',
    '\t',
    '\\',
    '@',
    ',',
    '=',
    '*',
    '!',
    '%',
    '|',
    '\u202e',
    '\u0000',
    '😀',
    '<!--',
    '\r',
    '  ',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
);

describe('a file with any slip of the hand', () => {
  it('reads in order', async () => {
    expect((await readX(files)).told).toEqual([]);
  });

  it.each(Object.keys(files))('is told, never thrown: %s', async (name) => {
    const text = files[name] ?? '';
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.nat(6), snippet, async (at, cut, inserted) => {
        const changed = text.slice(0, at) + inserted + text.slice(at + cut);
        const { diagnostics } = await readX({ [name]: changed });
        for (const { code, what, why, fix, place } of diagnostics) {
          expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
          expect(Math.min(what.length, why.length, fix.length)).toBeGreaterThan(5);
          expect(`${what} ${why} ${fix}`).not.toMatch(/\bundefined\b|\[object|NaN/);
          if (place?.kind !== 'source') throw new Error('A finding has no place.');
          const written = (files[place.file.replace('content/x/', '')] === undefined ? '' : changed).split(
            /\r\n?|\n/,
          );
          const { line = 1, column = 1 } = place.position?.start ?? {};
          if (place.file === `content/x/${name}`) {
            expect(line).toBeLessThanOrEqual(written.length);
            expect(column).toBeLessThanOrEqual((written[line - 1] ?? '').length + 1);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it.each(Object.keys(files))('is told, never thrown, when bytes are damaged: %s', async (name) => {
    const bytes = new TextEncoder().encode(files[name]);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, byte) => {
        const damaged = Uint8Array.from(bytes);
        damaged[at] = byte;
        await readX({ [name]: damaged });
      }),
      { numRuns: 60 },
    );
  });
});
