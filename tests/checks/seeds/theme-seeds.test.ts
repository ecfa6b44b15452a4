/** Faults planted in a theme are found, in the file and at the line where they stand. */

import { expect, it } from 'vitest';
import { sourceOf } from '../../../src/diagnostics/place.js';
import { findingsOf, houseTheme } from '../../theme/a-theme.js';
import { themeSeeds } from './theme-seeds.js';

it.each(themeSeeds.map((seed) => [seed.name, seed] as const))('%s', async (_, { file, text, code, line }) => {
  const found = await findingsOf(
    houseTheme(file === 'theme.yaml' ? { [file]: text } : { 'theme.yaml': '', [file]: text }),
  );
  const mine = found.filter((one) => one.code === code);
  expect(found.map((one) => one.code)).toContain(code);
  const places = mine.map(({ place }) => [sourceOf(place)?.file, sourceOf(place)?.position?.start.line]);
  const wanted = [`templates/house/${file}`, line ?? expect.anything()];
  expect(places).toContainEqual(wanted);
});
