import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { figuresJsonSchema } from '../../src/source/figures.js';
import { sourcesJsonSchema } from '../../src/source/source-schema.js';

const compile = (schema: object) => new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
const sample = 'content/kazakhstan-unrest-2022';

describe('the JSON Schemas for editors', () => {
  it('know a source and its slips', () => {
    const check = compile(sourcesJsonSchema());
    expect(check({ a: { kind: 'report', title: 2022, author: ['A', { family: 'B', given: 'C' }] } })).toBe(
      true,
    );
    expect(check({ a: { tier: 'anonymous', description: { kk: 'x' }, reason: 'y' } })).toBe(true);
    expect(check({ a: { kind: 'reprot', title: 'T' } })).toBe(false);
    expect(check({ a: { kind: 'report', titel: 'T' } })).toBe(false);
  });

  it('know a number and its slips', () => {
    const check = compile(figuresJsonSchema());
    expect(check({ a: { label: 'x', value: 1, unit: { one: 'day', other: 'days' } } })).toBe(true);
    expect(check({ a: { label: 'x', value: '1' } })).toBe(false);
    expect(check({ a: { lable: 'x' } })).toBe(false);
  });

  it.runIf(existsSync(sample))('accept the sample', () => {
    const data = (name: string): unknown =>
      parse(readFileSync(`${sample}/${name}`, 'utf8'), { schema: 'core' });
    const sources = compile(sourcesJsonSchema());
    const figures = compile(figuresJsonSchema());
    expect(sources(data('sources.yaml')) || sources.errors).toBe(true);
    expect(figures(data('figures.yaml')) || figures.errors).toBe(true);
  });
});
