/** A project that is closed starts nothing again: a failed run would otherwise leave a browser behind. */

import { afterEach, describe, expect, it } from 'vitest';
import { openGalley } from '../../src/build/galley.js';
import { makeProject, type Project, soundDocument, soundSources } from './project.js';

let project: Project | undefined;
afterEach(() => project?.remove());

describe('a closed project', () => {
  it('gives no browser to documents that were still on their way', async () => {
    project = await makeProject({
      'content/one/explainer.md': soundDocument,
      'content/one/sources.yaml': soundSources,
    });
    const galley = openGalley({ root: project.root });
    await galley.close();
    await expect(galley.build()).rejects.toThrow('closed');
    expect(galley.browserPath()).toBeUndefined();
  });
});
