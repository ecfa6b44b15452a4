/** Seeded faults: each is told by its finding at its place, none ends in a stack trace, and the sound project gives no finding. */

import { describe, expect, it } from 'vitest';
import { type Fault, faults, soundProject } from './faults.js';
import { brief, type Published, publish } from './publish.js';

async function take(files: Readonly<Record<string, string>>): Promise<Published> {
  const { 'galley.config.yaml': config = '', ...rest } = files;
  return await publish(rest, config);
}

/** The mutated project, and the place that the fault is to be told at. */
function seeded([name, file, from, to, , at]: Fault): {
  files: Readonly<Record<string, string>>;
  place: string;
} {
  const sound = soundProject[file] ?? '';
  if (sound.split(from).length < 2) throw new Error(`${name}: “${from}” is not in ${file}`);
  const marked = sound.replace(from, () => to);
  const text = marked.replace('¦', '');
  const offset = at === undefined ? marked.indexOf('¦') : text.indexOf(at.replace('¦', '')) + at.indexOf('¦');
  if (offset < 0 || (at !== undefined && !text.includes(at.replace('¦', ''))))
    throw new Error(`${name}: no place`);
  const before = text.slice(0, offset).split('\n');
  const place = `${file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
  return { files: { ...soundProject, [file]: text }, place };
}

describe('seeded faults', () => {
  it('are many', () => expect(faults.length).toBeGreaterThanOrEqual(150));

  it('are in none of the sound project’s files', async () => {
    const { findings, pages } = await take(soundProject);
    // Its map is a drawing whose street names the text does not say: a question, and no fault.
    expect(findings).toEqual(['info drawn-words-are-told explainer.md:103:1']);
    expect(pages).toHaveLength(1);
  });

  it.each(faults.map((fault) => [fault[0], fault] as const))('%s', async (_, fault) => {
    const { files, place } = seeded(fault);
    const { diagnostics } = await take(files);
    const found = diagnostics.map((one) => brief(one).replace(/^\w+ /, ''));
    expect(found).toContain(`${fault[4]} ${place}`);
    for (const { what, why, fix } of diagnostics) {
      expect(`${what} ${why} ${fix}`).not.toMatch(/undefined|\[object|\bat .*\.ts:\d/);
    }
  });
});
