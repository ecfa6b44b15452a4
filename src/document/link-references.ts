/** Links and pictures written as references (`[words][name]`, with `[name]: address` elsewhere) become plain links and pictures. */

import type { Definition, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { finding } from './finding.js';
import { replaceNodes } from './replace-nodes.js';
import type { Work } from './work.js';

function reportUnused(definition: Definition, isDouble: boolean, work: Work): void {
  const label = definition.label ?? definition.identifier;
  work.report(
    finding('markup-is-not-left-over', 'warning', work.place(definition.position), {
      what: isDouble
        ? `The address of “[${label}]” is given twice; only the first is used.`
        : `Nothing links to the address of “[${label}]”.`,
      why: 'Readers never see it.',
      fix: `Write [words][${label}] where it belongs, or take the line out.`,
      excerpt: [label, definition.url, definition.title ?? ''].join(' ').trim(),
    }),
  );
}

/** Resolves references; definitions leave the tree, unused ones with a finding. */
export function resolveReferences(tree: Root, work: Work): void {
  const definitions = new Map<string, Definition>();
  const doubles = new Set<Definition>();
  visit(tree, 'definition', (definition: Definition) => {
    if (definitions.has(definition.identifier)) doubles.add(definition);
    else definitions.set(definition.identifier, definition);
  });
  if (definitions.size === 0) return;
  const used = new Set<Definition>();
  replaceNodes(tree, (node): readonly Nodes[] | undefined => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined;
    const definition = definitions.get(node.identifier);
    if (definition === undefined) return undefined;
    used.add(definition);
    const { url, title } = definition;
    const position = node.position && { position: node.position };
    if (node.type === 'linkReference') {
      return [{ type: 'link', url, title: title ?? null, children: node.children, ...position }];
    }
    return [{ type: 'image', url, title: title ?? null, alt: node.alt ?? null, ...position }];
  });
  replaceNodes(tree, (node) => {
    if (node.type !== 'definition') return undefined;
    if (!used.has(node)) reportUnused(node, doubles.has(node), work);
    return [];
  });
}
