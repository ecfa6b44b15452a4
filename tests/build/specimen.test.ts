/** The specimen holds every block, and no text of it has a fault of its own: what a theme check finds is the theme's. */

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { blocks } from '../../src/blocks/registry.js';
import { openFolder, openProject } from '../../src/build/open-project.js';
import { run } from '../../src/build/run.js';
import { specimenDay, withSpecimen } from '../../src/build/specimen.js';
import { loadConfig } from '../../src/config/load-config.js';
import type { OutputFile } from '../../src/outputs/output.js';
import { memorySystem } from '../../src/system/memory-system.js';

const project = memorySystem({
  'galley.config.yaml': 'publisher: { name: The Elmford Courier }\napproval: [legal]\ntheme: gone\n',
  'content/secret/explainer.md': 'a text of the project',
});

describe('the specimen', async () => {
  const { value: config } = await loadConfig(project, {});
  const system = withSpecimen(project, config, openFolder);
  const opened = openProject({}, system);
  const pages = new Map<string, readonly OutputFile[]>();
  const { report } = await run(
    opened,
    {
      ...{ theme: 'base', formats: ['html'], rendered: false, now: specimenDay },
      onPage: (document, files) => void pages.set(document, files),
    },
    false,
  );
  const html = (document: string): string => {
    const page = pages.get(document)?.find(({ path }) => path === 'index.html');
    return new TextDecoder().decode(page?.bytes);
  };

  it('has no finding of its own', () => {
    const own = report.findings.filter(({ code }) => code !== 'explainer-is-in-date');
    expect(own.map(({ code, what, place }) => [code, what, place])).toEqual([]);
    expect(html('specimen-long')).toContain('expired-notice');
  });

  it('holds every block', () => {
    for (const { name } of blocks) expect(html('specimen')).toContain(`block-${name}`);
  });

  it('is read from right to left, has long words, and leaves out all that can be left out', () => {
    expect(html('specimen-right-to-left')).toContain('dir="rtl"');
    expect(html('specimen-long')).toContain('Rindfleischetikettierungs');
    expect(html('specimen-bare')).not.toContain('class="block');
  });

  it('takes the publisher from the project and nothing of its texts', () => {
    expect(html('specimen')).toContain('The Elmford Courier');
    expect([...pages.keys()].sort()).toEqual([
      'specimen',
      'specimen-bare',
      'specimen-bare/ar',
      'specimen-long',
      'specimen-right-to-left',
    ]);
  });

  it('goes out with Galley', async () => {
    const own = JSON.parse(await readFile('package.json', 'utf8')) as { files: string[] };
    expect(own.files).toContain('specimen');
  });
});
