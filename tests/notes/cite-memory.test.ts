/** What stays set while other sources are edited is what a new engine would set. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/language/language-of.js';
import type { CiteEngine, CiteSession } from '../../src/notes/cite-engine.js';
import { createCiteEngines } from '../../src/notes/cite-engines.js';
import type { CslItem } from '../../src/source/source-record.js';
import { readOwn } from './real-chain.js';

const language = languageOf('en');

async function newEngine(style: string): Promise<CiteEngine> {
  const { value } = await createCiteEngines(readOwn).engineFor({
    ...{ style, language, place: { kind: 'source', file: 'galley.config.yaml' } },
  });
  return value;
}

const jane = { author: [{ family: 'Doe', given: 'Jane' }], issued: { 'date-parts': [[2020]] } };
const john = { author: [{ family: 'Doe', given: 'John' }], issued: { 'date-parts': [[2020, 5]] } };
const online = { URL: 'https://example.org/a', accessed: { 'date-parts': [[2022, 1, 9]] } };
/** Two states of each source: which company it is in decides how it is told from the others. */
const states: Readonly<Record<string, readonly [CslItem, CslItem]>> = {
  a: [
    { id: 'a', type: 'report', title: 'One', ...jane, ...online },
    { id: 'a', type: 'report', title: 'One more', ...jane },
  ],
  b: [
    { id: 'b', type: 'book', title: 'Two', ...jane },
    { id: 'b', type: 'book', title: 'Two', ...john },
  ],
  c: [
    { id: 'c', type: 'webpage', title: 'Three', ...online },
    { id: 'c', type: 'webpage', title: 'Three', ...jane, ...online },
  ],
};
const items = fc
  .subarray(Object.values(states), { minLength: 1 })
  .chain((chosen) => fc.tuple(...chosen.map(([one, other]) => fc.constantFrom(one, other))));

function all(session: CiteSession, ids: readonly string[]): unknown {
  const cites = ids.flatMap((id) => [
    session.cite([{ id }]),
    session.cite([{ id, locator: '3', label: 'page', suffix: 'end' }]),
    session.cite([{ id, repeated: true }]),
    session.cite([{ id, suppressAuthor: true }]),
  ]);
  const list = (): unknown => ids.map((id) => [id, session.entries().get(id)]);
  const together = session.cite(ids.map((id) => ({ id })));
  return [cites, together, list(), session.withoutAccess(ids, list)];
}

describe.each([
  ['chicago-notes', 8],
  ['apa', 4],
  ['vancouver', 10],
  ['mla', 10],
])('the style %s', (style, numRuns) => {
  it('sets the same after edits of sources as from the beginning', async () => {
    const kept = await newEngine(style);
    await fc.assert(
      fc.asyncProperty(items, async (sources) => {
        const ids = sources.map(({ id }) => id);
        const fresh = await newEngine(style);
        expect(all(kept.start(sources), ids)).toEqual(all(fresh.start(sources), ids));
      }),
      { numRuns },
    );
  });
});
