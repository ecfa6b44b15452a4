import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { readExif, writeExif } from '../../src/source/exif.js';
import { readImage } from '../../src/source/images.js';
import { withoutMetadata } from '../../src/source/picture-metadata.js';

const exif = {
  IFD0: {
    Make: 'SecretCam',
    Model: 'SecretModel',
    Software: 'SecretSoft',
    Artist: 'Ann Doe',
    Copyright: '(C) Herald',
  },
  IFD3: { GPSLatitude: '43/1 15/1 0/1', GPSLatitudeRef: 'N' },
};
const xmp =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="SecretCity"/></rdf:RDF></x:xmpmeta>';

function picture(): Sharp {
  const data = Buffer.alloc(64 * 48 * 3, 0).map((_, index) => (index * 7919) % 256);
  return sharp(data, { raw: { width: 64, height: 48, channels: 3 } })
    .withExif(exif)
    .withXmp(xmp)
    .keepIccProfile();
}

const kinds = [
  ['image/jpeg', 'a.jpg', (from: Sharp) => from.jpeg({ progressive: true })],
  ['image/png', 'a.png', (from: Sharp) => from.png()],
  ['image/webp', 'a.webp', (from: Sharp) => from.webp()],
  ['image/avif', 'a.avif', (from: Sharp) => from.avif()],
] as const;

describe.each(kinds)('%s', (mediaType, name, make) => {
  it('loses place and device, and not one dot', async () => {
    const bytes = await make(picture()).toBuffer();
    expect(bytes.includes('SecretCam')).toBe(true);
    const stripped = Buffer.from(withoutMetadata(bytes, mediaType) ?? []);
    for (const secret of ['SecretCam', 'SecretModel', 'SecretSoft', 'SecretCity'])
      expect(stripped.includes(secret)).toBe(false);
    expect(await sharp(stripped).raw().toBuffer()).toEqual(await sharp(bytes).raw().toBuffer());
    // Doing it again changes nothing.
    expect(withoutMetadata(stripped, mediaType)).toEqual(new Uint8Array(stripped));
  });

  it('stays turned as the camera said', async () => {
    const bytes = await make(picture().withMetadata({ orientation: 8 })).toBuffer();
    const before = (await sharp(bytes).metadata()).autoOrient;
    const image = await readImage(`content/x/${name}`, bytes, 50);
    expect(image).toMatchObject(before);
    expect('bytes' in image && (await sharp(image.bytes).metadata()).autoOrient).toEqual(before);
  });

  it('keeps its colour profile', async () => {
    const bytes = await make(picture().withIccProfile('p3')).toBuffer();
    const stripped = withoutMetadata(bytes, mediaType) ?? new Uint8Array();
    expect((await sharp(stripped).metadata()).icc).toEqual((await sharp(bytes).metadata()).icc);
  });

  it('is never broken by a damaged file', async () => {
    const bytes = await make(picture()).toBuffer();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), (at, byte, cut) => {
        const damaged = Uint8Array.from(bytes.subarray(0, cut));
        if (at < damaged.length) damaged[at] = byte;
        const stripped = withoutMetadata(damaged, mediaType);
        expect(stripped === undefined || stripped.length <= damaged.length + 100).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('JPEG', () => {
  it('keeps author and copyright, and nothing after its end', async () => {
    const bytes = await picture().jpeg().toBuffer();
    const stripped =
      withoutMetadata(Buffer.concat([bytes, Buffer.from('SecretPreview')]), 'image/jpeg') ?? new Uint8Array();
    const kept = (await sharp(stripped).metadata()).exif;
    expect(kept === undefined ? undefined : readExif(kept.subarray(6))).toEqual({
      orientation: 1,
      artist: 'Ann Doe',
      copyright: '(C) Herald',
    });
    expect(Buffer.from(stripped).includes('SecretPreview')).toBe(false);
  });
});

describe('writeExif', () => {
  it('is read back by readExif', () => {
    const text = fc.option(
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
        .map((each) => each.replace(/\0/g, '').trim())
        .filter((each) => each !== ''),
      { nil: undefined },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), text, text, (orientation, artist, copyright) => {
        const tiff = writeExif({ orientation, artist, copyright });
        const nothing = { orientation: 1, artist: undefined, copyright: undefined };
        expect(tiff === undefined ? nothing : readExif(tiff)).toEqual({ orientation, artist, copyright });
      }),
    );
  });
});
