/** Day and month stay on one line, in each language’s own order; years, numbers and times beside them do not. */

import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/language/language-of.js';

const shown = (tag: string, text: string): string =>
  languageOf(tag).keepDates(text).replaceAll('\u00a0', '_');

describe('keepDates', () => {
  it.each([
    ['en', 'On 5 January 2022 and 6 Jan, at 16:30.', 'On 5_January 2022 and 6_Jan, at 16:30.'],
    ['en', 'From 2 to 5 January; 5–9 January; the 5th May', 'From 2 to 5_January; 5–9_January; the 5th_May'],
    ['en', 'January 5, 2022. In January 2022 he may 5', 'January_5, 2022. In January 2022 he may 5'],
    ['en', 'A line ends behind 5\nJanuary.', 'A line ends behind 5_January.'],
    ['en', '2022 January and 10:30 May and 3.5 May', '2022 January and 10:30 May and 3.5 May'],
    ['de', 'Am 5. Januar 2022', 'Am 5._Januar 2022'],
    ['fr', 'Le 1er février, le 2 août', 'Le 1er_février, le 2_août'],
    ['es', 'El 5 de enero de 2022', 'El 5_de_enero de 2022'],
    ['ru', '5 января 2022 г. и 5 января 2022 года', '5_января 2022_г. и 5_января 2022 года'],
    ['kk', '2022 жылғы 5 қаңтарда, 2022 ж. 6 қаңтар', '2022 жылғы 5_қаңтарда, 2022_ж. 6_қаңтар'],
    ['tr', '5 Ocak’ta', '5_Ocak’ta'],
    ['ar', 'في ٥ يناير ٢٠٢٢ و 5 يناير', 'في ٥_يناير ٢٠٢٢ و 5_يناير'],
    ['fi', '5. tammikuuta 2022', '5._tammikuuta 2022'],
    ['zh-Hans', '2022年1月5日', '2022年1月5日'],
  ])('%s: %s', (tag, text, wanted) => {
    expect(shown(tag, text)).toBe(wanted);
  });

  it('keeps what each language itself writes', () => {
    for (const tag of ['ar', 'de', 'en', 'en-US', 'es', 'fr', 'kk', 'pt', 'ru', 'tr', 'uk', 'pl', 'he']) {
      for (let month = 1; month <= 12; month += 1) {
        const language = languageOf(tag);
        const date = language.formatDate({ year: 2022, month, day: 1 });
        expect(language.keepDates(date), `${tag} ${date}`).toContain('\u00a0');
        expect(language.keepDates(date).replaceAll('\u00a0', ' ')).toBe(date);
      }
    }
  });
});
