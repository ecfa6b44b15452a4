/** Puts the children of some elements into the order that structure types ask for. */

import { ModelElement } from './model.js';

/** The base text of a ruby stands in RB (8.2.5.23 of PDF/UA-2). */
export function wrapRubyBase(ruby: ModelElement): void {
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
export function groupDescriptions(list: ModelElement): void {
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

/** A list inside an entry of the contents is a contents list under the entry, beside its paragraph. */
export function liftInnerContents(entry: ModelElement, body: ModelElement): void {
  const inner = body.children.filter((child) => child.kind === 'element' && child.role === 'TOC');
  body.children = body.children.filter((child) => !inner.includes(child));
  for (const list of inner) entry.append(list);
}

/** An entry of the contents refers to the heading that it names (PDF/UA-2, 8.2.5.8). */
export function referToTargets(
  links: readonly ModelElement[],
  byId: ReadonlyMap<string, ModelElement>,
): void {
  for (const link of links) {
    let entry = link.parent;
    while (entry !== undefined && entry.role !== 'TOCI') entry = entry.parent;
    const target = byId.get((link.href ?? '').replace(/^#/, ''));
    if (entry !== undefined && target !== undefined && !entry.refs.includes(target)) entry.refs.push(target);
  }
}
