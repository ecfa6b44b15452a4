// The text that structure elements own, found by page and mark id.

import type { PdfDocumentRead } from '../read.js';
import type { PageContent, TextItem } from './content-types.js';
import type { StructureElement } from './structure-types.js';

const KNOWN = new WeakMap<PageContent, ReadonlyMap<string, readonly TextItem[]>>();

function textsByMark(content: PageContent): ReadonlyMap<string, readonly TextItem[]> {
  const known = KNOWN.get(content);
  if (known) return known;
  const texts = new Map<string, TextItem[]>();
  for (const item of content.items) {
    if (item.kind !== 'text') continue;
    let mark = item.mark === undefined ? undefined : content.marks[item.mark];
    while (mark && mark.mcid === undefined)
      mark = mark.parent === undefined ? undefined : content.marks[mark.parent];
    if (!mark) continue;
    const key = `${mark.form ?? 'page'}/${mark.mcid}`;
    const list = texts.get(key);
    if (list) list.push(item);
    else texts.set(key, [item]);
  }
  KNOWN.set(content, texts);
  return texts;
}

/** The strings shown under a mark, in drawing order; `page` counts from 0, `form` is the form XObject that holds the mark. */
export function textItemsOfMark(
  read: PdfDocumentRead,
  page: number,
  mcid: number,
  form?: number,
): readonly TextItem[] {
  const content = read.pages[page]?.content;
  return content ? (textsByMark(content).get(`${form ?? 'page'}/${mcid}`) ?? []) : [];
}

/** The text an element and those under it own, in tree order; ActualText takes the place of what is shown. */
export function textOfElement(read: PdfDocumentRead, element: StructureElement): string {
  if (element.actualText !== undefined) return element.actualText;
  return element.children
    .map((child) => {
      if (child.kind === 'element') return textOfElement(read, child);
      if (child.kind === 'object' || child.page === undefined) return '';
      return textItemsOfMark(read, child.page, child.mcid, child.form)
        .map(({ text }) => text)
        .join('');
    })
    .join('');
}
