/** The HTML of each block's first example, for people to review: `golden/<block>.<medium>.html`. */

import { describe, expect, it } from 'vitest';
import { blocks } from '../../src/blocks/registry.js';
import { serialise } from '../../src/html/serialise.js';
import { chain } from './chain.js';

describe.each(blocks.map((block) => [block.name, block] as const))('%s', (name, block) => {
  it.each(['screen', 'print'] as const)('on %s', async (medium) => {
    const document = chain(block.examples[0]?.markdown ?? '').html(medium);
    await expect(`${serialise(document.slots.body)}\n`).toMatchFileSnapshot(`golden/${name}.${medium}.html`);
  });
});
