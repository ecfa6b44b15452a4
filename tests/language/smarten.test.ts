/** Typographic punctuation by language. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/language/language-of.js';
import { smarten, smartenRuns } from '../../src/language/smarten.js';

const cases: readonly (readonly [string, string, string])[] = [
  ['en', '"It\'s over," he said.', '“It’s over,” he said.'],
  ['en', 'She said "he told me \'no\' twice".', 'She said “he told me ‘no’ twice”.'],
  ['en', "the '90s and the dogs' bowls", 'the ’90s and the dogs’ bowls'],
  ['en', "rock 'n' roll", 'rock ’n’ roll'],
  ['en', 'a 5" screen', 'a 5" screen'],
  ['en', '("Quoted") and "again"', '(“Quoted”) and “again”'],
  ['en', 'pages 3--5 --- or so', 'pages 3–5 — or so'],
  ['en', '“typed” stays, ‘so’ too', '“typed” stays, ‘so’ too'],
  ['en', 'see https://a.org/it\'s--so and www.b.org/"x"', 'see https://a.org/it\'s--so and www.b.org/"x"'],
  ['de', '"Sie\'s", sagte er: "Das ist \'gut\'."', '„Sie’s“, sagte er: „Das ist ‚gut‘.“'],
  ['fr', 'Il dit: "Oui!" et l\'on part.', 'Il dit\u00a0: «\u202fOui\u202f!\u202f» et l’on part.'],
  ['fr', 'À 10:30, vraiment ?! « Oui »', 'À 10:30, vraiment\u202f?! «\u202fOui\u202f»'],
  ['fr', 'Il dit ; « Oui » à 45 % !', 'Il dit\u202f; «\u202fOui\u202f» à 45\u00a0%\u202f!'],
  ['de', 'Von 45 % auf 2 ‰ und 3%', 'Von 45\u00a0% auf 2\u00a0‰ und 3%'],
  ['en', '45 % here, and 45% there; a % of it', '45\u00a0% here, and 45% there; a % of it'],
  ['ru', '"Он сказал "да" и ушёл"', '«Он сказал „да“ и ушёл»'],
  ['uk', 'здоров\'я "добре"', 'здоров’я «добре»'],
  ['kk', '"Жаңа Қазақстан" газеті', '«Жаңа Қазақстан» газеті'],
  ['ar', 'قال "نعم" ومضى', 'قال «نعم» ومضى'],
  ['es', '"Dijo "sí" y se fue"', '«Dijo “sí” y se fue»'],
  ['tr', '"Evet" dedi, Almatı\'da', '“Evet” dedi, Almatı’da'],
  ['zh-Hans', '他说"好"。', '他说“好”。'],
];

describe('smarten', () => {
  it.each(cases)('%s: %s', (tag, typed, set) => {
    expect(smarten(typed, languageOf(tag))).toBe(set);
  });

  it('sees a paragraph as one text, whatever stands between its runs', () => {
    const runs = ['He said "', 'never', '" and ', null, '"s sister"'];
    expect(smartenRuns(runs, languageOf('en'))).toEqual(['He said “', 'never', '” and ', null, '"s sister"']);
  });

  it('keeps a percent sign with a number of another run', () => {
    expect(smartenRuns(['So ', '45', ' % of it'], languageOf('es'))).toEqual(['So ', '45', '\u00a0% of it']);
  });

  it('keeps every letter and the number of runs', () => {
    const run = fc.oneof(fc.constant(null), fc.string({ unit: fc.constantFrom(...'ab "\'-:;!? «».,1') }));
    const language = fc.constantFrom('en', 'fr', 'de', 'ru').map((tag) => languageOf(tag));
    const bare = (text: string): string => text.replace(/["'’‘“”„‚«»–—\s\u00a0\u202f-]/gu, '');
    fc.assert(
      fc.property(fc.array(run), language, (runs, of) => {
        const made = smartenRuns(runs, of);
        expect(made.map((text) => text && bare(text))).toEqual(runs.map((text) => text && bare(text)));
      }),
    );
  });
});
