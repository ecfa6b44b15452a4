/** The walk from print DOM to structure model: languages resolved, identities kept, lines of text gathered. */

import type { Element, ElementContent, RootContent, Text } from 'hast';
import { localDigits, type PrintedDocument } from '../../../print/print-document.js';
import type { Placement } from '../../pdf-file.js';
import { directionOf, folded, isHidden, languageOf, plainText, property } from './hast.js';
import {
  type InlineRun,
  ModelElement,
  type ModelImage,
  type ModelText,
  type StructureModel,
} from './model.js';
import { placeNotes } from './notes.js';
import { referToTargets } from './regroup.js';
import { blockTags, groupingRoles, silentTags } from './roles.js';
import { foldRuns } from './runs.js';

/** What holds on the way down the tree. */
export interface Context {
  readonly parent: ModelElement;
  readonly lang: string;
  readonly identities: readonly string[];
  readonly items: readonly ModelElement[];
  readonly link: ModelElement | undefined;
  readonly repeats: boolean;
  readonly rightToLeft: boolean;
  readonly preformatted: boolean;
  readonly pageOf: string | undefined;
  readonly contents: boolean;
}

type Content = ElementContent | RootContent;

/** Reads one element; made elsewhere, so that the walk does not know single elements. */
export type Handle = (builder: Builder, node: Element, context: Context, block: boolean) => void;

/** Walks the print DOM and gathers what it finds. Handlers of single elements use its methods. */
export class Builder {
  readonly print: PrintedDocument;
  private readonly placement: Pick<Placement, 'mode' | 'pageOf'>;
  private readonly handle: Handle;
  private readonly root: ModelElement;
  readonly leaves: (ModelText | ModelImage)[] = [];
  private readonly runs: InlineRun[] = [];
  private readonly byId = new Map<string, ModelElement>();
  readonly notes = new Map<number, ModelElement>();
  readonly links: ModelElement[] = [];
  private readonly decorations: string[] = [];
  readonly noteNumbers: ReadonlyMap<string, number>;
  readonly callNumbers: ReadonlyMap<string, number>;
  /** The line of text that is being gathered. */
  run: InlineRun = { pieces: [] };
  /** The paragraph that gathers loose text of a grouping element. */
  private loose: ModelElement | undefined;

  /** A page number in the document's own digits. */
  private readonly pageNumber: (page: number) => string;

  constructor(print: PrintedDocument, placement: Pick<Placement, 'mode' | 'pageOf'>, handle: Handle) {
    this.print = print;
    this.handle = handle;
    this.placement = placement;
    this.pageNumber = (page) => localDigits(print, page);
    this.root = new ModelElement('Document', print.lang, undefined);
    this.noteNumbers = new Map(print.notes.map((note) => [note.id, note.number]));
    this.callNumbers = new Map(print.notes.flatMap((note) => note.calls.map((call) => [call, note.number])));
  }

  build(): void {
    this.children(this.print.tree.children, {
      parent: this.root,
      lang: this.print.lang,
      identities: [],
      items: [],
      link: undefined,
      repeats: false,
      rightToLeft: this.print.dir === 'rtl',
      preformatted: false,
      pageOf: undefined,
      contents: false,
    });
    this.breakRun();
  }

  finish(): StructureModel {
    foldRuns(this.runs);
    referToTargets(this.links, this.byId);
    placeNotes(this.placement.mode, this.root, this.notes, this.links);
    const { root, leaves, runs, byId, notes, links, decorations } = this;
    return { root, leaves, runs, byId, notes, links, decorations };
  }

  private breakRun(): void {
    if (this.run.pieces.length > 0) this.runs.push(this.run);
    this.run = { pieces: [] };
    this.loose = undefined;
  }

  /** Reads nodes into `context.parent`. */
  children(nodes: readonly Content[], context: Context): void {
    for (let index = 0; index < nodes.length; index += 1) {
      const node = nodes[index];
      if (node?.type === 'element') this.element(node, context);
      if (node?.type !== 'text') continue;
      let value = node.value;
      // Neighbouring texts become one text node when the browser parses them.
      for (let next = nodes[index + 1]; next?.type === 'text'; next = nodes[index + 1]) {
        value += next.value;
        index += 1;
      }
      this.text(node, value, context);
    }
  }

  /** Adds a text node; blanks between blocks are no text. */
  text(node: Text, value: string, context: Context): void {
    const blank = folded(value) === '';
    const grouping = groupingRoles.has(context.parent.role);
    const parent = grouping ? this.loose : context.parent;
    if (blank && (parent === undefined || this.run.pieces.length === 0)) return;
    const { identities, items, link, repeats, rightToLeft, preformatted, pageOf } = context;
    const text: ModelText = {
      kind: 'text',
      source: value,
      words: value,
      identities,
      items,
      link,
      repeats,
      rightToLeft,
      preformatted,
      pageOf,
      position: node.position ?? context.parent.origin,
      actualText: undefined,
      marks: [],
    };
    this.leaf(text, context);
  }

  /** Puts a leaf into its element, or into the paragraph that loose text gets. */
  private leaf(leaf: ModelText | ModelImage, context: Context): void {
    this.holder(context).append(leaf);
    this.leaves.push(leaf);
    this.run.pieces.push(leaf);
  }

  /** The element that inline content goes into. */
  holder(context: Context): ModelElement {
    if (!groupingRoles.has(context.parent.role)) return context.parent;
    if (this.loose === undefined) {
      this.loose = new ModelElement('P', context.lang, context.parent.node);
      context.parent.append(this.loose);
    }
    return this.loose;
  }

  private element(node: Element, outer: Context): void {
    if (silentTags.has(node.tagName)) return;
    if (isHidden(node)) {
      const words = folded(plainText(node));
      if (words !== '') this.decorations.push(words);
      return;
    }
    if (node.tagName === 'br') {
      this.run.pieces.push('break');
      return;
    }
    const own = languageOf(node);
    const known = own.identity === undefined ? undefined : this.print.identities.get(own.identity);
    const context: Context = {
      ...outer,
      lang: own.lang ?? known?.lang ?? outer.lang,
      rightToLeft: directionOf(node) ?? outer.rightToLeft,
      identities: own.identity === undefined ? outer.identities : [own.identity, ...outer.identities],
    };
    const block = blockTags.has(node.tagName) || node.properties['role'] === 'paragraph';
    if (block) this.breakRun();
    this.handle(this, node, context, block);
    if (block) this.breakRun();
  }

  /** Makes an element under its parent. */
  open(role: ModelElement['role'], node: Element, context: Context, block: boolean): ModelElement {
    const element = new ModelElement(role, context.lang, node);
    const parent = block ? context.parent : this.holder(context);
    parent.append(element);
    this.remember(node, element);
    return element;
  }

  /** Keeps an element as the target of its DOM id. */
  remember(node: Element, element: ModelElement): void {
    const id = property(node, 'id');
    if (id === undefined || this.byId.has(id)) return;
    element.id ??= id;
    this.byId.set(id, element);
  }

  /** Reads the children of a node into an element. */
  fill(element: ModelElement, node: Element, context: Context): void {
    this.children(node.children, { ...context, parent: element });
  }

  /** An element that only groups or styles: its children go to the parent; the first one stands for its id. */
  transparent(node: Element, context: Context): void {
    const count = context.parent.children.length;
    this.children(node.children, context);
    const id = property(node, 'id');
    if (id === undefined || this.byId.has(id)) return;
    const first = context.parent.children.slice(count).find((child) => child.kind === 'element');
    const target = first?.kind === 'element' ? first : (this.loose ?? context.parent);
    this.byId.set(id, target);
  }

  /** A slot for a page number holds what the placing step wrote, whatever stands in the tree. */
  pageReference(node: Element, id: string, context: Context): void {
    const page = this.placement.pageOf[id];
    const value = page === undefined ? undefined : this.pageNumber(page);
    if (value !== undefined) this.text({ type: 'text', value }, value, { ...context, pageOf: id });
    else this.children(node.children, context);
  }
}
