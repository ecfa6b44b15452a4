/** Turns directives into blocks, inner ones first, and says which cannot stand where they are. */

import type { Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import type { Position } from 'unist';
import { didYouMean } from '../diagnostics/nearest.js';
import { finding } from './finding.js';
import type { GeneratedPart } from './nodes.js';
import { attributeOf, openingPosition, typedOpening } from './opening-line.js';
import { generatedPart, languageBlock, reportInnerPart, reportSecondPart } from './own-blocks.js';
import type { BlockDirective, RecogniseContext } from './recognise-context.js';
import { makeRecogniseContext } from './recogniser-context.js';
import { replaceNodes } from './replace-nodes.js';
import { isBlockDirective, partNames, partOf, type Structure } from './structure.js';
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
      excerpt: typedOpening(directive, work),
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

function reportInNote(directive: BlockDirective, work: Work): void {
  work.report(
    finding('keys-and-blocks-are-known', 'error', work.place(openingPosition(directive, work)), {
      what: `“:::${directive.name}” stands inside a note.`,
      why: 'A note holds text and citations only; it has to fit at the foot of a page.',
      fix: 'Move the block into the text, or take the spaces before it out.',
      excerpt: directive.name,
    }),
  );
}

/** One finding a block: for the innermost block around it that may not hold it. */
function checkNesting(directive: BlockDirective, ancestors: readonly Parents[], work: Work): void {
  if (ancestors.some((parent) => parent.type === 'footnoteDefinition')) reportInNote(directive, work);
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

/** A block that holds something is written with three colons; with two it has no content. */
function reportLeaf(directive: BlockDirective, work: Work): void {
  work.report(
    finding('keys-and-blocks-are-known', 'error', work.place(openingPosition(directive, work)), {
      what: `“::${directive.name}” begins with two colons, so it holds nothing.`,
      why: 'What stands below it is not part of the block.',
      fix: `Write “:::${directive.name}” here, and a line with ::: behind its content.`,
      excerpt: typedOpening(directive, work),
    }),
  );
}

/** Words in square brackets behind a block's name are no title here; they stay as its first paragraph. */
function reportLabel(directive: BlockDirective, work: Work): void {
  const label = directive.type === 'leafDirective' ? directive.children[0] : directive.children.find(isLabel);
  if (label === undefined) return;
  if (directive.type === 'containerDirective') delete label.data;
  work.report(
    finding('keys-and-blocks-are-known', 'error', work.place(label.position), {
      what: `Words stand in square brackets behind “${directive.name}”.`,
      why: 'They are no title, and are shown as the first paragraph.',
      fix: `Write the title in braces: {title="…"}.`,
      excerpt: directive.name,
    }),
  );
}

function isLabel(node: RootContent): boolean {
  return node.type === 'paragraph' && node.data !== undefined && 'directiveLabel' in node.data;
}

/** What stays of a directive that is no block: its content, and the words of its title. */
function contentOf(directive: BlockDirective): RootContent[] {
  const title = attributeOf(directive, 'title') ?? '';
  const position = directive.position && { position: directive.position };
  const paragraph = (children: PhrasingContent[]): RootContent[] =>
    children.length === 0 ? [] : [{ type: 'paragraph', children, ...position }];
  return [
    ...paragraph(title === '' ? [] : [{ type: 'text', value: title, ...position }]),
    ...(directive.type === 'leafDirective' ? paragraph(directive.children) : directive.children),
  ];
}

/** One document's directives, in the order of their closing lines. */
class Recogniser {
  private readonly context: RecogniseContext;
  private readonly parts = new Map<string, Position>();
  private readonly structure: Structure;
  private readonly work: Work;

  constructor(structure: Structure, work: Work) {
    this.structure = structure;
    this.work = work;
    this.context = makeRecogniseContext(structure, work);
  }

  recognise(directive: BlockDirective): readonly RootContent[] {
    const { work, structure } = this;
    reportLabel(directive, work);
    const part = partOf(directive.name);
    if (part !== undefined) return this.part(directive, part);
    if (directive.name === 'lang' && directive.type === 'containerDirective') {
      return languageBlock(directive, structure, work);
    }
    const reader = work.blocks.get(directive.name);
    if (reader === undefined && directive.name !== 'lang') {
      reportUnknown(directive, work);
      return contentOf(directive);
    }
    if (reader === undefined || (directive.type === 'leafDirective' && reader.holds !== 'nothing')) {
      reportLeaf(directive, work);
      return contentOf(directive);
    }
    const block = reader.recognise(directive, this.context);
    // A block folder adds its own node type to mdast's, which this stage does not see.
    return block === undefined ? contentOf(directive) : [block as unknown as RootContent];
  }

  private part(directive: BlockDirective, part: GeneratedPart['part']): readonly RootContent[] {
    const first = this.parts.get(part);
    if (first !== undefined) {
      reportSecondPart(directive, first, this.work);
      return contentOf(directive);
    }
    this.parts.set(part, openingPosition(directive, this.work));
    return [generatedPart(directive, part, this.structure, this.work), ...contentOf(directive)];
  }
}

/** Recognises every block of the tree, inner ones first. Unknown directives leave their content behind. */
export function recogniseBlocks(tree: Root, structure: Structure, work: Work): void {
  const recogniser = new Recogniser(structure, work);
  replaceNodes(tree, (node, ancestors): readonly Nodes[] | undefined => {
    if (!isBlockDirective(node)) return undefined;
    if (partOf(node.name) === undefined) checkNesting(node, ancestors, work);
    else if (ancestors.length > 1) reportInnerPart(node, work);
    return recogniser.recognise(node);
  });
}
