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
});
