/** What a build makes of a document before anything is drawn. */

import { expect, it } from 'vitest';
import { prepare } from '../../src/build/prepare.js';
import { silent } from '../../src/build/progress.js';
import { loadConfig } from '../../src/config/load-config.js';
import { findExplainers } from '../../src/source/find-explainers.js';
import { memorySystem } from '../../src/system/memory-system.js';

it.each([
  ['', 'native', '١٬٢٥٠'],
  ['digits: latin\n', 'latin', '1,250'],
])(
  'takes the digits that the text uses most, unless the settings say (%s)',
  async (config, digits, printed) => {
    const system = memorySystem({
      'galley.config.yaml': config,
      'content/a/explainer.md':
        '---\nheadline: H\nstandfirst: S.\nbyline: [A]\nlang: ar\n---\nقتل ١٣ شخصا، أي :num[r].\n',
      'content/a/figures.yaml': 'r: { label: x, value: 1250, unit: none, as-of: 2022, source: own }\n',
    });
    const { value: settings } = await loadConfig(system, {});
    const { value: entries } = await findExplainers(system);
    const [made] = await prepare(entries, { system, config: settings, progress: silent });
    expect(made?.explainer?.digits).toBe(digits);
    expect(JSON.stringify(made?.explainer?.tree)).toContain(printed);
  },
);
