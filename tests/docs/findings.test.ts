/** The table of findings names exactly the codes that the program can give. */

import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { codesInSource } from './codes-in-src.js';

const page = await readFile(new URL('../../docs/findings.md', import.meta.url), 'utf8');
const table = page.slice(page.indexOf('## All names'));
const rows = [...table.matchAll(/^\| `([a-z0-9-]+)` \| (.+) \|$/gm)].map((match) => match[1] ?? '');

it('has every code that stands in src, and no other', async () => {
  const codes = await codesInSource();
  expect(codes.size).toBeGreaterThan(80);
  expect([...rows].sort()).toEqual([...codes.keys()].sort());
});

it('has each once', () => expect(new Set(rows).size).toBe(rows.length));
