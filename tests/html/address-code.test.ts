/** The code that leads from paper to the newest version: read back module by module, and only there with an address. */

import { decodeQR } from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { addressCode } from '../../src/html/address-code.js';
import type { Page } from '../../src/html/page.js';
import { languageOf } from '../../src/language/language-of.js';
import { chain } from '../blocks/chain.js';

function page(lang: string): Page {
  return { language: languageOf(lang) } as Page;
}

/** Draws the path of a code as a picture, eight pixels a module. */
function pictureOf(address: string): { width: number; height: number; data: Uint8ClampedArray } {
  const svg = addressCode(page('en'), address);
  const size = Number(svg?.properties['width']);
  const path = svg?.children[1];
  const d = path?.type === 'element' ? String(path.properties['d']) : '';
  const side = size * 8;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of d.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let row = Number(y) * 8; row < Number(y) * 8 + 8; row += 1) {
      for (let column = Number(x) * 8; column < (Number(x) + Number(width)) * 8; column += 1) {
        data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
      }
    }
  }
  return { width: side, height: side, data };
}

describe('addressCode', () => {
  it.each([
    'https://example.org/explainers/flood/',
    'https://courier.example/a/very/long/path/that/goes/on-and-on/?x=1#y',
  ])('draws %s so that it can be read', (address) => expect(decodeQR(pictureOf(address))).toBe(address));

  it('has a name in the page’s language that says the address', () => {
    const name = addressCode(page('de'), 'https://example.org/')?.properties['ariaLabel'];
    expect(name).toBe('QR-Code mit der Adresse https://example.org/');
  });

  it('gives up on what could not be read off paper', () => {
    expect(addressCode(page('en'), `https://example.org/${'a'.repeat(300)}`)).toBeUndefined();
  });
});

describe('a document', () => {
  it('has the code on paper alone', () => {
    const made = chain('Words.');
    expect(made.html('print').slots.qr).not.toBeNull();
    expect(made.html('screen').slots.qr).toBeNull();
  });
});
