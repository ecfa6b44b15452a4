/** Pictures: address, size and alternative text; the files that the page needs beside it. */

import type { Element } from 'hast';
import type { Image } from 'mdast';
import type { ImageFile } from '../source/source-file.js';
import { element, placed } from './elements.js';
import type { Page } from './page.js';

/** A name for the file beside the page: its own, or one with its hash where two files share a name. */
function addressOf(page: Page, image: ImageFile): string {
  const name = image.path.split('/').at(-1) ?? image.path;
  const taken = page.assets.get(name);
  if (taken === undefined || taken.bytes === image.bytes) return name;
  return `${image.hash.slice(0, 8)}-${name}`;
}

/** Registers a picture for the output and gives its address relative to the page. */
export function imageAddress(page: Page, image: ImageFile): string {
  const path = addressOf(page, image);
  page.assets.set(path, { path, mediaType: image.mediaType, bytes: image.bytes });
  return path.split('/').map(encodeURIComponent).join('/');
}

/** The picture that an address means, with or without a leading `./` and percent signs. */
export function imageAt(page: Page, address: string): ImageFile | undefined {
  const { images } = page.explainer;
  const bare = address.replace(/^(?:\.\/)+/u, '');
  const known = images.get(address) ?? images.get(bare);
  if (known !== undefined || !bare.includes('%')) return known;
  try {
    return images.get(decodeURIComponent(bare));
  } catch {
    // A stray percent sign names no file.
    return undefined;
  }
}

/** The `img` of a Markdown image. A file that cannot be used leaves its alternative text, as browsers show it. */
export function pictureOf(page: Page, node: Image, alt?: string): Element {
  const image = imageAt(page, node.url);
  const words = alt ?? node.alt ?? '';
  if (image === undefined) {
    return placed(node, element('span', { className: ['missing-picture'] }, [words]));
  }
  const src = imageAddress(page, image);
  return placed(node, element('img', { src, alt: words, width: image.width, height: image.height }));
}

/** Registers a text file, such as the numbers of a chart, and gives its address relative to the page. */
export function fileAddress(page: Page, name: string, mediaType: string, content: string): string {
  page.assets.set(name, { path: name, mediaType, bytes: new TextEncoder().encode(content) });
  return encodeURIComponent(name);
}
