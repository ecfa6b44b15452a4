/** The authors' guide says what is true: every example builds without a finding, or gives the finding that it is there to show. */

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { blocks } from '../../src/blocks/registry.js';
import { configSchema } from '../../src/config/config.js';
import { frontMatterSchema } from '../../src/document/frontmatter-schema.js';
import { kinds } from '../../src/source/csl-variables.js';
import { asDocument, type Example, examplesIn, run } from './guide-examples.js';

const guide = await readFile(new URL('../../docs/authors.md', import.meta.url), 'utf8');
const examples = examplesIn(guide);

/** The text of the example with these words behind `galley`. */
function named(...words: readonly string[]): string {
  const found = examples.find((example) => example.words.join(' ') === words.join(' '));
  if (found === undefined) throw new Error(`the guide has no example “${words.join(' ')}”`);
  return found.text;
}

const shared = { 'sources.yaml': named('sources.yaml'), 'figures.yaml': named('figures.yaml') };
const passages = examples.filter(
  ({ language, words }) => language === 'markdown' && (words.length === 0 || words[0] === 'finds'),
);

function titleOf({ line, text }: Example): string {
  return `line ${line}: ${text.split('\n').find((row) => !row.startsWith('---'))}`;
}

describe('examples in docs/authors.md', () => {
  it('are there', () => expect(passages.length).toBeGreaterThan(25));

  it.each(passages.map((example) => [titleOf(example), example] as const))('%s', async (_, example) => {
    const { findings, codes, html } = await run({ ...shared, 'explainer.md': asDocument(example.text) });
    if (example.words[0] === 'finds') expect(codes).toEqual(example.words.slice(1));
    else expect(findings).toEqual([]);
    expect(html).toHaveLength(1);
  });

  it('the first explainer, with its own sources', async () => {
    const files = {
      'explainer.md': named('first', 'explainer.md'),
      'sources.yaml': named('first', 'sources.yaml'),
    };
    const { findings, html } = await run(files);
    expect(findings).toEqual([]);
    expect(html[0]?.match(/<li id="note-/g)).toHaveLength(4);
  });

  it('an original and its translation', async () => {
    const { findings, html } = await run({
      ...shared,
      'explainer.md': named('explainer.md'),
      'explainer.ru.md': named('explainer.ru.md'),
    });
    expect(findings).toEqual([]);
    expect(html).toHaveLength(2);
  });

  it('the settings', async () => {
    const { findings } = await run(
      { ...shared, 'explainer.md': asDocument('Closed [@council-0912].') },
      named('galley.config.yaml'),
    );
    expect(findings).toEqual([]);
  });

  it('gives the place that the guide quotes', async () => {
    const example = passages.find(({ words }) => words[0] === 'finds');
    const { findings } = await run({ ...shared, 'explainer.md': asDocument(example?.text ?? '') });
    const place = /^(\S+)\s+error\s+image-has-alt$/m.exec(guide)?.[1];
    expect(findings[0]).toContain(`image-has-alt ${place}:`);
  });
});

describe('docs/authors.md is complete', () => {
  it.each(Object.keys(frontMatterSchema.shape))('front matter: %s', (key) => {
    expect(guide).toMatch(new RegExp(`^\\|[^|]*\`${key}\`[^|]*\\|`, 'm'));
  });

  it.each(Object.keys(configSchema.shape))('settings: %s', (key) => {
    const settings = guide.slice(guide.indexOf('## 12.'));
    expect(settings).toMatch(new RegExp(`^\\|[^|]*\`${key}\`[^|]*\\|`, 'm'));
  });

  it.each(Object.keys(kinds))('kind of source: %s', (kind) => expect(guide).toContain(`\`${kind}\``));

  it.each(blocks.map(({ name }) => name))('block: %s', (name) => {
    expect(guide).toMatch(new RegExp(`^### .*\`${name}\``, 'm'));
    expect(passages.some(({ text }) => text.includes(`:::${name}`))).toBe(true);
  });
});
