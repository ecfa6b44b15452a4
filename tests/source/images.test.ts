import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { readImage } from '../../src/source/images.js';
import { readX } from './project.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A picture with noise, so that it has data to lose. */
function picture(width = 60, height = 40): Sharp {
  const data = Buffer.alloc(width * height * 3, 0).map((_, index) => (index * 7919) % 256);
  return sharp(data, { raw: { width, height, channels: 3 } });
}

const read = (name: string, bytes: Uint8Array, megapixels = 50) =>
  readImage(`content/x/${name}`, bytes, megapixels);

async function problem(name: string, bytes: Uint8Array, megapixels?: number): Promise<string> {
  const image = await read(name, bytes, megapixels);
  return 'problem' in image ? image.problem : '';
}

const svg = (inside: string, attributes = 'width="20" height="10"'): Uint8Array =>
  utf8(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`,
  );

describe('raster pictures', () => {
  it.each([
    ['a.jpg', 'image/jpeg', () => picture().jpeg()],
    ['a.JPEG', 'image/jpeg', () => picture().jpeg()],
    ['a.png', 'image/png', () => picture().png()],
    ['a.webp', 'image/webp', () => picture().webp()],
    ['a.avif', 'image/avif', () => picture().avif()],
  ] as const)('reads %s', async (name, mediaType, make) => {
    const bytes = await make().toBuffer();
    expect(await read(name, bytes)).toMatchObject({
      path: `content/x/${name}`,
      mediaType,
      width: 60,
      height: 40,
    });
  });

  it('gives the size as shown when the camera was turned', async () => {
    const bytes = await picture().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    expect(await read('a.jpg', bytes)).toMatchObject({ width: 40, height: 60 });
  });

  it('hashes the bytes', async () => {
    const bytes = await picture().png().toBuffer();
    const image = await read('a.png', bytes);
    expect(image).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it.each([
    ['a.jpg', () => picture(200, 200).jpeg()],
    ['a.png', () => picture(200, 200).png()],
    ['a.webp', () => picture(200, 200).webp()],
    ['a.avif', () => picture(200, 200).avif()],
  ] as const)('refuses %s when it was copied only in part', async (name, make) => {
    const bytes = await make().toBuffer();
    for (const part of [0.3, 0.6, 0.95]) {
      expect(await problem(name, bytes.subarray(0, Math.floor(bytes.length * part)))).toContain('damaged');
    }
  });

  it('refuses a picture whose middle is damaged', async () => {
    const bytes = Buffer.from(await picture(200, 200).png().toBuffer());
    bytes.fill(0, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 200);
    expect(await problem('a.png', bytes)).toContain('damaged');
  });

  it.each([
    ['an empty file', 'a.jpg', new Uint8Array(), 'empty (0 bytes)'],
    ['a GIF', 'a.gif', utf8('GIF89a........'), 'a GIF'],
    ['a HEIC', 'a.heic', utf8('\0\0\0\u0018ftypheic\0\0\0\0mif1heic'), 'HEIC'],
    ['a TIFF', 'a.tif', utf8('II*\0........'), 'a TIFF'],
    ['a PDF', 'a.jpg', utf8('%PDF-1.7 .....'), 'a PDF'],
    ['a Photoshop file', 'a.jpg', utf8('8BPS.....'), 'Photoshop'],
    ['a web page', 'a.jpg', utf8('<!DOCTYPE html><html><body>404</body></html>'), 'a web page'],
    ['a pointer', 'a.png', utf8('version https://git-lfs.github.com/spec/v1\noid sha256:1\n'), 'Git LFS'],
    ['text', 'a.png', utf8('hello'), 'no picture'],
  ])('says what %s is', async (_, name, bytes, words) => {
    expect(await problem(name, bytes)).toContain(words);
  });

  it('refuses a picture under the name of another kind, with the rename to make', async () => {
    const bytes = await picture().png().toBuffer();
    expect(await problem('photo.jpg', bytes)).toContain('Rename it to “photo.png”');
    expect(await problem('photo.svg', bytes)).toContain('The file is a PNG');
    expect(await problem('photo.png', svg('<rect/>'))).toContain('Rename it to “photo.svg”');
  });

  it('refuses more megapixels than the limit, and says how many', async () => {
    const bytes = await picture(2000, 1000).jpeg().toBuffer();
    expect(await problem('a.jpg', bytes, 1)).toContain('2 megapixels (2000 × 1000); at most 1');
    expect(await problem('a.jpg', bytes, 2)).toBe('');
  });

  it('refuses a bomb by its header, without decoding it', async () => {
    const bytes = Buffer.from(await picture().png().toBuffer());
    bytes.writeUInt32BE(100_000, 16);
    bytes.writeUInt32BE(100_000, 20);
    expect(await problem('a.png', bytes)).toMatch(/megapixels|damaged/);
  });

  it('refuses more than 25 MB', async () => {
    const bytes = new Uint8Array(25_000_001);
    bytes.set([0xff, 0xd8, 0xff]);
    expect(await problem('a.jpg', bytes)).toContain('25 MB');
  });
});

describe('drawings', () => {
  it.each([
    ['width="20" height="10"', 20, 10],
    ['viewBox="0 0 800 500"', 800, 500],
    ['viewBox="0,0,800,500" width="400"', 400, 250],
    ['viewBox="0 0 800 500" height="100"', 160, 100],
    ['viewBox="0 0 800 500" width="100%" height="100%"', 800, 500],
    ['width="1in" height="2.54cm"', 96, 96],
    ['width="72pt" height="1e2px"', 96, 100],
  ])('has the size of %s', async (attributes, width, height) => {
    const image = await read('a.svg', svg('<rect/>', attributes));
    expect(image).toMatchObject({ mediaType: 'image/svg+xml' });
    expect('width' in image && [image.width, image.height]).toEqual(
      [width, height].map((side) => expect.closeTo(side, 6)),
    );
  });

  it('reads one with everything that a drawing may hold', async () => {
    const inside = `
      <title>Карта &amp; plan &#8212; x</title><!-- note -->
      <style><![CDATA[ .a { fill: url(#g); stroke: #000 } ]]></style>
      <defs><linearGradient id="g"/><clipPath id="c"/></defs>
      <use xlink:href="#c"/><a href="https://example.org"><text font-family="Source Sans">x</text></a>
      <image href="data:image/png;base64,iVBORw0KGgo=" width="1" height="1"/>
      <rect fill="url(#g)" style="clip-path: url('#c')"/><animate attributeName="x" from="0" to="10"/>`;
    const bytes = utf8(`<?xml version="1.0" encoding="UTF-8"?>\n${new TextDecoder().decode(svg(inside))}`);
    const image = await read('a.svg', bytes);
    expect(image).not.toHaveProperty('problem');
    expect('bytes' in image && image.bytes).toEqual(bytes);
  });

  it('takes out a plain DOCTYPE, and nothing else', async () => {
    const doctype =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
    const drawing = new TextDecoder().decode(svg('<rect/>'));
    const image = await read('a.svg', utf8(`${doctype}\n${drawing}`));
    expect('bytes' in image && new TextDecoder().decode(image.bytes)).toBe(`\n${drawing}`);
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script with a prefix', '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'],
    ['a foreign page', '<foreignObject><p>x</p></foreignObject>'],
    ['a handler', '<rect onclick="alert(1)"/>'],
    ['a handler in capitals', '<rect ONLOAD="alert(1)"/>'],
    ['a picture from outside', '<image href="https://evil.example/x.png"/>'],
    ['a picture beside it', '<image xlink:href="photo.jpg"/>'],
    ['a picture without a scheme', '<image href="//evil.example/x.png"/>'],
    ['a drawing inside', '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'],
    ['a part of another file', '<use href="other.svg#x"/>'],
    ['a script address', '<a xlink:href="javascript:alert(1)"><text>x</text></a>'],
    ['a script address in codes', '<a href="&#106;avascript:alert(1)"><text>x</text></a>'],
    ['a script address with a tab', '<a href="java&#9;script:alert(1)"><text>x</text></a>'],
    ['an animated address', '<a><animate attributeName="href" to="javascript:alert(1)"/></a>'],
    ['an animated address with a prefix', '<a><set attributeName="xlink:href" to="#x"/></a>'],
    ['an imported style', '<style>@import "https://evil.example";</style>'],
    ['a style from outside', '<style>.a { fill: url(https://evil.example/#g) }</style>'],
    ['a style attribute from outside', '<rect style="fill: url(https://evil.example/#g)"/>'],
    ['a fill from outside', '<rect fill="url(https://evil.example/#g)"/>'],
    ['a style in escapes', '<style>.a { fill: \\75rl(https://evil.example) }</style>'],
    ['a base', '<g xml:base="https://evil.example/"><use href="#x"/></g>'],
    ['many levels', `${'<g>'.repeat(300)}${'</g>'.repeat(300)}`],
  ])('may not hold %s', async (_, inside) => {
    const words = await problem('a.svg', svg(inside));
    expect(words).toMatch(/cannot be used, since .* \(line 1 of the file\)/);
  });

  it.each([
    [
      'entities',
      `<!DOCTYPE svg [<!ENTITY x "y">]>${new TextDecoder().decode(svg('<text>&x;</text>'))}`,
      'DOCTYPE',
    ],
    ['an entity from nowhere', new TextDecoder().decode(svg('<text>&nbsp;</text>')), 'entities'],
    [
      'a style sheet',
      `<?xml-stylesheet href="https://evil.example"?>${new TextDecoder().decode(svg(''))}`,
      'style sheet',
    ],
    ['an open element', '<svg width="1" height="1"><g></svg>', 'damaged'],
    ['a cut file', '<svg width="1" height="1"><rect', 'damaged'],
    ['two drawings', '<svg width="1" height="1"/><svg width="1" height="1"/>', 'damaged'],
    ['an attribute twice', '<svg width="1" width="2" height="1"/>', 'damaged'],
    ['no size', '<svg><rect/></svg>', 'no size'],
    [
      'another encoding',
      new Uint8Array([...utf8('<svg width="1" height="1"><text>'), 0xe9, ...utf8('</text></svg>')]),
      'UTF-8',
    ],
  ])('is refused with %s', async (_, drawing, words) => {
    expect(await problem('a.svg', typeof drawing === 'string' ? utf8(drawing) : drawing)).toContain(words);
  });

  it('is refused when it is larger than the limit', async () => {
    expect(await problem('a.svg', svg('', 'width="99999" height="99999"'))).toContain('megapixels');
  });
});

describe('pictures beside a document', () => {
  it('are found by their names, whatever else lies there', async () => {
    const bytes = await picture().png().toBuffer();
    const { value } = await readX({ 'a.png': bytes, 'b.gif': 'GIF89a', 'c.txt': 'x', '.d.png': bytes });
    expect([...(value?.images.keys() ?? [])]).toEqual(['a.png', 'b.gif']);
    expect(value?.images.get('b.gif')).toMatchObject({ problem: expect.stringContaining('a GIF') });
  });

  it('are only its own when the document stands beside others', async () => {
    const bytes = await picture().png().toBuffer();
    const { value } = await readX({
      'explainer.md': '',
      '/content/x.md': '---\nheadline: H\n---\n![A](my%20photo.png)\n',
      '/content/my photo.png': bytes,
      '/content/other.png': bytes,
    });
    expect([...(value?.images.keys() ?? [])]).toEqual(['my photo.png']);
  });
});
