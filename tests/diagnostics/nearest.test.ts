import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from '../../src/diagnostics/nearest.js';

describe('nearest', () => {
  it('finds slips, swaps and case', () => {
    expect(nearest('timelin', ['timeline', 'table'])).toBe('timeline');
    expect(nearest('tiemline', ['timeline', 'table'])).toBe('timeline');
    expect(nearest('HEADLINE', ['headline'])).toBe('headline');
  });

  it('offers nothing when nothing is near', () => {
    expect(nearest('zebra', ['timeline', 'table'])).toBeUndefined();
    expect(didYouMean('zebra', ['timeline', 'table'])).toBe('Known here: timeline, table.');
  });

  it('finds what begins alike, in either direction', () => {
    expect(nearest('data', ['interview', 'dataset'])).toBe('dataset');
    expect(nearest('articles-online', ['article', 'law'])).toBe('article');
    expect(nearest('a', ['article', 'law'])).toBeUndefined();
  });

  it('names some of many', () => {
    const known = Array.from({ length: 90 }, (_, index) => `name${index}`);
    expect(didYouMean('zebra', known)).toMatch(/^Known here: name0, .*name23 and 66 more\.$/);
  });
});
