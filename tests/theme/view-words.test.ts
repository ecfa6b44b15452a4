import { expect, it } from 'vitest';
import { templateViewShape } from '../../src/theme/view-shape.js';
import { pathsOf, viewWords } from '../../src/theme/view-words.js';

it('every name of the view is explained, and no other', () => {
  expect(Object.keys(viewWords).sort()).toEqual([...pathsOf(templateViewShape)].sort());
});
