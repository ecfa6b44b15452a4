import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { blocks } from '../../src/blocks/registry.js';
import { finishDraft } from '../../src/source/source-draft.js';
import { readSourcesYaml } from '../../src/source/sources-yaml.js';
import { imageFile, parseFile } from './support.js';

it('has nothing to say about the sample explainer, and gives every part of it a place', () => {
  const folder = 'content/kazakhstan-unrest-2022';
  const read = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');
  const drafts = readSourcesYaml(read('sources.yaml'), `${folder}/sources.yaml`).value;
  const pictures = readdirSync(folder).filter((name) => /\.(?:svg|png|jpg|webp|avif)$/u.test(name));
  const { explainer, diagnostics } = parseFile(read('explainer.md'), {
    blocks: new Map(blocks.map((block) => [block.name, block])),
    figures: read('figures.yaml'),
    images: Object.fromEntries(pictures.map((name) => [name, imageFile(name)])),
    source: { sources: new Map(drafts.map((draft) => [draft.id, finishDraft(draft, 'document')])) },
  });
  expect(diagnostics).toEqual([]);
  const kinds = new Set<string>();
  const walk = (node: { type: string; position?: unknown; children?: unknown[] }): void => {
    kinds.add(node.type);
    if (node.type !== 'root') expect(node.position, node.type).toBeDefined();
    for (const child of node.children ?? []) walk(child as typeof node);
  };
  walk(explainer.tree as never);
  expect([...kinds]).toEqual(
    expect.arrayContaining(['citation', 'figureNumber', 'crossReference', 'languageSpan', 'generatedPart']),
  );
  expect([...kinds].filter((kind) => /Directive$/u.test(kind))).toEqual([]);
});
