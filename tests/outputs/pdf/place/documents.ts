/** Random documents of every kind of block that a page can divide, as fast-check arbitraries. */

import fc from 'fast-check';
import type { PrintFixture } from '../../print/print-fixture.js';

/** Words of three scripts; the last two run right to left. */
const vocabularies: Readonly<Record<string, readonly string[]>> = {
  en: [
    'river',
    'wall',
    'gate',
    'pump',
    'council',
    'night',
    'road',
    'the',
    'of',
    'harbour',
    'commission',
    'office',
    'a',
    'estimate',
  ],
  kk: ['өзен', 'қабырға', 'қақпа', 'кеңес', 'түн', 'жол', 'және', 'бұл', 'мекеме', 'есеп', 'үкімет'],
  ar: [
    'النهر',
    'الجدار',
    'البوابة',
    'المجلس',
    'ليلة',
    'الطريق',
    'من',
    'في',
    'اللجنة',
    'تقدير',
    '2022',
    'BBC',
  ],
  fa: ['رودخانه', 'دیوار', 'شب', 'جاده', 'از', 'در', 'برآورد', 'شورا'],
};

interface Passage {
  readonly length: number;
  readonly seed: number;
  readonly call: boolean;
  readonly noteLength: number;
}

type Block =
  | { readonly kind: 'paragraph' | 'quote' | 'box' | 'item-box'; readonly passages: readonly Passage[] }
  | {
      readonly kind: 'list' | 'nested' | 'numbered' | 'rows';
      readonly items: readonly (readonly Passage[])[];
    }
  | {
      readonly kind: 'table' | 'headless';
      readonly caption: Passage;
      readonly rows: readonly (readonly [Passage, Passage])[];
    }
  | { readonly kind: 'grid' | 'flex' | 'columns'; readonly sides: readonly (readonly Passage[])[] }
  | { readonly kind: 'figure'; readonly height: number; readonly caption: readonly Passage[] }
  | { readonly kind: 'heading'; readonly passage: Passage }
  | { readonly kind: 'code'; readonly lines: number }
  | { readonly kind: 'crowd'; readonly calls: number; readonly seed: number };

/** How a document is drawn up. */
export interface Recipe {
  /** Longest note, in words. */
  readonly longestNote: number;
  /** Chance of a call after a passage, per cent. */
  readonly calls: number;
  readonly blocks: { readonly minLength: number; readonly maxLength: number };
  readonly languages: readonly string[];
}

function passage(recipe: Recipe): fc.Arbitrary<Passage> {
  return fc.record({
    length: fc.integer({ min: 1, max: 40 }),
    seed: fc.nat(1_000_000),
    call: fc.integer({ min: 1, max: 100 }).map((value) => value <= recipe.calls),
    noteLength: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 2, max: Math.min(40, recipe.longestNote) }) },
      { weight: 1, arbitrary: fc.integer({ min: 2, max: recipe.longestNote }) },
    ),
  });
}

function blocks(recipe: Recipe): fc.Arbitrary<readonly Block[]> {
  const one = passage(recipe);
  const some = fc.array(one, { minLength: 1, maxLength: 6 });
  const few = fc.array(one, { minLength: 1, maxLength: 2 });
  const block = fc.oneof(
    { weight: 10, arbitrary: fc.record({ kind: fc.constant('paragraph' as const), passages: some }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom('quote' as const, 'box' as const, 'item-box' as const),
        passages: some,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('list' as const, 'nested' as const, 'numbered' as const, 'rows' as const),
        items: fc.array(few, { minLength: 1, maxLength: 8 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('table' as const, 'headless' as const),
        caption: one,
        rows: fc.array(fc.tuple(one, one), { minLength: 1, maxLength: 14 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom('grid' as const, 'flex' as const, 'columns' as const),
        sides: fc.array(some, { minLength: 2, maxLength: 5 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('figure' as const),
        height: fc.integer({ min: 40, max: 520 }),
        caption: few,
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('heading' as const), passage: one }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('code' as const), lines: fc.integer({ min: 1, max: 30 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('crowd' as const),
        calls: fc.integer({ min: 2, max: 7 }),
        seed: fc.nat(1000),
      }),
    },
  );
  return fc.array(block, { ...recipe.blocks, size: 'max' });
}

/** Turns blocks into HTML and numbers their notes. */
class Writer {
  readonly notes: Record<number, string> = {};
  readonly #words: readonly string[];
  readonly #marked: boolean;
  #count = 0;

  constructor(lang: string, marked: boolean) {
    this.#words = vocabularies[lang] ?? [];
    this.#marked = marked;
  }

  words(length: number, seed: number): string {
    let state = seed + 1;
    const picked = Array.from({ length }, (_, index) => {
      state = (state * 48271) % 2147483647;
      const word = this.#words[state % this.#words.length] ?? '';
      return state % 17 === 0 && index > 0 ? `<em>${word}</em>` : word;
    });
    return picked.join(' ');
  }

  call(length: number, seed: number): string {
    this.#count += 1;
    const paragraphs = length > 120 ? [length - 60, 60] : [length];
    this.notes[this.#count] = paragraphs
      .map((part, index) => `<p>${this.words(part, seed + index)}.</p>`)
      .join('');
    return `[^${this.#count}]`;
  }

  passage({ length, seed, call, noteLength }: Passage): string {
    return `${this.words(length, seed)}.${call && this.#marked ? this.call(noteLength, seed) : ''} `;
  }

  passages(all: readonly Passage[]): string {
    return all.map((one) => this.passage(one)).join('');
  }

  block(block: Block): string {
    switch (block.kind) {
      case 'paragraph':
        return `<p>${this.passages(block.passages)}</p>`;
      case 'quote':
        return `<blockquote><p>${this.passages(block.passages)}</p></blockquote>`;
      case 'box':
        return `<div class="box"><p>${this.passages(block.passages)}</p><p>${this.words(12, 5)}</p></div>`;
      case 'item-box':
        return `<section><h3>${this.words(3, 9)}</h3><div class="box"><p>${this.passages(block.passages)}</p></div></section>`;
      case 'list':
        return `<ul>${block.items.map((item) => `<li>${this.passages(item)}</li>`).join('')}</ul>`;
      case 'numbered':
        return `<ol>${block.items.map((item) => `<li><p>${this.passages(item)}</p></li>`).join('')}</ol>`;
      case 'rows':
        return `<ol class="rows">${block.items.map((item, index) => `<li><span>${this.passages(item)}</span><span>${index}</span></li>`).join('')}</ol>`;
      case 'nested':
        return `<ul>${block.items.map((item) => `<li>${this.words(4, 3)}<ul><li>${this.passages(item)}</li></ul></li>`).join('')}</ul>`;
      case 'table':
      case 'headless':
        return this.table(block.kind === 'table', block.caption, block.rows);
      case 'grid':
      case 'flex':
      case 'columns':
        return `<div class="${block.kind}">${block.sides.map((side) => `<section><p>${this.passages(side)}</p></section>`).join('')}</div>`;
      case 'figure':
        return `<figure><img src="p.svg" alt="" style-free width="300" height="${block.height}"><figcaption>${this.passages(block.caption)}</figcaption></figure>`.replace(
          ' style-free',
          '',
        );
      case 'heading':
        return `<h2>${this.words(Math.min(block.passage.length, 12), block.passage.seed)}</h2>`;
      case 'code':
        return `<pre><code>${Array.from({ length: block.lines }, (_, index) => `line ${index} of code`).join('\n')}</code></pre>`;
      case 'crowd':
        return `<p>${this.words(4, block.seed)}${this.#marked ? Array.from({ length: block.calls }, (_, index) => this.call(6 + index * 3, index)).join('') : ''} ${this.words(30, block.seed)}</p>`;
    }
  }

  table(head: boolean, caption: Passage, rows: readonly (readonly [Passage, Passage])[]): string {
    const body = rows.map(
      ([a, b]) =>
        `<tr><th scope="row">${this.words(2, a.seed)}</th><td>${this.passage(a)}</td><td>${this.passage(b)}</td></tr>`,
    );
    const thead = head
      ? '<thead><tr><th scope="col">One</th><th scope="col">Two</th><th scope="col">Three</th></tr></thead>'
      : '';
    return `<div><table><caption>${this.passage({ ...caption, length: Math.min(caption.length, 8) })}</caption>${thead}<tbody>${body.join('')}</tbody></table></div>`;
  }
}

/** Documents after a recipe. */
export function documents(recipe: Recipe): fc.Arbitrary<PrintFixture> {
  return fc
    .record({
      lang: fc.constantFrom(...recipe.languages),
      blocks: blocks(recipe),
      kind: fc.constantFrom('standard' as const, 'clear' as const, 'large' as const),
      paper: fc.constantFrom('a4' as const, 'letter' as const),
    })
    .map(({ lang, blocks: drawn, kind, paper }) => {
      const writer = new Writer(lang, recipe.calls > 0);
      const body = drawn.map((block) => writer.block(block)).join('\n');
      return { body, notes: writer.notes, lang, options: { kind, paper } };
    });
}
