/** Attributes of structure elements (ISO 32000-2, 14.8.5): layout boxes, list numbering, table cells, kinds of notes. */

import type { Conformance } from '../../conformance/conformance.js';
import type { Box } from '../content/geometry.js';
import { dict, name, type PdfDict, type PdfValue, text } from '../file/values.js';
import type { ModelElement } from '../model/model.js';

/** The value of `A`: none, one attribute object, or several. */
export function attributesOf(
  element: ModelElement,
  conformance: Conformance,
  box: Box | undefined,
  cellId: (cell: ModelElement) => string,
): PdfValue | undefined {
  const found = [
    layout(element, box),
    element.role === 'L' ? list(element, conformance) : undefined,
    element.role === 'TH' || element.role === 'TD' ? cell(element, cellId) : undefined,
    element.role === 'Note' && conformance.noteAttributes ? note(element) : undefined,
  ].filter((item) => item !== undefined);
  return found.length > 1 ? found : found[0];
}

/** A picture in a line of text is placed inline, any other one as a block. */
function layout(element: ModelElement, box: Box | undefined): PdfDict | undefined {
  if (box === undefined) return undefined;
  const parent = element.parent?.role;
  const inline = parent === 'P' || parent === 'Link' || parent === 'Span';
  return dict({
    O: name('Layout'),
    Placement: name(inline ? 'Inline' : 'Block'),
    BBox: [box.left, box.bottom, box.right, box.top].map((value) => Math.round(value * 100) / 100),
  });
}

function list(element: ModelElement, { unmarkedLists }: Conformance): PdfDict {
  const unmarked = element.ordered ? unmarkedLists.ordered : unmarkedLists.unordered;
  return dict({ O: name('List'), ListNumbering: name(element.numbering ?? unmarked) });
}

function cell(element: ModelElement, cellId: (cell: ModelElement) => string): PdfDict | undefined {
  const headers = element.headers.map((header) => text(cellId(header)));
  const attributes = dict({
    O: name('Table'),
    Scope: element.role === 'TH' ? name(element.scope ?? 'Column') : undefined,
    Headers: headers.length > 0 ? headers : undefined,
    ColSpan: element.colSpan > 1 ? element.colSpan : undefined,
    RowSpan: element.rowSpan > 1 ? element.rowSpan : undefined,
  });
  return attributes.size > 1 ? attributes : undefined;
}

function note(element: ModelElement): PdfDict {
  return dict({ O: name('FENote'), NoteType: name(element.isEndNote ? 'Endnote' : 'Footnote') });
}
