import { describe, expect, it } from 'vitest';
import { checkPdf } from '../../../src/checks/pdf/check-pdf.js';
import type { PdfProfile } from '../../../src/checks/pdf/context.js';
import { readPdf } from '../../../src/outputs/pdf/read.js';
import { contentMutants } from './mutants/content.js';
import { fileMutants } from './mutants/files.js';
import { fontMutants } from './mutants/fonts.js';
import { describeMutant, type Mutant } from './mutants/seeds.js';
import { tableMutants } from './mutants/tables.js';
import { ua2Mutants } from './mutants/ua2.js';
import { taggedPdf } from './tagged-pdf.js';

const GROUPS: Readonly<Record<string, readonly Mutant[]>> = {
  'tables, lists, headings': tableMutants,
  'content and language': contentMutants,
  'annotations, metadata, roles': fileMutants,
  'PDF/UA-2': ua2Mutants,
  fonts: fontMutants,
};

interface Case {
  readonly title: string;
  readonly profile: PdfProfile;
  readonly expected: string;
  readonly mutant: Mutant;
}

function cases(mutants: readonly Mutant[]): Case[] {
  return mutants.flatMap((mutant) =>
    (['ua1', 'ua2'] as const).flatMap((profile) => {
      const expected = mutant[profile];
      return expected === undefined ? [] : [{ title: describeMutant(mutant), profile, expected, mutant }];
    }),
  );
}

function failedRules(bytes: Uint8Array, profile: PdfProfile): string {
  const { rules } = checkPdf(readPdf(bytes), { profile });
  const failed = rules.filter(({ outcome }) => outcome === 'failed');
  return failed
    .flatMap(({ id, places }) =>
      id === '32005-5' ? [...new Set(places.map(({ found }) => `32005:${found}`))] : [id],
    )
    .sort()
    .join(' ');
}

describe.each(Object.entries(GROUPS))('seeded faults in %s', (_, mutants) => {
  it.each(cases(mutants))('$profile: $title → $expected', ({ profile, expected, mutant }) => {
    expect(failedRules(taggedPdf({ profile, ...mutant.options }), profile)).toBe(expected);
  });
});

it('seeds more than two hundred faults', () => {
  const faults = Object.values(GROUPS)
    .flatMap(cases)
    .filter(({ expected }) => expected !== '');
  expect(faults.length).toBeGreaterThan(200);
});
