/** What a document cites: each source in the words that readers get, with the places that cite it. */

import type { Element } from 'hast';
import { h } from 'hastscript';
import type { CitedPlace } from '../html/cited-sources.js';
import type { ExplainerReport } from './report.js';

function placeItem(path: string, lang: string, { note, text, line, column }: CitedPlace): Element {
  const where = line === null ? path : `${path}:${line}:${column ?? 1}`;
  return h('li', [
    note === null ? 'In the text: ' : `Note ${note}: `,
    h('q', { lang, dir: 'auto' }, text),
    ' ',
    h('code', where),
  ]);
}

/** A list of the sources, each with a list of the places that cite it. */
export function citedList({ path, sources }: Pick<ExplainerReport, 'path' | 'sources'>): Element {
  return h(
    'ul',
    sources.map(({ id, lang, text, places }) =>
      h('li', [
        h('code', id),
        ' ',
        h('span', { lang, dir: 'auto' }, text),
        ...(places.length === 0
          ? []
          : [
              h(
                'ul',
                places.map((place) => placeItem(path, lang, place)),
              ),
            ]),
      ]),
    ),
  );
}
