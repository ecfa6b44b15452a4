/** What the front matter points to: blocks of the text, and the lead picture's file. */

import type { Nodes, Root } from 'mdast';
import { CONTINUE, EXIT, visit } from 'unist-util-visit';
import type { YamlPath } from '../config/yaml-document.js';
import { nearest } from '../diagnostics/nearest.js';
import type { Metadata } from './explainer.js';
import { finding } from './finding.js';
import { valuePlace } from './frontmatter-reader.js';
import { checkImageFile } from './images.js';
import type { KnownIds, Work } from './work.js';

function checkId(id: string, path: YamlPath, ids: KnownIds, work: Work): void {
  if (ids.has(id)) return;
  const near = nearest(id, ids.all());
  work.report(
    finding('link-target-exists', 'error', valuePlace(path, work), {
      what: `Nothing in this document has the id “${id}”.`,
      why: 'Readers could not be led from there to the place that is meant.',
      fix: near === undefined ? `Give the block or heading the id: {#${id}}.` : `Did you mean “${near}”?`,
      excerpt: id,
    }),
  );
}

/** Whether the block or heading with this id holds a picture. */
function holdsPicture(tree: Root, id: string): boolean {
  let found = false;
  visit(tree, (node: Nodes) => {
    if (!('id' in node) || node.id !== id) return CONTINUE;
    visit(node, 'image', () => {
      found = true;
    });
    return EXIT;
  });
  return found;
}

/** The name of a file where the id of a block is meant. */
function tellFile(name: string, work: Work): void {
  work.report(
    finding('link-target-exists', 'error', valuePlace(['image'], work), {
      what: `“${name}” is the name of a file; “image” takes the id of a block.`,
      why: 'A picture needs an alternative text and a credit, which a file name alone does not have.',
      fix: `Write image: { src: ${name}, alt: …, credit: … }.`,
      excerpt: name,
    }),
  );
}

function checkLeadBlock(id: string, tree: Root, ids: KnownIds, work: Work): void {
  if (!ids.has(id) && /\.(?:jpe?g|png|webp|avif|svg|gif|tiff?)$/iu.test(id)) {
    tellFile(id, work);
    return;
  }
  checkId(id, ['image'], ids, work);
  if (!ids.has(id) || holdsPicture(tree, id)) return;
  work.report(
    finding('values-are-known', 'error', valuePlace(['image'], work), {
      what: `“${id}” holds no picture.`,
      why: 'The lead picture of lists and link cards would be missing.',
      fix: 'Name a :::figure or :::map, or write image: { src: …, alt: … }.',
      excerpt: id,
    }),
  );
}

/** Every id of a list of entries in the front matter, with its path. */
function* idsOf(key: string, data: unknown): Generator<{ id: string; path: YamlPath }> {
  if (!Array.isArray(data)) return;
  for (const [index, entry] of data.entries()) {
    if (typeof entry !== 'object' || entry === null) continue;
    const { block, blocks }: { block?: unknown; blocks?: unknown } = entry;
    if (typeof block === 'string') yield { id: block, path: [key, index, 'block'] };
    for (const [at, id] of Array.isArray(blocks) ? blocks.entries() : []) {
      if (typeof id === 'string') yield { id, path: [key, index, 'blocks', at] };
    }
  }
}

/** Checks ids and the lead picture; the lead picture's address becomes the plain file name. */
export function checkMetadataTargets(metadata: Metadata, tree: Root, ids: KnownIds, work: Work): Metadata {
  const data = work.source.frontmatter.data as Record<string, unknown> | null | undefined;
  for (const key of ['corrections', 'updates']) {
    for (const { id, path } of idsOf(key, data?.[key])) checkId(id, path, ids, work);
  }
  const { image } = metadata;
  if (image === null) return metadata;
  if ('block' in image) {
    checkLeadBlock(image.block, tree, ids, work);
    return metadata;
  }
  const src = checkImageFile(image.src, work.source.frontmatter.positionOf(['image', 'src'], 'value'), work);
  return { ...metadata, image: { ...image, src } };
}
