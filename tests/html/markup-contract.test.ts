/** `docs/markup.md` names every class that pages carry, so that themes can rely on it. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blocks } from '../../src/blocks/registry.js';
import { elementsOf } from '../../src/html/serialise.js';
import { chain } from '../blocks/chain.js';

const contract = readFileSync(new URL('../../docs/markup.md', import.meta.url), 'utf8');

/** Families that the contract names by one of their members. */
const families: readonly (readonly [RegExp, string])[] = [
  [/^series-\d$/, 'series-1'],
  [/^chart-(?:bar|column|line|stacked|dot)$/, 'chart-bar'],
  [/^kind-/, 'kind-'],
  [/^certainty-/, 'certainty-scheduled'],
  [/^verdict-/, 'verdict-false'],
  [/^align-/, 'align-'],
  [/^block-/, 'block-<name>'],
];

function isNamed(className: string): boolean {
  const family = families.find(([pattern]) => pattern.test(className));
  if (contract.includes(family?.[1] ?? className))
    return family === undefined ? new RegExp(`[^\\w-]${className}[^\\w-]`).test(contract) : true;
  return false;
}

const prose = `## One

Text [@cnn], @cnn says, :see[two], :num[deaths], a [link](https://x.example/a). [@cnn][^a]

[^a]: Note.

- [x] a

| a |
|--:|
| b |

![alt](hall.jpg)

## Two {#two}

## Three
`;

describe('the markup contract', () => {
  it('names every class', () => {
    const examples = blocks.flatMap(({ examples }) => examples.map(({ markdown }) => markdown));
    const unnamed = new Set<string>();
    for (const markdown of [prose, ...examples]) {
      for (const medium of ['screen', 'print'] as const) {
        for (const slot of Object.values(chain(markdown).html(medium).slots)) {
          if (slot === null) continue;
          for (const { properties } of elementsOf(slot)) {
            for (const name of (properties['className'] as string[] | undefined) ?? []) {
              if (!isNamed(name)) unnamed.add(name);
            }
          }
        }
      }
    }
    expect([...unnamed].sort()).toEqual([]);
  });
});
