/** The text of a citation is the same on the page, on paper and in the report, for every kind of source, in each family of styles. */

import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/html/elements.js';
import { citedList } from '../../src/report/cited.js';
import { asDocument } from './case.js';
import { type Page, publish } from './publish.js';

const kinds = [
  ...[
    'interview',
    'own-reporting',
    'official-statement',
    'document',
    'law',
    'court',
    'dataset',
    'paper',
    'book',
  ],
  ...[
    'report',
    'wire',
    'article',
    'broadcast',
    'social-post',
    'photo',
    'video',
    'press-conference',
    'briefing',
  ],
  'webpage',
];

const sources = `${kinds
  .map(
    (kind, index) => `${kind}:
  kind: ${kind}
  author: [Doe${index}, Jane]
  title: 'Title of the ${kind}: a "long" one'
  publisher: House ${index}
  published: 2022-01-${String(index + 6).padStart(2, '0')}
  url: https://example.org/${kind}
  accessed: 2022-03-01
  interest: party ${index}
`,
  )
  .join('')}insider:
  tier: anonymous
  description: an official briefed on the matter
  reason: not authorised to speak
`;

const body = `${kinds.map((kind) => `It says so on 5 May 2021 [@${kind}, p. 3].`).join('\n\n')}

- Again [@law; @insider; -@book], and @court [p. 4] too.[^own]

:::table{title="Lines" source="report, p. 7"}
| A |
|---|
| 1 [@paper] |
:::

[^own]: A remark [@photo].
`;

const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/&#x26;|&amp;/g, '&')
    .replace(/&#x3C;|&lt;/g, '<')
    .replace(/&#x22;|&quot;/g, '"');

function placesOf({ cited }: Page, id: string): string[] {
  return (cited.find((one) => one.id === id)?.places ?? []).map(
    ({ note, line, column }) => `${note ?? 'text'} ${line}:${column}`,
  );
}

describe.each(['chicago-notes', 'chicago-author-date', 'apa', 'ieee'])('%s', (style) => {
  it('says the same everywhere, and where', async () => {
    const head = `citation-style: ${style}\n`;
    const made = await publish({ 'explainer.md': asDocument(body, head), 'sources.yaml': sources });
    expect(made.findings).toEqual([]);
    const page = made.pages[0];
    if (page === undefined) throw new Error('no page');
    const { cited } = page;
    expect(cited.map(({ id }) => id).sort()).toEqual([...kinds, 'insider'].sort());
    const [screen, paper] = [plain(page.html), plain(page.paperHtml)];
    const report = textOf(citedList({ path: 'x.md', sources: cited }));
    for (const { text, places } of cited) {
      expect(text.length).toBeGreaterThan(12);
      expect(places.length).toBeGreaterThan(0);
      for (const words of [text, ...places.map((place) => place.text)]) {
        expect(screen).toContain(words);
        expect(paper).toContain(words);
        expect(report).toContain(words);
      }
    }
    const [note, again, own] = style === 'chicago-notes' ? [1, 20, 22] : ['text', 'text', 1];
    expect(placesOf(page, 'interview')).toEqual([`${note} 7:26`]);
    expect(placesOf(page, 'insider')).toEqual([`${again} 45:9`]);
    expect(placesOf(page, 'photo').at(-1)).toBe(`${own} 45:57`);
    expect(placesOf(page, 'report')).toContain('text 47:1');
  });
});
