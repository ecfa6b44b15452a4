/** The picture that stands for a page: at its head, and on the cards of other services. */

import type { Element } from 'hast';
import type { Image, Nodes } from 'mdast';
import { element } from './elements.js';
import { label } from './labels.js';
import type { Page } from './page.js';
import { imageAddress, imageAt, pictureOf } from './pictures.js';

/** The lead picture as machines are told of it. */
export interface ImageFact {
  /** Absolute where config gives a base. */
  readonly url: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

function imageIn(node: Nodes): Image | undefined {
  if (node.type === 'image') return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = imageIn(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function blockWith(node: Nodes, id: string): Nodes | undefined {
  if ('id' in node && node.id === id) return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = blockWith(child, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The Markdown image that the front matter names. */
function leadNode(page: Page): Image | undefined {
  const lead = page.explainer.metadata.image;
  if (lead === null) return undefined;
  if ('src' in lead) return { type: 'image', url: lead.src, alt: lead.alt };
  const block = blockWith(page.explainer.tree, lead.block);
  return block === undefined ? undefined : imageIn(block);
}

/** What machines are told of the lead picture. `address` is the page's public one. */
export function leadImageFact(page: Page, address: string | null): ImageFact | undefined {
  const node = leadNode(page);
  const image = node === undefined ? undefined : imageAt(page, node.url);
  if (node === undefined || image === undefined) return undefined;
  const path = imageAddress(page, image);
  const url = address !== null && URL.canParse(path, address) ? new URL(path, address).href : path;
  return { url, alt: node.alt ?? '', width: image.width, height: image.height };
}

/** The figure at the head of the text, for a picture that the front matter itself brings. */
export function leadFigure(page: Page): Element | undefined {
  const lead = page.explainer.metadata.image;
  const node = leadNode(page);
  if (lead === null || node === undefined || !('src' in lead)) return undefined;
  const credit =
    lead.credit === null
      ? undefined
      : element('figcaption', {}, [
          element('p', { className: ['caption-meta'] }, [
            element('span', { className: ['credit'] }, label(page, 'credit-photo', { credit: lead.credit })),
          ]),
        ]);
  const properties = { className: ['block', 'block-figure', 'kind-photo', 'is-lead'] };
  return element('figure', properties, [pictureOf(page, node), credit]);
}
