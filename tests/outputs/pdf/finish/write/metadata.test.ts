/** Metadata packet and colour profile. */

import { describe, expect, it } from 'vitest';
import { ua1 } from '../../../../../src/outputs/pdf/conformance/ua1.js';
import { ua2 } from '../../../../../src/outputs/pdf/conformance/ua2.js';
import { srgbProfile } from '../../../../../src/outputs/pdf/finish/write/srgb.js';
import { pdfDate, xmpPacket } from '../../../../../src/outputs/pdf/finish/write/xmp.js';

const facts = {
  title: 'Who & <what> “why”',
  lang: 'en',
  producer: 'Galley',
  date: Date.UTC(2022, 0, 6, 9, 5, 7),
};

describe('the metadata packet', () => {
  it('keeps any title and one date everywhere', () => {
    const packet = new TextDecoder().decode(xmpPacket(facts, ua1));
    expect(packet).toContain('<rdf:li xml:lang="x-default">Who &amp; &lt;what&gt; “why”</rdf:li>');
    expect(packet.match(/2022-01-06T09:05:07Z/g)).toHaveLength(3);
    expect(pdfDate(facts.date)).toBe('D:20220106090507Z');
  });

  it('says what each kind of file is', () => {
    const first = new TextDecoder().decode(xmpPacket(facts, ua1));
    const second = new TextDecoder().decode(xmpPacket(facts, ua2));
    expect(first).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(first).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(first).toContain('pdfaExtension:schemas');
    expect(second).toContain('<pdfuaid:part>2</pdfuaid:part><pdfuaid:rev>2024</pdfuaid:rev>');
    expect(second).toContain('http://pdfa.org/declarations/wtpdf#reuse1.0');
    expect(second).not.toContain('pdfaExtension:schemas');
  });
});

describe('the colour profile', () => {
  const profile = Buffer.from(srgbProfile());
  const tags = Array.from({ length: profile.readUInt32BE(128) }, (_, index) => {
    const at = 132 + index * 12;
    return {
      signature: profile.toString('latin1', at, at + 4),
      place: profile.readUInt32BE(at + 4),
      length: profile.readUInt32BE(at + 8),
    };
  });

  it('is an RGB display profile whose parts lie inside it', () => {
    expect(profile.readUInt32BE(0)).toBe(profile.length);
    expect(profile.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
    expect(profile.toString('latin1', 36, 40)).toBe('acsp');
    expect(tags.map(({ signature }) => signature)).toEqual([
      'desc',
      'cprt',
      'wtpt',
      'chad',
      'rXYZ',
      'gXYZ',
      'bXYZ',
      'rTRC',
      'gTRC',
      'bTRC',
    ]);
    for (const { place, length } of tags) {
      expect(place % 4).toBe(0);
      expect(place + length).toBeLessThanOrEqual(profile.length);
    }
  });

  it('has colours that add up to its white', () => {
    const xyz = (signature: string): number[] => {
      const place = tags.find((tag) => tag.signature === signature)?.place ?? 0;
      return [0, 4, 8].map((offset) => profile.readInt32BE(place + 8 + offset) / 65536);
    };
    const sum = ['rXYZ', 'gXYZ', 'bXYZ']
      .map(xyz)
      .reduce((a, b) => a.map((value, index) => value + (b[index] ?? 0)));
    for (const [index, value] of xyz('wtpt').entries()) expect(sum[index]).toBeCloseTo(value, 3);
  });
});
