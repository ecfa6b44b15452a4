import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocks } from '../../src/blocks/registry.js';
import type { BlockNode } from '../../src/document/nodes.js';
import type { BlockReader } from '../../src/document/work.js';
import { imageFile, parseBody, type Setting } from './support.js';

/** A block that keeps everything, with a title and a date. */
function reader(name: string, holds: BlockReader['holds']): [string, BlockReader] {
  return [
    name,
    {
      holds,
      recognise(directive, context) {
        const values = context.attributes(directive, {
          title: { form: 'rich' },
          source: { form: 'sources' },
          by: { form: 'text' },
        });
        const heading = values.rich('title');
        const by = values.text('by');
        const node: BlockNode & { by?: string } = {
          ...context.common(directive),
          type: name,
          reference: name,
          ...(heading && { heading }),
          ...(by && { by }),
          children: [...context.children(directive)],
        };
        const list = name === 'next' ? context.onlyList(directive) : undefined;
        for (const item of list?.node.children ?? []) {
          const date = context.itemAttributes(item, { date: { form: 'date' } }).date('date');
          if (date !== undefined) item.data = { date } as never;
        }
        return node;
      },
    },
  ];
}

const setting: Setting = {
  sources: ['src-a', 'src-b'],
  images: { 'hall.jpg': imageFile('hall.jpg') },
  figures: 'num-a:\n  label: l\n  value: 1\n  unit: none\n  as-of: 2022\n  source: src-a\n',
  blocks: new Map([
    reader('note', 'prose'),
    reader('background', 'blocks'),
    reader('qa', 'blocks'),
    reader('next', 'prose'),
  ]),
};

/** Pieces of documents, `W` standing for a word found nowhere else. Right ones and wrong ones. */
const pieces = [
  'W',
  'W W',
  '**W W**',
  '*W*',
  '`W`',
  '``W ` W``',
  '~~W~~',
  '[W](https://e.org/W)',
  '[W](W.md "W")',
  '![W](hall.jpg)',
  '![W](W.jpg "W")',
  '<b>W</b>',
  '<br>',
  '<W',
  '<div>\nW\n</div>',
  '<script>W</script>',
  '<!-- W -->',
  '<!-- W\n\nW -->',
  '<!-- W',
  '-->',
  '\\<!-- W',
  '[@src-a]',
  '[@src-a, p. W]',
  '[see W @src-a; @src-b W]',
  '[@W]',
  '@src-a',
  '@W',
  '@src-a [p. 3]',
  '@src-a [W]',
  '[-@src-b W',
  'W@W.org',
  '[@ W]',
  '[@src-a; W]',
  '[src-a, W]',
  '[^W]',
  '[^n1]',
  '[^W W]',
  '^[W]',
  '\n\n[^n1]: W\n\n',
  '\n\n[^W]: W *W*\n\n',
  '\n\n[W]: https://e.org/W "W"\n\n',
  '[W][W]',
  '[W]',
  ']',
  '[',
  '(W)',
  ':num[num-a]',
  ':num[W]',
  ':num[num-a]{W}',
  ':see[W]',
  ':lang[W]{kk}',
  ':lang[W]{W}',
  ':lang[W]{lang=kk}',
  ':W[W]{W=W}',
  'W:W',
  '10:30',
  ':W',
  '::W',
  '::W[W]{title="W"}',
  '\n## W\n',
  '\n##W\n',
  '\n### W {#W}\n',
  '\n# W\n',
  '\n#### W [@src-a]\n',
  '\nW\n---\n',
  '\n---\n',
  '\n> W\n> W\n',
  '\n- W\n- W\n',
  '\n1. W\n2) W\n',
  '\n- [x] W\n',
  '\n    W\n',
  '\n```W\nW\n```\n',
  '\n```\nW\n',
  '\n~~~\n',
  '\n| W | W |\n|---|---|\n| W | W | W |\n',
  '\n| W | W |\n',
  '\n:::note\n',
  '\n:::note{#W .W title="W"}\n',
  '\n::::background{title="W [@src-a]"}\n',
  '\n:::qa\n',
  '\n:::next\n',
  '\n- W {date=2022 W=W}\n',
  '\n:::W{W="W"}\n',
  '\n:::note W\n',
  '\n:::note{title=“W”}\n',
  '\n:::note{title="W\n',
  '\n:::note[W]\n',
  '\n::: note W\n',
  '\n:::\n',
  '\n::::\n',
  '\n:::lang{ar}\n',
  '\n:::lang{W}\n',
  '\n::toc\n',
  '\n:::toc\n',
  '\n::sources{W=W}\n',
  '{#W}',
  '{W=W}',
  '\\',
  '\\*W*',
  '&amp;',
  '&W;',
  '"W"',
  "'W'",
  '--',
  '\t',
  '  \n',
  '\u00a0',
  '\u2028',
  'W\n',
  'TK',
  '\u0000W',
  '😀W',
  'نصW',
  'W،',
  '据W',
];

/** The blocks of Galley, with what they are for and what they are not. */
const blockPieces = [
  '\n:::timeline\n- 2022-01-05: **W.** W\n- W: W\n:::\n',
  '\n:::people\n- **W**, W: W\n- W\n- **W** W, W\n:::\n',
  '\n:::glossary\n- **W**: W\n- W W\n:::\n',
  '\n:::numbers\n- **W** W [@src-a]\n- W\n- :num[num-a] W\n:::\n',
  '\n:::quote{by="W" role="W" via="W"}\nW\n\nW [@src-a]\n:::\n',
  '\n:::figure{credit="W" place="W"}\n![W](hall.jpg) W\n\nW\n:::\n',
  '\n:::chart{type=bar title="W" unit="W" source=src-a}\nW\n\n| W | W |\n|---|---|\n| W | 1 |\n\nW\n:::\n',
  '\n:::map{title="W" source=src-a credit="W"}\n![W](hall.jpg)\n\n- W\n\nW\n:::\n',
  '\n:::table{title="W" source=src-a}\nW\n\n| W | W |\n|---|---|\n| W | W |\n:::\n',
  '\n:::next\n- W {date=2022-01 certainty=W}\n- W\n\nW\n:::\n',
  '\n:::steps\n1. W\n\n   W\n:::\n',
  '\n:::contact{name="W" region="W" hours="W"}\n- W: W\n- phone: W\n- W\n:::\n',
  '\n:::claim{by="W" verdict=W}\nW\n\nW\n:::\n',
  '\n:::document{title="W" source=src-a}\n![W](hall.jpg)\nW\n:::\n',
  '\n:::correction{at=2022}\nW\n:::\n',
  '\n:::related\n- [W](https://e.org)\n- W\n:::\n',
  '\n:::known\n- W\n\nW\n:::\n',
  '\n:::qa\nW\n\n## W\n\nW\n:::\n',
  '\n:::key-points\n- W\n  - W\n:::\n',
];

const noise = fc.string({ unit: 'binary', maxLength: 6 }).map((text) => text.replaceAll('\r', ' '));

/** Documents of such pieces, each word numbered. */
function documents(from: readonly string[]): fc.Arbitrary<string> {
  const fragment = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...from) },
    { weight: 1, arbitrary: noise },
  );
  const part = fc.tuple(fragment, fc.constantFrom('', ' ', ' ', '\n', '\n\n'));
  return fc.array(part, { minLength: 1, maxLength: 14 }).map((parts) => {
    let count = 0;
    const text = parts.map(([piece, gap]) => piece + gap).join('');
    return text.replace(/W/g, () => {
      count += 1;
      return `w${String(count).padStart(3, '0')}q`;
    });
  });
}

const document = documents(pieces);
/** Ids and classes are no words, and a block that comes to nothing has none. */
const withBlocks = documents([...pieces.filter((piece) => !piece.includes('{#W')), ...blockPieces]);
const realSetting: Setting = { ...setting, blocks: new Map(blocks.map((block) => [block.name, block])) };

/** All that a reader or an editor can see of a parsed document. */
function everything(body: string, used: Setting = setting): string {
  const { explainer, diagnostics } = parseBody(body, used);
  return JSON.stringify([explainer.tree, explainer.outline, explainer.cut, diagnostics]);
}

/** How many documents are tried; more with RUNS set. */
const runs = Number(process.env['RUNS'] ?? 300);

describe('any text', () => {
  it('is parsed without an exception and loses no word', () => {
    fc.assert(
      fc.property(document, (body) => {
        const kept = everything(body);
        const lost = (body.match(/w\d{3}q/g) ?? []).filter((word) => !kept.includes(word));
        expect(lost).toEqual([]);
      }),
      { numRuns: runs },
    );
  }, 300_000);

  it('loses no word in the blocks of Galley', () => {
    fc.assert(
      fc.property(withBlocks, (body) => {
        const kept = everything(body, realSetting);
        const lost = (body.match(/w\d{3}q/g) ?? []).filter((word) => !kept.includes(word));
        expect(lost).toEqual([]);
      }),
      { numRuns: runs },
    );
  }, 300_000);

  it('gives the same value twice', () => {
    fc.assert(
      fc.property(document, (body) => {
        expect(everything(body)).toBe(everything(body));
      }),
      { numRuns: 30 },
    );
  });

  it('has every place inside the file, and every finding at a place', () => {
    fc.assert(
      fc.property(document, (body) => {
        const { explainer, diagnostics } = parseBody(body, setting);
        const lines = (explainer.path && body.split('\n').length + 5) || 0;
        const walk = (node: {
          position?: {
            start: { line: number; column: number; offset?: number };
            end: { line: number; offset?: number };
          };
          children?: unknown[];
        }): void => {
          if (node.position !== undefined) {
            expect(node.position.start.line).toBeGreaterThanOrEqual(1);
            expect(node.position.end.line).toBeLessThanOrEqual(lines);
            expect(node.position.start.offset ?? 0).toBeLessThanOrEqual(node.position.end.offset ?? 0);
          }
          for (const child of node.children ?? []) walk(child as typeof node);
        };
        walk(explainer.tree as never);
        for (const { place } of diagnostics) {
          expect(place?.kind === 'source' && place.position !== undefined).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
