/** Gives every block of the print DOM an identity that arrives in the PDF: a private-use subtag of its language. */

import type { Element, Root, RootContent } from 'hast';
import type { Identity } from './print-document.js';

/**
 * Kind letter by tag name, for the elements whose language Chromium writes into the tag tree (measured on 156; others lose
 * it). Two letters are kept free: `x` opens the private part of a tag, `c` begins the part number of a split note.
 */
const letters: Readonly<Record<string, string>> = {
  p: 'p',
  h1: 'h',
  h2: 'h',
  h3: 'h',
  h4: 'h',
  h5: 'h',
  h6: 'h',
  ul: 'l',
  ol: 'l',
  dl: 'l',
  li: 'i',
  dt: 'i',
  dd: 'i',
  table: 't',
  caption: 'k',
  figcaption: 'k',
  tr: 'r',
  th: 'd',
  td: 'd',
  figure: 'g',
  img: 'g',
  svg: 'g',
  blockquote: 'q',
  pre: 'b',
  address: 'b',
  article: 's',
  aside: 's',
  section: 's',
  main: 's',
  nav: 's',
  header: 's',
  footer: 's',
  div: 's',
};

/** A language with a private-use subtag; one that has such a part already takes the identity at its end (RFC 5646, 2.2.7). */
export function withIdentity(lang: string, id: string): string {
  return /(?:^|-)x-/i.test(lang) ? `${lang}-${id}` : `${lang}-x-${id}`;
}

/** Where the language with the identity waits until the page is placed. */
const waiting = 'dataGalleyIdentity';
/** A language with an identity: what stands before it, and the identity. */
const identified = /^((?:.*-)?x-(?:.*-)?)([a-z]\d+)$/i;

/**
 * The tree as the browser gets it. Until they are placed, blocks of one language share one `lang`, and the one with their identity waits beside
 * it: Chromium computes styles afresh for each language. That one has a dot in front of the identity, where HarfBuzz stops to read a
 * language: it made a plan for each, and looked through all of them for each piece of text (measured at 243 pages: loading 0.47, placing 0.6
 * of what they were). The shared one has a private part as well, so that styles see the same languages all along.
 */
export function identitiesApart(tree: Root): Root {
  return { ...tree, children: tree.children.map(identityApart) };
}

function identityApart<N extends RootContent>(node: N): N {
  if (node.type !== 'element') return node;
  const children = node.children.map(identityApart);
  const [, before, id] = identified.exec(String(node.properties['lang'] ?? '')) ?? [];
  if (before === undefined || id === undefined) return { ...node, children };
  const properties = { ...node.properties, lang: `${before}0`, [waiting]: `${before}.${id}` };
  return { ...node, properties, children };
}

/** Numbers all blocks in document order, kind by kind, and writes the identity into their `lang`. Changes the tree. */
export function assignIdentities(tree: Root, lang: string): ReadonlyMap<string, Identity> {
  const identities = new Map<string, Identity>();
  const counts = new Map<string, number>();
  const walk = (parent: Root | Element, inherited: string): void => {
    for (const node of parent.children) {
      if (node.type !== 'element') continue;
      const own = node.properties['lang'];
      const real = typeof own === 'string' && own !== '' ? own : inherited;
      const letter = letters[node.tagName];
      if (letter !== undefined) {
        const count = (counts.get(letter) ?? 0) + 1;
        counts.set(letter, count);
        const id = `${letter}${count}`;
        node.properties['lang'] = withIdentity(real, id);
        identities.set(id, { id, tagName: node.tagName, lang: real, position: node.position });
      }
      // The inside of a drawing is one thing with one name.
      if (node.tagName !== 'svg') walk(node, real);
    }
  };
  const html = tree.children.find((node) => node.type === 'element' && node.tagName === 'html');
  const body =
    html?.type === 'element'
      ? html.children.find((node) => node.type === 'element' && node.tagName === 'body')
      : undefined;
  if (body?.type === 'element') walk(body, lang);
  return identities;
}
