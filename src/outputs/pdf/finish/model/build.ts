/** Print DOM → structure model: what each HTML element means as a structure element. */

import type { Element } from 'hast';
import type { PrintedDocument } from '../../../print/print-document.js';
import type { Placement } from '../../pdf-file.js';
import { Builder, type Context } from './builder.js';
import {
  folded,
  hasClass,
  holdsPicture,
  isContentsList,
  onlyPictures,
  plainText,
  property,
  titleOf,
} from './hast.js';
import { ModelElement, type ModelImage, type StructureModel } from './model.js';
import { groupDescriptions, liftInnerContents, wrapRubyBase } from './regroup.js';
import { groupingRoles, roleIn, roleOf } from './roles.js';
import { completeTable } from './tables.js';

/** Makes the model of a print document; the placement says where notes went and which page numbers were written into their slots. Total on any tree. */
export function buildModel(
  print: PrintedDocument,
  placement: Pick<Placement, 'mode' | 'pageOf'>,
): StructureModel {
  const builder = new Builder(print, placement, handle);
  builder.build();
  return builder.finish();
}

type Handler = (builder: Builder, node: Element, context: Context) => void;

/** Elements that mean more than a role. */
const handlers: Readonly<Record<string, Handler>> = {
  img: image,
  svg: image,
  ul: list,
  ol: list,
  dl: list,
  li: item,
  figure,
  a: link,
  abbr: abbreviation,
};

/** Class names of the number that stands before a note. */
const noteLabels: readonly string[] = ['note-number', 'note-label', 'footnote-number', 'footnote-label'];

function handle(builder: Builder, node: Element, context: Context, block: boolean): void {
  const number = builder.noteNumbers.get(property(node, 'id') ?? '');
  const isPlain =
    (node.tagName === 'a' && property(node, 'href') === undefined) ||
    (node.tagName === 'abbr' && property(node, 'title') === undefined);
  const handler = isPlain || !Object.hasOwn(handlers, node.tagName) ? undefined : handlers[node.tagName];
  if (number !== undefined) note(builder, node, number, context);
  else if (handler !== undefined) handler(builder, node, context);
  else plain(builder, node, context, block);
}

function plain(builder: Builder, node: Element, outer: Context, block: boolean): void {
  const pageOf = property(node, 'dataPageOf');
  if (pageOf !== undefined) {
    builder.pageReference(node, pageOf, outer);
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
  if (role !== undefined) role = roleIn(context.parent.role, role);
  if (role === 'P' && onlyPictures(node)) role = undefined;
  if (role === undefined) {
    if (!block && context.lang !== context.parent.lang) role = 'Span';
    else {
      builder.transparent(node, context);
      return;
    }
  }
  const element = builder.open(role, node, context, block);
  if (role === 'Formula')
    element.alt = property(node, 'alttext') ?? property(node, 'ariaLabel') ?? folded(plainText(node));
  builder.fill(element, node, context);
  if (role === 'Table') completeTable(element);
  if (role === 'Ruby') wrapRubyBase(element);
}

function note(builder: Builder, node: Element, number: number, context: Context): void {
  const element = new ModelElement('Note', context.lang, node);
  element.noteNumber = number;
  builder.remember(node, element);
  builder.notes.set(number, element);
  // At the foot of the page the note is hung into the reading order later; end notes stay where they are.
  let holder = context.parent;
  while (holder.role === 'L' && holder.parent !== undefined) holder = holder.parent;
  holder.append(element);
  const items = node.tagName === 'li' ? [...context.items, element] : context.items;
  builder.fill(element, node, { ...context, items });
}

function image(builder: Builder, node: Element, context: Context): void {
  const alt = property(node, 'alt') ?? property(node, 'ariaLabel') ?? titleOf(node);
  const role = node.properties['role'];
  if (alt === '' || role === 'presentation' || role === 'none') return;
  const { identities, items, link, repeats, rightToLeft } = context;
  const inFigure = context.parent.role === 'Figure';
  const figure = inFigure ? context.parent : new ModelElement('Figure', context.lang, node);
  // A picture of its own is a block where blocks stand, and part of the line where a line is running.
  const loose = groupingRoles.has(context.parent.role) && builder.run.pieces.length === 0;
  if (!inFigure) (loose ? context.parent : builder.holder(context)).append(figure);
  builder.remember(node, figure);
  figure.alt = figure.alt === undefined ? alt : `${figure.alt} ${alt ?? ''}`.trim();
  const image: ModelImage = {
    kind: 'image',
    alt,
    identities,
    items,
    link,
    repeats,
    rightToLeft,
    position: node.position ?? context.parent.origin,
    marks: [],
  };
  figure.append(image);
  builder.leaves.push(image);
  if (!loose) builder.run.pieces.push(image);
}

function list(builder: Builder, node: Element, context: Context): void {
  const contents = context.contents || hasClass(node, 'toc-list');
  if (hasOnlyNotes(builder, node)) {
    builder.children(node.children, context);
    return;
  }
  const element = builder.open(contents ? 'TOC' : 'L', node, context, true);
  element.ordered = node.tagName === 'ol';
  builder.fill(element, node, { ...context, contents });
  if (node.tagName === 'dl') groupDescriptions(element);
}

function hasOnlyNotes(builder: Builder, node: Element): boolean {
  const items = node.children.filter((child): child is Element => child.type === 'element');
  return items.length > 0 && items.every((item) => builder.noteNumbers.has(property(item, 'id') ?? ''));
}

function item(builder: Builder, node: Element, context: Context): void {
  const contents = context.parent.role === 'TOC';
  const item = builder.open(contents ? 'TOCI' : 'LI', node, context, true);
  const body = new ModelElement(contents ? 'P' : 'LBody', context.lang, node);
  item.append(body);
  const inside = { ...context, items: [...context.items, item] };
  builder.fill(body, node, inside);
  if (contents) liftInnerContents(item, body);
}

function figure(builder: Builder, node: Element, context: Context): void {
  if (!holdsPicture(node)) {
    builder.transparent(node, context);
    return;
  }
  const figure = builder.open('Figure', node, context, true);
  builder.fill(figure, node, context);
}

function link(builder: Builder, node: Element, context: Context): void {
  const call = builder.callNumbers.get(property(node, 'id') ?? '');
  let parent = builder.holder(context);
  if (call !== undefined || isInside(parent, 'TOCI')) {
    const reference = new ModelElement('Reference', context.lang, node);
    parent.append(reference);
    parent = reference;
  }
  const link = new ModelElement('Link', context.lang, node);
  parent.append(link);
  builder.remember(node, link);
  link.href = property(node, 'href');
  link.noteNumber = call;
  builder.links.push(link);
  builder.fill(link, node, { ...context, link });
}

function abbreviation(builder: Builder, node: Element, context: Context): void {
  const span = builder.open('Span', node, context, false);
  span.expansion = property(node, 'title');
  builder.fill(span, node, context);
}

function isInside(element: ModelElement, role: ModelElement['role']): boolean {
  for (let at: ModelElement | undefined = element; at !== undefined; at = at.parent) {
    if (at.role === role) return true;
  }
  return false;
}
