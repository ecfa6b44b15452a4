/** The examples of checks of text, and what needs more than one text to be seen. */

import { describe, expect, it } from 'vitest';
import { blocksByName } from '../../src/blocks/registry.js';
import type { Check, Outcome } from '../../src/checks/check.js';
import type { DocumentToCheck, PublishedWords } from '../../src/checks/document/document-to-check.js';
import { documentChecks } from '../../src/checks/registry.js';
import type { SourceRecord } from '../../src/source/source-record.js';
import { parseFile, sourceRecord } from '../document/support.js';

const sources = new Map<string, SourceRecord>([
  ['county', sourceRecord('county')],
  ['board', sourceRecord('board')],
  ['insider', { ...sourceRecord('insider'), tier: 'anonymous', kind: undefined }],
]);

/** Front matter that every document needs, with what the example adds. */
function whole(text: string): string {
  const [, own = '', body = text] = /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(text) ?? [];
  return `---\nheadline: H\nstandfirst: S\nbyline: [Ada Prowse]\npublished: 2026-03-01\n${own}---\n${body}\n`;
}

function subject(text: string, published?: PublishedWords): DocumentToCheck {
  const { explainer } = parseFile(whole(text), { source: { sources }, blocks: blocksByName });
  return { explainer, today: '2026-06-01', published };
}

async function judge(check: Check<DocumentToCheck>, text: string): Promise<Outcome> {
  // The example about silent changes is told against this page.
  const published =
    check.id === 'change-is-declared' ? { text: 'The wall broke at 2 places. H S', history: '' } : undefined;
  return (await check.evaluate(subject(text, published))).outcome;
}

describe.each(documentChecks.map((check) => [check.id, check] as const))('%s', (_, check) => {
  it.each(check.examples.passes.map((one) => [one.title, one.text] as const))(
    'passes: %s',
    async (_, text) => {
      expect(await judge(check, text)).toBe('passed');
    },
  );
  it.each(check.examples.fails.map((one) => [one.title, one.text] as const))('fails: %s', async (_, text) => {
    expect(await judge(check, text)).toBe('failed');
  });
});

describe('findings', () => {
  const check = (id: string): Check<DocumentToCheck> => {
    const found = documentChecks.find((one) => one.id === id);
    if (found === undefined) throw new Error(id);
    return found;
  };

  it('stand at the author’s line', async () => {
    const { diagnostics } = await check('heading-is-not-imitated').evaluate(
      subject('Text.\n\n**What broke**\n\nThe wall.'),
    );
    const [place] = diagnostics.map((one) => one.place);
    expect(place?.kind === 'source' && place.position?.start.line).toBe(9);
  });

  it('tell a repeated credit or headline from words of their own', async () => {
    const figure = (alt: string, caption: string): string =>
      `:::figure{credit="Ada Prowse, Agency"}\n![${alt}](wall.svg)\n\n${caption}\n:::`;
    const words = async (alt: string, caption = 'In May.'): Promise<readonly string[]> =>
      (await check('alt-is-not-caption').evaluate(subject(figure(alt, caption)))).diagnostics.map(
        ({ what }) => what,
      );
    expect(await words('Ada Prowse / Agency')).toEqual([
      'The alternative text repeats the credit: “Ada Prowse / Agency”',
    ]);
    expect(await words('H')).toEqual(['The alternative text repeats the headline: “H”']);
    expect(await words('The wall, and a boat in May', 'The wall in May')).toEqual([]);
  });

  it('take a picture’s own subject for no file name', async () => {
    const outcome = async (text: string): Promise<Outcome> =>
      (await check('alt-is-not-a-file-name').evaluate(subject(text))).outcome;
    expect(await outcome('![Wall](wall.svg)')).toBe('passed');
    expect(await outcome('![sea-wall](sea-wall.svg)')).toBe('failed');
    expect(await outcome('![A page named order.pdf, signed in 2024](order.svg)')).toBe('passed');
    expect(await outcome('![Фото.](wall.svg)')).toBe('failed');
  });

  it('about unnamed sources quote nothing', async () => {
    const { diagnostics } = await check('anonymous-source-is-not-alone').evaluate(
      subject('The gate was open [@insider].'),
    );
    expect(diagnostics.map(({ confidential, what }) => [confidential, what.includes('insider')])).toEqual([
      [true, false],
    ]);
  });

  it('name no change that an update declares', async () => {
    const published = { text: 'The wall broke at 2 places.', history: 'Older update' };
    const text =
      '---\nupdates:\n  - { at: 2026-03-02, text: "Brought the number of places up to date." }\n---\nThe wall broke at 31 places.';
    expect((await check('change-is-declared').evaluate(subject(text, published))).outcome).toBe('passed');
  });

  it('say nothing of attribution in a language without lists', async () => {
    const text = '---\nlang: kk\n---\nСу тасқынында 12 адам қайтыс болды.';
    expect((await check('claim-is-attributed').evaluate(subject(text))).outcome).toBe('inapplicable');
  });
});
