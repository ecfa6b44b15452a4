import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.js';
import { findExplainers } from '../../src/source/find-explainers.js';
import { readSource } from '../../src/source/read-source.js';
import { diskSystem } from '../../src/system/disk-system.js';

const sample = 'content/kazakhstan-unrest-2022';

describe('the sample explainer', () => {
  it.runIf(existsSync(`${sample}/explainer.md`))('reads without a finding', async () => {
    const system = diskSystem('.');
    const config = await loadConfig(system, {});
    expect(config.diagnostics).toEqual([]);
    const found = await findExplainers(system, [sample]);
    expect(found.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    for (const entry of found.value) {
      const { value, diagnostics } = await readSource(system, config.value, entry);
      expect(diagnostics).toEqual([]);
      expect(value?.sources.size).toBeGreaterThan(10);
      expect(value?.figures.size).toBeGreaterThan(5);
      for (const image of value?.images.values() ?? []) expect(image).not.toHaveProperty('problem');
    }
  });
});
