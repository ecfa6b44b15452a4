/** Turns directives into blocks, inner ones first, and says which cannot stand where they are. */

import type { Nodes, Parents, Root } from 'mdast';
import { didYouMean } from '../diagnostics/nearest.js';
import { finding } from './finding.js';
import { attributeOf, openingPosition } from './opening-line.js';
import { generatedPart, languageBlock, partNames, partOf } from './own-blocks.js';
import type { BlockDirective } from './recognise-context.js';
import { makeRecogniseContext } from './recogniser-context.js';
import { replaceNodes } from './replace-nodes.js';
import { isBlockDirective, type Structure } from './structure.js';
import type { Work } from './work.js';

/** Names that may be written as blocks. */
function knownNames(work: Work): string[] {
  return [...work.blocks.keys(), 'lang', ...partNames];
}

function reportUnknown(directive: BlockDirective, work: Work): void {
  work.report(
    finding('keys-and-blocks-are-known', 'error', work.place(openingPosition(directive, work)), {
      what: `There is no block “${directive.name}”.`,
      why: 'Its words stay in the text, but nothing else of it reaches the page.',
      fix: didYouMean(directive.name, knownNames(work)),
      excerpt: directive.name,
    }),
  );
}

/** What a block may hold. */
function holdsOf(name: string, work: Work): 'nothing' | 'prose' | 'blocks' | undefined {
  if (name === 'lang') return 'blocks';
  return partOf(name) === undefined ? work.blocks.get(name)?.holds : 'nothing';
}

function reportNesting(inner: BlockDirective, outer: BlockDirective, work: Work): void {
  const sameKind = inner.name === outer.name;
  work.report(
    finding('keys-and-blocks-are-known', 'error', work.place(openingPosition(inner, work)), {
      what: sameKind
        ? `“:::${inner.name}” stands inside another “:::${outer.name}”.`
        : `“:::${inner.name}” stands inside “:::${outer.name}”, which holds lists, tables, pictures and paragraphs only.`,
      why: 'Readers of the page and of the PDF would meet a block that is announced as a part of another one.',
      fix: `Close “:::${outer.name}” before it, or move it out.`,
      excerpt: inner.name,
      related: [{ message: 'the outer block begins here', place: work.place(openingPosition(outer, work)) }],
    }),
  );
}

/** One finding a block: for the innermost block around it that may not hold it. */
function checkNesting(directive: BlockDirective, ancestors: readonly Parents[], work: Work): void {
  const outer = ancestors.filter((parent) => isBlockDirective(parent)).toReversed();
  if (outer.length === 0) return;
  const wrong = outer.find((parent, index) => {
    const holds = holdsOf(parent.name, work);
    if (holds === undefined) return false;
    if (parent.name === directive.name) return true;
    if (holds === 'blocks') return false;
    // What stands in an inner block that may hold blocks is judged by that one alone.
    const between = outer
      .slice(0, index)
      .some((one) => one.name !== 'lang' && holdsOf(one.name, work) === 'blocks');
    return directive.name !== 'lang' && !between;
  });
  if (wrong !== undefined) reportNesting(directive, wrong, work);
}

/** Recognises every block of the tree. Unknown directives leave their content behind. */
export function recogniseBlocks(tree: Root, structure: Structure, work: Work): void {
  const context = makeRecogniseContext(structure, work);
  replaceNodes(tree, (node, ancestors): readonly Nodes[] | undefined => {
    if (!isBlockDirective(node)) return undefined;
    checkNesting(node, ancestors, work);
    const part = partOf(node.name);
    if (part !== undefined) return generatedPart(node, part, structure, work);
    if (node.name === 'lang' && node.type === 'containerDirective') {
      return languageBlock(node, structure, work);
    }
    const reader = work.blocks.get(node.name);
    if (reader === undefined) {
      reportUnknown(node, work);
      return contentOf(node);
    }
    const block = reader.recognise(node, context);
    return block === undefined ? contentOf(node) : [block as Nodes];
  });
}

/** What stays of a directive that is no block: its content, and the words of its title. */
function contentOf(directive: BlockDirective): readonly Nodes[] {
  const title = attributeOf(directive, 'title');
  const position = directive.position && { position: directive.position };
  const titled: Nodes[] =
    title === undefined || title === ''
      ? []
      : [{ type: 'paragraph', children: [{ type: 'text', value: title, ...position }], ...position }];
  if (directive.type === 'leafDirective') {
    if (directive.children.length === 0) return titled;
    return [...titled, { type: 'paragraph', children: directive.children, ...position }];
  }
  return [...titled, ...directive.children];
}
