/** What each mdast node means in HTML: a table of functions, with the defaults of mdast-util-to-hast for the rest. */

import type { Element, ElementContent } from 'hast';
import type {
  Blockquote,
  FootnoteReference,
  Heading,
  Html,
  Image,
  ImageReference,
  Link,
  List,
  ListItem,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Table,
  Text,
} from 'mdast';
import { defaultHandlers, type Handler, type Handlers, type State } from 'mdast-util-to-hast';
import type {
  BlockNode,
  Citation,
  CrossReference,
  FigureNumber,
  GeneratedPart,
  InTextCitation,
  LanguageBlock,
  LanguageSpan,
  NoteCall,
  PrintMode,
} from '../document/nodes.js';
import { dirOf } from '../language/direction.js';
import { blockProperties, contextOf } from './block-context.js';
import type { BlockRenderer } from './block-renderer.js';
import { frameBlock } from './block-templates.js';
import { crossReference } from './cross-references.js';
import { addClass, element, isElement, placed, text } from './elements.js';
import { markTerms } from './glossary-terms.js';
import { label } from './labels.js';
import { outsideLink } from './links.js';
import { inTextCitation, noteCall } from './note-calls.js';
import { inLanguage, type Page, quietly } from './page.js';
import { pictureOf } from './pictures.js';
import { tableFrame } from './tables.js';

/** Turns nodes into hast within a running conversion. */
export function allOf(state: State, nodes: readonly Nodes[]): ElementContent[] {
  return state.all({ type: 'root', children: nodes as PhrasingContent[] });
}

type DefaultName = 'heading' | 'paragraph' | 'list' | 'listItem' | 'blockquote' | 'link' | 'linkReference';

/** What mdast-util-to-hast itself makes of a node. */
function byDefault(type: DefaultName, state: State, node: Nodes, parent?: Parents): Element {
  const handler = defaultHandlers[type] as Handler;
  return handler(state, node, parent) as Element;
}

function heading(page: Page): Handler {
  return (state, node: Heading) => {
    const made = quietly(page, () => byDefault('heading', state, node));
    if (node.data?.id !== undefined) made.properties['id'] = node.data.id;
    return made;
  };
}

/** A paragraph of nothing but a picture is marked, so that themes can give it room. */
function paragraph(state: State, node: Paragraph): Element {
  const made = byDefault('paragraph', state, node);
  const only = made.children.length === 1 ? made.children[0] : undefined;
  return isElement(only, 'img') ? addClass(made, 'picture') : made;
}

function isTask(item: ListItem): boolean {
  return typeof item.checked === 'boolean';
}

function list(state: State, node: List): Element {
  const made = byDefault('list', state, node);
  delete made.properties['className'];
  return node.children.some(isTask) ? addClass(made, 'task-list') : made;
}

/** A task's state in words, since print has no form controls and readers no way to tick. */
function listItem(page: Page): Handler {
  return (state, node: ListItem, parent) => {
    const { checked, ...plain } = node;
    const made = byDefault('listItem', state, plain as ListItem, parent);
    if (typeof checked !== 'boolean') return made;
    const words = [...label(page, checked ? 'task-done' : 'task-to-do'), text(':')];
    const state_ = element('span', { className: ['task-state'] }, words);
    const first = made.children.find((child) => isElement(child, 'p')) ?? made;
    (first as Element).children.unshift(state_, text(' '));
    return made;
  };
}

function languageSpan(page: Page): Handler {
  return (state, node: LanguageSpan) =>
    inLanguage(page, node.lang, () => {
      const made = element('span', { lang: node.lang, dir: node.dir }, state.all(node as Parents));
      return placed(node, made);
    });
}

/** What says that a block is not on paper, so that nobody looks for it there. */
function screenOnly({ print }: { readonly print: PrintMode }): Element['properties'] {
  return print === 'hide' ? { dataScreenOnly: '' } : {};
}

function marked(part: ElementContent, node: BlockNode): ElementContent {
  if (isElement(part)) Object.assign(part.properties, screenOnly(node));
  return part;
}

function languageBlock(page: Page): Handler {
  return (state, node: LanguageBlock) => {
    if (page.medium === 'print' && node.print === 'hide') return undefined;
    return inLanguage(page, node.lang, () => {
      const properties = blockProperties(page, node, 'lang');
      return placed(
        node,
        element(
          'div',
          { ...properties, ...screenOnly(node), lang: node.lang, dir: node.dir },
          allOf(state, node.children),
        ),
      );
    });
  };
}

function figureNumber(page: Page): Handler {
  return (_, node: FigureNumber) => {
    // Numbers with units are isolated in right-to-left text, so that their parts keep their order.
    const tagName = dirOf(page.languages.at(-1) ?? page.language.tag) === 'rtl' ? 'bdi' : 'span';
    return placed(node, element(tagName, { className: ['figure-value'] }, [node.value]));
  };
}

/** A citation that no note took up stays readable as it was typed. */
function citation(_: State, node: Citation): ElementContent {
  const ids = node.items.map((item) => `@${item.id}`).join('; ');
  return text(node.mode === 'text' ? ids : `[${ids}]`);
}

function image(page: Page): Handler {
  return (_, node: Image) => pictureOf(page, node);
}

function imageReference(page: Page): Handler {
  return (state, node: ImageReference) => {
    const definition = state.definitionById.get(node.identifier.toUpperCase());
    if (definition === undefined) return text(`![${node.alt ?? ''}]`);
    return pictureOf(page, { ...node, type: 'image', url: definition.url });
  };
}

function link(page: Page, type: 'link' | 'linkReference'): Handler {
  return (state, node: Link) => {
    const made = quietly(page, () => byDefault(type, state, node));
    return isElement(made, 'a') ? outsideLink(page, made) : made;
  };
}

/** A mark where the contents list, the notes or the sources shall stand; they are made when the whole text is known. */
function generatedPart(page: Page): Handler {
  return (_, node: GeneratedPart) => {
    page.placedParts.add(node.part);
    if (page.medium === 'print' && node.print === 'hide') return undefined;
    const slot = placed(node, element('galley-slot', { name: node.part }));
    return node.print === 'hide' ? placed(node, element('div', screenOnly(node), [slot])) : slot;
  };
}

/** The element of a block as the theme frames it. */
function framed(page: Page, name: string, made: Element): Element {
  const template = page.blockTemplates.get(name);
  if (template === undefined) return made;
  return frameBlock(made, template, { ...page.blockView, block: name }, (finding) => {
    page.diagnostics.push(finding);
  });
}

/** The element that a block becomes; nothing on paper when its author keeps it off paper. */
function block(page: Page, renderer: BlockRenderer): Handler {
  return (state, node: BlockNode) => {
    if (page.medium === 'print' && node.print === 'hide') return undefined;
    const made = inLanguage(page, node.lang, () => renderer.render(node, contextOf(page, state)));
    if (!isElement(made as Element))
      return [...(made as readonly ElementContent[])].map((part) => marked(part, node));
    Object.assign((made as Element).properties, screenOnly(node));
    const outer = framed(page, renderer.name, made as Element);
    return outer.position === undefined ? placed(node, outer) : outer;
  };
}

/** The handlers of one conversion. */
export function handlersOf(page: Page): Handlers {
  const own: Record<string, Handler> = {
    heading: heading(page),
    paragraph,
    list,
    listItem: listItem(page),
    blockquote: (state, node: Blockquote) => quietly(page, () => byDefault('blockquote', state, node)),
    text: (state, node: Text) => {
      const made = defaultHandlers.text(state, node);
      if (page.quiet > 0 || page.terms.length === 0 || made.type !== 'text') return made;
      return markTerms({ ...node, value: made.value }, page.terms);
    },
    html: (_, node: Html) => text(node.value),
    image: image(page),
    imageReference: imageReference(page),
    link: link(page, 'link'),
    linkReference: link(page, 'linkReference'),
    table: (state, node: Table) => tableFrame(page, node, (cell) => state.all(cell), {}),
    noteCall: (_, node: NoteCall) => noteCall(page, node),
    inTextCitation: (state, node: InTextCitation) =>
      quietly(page, () => inTextCitation(node, state.all(node as Parents))),
    citation,
    figureNumber: figureNumber(page),
    crossReference: (state, node: CrossReference) =>
      quietly(page, () => crossReference(page, node, (nodes) => allOf(state, nodes))),
    languageSpan: languageSpan(page),
    languageBlock: languageBlock(page),
    generatedPart: generatedPart(page),
    // Every footnote mark is a note call by now; one without a definition stays as typed.
    footnoteReference: (_, node: FootnoteReference) => text(`[^${node.label ?? node.identifier}]`),
  };
  for (const renderer of page.blocks.values()) own[renderer.type] = block(page, renderer);
  return own as Handlers;
}
