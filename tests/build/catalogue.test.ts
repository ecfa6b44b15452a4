/** The catalogue holds every code that the program can give, each once, and names criteria that exist. */

import { expect, it } from 'vitest';
import { cataloguedCodes, criteriaOf } from '../../src/build/catalogue.js';
import { criterionName } from '../../src/report/criteria.js';
import { codesInSource } from '../docs/codes-in-src.js';

it('has every code that stands in src, and no other', async () => {
  const codes = [...(await codesInSource()).keys()];
  expect(codes.length).toBeGreaterThan(120);
  expect([...new Set(cataloguedCodes())]).toEqual(codes.sort());
});

it('has each code once', () => {
  const codes = cataloguedCodes();
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

it('names criteria that reports know by name', () => {
  const unknown = cataloguedCodes().flatMap((code) =>
    criteriaOf(code).filter((criterion) => {
      if (criterion === 'HR') return false;
      const name = criterionName(criterion);
      return /^\d/.test(criterion) ? !/^\d+\.\d+\.\d+ \D.* \(A{1,3}\)$/.test(name ?? '') : name === undefined;
    }),
  );
  expect(unknown).toEqual([]);
});
