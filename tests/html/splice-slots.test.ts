import type { Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { element } from '../../src/html/elements.js';
import type { Slots } from '../../src/html/html-document.js';
import { parseFragment, serialise } from '../../src/html/serialise.js';
import { slotNames, spliceSlots } from '../../src/html/splice-slots.js';

const tree = (words: string): Root => ({ type: 'root', children: [element('p', {}, [words])] });
const empty = Object.fromEntries(slotNames.map((name) => [name, null])) as unknown as Slots;
const slots: Slots = {
  ...empty,
  headline: { type: 'root', children: [] },
  standfirst: { type: 'root', children: [] },
  body: tree('Body'),
};
const base = '<galley-slot name="headline"></galley-slot><galley-slot name="standfirst"></galley-slot>';
const place = { kind: 'source', file: 'templates/x/layouts/page.hbs' } as const;

function splice(
  frame: string,
  given: Slots = slots,
): { readonly html: string; readonly told: readonly string[] } {
  const { value, diagnostics } = spliceSlots(parseFragment(frame), given, place);
  for (const diagnostic of diagnostics)
    expect(diagnostic).toMatchObject({ code: 'theme-is-complete', severity: 'error', place });
  return { html: serialise(value), told: diagnostics.map(({ what }) => what) };
}

describe('spliceSlots', () => {
  it('puts trees where the layout wants them', () => {
    expect(splice(`${base}<article><galley-slot name="body"></galley-slot></article>`)).toEqual({
      html: '<article><p>Body</p></article>',
      told: [],
    });
  });

  it('leaves nothing of a slot without content', () => {
    expect(
      splice(`${base}<galley-slot name="toc"></galley-slot><galley-slot name="body"></galley-slot>`).html,
    ).toBe('<p>Body</p>');
  });

  it('reports a missing, a doubled and an unknown slot', () => {
    expect(splice(base).told).toEqual(['The layout has no slot “body”.']);
    const body = '<galley-slot name="body"></galley-slot>';
    expect(splice(base + body + body)).toEqual({
      html: '<p>Body</p>',
      told: ['The layout has the slot “body” twice.'],
    });
    expect(splice(`${base}${body}<galley-slot name="nots"></galley-slot>`).told).toEqual([
      'The layout has a slot “nots”, which no document fills.',
    ]);
  });

  it('reports every slot whose words would be lost', () => {
    const full = Object.fromEntries(slotNames.map((name) => [name, tree(name)])) as unknown as Slots;
    // The code only repeats an address that stands beside it in words.
    expect(splice('', full).told).toHaveLength(slotNames.length - 1);
    expect(splice('', full).told.join()).not.toContain('qr');
  });

  it('leaves frame and trees as they were', () => {
    const frame = parseFragment(`${base}<galley-slot name="body"></galley-slot>`);
    const before = serialise(frame);
    spliceSlots(frame, slots);
    expect(serialise(frame)).toBe(before);
  });
});
