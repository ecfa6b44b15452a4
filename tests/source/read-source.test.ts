import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/defaults.js';
import { readSource } from '../../src/source/read-source.js';
import { memorySystem } from '../../src/system/memory-system.js';
import { document, readX, told } from './project.js';

const limited = {
  ...defaultConfig,
  limits: { ...defaultConfig.limits, documentBytes: 1000, nestingLevels: 10 },
};

describe('readSource', () => {
  it('reads a document with its places', async () => {
    const { value, told: findings } = await readX({
      'explainer.md': '\ufeff---\r\nheadline: H\r\n---\r\nText\r\n',
    });
    expect(findings).toEqual([]);
    expect(value).toMatchObject({
      path: 'content/x/explainer.md',
      slug: 'x',
      fileLang: undefined,
      translates: undefined,
      text: '---\nheadline: H\n---\nText\n',
      body: 'Text\n',
      bodyStart: { line: 4, column: 1 },
    });
  });

  it.each([
    ['an empty file', '', 'explainer-has-content content/x/explainer.md:1:1'],
    ['nothing but white space', ' \n\n', 'explainer-has-content content/x/explainer.md:1:1'],
    [
      'a file over the limit',
      `${document}${'x'.repeat(1000)}`,
      'size-is-within-limit content/x/explainer.md',
    ],
    [
      'a file that is no UTF-8',
      Uint8Array.from([0x61, 0x0a, 0xff]),
      'text-is-utf-8 content/x/explainer.md:2:1',
    ],
    [
      'text that nests too deep',
      `${document}${'> '.repeat(11)}x\n`,
      'nesting-is-within-limit content/x/explainer.md:5:23',
    ],
  ])('has no value for %s and tells why', async (_, text, place) => {
    const { value, told: findings } = await readX({ 'explainer.md': text }, limited);
    expect(findings).toEqual([place]);
    expect(value).toBeUndefined();
  });

  it('tells a file that is gone', async () => {
    const entry = {
      path: 'content/x.md',
      slug: 'x',
      folder: 'content',
      form: 'file',
      sharedFolder: 'content',
      fileLang: undefined,
      translates: undefined,
    } as const;
    const { value, diagnostics } = await readSource(memorySystem({}), defaultConfig, entry);
    expect(value).toBeUndefined();
    expect(told(diagnostics)).toEqual(['explainer-has-content content/x.md']);
  });

  it('goes on with NUL, and with front matter that cannot be read', async () => {
    const nul = await readX({ 'explainer.md': '---\nheadline: H\n---\na\u0000b\n' });
    expect(nul.told).toEqual(['text-is-utf-8 content/x/explainer.md:4:2']);
    expect(nul.value?.body).toBe('a\ufffdb\n');
    const none = await readX({ 'explainer.md': 'Text\n' });
    expect(none.told).toEqual(['front-matter-is-readable content/x/explainer.md:1:1']);
    expect(none.value?.body).toBe('Text\n');
    expect(none.value?.frontmatter.data).toBeUndefined();
  });

  it('tells a data file that is no UTF-8 or over the limit', async () => {
    const { told: findings } = await readX({
      'sources.yaml': Uint8Array.from([0x61, 0xff]),
      'figures.yaml': `# ${'x'.repeat(2_000_000)}`,
    });
    expect(findings).toEqual([
      'text-is-utf-8 content/x/sources.yaml:1:2',
      'size-is-within-limit content/x/figures.yaml',
    ]);
  });
});
