import { describe, expect, it } from 'vitest';
import { heldBack } from '../../src/build/gate.js';
import type { Metadata } from '../../src/document/explainer.js';
import { parsePartialDate } from '../../src/language/partial-date.js';

const now = Date.parse('2026-03-01T12:00:00Z');
const rules = { now, timezone: 'UTC', drafts: false };

function metadata(over: Partial<Metadata>): Metadata {
  const published = parsePartialDate('2026-02-28') ?? null;
  return { status: 'published', embargo: null, published, ...over } as Metadata;
}

describe('the gate', () => {
  it('lets published explainers through, and notices of withdrawn ones', () => {
    expect(heldBack(metadata({}), rules)).toBeUndefined();
    expect(heldBack(metadata({ status: 'withdrawn' }), rules)).toBeUndefined();
  });

  it.each(['draft', 'review', 'approved'] as const)('holds back %s', (status) => {
    expect(heldBack(metadata({ status }), rules)).toBe('draft');
  });

  it('holds back until the embargo is over, to the millisecond', () => {
    expect(heldBack(metadata({ embargo: now + 1 }), rules)).toBe('embargo');
    expect(heldBack(metadata({ embargo: now }), rules)).toBeUndefined();
    expect(heldBack(metadata({ embargo: true }), rules)).toBe('embargo');
  });

  it('holds back what is to be published later, in the time zone of config', () => {
    const tomorrow = metadata({ published: parsePartialDate('2026-03-02') ?? null });
    expect(heldBack(tomorrow, rules)).toBe('published-later');
    expect(heldBack(tomorrow, { ...rules, timezone: 'Pacific/Kiritimati' })).toBeUndefined();
  });

  it('shows everything when drafts are asked for', () => {
    expect(
      heldBack(metadata({ status: 'draft', embargo: true }), { ...rules, drafts: true }),
    ).toBeUndefined();
  });
});
