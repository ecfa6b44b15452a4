/** For all documents: each call has one note, each note its calls, none lost or doubled, numbers in order. */

import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/defaults.js';
import { languageOf } from '../../src/language/language-of.js';
import { annotate } from '../../src/notes/annotate.js';
import type { CiteEngine } from '../../src/notes/cite-engine.js';
import { engines, explainerOf, show } from './real-chain.js';

const ids = ['a', 'b', 'c', 'd'];
const labels = ['x', 'y', 'z'];
const sources = ids
  .map(
    (id) =>
      `${id}:\n  kind: book\n  author: Author ${id}\n  title: Book ${id}\n  publisher: P\n  published: 2020\n`,
  )
  .join('');

const id = fc.constantFrom(...ids);
const piece = fc.oneof(
  fc.constantFrom('word', 'more', 'end.', '"quoted"', '*strong*', '(aside)'),
  fc
    .array(id, { minLength: 1, maxLength: 3 })
    .map((cited) => `[${cited.map((one) => `@${one}`).join('; ')}]`),
  id.map((one) => `@${one}`),
  id.map((one) => `[-@${one}, p. 3].`),
  fc.constantFrom(...labels).map((label) => `[^${label}]`),
);
const paragraph = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => `Text ${pieces.join(' ')}`);
const block = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  paragraph.map((text) => `- ${text}\n- more`),
  paragraph.map((text) => `> ${text}`),
  paragraph.map((text) => `:::background{title="T"}\n${text}\n:::`),
  paragraph.map((text) => `:::background{title="T" print=hide}\n${text}\n:::`),
  paragraph.map((text) => `| A | B |\n|---|---|\n| ${text} | x |`),
);
const definitions = fc
  .tuple(...labels.map(() => paragraph))
  .map((texts) =>
    labels.map((label, index) => `[^${label}]: ${(texts[index] ?? '').replace(/\[\^.\]/g, 'w')}`),
  );
const document = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 6 }), definitions)
  .map(([blocks, notes]) => [...blocks, ...notes].join('\n\n'));

interface Call {
  readonly number: number;
  readonly call: number;
}

function callsIn(node: Nodes): Call[] {
  if (node.type === 'noteCall') return [node];
  return 'children' in node ? (node.children as Nodes[]).flatMap(callsIn) : [];
}

function typesIn(node: Nodes): string[] {
  return [node.type, ...('children' in node ? (node.children as Nodes[]).flatMap(typesIn) : [])];
}

describe('any document', () => {
  const language = languageOf('en');
  const made = new Map<string, CiteEngine>();

  beforeAll(async () => {
    for (const style of ['chicago-notes', 'apa', 'ieee']) {
      const place = { kind: 'source' as const, file: 'x' };
      made.set(style, (await engines.engineFor({ style, language, place })).value);
    }
  });

  function engine(style: string): CiteEngine {
    const found = made.get(style);
    if (found === undefined) throw new Error(`no engine ${style}`);
    return found;
  }

  it('has its notes called, in order, and its calls answered', async () => {
    await fc.assert(
      fc.asyncProperty(document, async (body) => {
        const explainer = await explainerOf({ body, sources });
        const { value } = annotate(explainer, {
          config: defaultConfig,
          engine: engine('chicago-notes'),
          language,
        });
        const calls = callsIn(value.tree);
        const firsts = calls.filter(({ call }) => call === 1).map(({ number }) => number);
        expect(firsts).toEqual(value.notes.map((_, index) => index + 1));
        expect(value.notes.map(({ number }) => number)).toEqual(firsts);
        for (const note of value.notes) {
          const own = calls.filter(({ number }) => number === note.number).map(({ call }) => call);
          expect(own).toEqual(note.calls.map((_, index) => index + 1));
          expect(show(note.content).trim()).not.toBe('');
          expect(show(note.content)).not.toMatch(/ibid/iu);
        }
        const marks = body.replace(/^\[\^.\]:.*$/gmu, '');
        const brackets = marks.match(/(?<!\^)\[-?@[^\]]*\]|(?<![[;-]|; )@[a-d]/gu)?.length ?? 0;
        const called = new Set(marks.match(/\[\^.\]/gu) ?? []).size;
        expect(value.notes).toHaveLength(brackets + called);
        expect(typesIn(value.tree)).not.toContain('citation');
        expect(typesIn(value.tree)).not.toContain('footnoteReference');
        expect(typesIn(value.tree)).not.toContain('footnoteDefinition');
      }),
      { numRuns: 40 },
    );
  });

  it('gives the same value whatever the engine set before', async () => {
    await fc.assert(
      fc.asyncProperty(
        document,
        document,
        fc.constantFrom('chicago-notes', 'apa', 'ieee'),
        async (one, other, style) => {
          const run = async (body: string, titles = sources): Promise<string> => {
            const explainer = await explainerOf({ body, sources: titles });
            const { value } = annotate(explainer, { config: defaultConfig, engine: engine(style), language });
            return JSON.stringify([value.tree, value.notes, value.bibliography, [...value.sourceLines]]);
          };
          const first = await run(one);
          await run(other, sources.replaceAll('Book', 'Other').replaceAll('2020', '1999'));
          expect(await run(one)).toBe(first);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('loses no word but its marks', async () => {
    const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '');
    await fc.assert(
      fc.asyncProperty(document, async (body) => {
        const explainer = await explainerOf({ body, sources });
        const { value } = annotate(explainer, {
          config: defaultConfig,
          engine: engine('chicago-notes'),
          language,
        });
        const before = show(explainer.tree.children.filter(({ type }) => type !== 'footnoteDefinition'));
        const plain = before.replace(/!@(.)!/gu, 'Author $1').replace(/!\[[^\]]*\]!/gu, '');
        const after = show(value.tree.children).replace(/\[\^\d+[a-h]?\]/gu, '');
        expect(letters(after)).toBe(letters(plain));
      }),
      { numRuns: 40 },
    );
  });
});
