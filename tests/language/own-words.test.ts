/** A theme's words stand in place of Galley's wherever Galley would write its own. */

import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/language/language-of.js';
import { isPhrase, withWords } from '../../src/language/own-words.js';
import { brief, findingsOf, houseTheme } from '../theme/a-theme.js';

describe('words of a publisher', () => {
  const german = languageOf('de');

  it('replace Galley’s, and leave all others', () => {
    const own = withWords(german, { 'key-points': 'In aller Kürze', since: 'Seit 1871' });
    expect(own.label('key-points')).toBe('In aller Kürze');
    expect(own.labelParts('key-points')).toEqual([{ text: 'In aller Kürze' }]);
    expect(own.label('sources')).toBe(german.label('sources'));
    expect(own.formatNumber(1234.5)).toBe('1.234,5');
  });

  it('are words of the page’s language, also where Galley has none of it', () => {
    const welsh = withWords(languageOf('cy'), { sources: 'Ffynonellau' });
    expect([welsh.hasLabel('sources'), welsh.hasLabel('notes')]).toEqual([true, false]);
  });

  it('never replace a phrase that holds a value', () => {
    expect(isPhrase('page-of')).toBe(true);
    expect(withWords(german, { 'page-of': 'Blatt' }).label('page-of', { page: '1', pages: '2' })).toBe(
      german.label('page-of', { page: '1', pages: '2' }),
    );
  });

  it('come from the theme for exactly that language, and a phrase there is told at its line', async () => {
    const labels = 'labels:\n  en:\n    key-points: In brief\n    page-of: Sheet\n';
    const { value } = await houseTheme({ 'theme.yaml': labels });
    expect(value.words('en-GB')['key-points']).toBe('In brief');
    expect(value.words('ru')).toEqual({});
    expect(brief(await findingsOf(houseTheme({ 'theme.yaml': labels })))).toEqual([
      'theme-is-complete templates/house/theme.yaml:4:14',
    ]);
  });
});
