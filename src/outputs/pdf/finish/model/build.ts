/** Print DOM → structure model: roles from HTML's meaning, languages resolved, lines of text gathered, notes in reading order. */

import type { Element, ElementContent, RootContent, Text } from 'hast';
import type { PrintDocument } from '../../../print/print-document.js';
import type { Placement } from '../../pdf-file.js';
import { folded, hasClass, isHidden, languageOf, plainText, property } from './hast.js';
import {
  type InlineRun,
  ModelElement,
  type ModelImage,
  type ModelText,
  type StructureModel,
} from './model.js';
import { placeNotes } from './notes.js';
import { blockTags, groupingRoles, roleOf, silentTags } from './roles.js';
import { foldRuns } from './runs.js';
import { completeTable } from './tables.js';

/** What holds on the way down the tree. */
interface Context {
  readonly parent: ModelElement;
  readonly lang: string;
  readonly identities: readonly string[];
  readonly items: readonly ModelElement[];
  readonly link: ModelElement | undefined;
  readonly repeats: boolean;
  readonly preformatted: boolean;
  readonly pageOf: string | undefined;
  readonly contents: boolean;
}

type Content = ElementContent | RootContent;

/** Makes the model of a print document; the placement says where notes went and which page numbers were written into their slots. Total on any tree. */
export function buildModel(
  print: PrintDocument,
  placement: Pick<Placement, 'mode' | 'pageOf'>,
): StructureModel {
  const builder = new Builder(print, placement);
  builder.build();
  return builder.finish();
}

/** Class names of the number that stands before a note. */
const noteLabels: readonly string[] = ['note-number', 'note-label', 'footnote-number', 'footnote-label'];

class Builder {
  private readonly print: PrintDocument;
  private readonly placement: Pick<Placement, 'mode' | 'pageOf'>;
  private readonly root: ModelElement;
  private readonly leaves: (ModelText | ModelImage)[] = [];
  private readonly runs: InlineRun[] = [];
  private readonly byId = new Map<string, ModelElement>();
  private readonly notes = new Map<number, ModelElement>();
  private readonly links: ModelElement[] = [];
  private readonly decorations: string[] = [];
  private readonly noteNumbers: ReadonlyMap<string, number>;
  private readonly callNumbers: ReadonlyMap<string, number>;
  private run: InlineRun = { pieces: [] };
  /** The paragraph that gathers loose text of a grouping element. */
  private loose: ModelElement | undefined;

  constructor(print: PrintDocument, placement: Pick<Placement, 'mode' | 'pageOf'>) {
    this.print = print;
    this.placement = placement;
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

  private children(nodes: readonly Content[], context: Context): void {
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

  private text(node: Text, value: string, context: Context): void {
    const blank = folded(value) === '';
    const grouping = groupingRoles.has(context.parent.role);
    const parent = grouping ? this.loose : context.parent;
    if (blank && (parent === undefined || this.run.pieces.length === 0)) return;
    const { identities, items, link, repeats, preformatted, pageOf } = context;
    const text: ModelText = {
      kind: 'text',
      source: value,
      words: value,
      identities,
      items,
      link,
      repeats,
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

  private holder(context: Context): ModelElement {
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
      identities: own.identity === undefined ? outer.identities : [own.identity, ...outer.identities],
    };
    const block = blockTags.has(node.tagName) || node.properties['role'] === 'paragraph';
    if (block) this.breakRun();
    this.byKind(node, context, block);
    if (block) this.breakRun();
  }

  private byKind(node: Element, context: Context, block: boolean): void {
    const number = this.noteNumbers.get(property(node, 'id') ?? '');
    if (number !== undefined) this.note(node, number, context);
    else if (node.tagName === 'img' || node.tagName === 'svg') this.image(node, context);
    else if (node.tagName === 'ul' || node.tagName === 'ol' || node.tagName === 'dl')
      this.list(node, context);
    else if (node.tagName === 'li') this.item(node, context);
    else if (node.tagName === 'figure') this.figure(node, context);
    else if (node.tagName === 'a' && property(node, 'href') !== undefined) this.link(node, context);
    else if (node.tagName === 'abbr' && property(node, 'title') !== undefined)
      this.abbreviation(node, context);
    else this.plain(node, context, block);
  }

  /** Makes an element under its parent and fills it. */
  private open(role: ModelElement['role'], node: Element, context: Context, block: boolean): ModelElement {
    const element = new ModelElement(role, context.lang, node);
    const parent = block ? context.parent : this.holder(context);
    parent.append(element);
    this.remember(node, element);
    return element;
  }

  private remember(node: Element, element: ModelElement): void {
    const id = property(node, 'id');
    if (id === undefined || this.byId.has(id)) return;
    element.id ??= id;
    this.byId.set(id, element);
  }

  private fill(element: ModelElement, node: Element, context: Context): void {
    this.children(node.children, { ...context, parent: element });
  }

  private plain(node: Element, outer: Context, block: boolean): void {
    const pageOf = property(node, 'dataPageOf');
    if (pageOf !== undefined) {
      this.pageReference(node, pageOf, outer);
      return;
    }
    const context: Context = {
      ...outer,
      repeats: outer.repeats || node.tagName === 'thead' || node.tagName === 'tfoot',
      preformatted: outer.preformatted || node.tagName === 'pre',
      contents: outer.contents || (node.tagName === 'nav' && isContentsList(node)),
    };
    let role = roleOf(node);
    if (context.parent.role === 'Note' && hasClass(node, ...noteLabels)) role = 'Lbl';
    if (role === 'Sect' && !groupingRoles.has(context.parent.role)) role = undefined;
    if (role === 'P' && (context.parent.role === 'P' || onlyPictures(node))) role = undefined;
    if (role === undefined) {
      if (!block && context.lang !== context.parent.lang) role = 'Span';
      else {
        this.transparent(node, context);
        return;
      }
    }
    const element = this.open(role, node, context, block);
    if (role === 'Formula')
      element.alt = property(node, 'alttext') ?? property(node, 'ariaLabel') ?? folded(plainText(node));
    this.fill(element, node, context);
    if (role === 'Table') completeTable(element);
    if (role === 'Ruby') wrapRubyBase(element);
  }

  /** An element that only groups or styles: its children go to the parent; the first one stands for its id. */
  private transparent(node: Element, context: Context): void {
    const count = context.parent.children.length;
    this.children(node.children, context);
    const id = property(node, 'id');
    if (id === undefined || this.byId.has(id)) return;
    const first = context.parent.children.slice(count).find((child) => child.kind === 'element');
    const target = first?.kind === 'element' ? first : (this.loose ?? context.parent);
    this.byId.set(id, target);
  }

  /** A slot for a page number holds what the placing step wrote, whatever stands in the tree. */
  private pageReference(node: Element, id: string, context: Context): void {
    const page = this.placement.pageOf[id];
    if (page !== undefined)
      this.text({ type: 'text', value: String(page) }, String(page), { ...context, pageOf: id });
    else this.children(node.children, context);
  }

  private note(node: Element, number: number, context: Context): void {
    const element = new ModelElement('Note', context.lang, node);
    element.noteNumber = number;
    this.remember(node, element);
    this.notes.set(number, element);
    // At the foot of the page the note is hung into the reading order later; end notes stay where they are.
    let holder = context.parent;
    while (holder.role === 'L' && holder.parent !== undefined) holder = holder.parent;
    holder.append(element);
    const items = node.tagName === 'li' ? [...context.items, element] : context.items;
    this.fill(element, node, { ...context, items });
  }

  private image(node: Element, context: Context): void {
    const alt = property(node, 'alt') ?? property(node, 'ariaLabel') ?? titleOf(node);
    const role = node.properties['role'];
    if (alt === '' || role === 'presentation' || role === 'none') return;
    const { identities, items, link, repeats } = context;
    const inFigure = context.parent.role === 'Figure';
    const figure = inFigure ? context.parent : new ModelElement('Figure', context.lang, node);
    // A picture of its own is a block where blocks stand, and part of the line where a line is running.
    const loose = groupingRoles.has(context.parent.role) && this.run.pieces.length === 0;
    if (!inFigure) (loose ? context.parent : this.holder(context)).append(figure);
    this.remember(node, figure);
    figure.alt = figure.alt === undefined ? alt : `${figure.alt} ${alt ?? ''}`.trim();
    const image: ModelImage = {
      kind: 'image',
      alt,
      identities,
      items,
      link,
      repeats,
      position: node.position ?? context.parent.origin,
      marks: [],
    };
    figure.append(image);
    this.leaves.push(image);
    if (!loose) this.run.pieces.push(image);
  }

  private list(node: Element, context: Context): void {
    const contents = context.contents || hasClass(node, 'toc-list');
    if (context.parent.role === 'Note' && this.hasOnlyNotes(node)) {
      this.transparent(node, context);
      return;
    }
    if (this.hasOnlyNotes(node)) {
      this.children(node.children, context);
      return;
    }
    const element = this.open(contents ? 'TOC' : 'L', node, context, true);
    element.ordered = node.tagName === 'ol';
    this.fill(element, node, { ...context, contents });
    if (node.tagName === 'dl') groupDescriptions(element);
  }

  private hasOnlyNotes(node: Element): boolean {
    const items = node.children.filter((child): child is Element => child.type === 'element');
    return items.length > 0 && items.every((item) => this.noteNumbers.has(property(item, 'id') ?? ''));
  }

  private item(node: Element, context: Context): void {
    const contents = context.parent.role === 'TOC';
    const item = this.open(contents ? 'TOCI' : 'LI', node, context, true);
    const body = new ModelElement(contents ? 'P' : 'LBody', context.lang, node);
    item.append(body);
    const inside = { ...context, items: [...context.items, item] };
    this.fill(body, node, inside);
    if (!contents) return;
    // A list inside an entry of the contents is a contents list under the entry, beside its paragraph.
    const inner = body.children.filter((child) => child.kind === 'element' && child.role === 'TOC');
    body.children = body.children.filter((child) => !inner.includes(child));
    for (const list of inner) item.append(list);
  }

  private figure(node: Element, context: Context): void {
    if (!holdsPicture(node)) {
      this.transparent(node, context);
      return;
    }
    const figure = this.open('Figure', node, context, true);
    this.fill(figure, node, context);
  }

  private link(node: Element, context: Context): void {
    const call = this.callNumbers.get(property(node, 'id') ?? '');
    let parent = this.holder(context);
    if (call !== undefined || inContents(parent)) {
      const reference = new ModelElement('Reference', context.lang, node);
      parent.append(reference);
      parent = reference;
    }
    const link = new ModelElement('Link', context.lang, node);
    parent.append(link);
    this.remember(node, link);
    link.href = property(node, 'href');
    link.noteNumber = call;
    this.links.push(link);
    this.fill(link, node, { ...context, link });
  }

  private abbreviation(node: Element, context: Context): void {
    const span = this.open('Span', node, context, false);
    span.expansion = property(node, 'title');
    this.fill(span, node, context);
  }
}

function inContents(element: ModelElement): boolean {
  for (let at: ModelElement | undefined = element; at !== undefined; at = at.parent) {
    if (at.role === 'TOCI') return true;
  }
  return false;
}

function isContentsList(node: Element): boolean {
  return hasClass(node, 'block-toc', 'toc') || node.properties['role'] === 'doc-toc';
}

function holdsPicture(node: Element): boolean {
  return node.children.some(
    (child) =>
      child.type === 'element' &&
      !isHidden(child) &&
      (child.tagName === 'img' ||
        child.tagName === 'svg' ||
        (child.tagName !== 'figcaption' && holdsPicture(child))),
  );
}

/** A paragraph that only carries pictures is no paragraph. */
function onlyPictures(node: Element): boolean {
  const elements = node.children.filter((child) => child.type === 'element');
  return (
    elements.length > 0 &&
    elements.every((child) => child.tagName === 'img') &&
    folded(node.children.map(plainText).join('')) === ''
  );
}

function titleOf(node: Element): string | undefined {
  const title = node.children.find((child) => child.type === 'element' && child.tagName === 'title');
  return title === undefined ? undefined : folded(plainText(title));
}

/** The base text of a ruby stands in RB (8.2.5.23 of PDF/UA-2). */
function wrapRubyBase(ruby: ModelElement): void {
  const children = [...ruby.children];
  ruby.children = [];
  let base: ModelElement | undefined;
  for (const child of children) {
    if (child.kind === 'element' && (child.role === 'RT' || child.role === 'RB')) {
      base = undefined;
      ruby.append(child);
    } else {
      if (base === undefined) {
        base = new ModelElement('RB', ruby.lang, ruby.node);
        ruby.append(base);
      }
      base.append(child);
    }
  }
}

/** Terms and their descriptions become items: one label, one body. */
function groupDescriptions(list: ModelElement): void {
  const children = [...list.children];
  list.children = [];
  let item: ModelElement | undefined;
  let body: ModelElement | undefined;
  for (const child of children) {
    const role = child.kind === 'element' ? child.role : undefined;
    if (item === undefined || (role === 'Lbl' && body !== undefined)) {
      item = new ModelElement('LI', list.lang, list.node);
      body = undefined;
      list.append(item);
    }
    if (child.kind !== 'element' || role !== 'LBody') item.append(child);
    else if (body === undefined) {
      body = child;
      item.append(child);
    } else for (const inner of child.children) body.append(inner);
  }
}

/** An entry of the contents refers to the heading that it names (PDF/UA-2, 8.2.5.8). */
function referToTargets(links: readonly ModelElement[], byId: ReadonlyMap<string, ModelElement>): void {
  for (const link of links) {
    let entry = link.parent;
    while (entry !== undefined && entry.role !== 'TOCI') entry = entry.parent;
    const target = byId.get((link.href ?? '').replace(/^#/, ''));
    if (entry !== undefined && target !== undefined && !entry.refs.includes(target)) entry.refs.push(target);
  }
}
