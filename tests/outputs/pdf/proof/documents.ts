/**
 * Documents for the proof of PDFs: all that the content model can bring to paper, notes in every place that may call one, in sizes from one
 * page to eighty, drawn by a seed.
 */

import fc from 'fast-check';
import type { PrintFixture } from '../../print/print-fixture.js';

const scripts: Readonly<Record<string, readonly string[]>> = {
  en: [
    'office',
    'flow',
    'minister',
    '13,000',
    '“quote”',
    'naïve',
    'the',
    'of',
    'council',
    'river',
    'fifth',
    'co-op',
  ],
  ru: ['министр', 'сказал', 'город', '2022', 'в', 'и', 'правительство', '«так»', 'число'],
  ar: ['النهر', 'الجدار', 'في', 'من', 'المجلس', '2022', 'تقدير', 'BBC', 'ليلة'],
  fa: ['رودخانه', 'دیوار', 'شب', 'از', 'برآورد', 'شورا', '(۱۳۹۹)'],
};
const foreign: readonly (readonly [string, string])[] = [
  ['kk', 'әкімдік'],
  ['ar', 'مرحبا بالعالم'],
  ['he', 'שלום עולם'],
  ['zh', '漢字'],
];

/** Draws words, calls and blocks; everything follows from the seed. */
class Author {
  readonly notes: string[] = [];
  readonly #words: readonly string[];
  readonly #longest: number;
  #state: number;
  #hasHeading = false;
  /** The note that may be called again, and how often it was called. */
  readonly #calls: number[] = [];

  constructor(lang: string, seed: number, longest: number) {
    this.#words = scripts[lang] ?? [];
    this.#state = (seed % 2147483646) + 1;
    this.#longest = longest;
  }

  below(limit: number): number {
    this.#state = (this.#state * 48271) % 2147483647;
    return this.#state % limit;
  }

  words(count: number): string {
    return Array.from({ length: count }, () => {
      const word = this.#words[this.below(this.#words.length)] ?? '';
      const kind = this.below(60);
      if (kind === 0) return `<em>${word}</em>`;
      if (kind === 1) return `<a href="https://example.com/?q=${this.below(9)}">${word} ${word}</a>`;
      if (kind === 2) {
        const [lang, text] = foreign[this.below(foreign.length)] ?? ['kk', ''];
        const dir = lang === 'ar' || lang === 'he' ? ' dir="rtl"' : '';
        return `<span lang="${lang}"${dir}>${text}</span>`;
      }
      return kind === 3 ? `<strong>${word}</strong>` : word;
    }).join(' ');
  }

  /** A call of a new note, or now and then of an earlier one. */
  call(): string {
    if (this.notes.length > 0 && this.below(8) === 0) {
      const number = this.below(this.notes.length);
      this.#calls[number] = (this.#calls[number] ?? 1) + 1;
      return `[^${number + 1}/${this.#calls[number]}]`;
    }
    const length = this.below(9) === 0 ? 2 + this.below(this.#longest) : 2 + this.below(18);
    const paragraphs = length > 60 ? 1 + this.below(3) : 1;
    const each = Math.ceil(length / paragraphs);
    this.notes.push(Array.from({ length: paragraphs }, () => `<p>${this.words(each)}.</p>`).join(''));
    this.#calls.push(1);
    return `[^${this.notes.length}]`;
  }

  sentence(chance = 4): string {
    return `${this.words(4 + this.below(22))}.${this.below(chance) === 0 ? this.call() : ''} `;
  }

  paragraph(): string {
    return `<p>${Array.from({ length: 1 + this.below(5) }, () => this.sentence()).join('')}</p>`;
  }

  list(depth = 0): string {
    const tag = this.below(2) === 0 ? 'ul' : 'ol';
    const items = Array.from({ length: 1 + this.below(6) }, () => {
      const inner = depth < 2 && this.below(4) === 0 ? this.list(depth + 1) : '';
      return this.below(3) === 0
        ? `<li><p>${this.sentence(3)}</p><p>${this.sentence()}</p>${inner}</li>`
        : `<li>${this.sentence(3)}${inner}</li>`;
    });
    return `<${tag}>${items.join('')}</${tag}>`;
  }

  /** Calls one after another: as many as a page of the largest print has room for the begins of their notes. */
  crowd(most: number): string {
    return Array.from({ length: 2 + this.below(most) }, () => this.call()).join('');
  }

  /** Cells that span rows and columns, but never out of the table. */
  table(rows: number): string {
    const caption = `<caption>${this.words(4)}${this.below(3) === 0 ? this.call() : ''}</caption>`;
    const head =
      '<thead><tr><td></td><th scope="col">A</th><th scope="col">B</th><th scope="col">C</th></tr></thead>';
    const body: string[] = [];
    for (let row = 0; row < rows; row += 1) {
      const th = `<th scope="row">r${row}</th>`;
      const kind = this.below(10);
      if (kind === 0) body.push(`<tr>${th}<td colspan="2">${this.sentence()}</td><td>${row}</td></tr>`);
      else if (kind === 1 && row + 1 < rows) {
        body.push(
          `<tr>${th}<td rowspan="2">${this.words(3)}</td><td>${this.sentence()}</td><td>${row}</td></tr>`,
        );
        row += 1;
        body.push(`<tr><th scope="row">r${row}</th><td>${this.words(2)}</td><td>${row}</td></tr>`);
      } else body.push(`<tr>${th}<td>${this.words(3)}</td><td>${this.sentence(5)}</td><td>${row}</td></tr>`);
    }
    return `<div class="table-frame"><table>${caption}${head}<tbody>${body.join('')}</tbody></table></div>`;
  }

  figure(): string {
    const width = 80 + this.below(400);
    return `<figure><svg viewBox="0 0 100 60" width="${width}" role="img" aria-label="${this.below(2) === 0 ? 'A drawing' : 'A map of the river'}"><rect width="60" height="30" fill="#08f"/><text x="3" y="20">Label</text></svg><figcaption><p>${this.sentence(2)}</p></figcaption></figure>`;
  }

  block(long: boolean, most: number): string {
    switch (this.below(14)) {
      case 0:
        return this.list();
      case 1:
        return this.table(long && this.below(3) === 0 ? 60 + this.below(60) : 2 + this.below(8));
      case 2:
        return this.figure();
      case 3:
        return `<blockquote>${this.paragraph()}</blockquote>`;
      case 4:
        return `<div class="box block-key-points"><p><strong>${this.words(2)}</strong></p><ul><li>${this.sentence(1)}</li><li>${this.sentence(2)}</li></ul></div>`;
      case 5:
        this.#hasHeading = true;
        return `<h2>${this.words(3)}</h2><p>${this.words(6)}${this.call()} ${this.sentence()}</p>`;
      case 6:
        return this.#hasHeading ? `<h3>${this.words(2)}</h3>${this.list()}` : this.list();
      case 7:
        return `<p>${this.words(3)}${this.crowd(long ? most : 6)} ${this.words(8)}.</p>`;
      case 8:
        return `<dl><dt>${this.words(2)}</dt><dd>${this.sentence(2)}</dd></dl>`;
      default:
        return this.paragraph();
    }
  }
}

/** Calls in a row, at most: each note has to begin on the page of its call, with its first two lines. */
const crowds = { standard: 24, clear: 10, large: 6 } as const;

/** How large the documents are. */
export interface Sizes {
  /** Blocks of a document, at least and at most; about six make a page. */
  readonly blocks: readonly [number, number];
  /** Words of the longest notes; 700 are more than a page. */
  readonly longestNote: number;
}

/** Documents of some sizes, in all print settings and on both papers. */
export function proofDocuments({ blocks, longestNote }: Sizes): fc.Arbitrary<PrintFixture> {
  return fc
    .record({
      lang: fc.constantFrom('en', 'en', 'ru', 'ar', 'fa'),
      seed: fc.nat(2_000_000_000),
      count: fc.integer({ min: blocks[0], max: blocks[1] }),
      kind: fc.constantFrom('standard' as const, 'clear' as const, 'large' as const),
      paper: fc.constantFrom('a4' as const, 'letter' as const),
    })
    .map(({ lang, seed, count, kind, paper }) => {
      const author = new Author(lang, seed, longestNote);
      const body = Array.from({ length: count }, () => author.block(blocks[1] > 40, crowds[kind]));
      const notes = Object.fromEntries(author.notes.map((text, index) => [index + 1, text]));
      return { lang, body: `<h1>${author.words(3)}</h1>${body.join('\n')}`, notes, options: { kind, paper } };
    });
}
