/** Translations that have parted from their originals, each seeded fault found at its line; the samples are in step. */

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { blocksByName } from '../../src/blocks/registry.js';
import { loadConfig } from '../../src/config/load-config.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Explainer } from '../../src/document/explainer.js';
import { parseDocument } from '../../src/document/parse-document.js';
import { languageOf } from '../../src/language/language-of.js';
import { findExplainers } from '../../src/source/find-explainers.js';
import { readSource } from '../../src/source/read-source.js';
import { memorySystem } from '../../src/system/memory-system.js';

const folder = 'content/kazakhstan-unrest-2022';
const names = [
  ...['explainer.md', 'explainer.ru.md', 'sources.yaml', 'figures.yaml'],
  ...['almaty-streets.svg', 'almaty-streets-ru.svg', 'kazakhstan-map.svg', 'kazakhstan-map-ru.svg'],
];
const sample: Record<string, string> = {};
for (const name of names) {
  sample[`${folder}/${name}`] = await readFile(new URL(`../../${folder}/${name}`, import.meta.url), 'utf8');
}

/** Findings of the translation about its original. */
async function drift(files: Readonly<Record<string, string>>): Promise<readonly Diagnostic[]> {
  const system = memorySystem({ ...files, 'galley.config.yaml': '' });
  const { value: config } = await loadConfig(system, {});
  const { value: entries } = await findExplainers(system);
  const read = async (isTranslation: boolean, original?: Explainer) => {
    const entry = entries.find(({ translates }) => (translates !== undefined) === isTranslation);
    const source = entry === undefined ? undefined : await readSource(system, config, entry);
    if (source?.value === undefined) throw new Error('cannot be read');
    return parseDocument(source.value, { config, language: languageOf, blocks: blocksByName, original });
  };
  const original = await read(false);
  const { diagnostics } = await read(true, original.value);
  return diagnostics.filter(({ code }) => code === 'translation-is-in-step');
}

const russian = sample[`${folder}/explainer.ru.md`] ?? '';

/** What is found after a change of the Russian sample: severity, line, what. */
async function whatIsFound(
  find: string,
  replace: string,
): Promise<readonly (readonly [string, number, string])[]> {
  expect(russian.split(find).length, `“${find}” stands once`).toBe(2);
  const changed = russian.replace(find, () => replace);
  const found = await drift({ ...sample, [`${folder}/explainer.ru.md`]: changed });
  return found.map(({ severity, place, what }) => [
    severity,
    place?.kind === 'source' ? (place.position?.start.line ?? 0) : 0,
    what,
  ]);
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

const english = sample[`${folder}/explainer.md`] ?? '';

it('the sample and its sibling are in step', async () => {
  expect((await drift(sample)).map(({ what }) => what)).toEqual([]);
});

describe('is found at its line, with the line of the original', () => {
  const cases: readonly (readonly [string, string, string, string, string])[] = [
    [
      'another number in a list',
      'пострадали более 1000 человек',
      'пострадали более 1100 человек',
      '1100',
      'More than 1,000 people were injured',
    ],
    [
      'a number less',
      'Почти 400 из них доставили',
      'Их доставили',
      '400',
      'The @health-ministry-0106 counts',
    ],
    [
      'another registered number',
      'убиты :num[attackers-killed] нападавших',
      'убиты :num[injured-officers] нападавших',
      ':num[attackers-killed]',
      'Almaty police say that',
    ],
    [
      'another day',
      'В среду, 5 января 2022 года, он обратился',
      'В среду, 4 января 2022 года, он обратился',
      '4',
      'Kazakhstan is living through',
    ],
    [
      'another source',
      'не о числе погибших [@cnn-0106, абз. 5]',
      'не о числе погибших [@csto-0106]',
      '[@csto-0106]',
      'The statement comes from one side',
    ],
    [
      'another place in a source',
      'выстрелы и крики [@cnn-0106, абз. 5]',
      'выстрелы и крики [@cnn-0106, абз. 6]',
      'paragraph 6',
      'After dark the fighting',
    ],
    [
      'a note less',
      'а они участники событий.[^tally]',
      'а они участники событий.',
      '[^tally]',
      'This page sorts what has been',
    ],
    [
      'a number in a cell',
      '| Сообщение «Хабар 24» | 353 |',
      '| Сообщение «Хабар 24» | 335 |',
      '335',
      "| Khabar 24's report | 353 |",
    ],
    [
      'another date in a timeline',
      '- 2022-01-02: **Начинаются',
      '- 2022-01-03: **Начинаются',
      '2022-01-03',
      '- 2022-01-02: **Protests begin',
    ],
    ['another verdict', 'verdict=unproven', 'verdict=false', 'false', ':::claim{#claim-attackers'],
    [
      'another as-of date',
      ':::key-points{#in-brief as-of=2022-01-06}',
      ':::key-points{#in-brief as-of=2022-01-05}',
      '2022-01-05',
      ':::key-points{#in-brief',
    ],
    [
      'another source line',
      'source="natural-earth interior-ministry-0106 tass-0105"',
      'source="natural-earth interior-ministry-0106"',
      '[@tass-0105]',
      ':::map{#kazakhstan-map',
    ],
    [
      'a number in a note',
      'Абзацы материала CNN сосчитаны',
      'Первые 20 абзацев материала CNN сосчитаны',
      '20',
      '[^paras]: Paragraphs',
    ],
  ];

  it('takes a source whose id is misspelt for the one that is meant, and its digits for no number', async () => {
    expect(
      await whatIsFound('выстрелы и крики [@cnn-0106, абз. 5]', 'выстрелы и крики [@cnn-0107, абз. 5]'),
    ).toEqual([]);
  });

  it.each(cases)('%s', async (_, find, replace, named, original) => {
    const found = await whatIsFound(find, replace);
    expect(found).toHaveLength(1);
    const [severity, line, what] = found[0] ?? ['', 0, ''];
    expect(severity).toBe('warning');
    expect(line).toBe(
      lineOf(
        russian.replace(find, () => replace),
        replace,
      ),
    );
    expect(what).toContain(named);
    expect(what).toContain(`explainer.md, line ${lineOf(english, original)}`);
  });
});

describe('parts that only one of them has', () => {
  it('an item', async () => {
    const found = await whatIsFound(
      '- Кто руководил нападениями и сколько иностранных военных прибудет.\n',
      '',
    );
    expect(found.map(([, , what]) => what)).toEqual([
      expect.stringContaining('has 4 items; here are 3 items'),
    ]);
  });

  it('a block', async () => {
    const block = /:::warning[\s\S]*?\n:::\n/.exec(russian)?.[0] ?? '';
    const found = await whatIsFound(block, '');
    expect(found.map(([, , what]) => what)).toEqual([
      expect.stringMatching(/has a block “warning” \(.*explainer\.md, line 93\) that this translation lacks/),
    ]);
  });

  it('a block that the original does not have', async () => {
    const found = await whatIsFound(
      '## Где идут беспорядки?',
      ':::note\nЭтого в оригинале нет.\n:::\n\n## Где идут беспорядки?',
    );
    expect(found.map(([, , what]) => what)).toEqual([
      expect.stringContaining('stands in the translation alone'),
    ]);
  });

  it('a heading', async () => {
    const found = await whatIsFound('## Как до этого дошло?\n', '');
    expect(found).toHaveLength(1);
    expect(found[0]?.[2]).toContain('How did it come to this?');
  });

  it('a paragraph without any fact', async () => {
    const found = await whatIsFound(
      '\nНа этой странице разобрано то, о чём сообщалось. Большинство сведений исходит от властей, а они участники событий.[^tally] Чем различаются подсчёты, показано в таблице :see[who-counted-what].\n',
      '',
    );
    expect(found.map(([severity, , what]) => [severity, what])).toEqual([
      ['warning', expect.stringContaining('[^tally]')],
      ['warning', expect.stringContaining('has 2 paragraphs; here is 1 paragraph')],
    ]);
  });

  it('two paragraphs made one are advice', async () => {
    const found = await whatIsFound(
      'и о погибших с обеих сторон [@azirbek-0106; @khabar24-toll].\n\nНа этой',
      'и о погибших с обеих сторон [@azirbek-0106; @khabar24-toll]. На этой',
    );
    expect(found.map(([severity]) => severity)).toEqual(['info']);
  });

  it('a text of the front matter', async () => {
    const found = await whatIsFound('short-headline: Беспорядки в Казахстане\n', '');
    expect(found).toEqual([['warning', 1, expect.stringContaining('“short-headline”')]]);
  });

  it('an id that is the same in every language', async () => {
    const found = await whatIsFound('{#quote-azirbek by', '{#slova by');
    const line = lineOf(russian, ':::quote{#quote-azirbek');
    expect(found).toEqual([['warning', line, expect.stringContaining('the id “quote-azirbek”')]]);
  });

  it('a number in the headline', async () => {
    const found = await whatIsFound(
      'headline: "Беспорядки в Казахстане: что',
      'headline: "Беспорядки 2022 года в Казахстане: что',
    );
    expect(found.map(([, line, what]) => [line, what])).toEqual([[2, expect.stringContaining('2022 here')]]);
  });
});

it('numbers are the same however a language writes them', async () => {
  const head = (lang: string) => `---\nheadline: A\nstandfirst: B.\nlang: ${lang}\nbyline: [C]\n---\n\n`;
  const found = await drift({
    'content/n/explainer.md': `${head('en')}It was 1,234,567.5 tonnes, 12% of 10,000 and 353 in 2022.\n`,
    'content/n/explainer.de.md': `${head('de')}Es waren 1.234.567,5 Tonnen, 12 % von 10.000 und 353 im Jahr 2022.\n`,
  });
  expect(found).toEqual([]);
  const spaced = await drift({
    'content/n/explainer.md': `${head('en')}It was 1,234,567.5 tonnes, 12% of 10,000 and 353 in 2022.\n`,
    'content/n/explainer.ru.md': `${head('ru')}Это 1 234 567,5 тонны, 12 % из 10 000 и 353 в 2022 году.\n`,
  });
  expect(spaced.map(({ what }) => what)).toEqual([]);
  const arabic = await drift({
    'content/n/explainer.md': `${head('en')}It was 12% of 10,000 in 2022.\n`,
    'content/n/explainer.ar.md': `${head('ar')}كانت ١٢٪ من ١٠٬٠٠٠ في ٢٠٢٢.\n`,
  });
  expect(arabic.map(({ what }) => what)).toEqual([]);
});
