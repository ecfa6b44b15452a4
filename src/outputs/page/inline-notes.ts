/** Notes that stand in the place of their call, `<span class="footnote">`: each becomes a call and a note behind the text. */

import type { Element, ElementContent, Root } from 'hast';
import { bodyOf } from './clean.js';
import { elementsById } from './notes.js';
import { elementsBelow, hasClass, hasRole, spokenWords, textProperty } from './tree.js';

function make(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

/** Whether a span is a note in place: by class `footnote` or role `doc-footnote`, and no link leads to it. */
function isInPlace(element: Element, targets: ReadonlySet<string>): boolean {
  if (element.tagName !== 'span') return false;
  if (!hasClass(element, 'footnote') && !hasRole(element, 'doc-footnote')) return false;
  return !targets.has(textProperty(element, 'id') ?? '') && !element.children.some(isLink);
}

function isLink(child: ElementContent): boolean {
  return child.type === 'element' && child.tagName === 'a' && hasRole(child, 'doc-noteref');
}

/** Ids that links lead to, and the highest number that a call already has. */
function linksOf(tree: Root): { readonly targets: ReadonlySet<string>; readonly highest: number } {
  const targets = new Set<string>();
  let highest = 0;
  for (const element of elementsBelow(tree)) {
    const href = textProperty(element, 'href');
    if (href?.startsWith('#') !== true) continue;
    targets.add(href.slice(1));
    const number = Number(spokenWords(element).replace(/[[\]()\s]/g, ''));
    if (hasRole(element, 'doc-noteref') && Number.isInteger(number)) highest = Math.max(highest, number);
  }
  return { targets, highest };
}

/** Puts calls in the places of such notes, numbered through, and the notes into a list at the end of the body. Changes the tree. */
export function liftInlineNotes(tree: Root): void {
  const body = bodyOf(tree);
  if (body === undefined) return;
  const known = elementsById(tree);
  const { targets, highest } = linksOf(tree);
  const items: Element[] = [];
  const visit = (parent: Element): void => {
    parent.children = parent.children.map((child) => {
      if (child.type !== 'element') return child;
      if (!isInPlace(child, targets)) {
        visit(child);
        return child;
      }
      const number = String(highest + items.length + 1);
      const own = textProperty(child, 'id') ?? `galley-note-${number}`;
      const id = known.has(own) && own.startsWith('galley-') ? `${own}-in-place` : own;
      const item = make('li', { id, role: 'doc-endnote' }, [make('p', {}, child.children)]);
      item.position = child.position;
      items.push(item);
      const link = make('a', { href: `#${id}`, role: 'doc-noteref' }, [{ type: 'text', value: number }]);
      link.position = child.position;
      return make('sup', { className: ['footnote-call'] }, [link]);
    });
  };
  visit(body);
  if (items.length === 0) return;
  const list = make('ol', {}, items);
  body.children.push(make('section', { className: ['footnotes'], role: 'doc-endnotes' }, [list]));
}
