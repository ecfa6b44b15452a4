import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readYaml } from '../../src/config/read-yaml.js';
import { plainText, textAsTyped } from '../../src/config/schema-forms.js';
import { validate } from '../../src/config/validate.js';
import { formatPlace } from '../../src/diagnostics/place.js';

const person = z.union([plainText, z.strictObject({ name: plainText, role: plainText.optional() })]);
const schema = z.strictObject({
  headline: plainText.optional(),
  status: z.enum(['draft', 'published']).optional(),
  embargo: z.union([z.literal(true), textAsTyped('a date', (text) => /^\d{4}/.test(text))]).optional(),
  byline: z.array(person).optional(),
  url: z.url().optional(),
  limits: z.record(z.string(), z.number()).optional(),
});

function check(text: string) {
  const opening = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 4, offset: 3 } };
  const origin = { start: { line: 2, column: 1, offset: 4 }, opening };
  const { value: document } = readYaml(text, 'e.md', { origin });
  const { value, diagnostics } = validate(document, schema, {
    subject: 'the front matter',
    required: ['headline'],
    codeOf: (kind, path) =>
      kind === 'missing' && path[0] === 'headline' ? 'headline-is-present' : undefined,
  });
  return {
    value,
    told: diagnostics.map(({ code, place }) => `${code} ${place === undefined ? '' : formatPlace(place)}`),
    fixes: diagnostics.map(({ fix }) => fix),
    whats: diagnostics.map(({ what }) => what),
  };
}

describe('validate', () => {
  it('takes text as typed where the schema wants text, and keeps numbers and truth values elsewhere', () => {
    const { value, told } = check('headline: 2022\nembargo: true\nbyline: [NO, 012]\nlimits: {a: 3}\n');
    expect(told).toEqual([]);
    expect(value).toEqual({ headline: '2022', embargo: true, byline: ['NO', '012'], limits: { a: 3 } });
  });

  it('tells an unknown key at the key, with the nearest one', () => {
    const { told, fixes, value } = check('headline: x\nstatsu: draft\n');
    expect(told).toEqual(['keys-and-blocks-are-known e.md:3:1']);
    expect(fixes).toEqual(['Did you mean “status”?']);
    expect(value).toEqual({ headline: 'x' });
  });

  it('tells an unknown key further in', () => {
    const { told, fixes, value } = check('headline: x\nbyline:\n  - name: A\n    rolle: b\n');
    expect(told).toEqual(['keys-and-blocks-are-known e.md:5:5']);
    expect(fixes).toEqual(['Did you mean “role”?']);
    expect(value).toEqual({ headline: 'x', byline: [{ name: 'A' }] });
  });

  it('tells a missing key at the opening line, with the code that is asked for', () => {
    expect(check('status: draft\n').told).toEqual(['headline-is-present e.md:1:1']);
  });

  it('does not miss a key whose value could not be read', () => {
    expect(check('headline: Almaty: what\n').told).toEqual([]);
  });

  it('tells a missing key of a group at the group', () => {
    const { told, whats } = check('headline: x\nbyline:\n  - role: b\n');
    expect(told).toEqual(['values-are-known e.md:4:5']);
    expect(whats).toEqual(['There is no “name” in “byline, item 1” in the front matter.']);
  });

  it('offers the nearest of the known values', () => {
    const { told, fixes } = check('headline: x\nstatus: publishd\n');
    expect(told).toEqual(['values-are-known e.md:3:9']);
    expect(fixes).toEqual(['Did you mean “published”?']);
  });

  it.each([
    ['headline:\n', 'values-are-known e.md:2:1', '“headline” has no value.'],
    ['headline: [a]\n', 'values-are-known e.md:2:11', 'A list cannot be used for “headline”.'],
    ['headline: x\nbyline: A\n', 'values-are-known e.md:3:9', '“A” cannot be used for “byline”.'],
    ['headline: x\nembargo: soon\n', 'values-are-known e.md:3:10', '“soon” cannot be used for “embargo”.'],
    ['headline: x\nurl: example\n', 'values-are-known e.md:3:6', '“example” cannot be used for “url”.'],
    ['headline: x\nlimits: {a: b}\n', 'values-are-known e.md:3:13', '“b” cannot be used for “limits, a”.'],
  ])('tells the wrong value in %j', (text, place, what) => {
    const { told, whats } = check(text);
    expect(told).toEqual([place]);
    expect(whats).toEqual([what]);
  });

  it('says what is expected, in words', () => {
    expect(check('headline: x\nembargo: soon\n').fixes).toEqual(['Write `true`, or a date.']);
    expect(check('headline: x\nurl: example\n').fixes).toEqual([
      'Write an address such as https://example.org.',
    ]);
    expect(check('headline: x\nbyline: A\n').fixes).toEqual([
      'Write a list (each item: a text, or the keys name, role).',
    ]);
  });
});
