/** Bookmarks from the model's headings, nested by level (ISO 32000-2, 12.3.3). */

import { dict, type PdfDict, type PdfRef, type PdfValue, text } from '../file/values.js';
import type { PdfBuilder } from '../file/write.js';
import { folded } from '../model/hast.js';
import { elementsOf, type ModelElement, wordsOf } from '../model/model.js';
import { headingLevel } from '../model/roles.js';

interface Bookmark {
  readonly heading: ModelElement;
  readonly level: number;
  readonly ref: PdfRef;
  readonly children: Bookmark[];
}

/** Writes the outline; undefined for a document without headings. `destination` gives `Dest` or `A` of a heading. */
export function writeOutline(
  builder: PdfBuilder,
  root: ModelElement,
  destination: (heading: ModelElement) => PdfDict,
): PdfRef | undefined {
  const top: Bookmark[] = [];
  const open: Bookmark[] = [];
  for (const heading of elementsOf(root)) {
    const level = headingLevel(heading.role);
    if (level === 0) continue;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const bookmark: Bookmark = { heading, level, ref: builder.reserve(), children: [] };
    (open.at(-1)?.children ?? top).push(bookmark);
    open.push(bookmark);
  }
  if (top.length === 0) return undefined;
  const outline = builder.reserve();
  writeLevel(builder, top, outline, destination);
  builder.set(outline, dict({ ...ends(top), Count: count(top) }));
  return outline;
}

function writeLevel(
  builder: PdfBuilder,
  level: readonly Bookmark[],
  parent: PdfRef,
  destination: (heading: ModelElement) => PdfDict,
): void {
  for (const [index, bookmark] of level.entries()) {
    const entry = dict({
      Title: text(folded(wordsOf(bookmark.heading))),
      Parent: parent,
      Prev: level[index - 1]?.ref,
      Next: level[index + 1]?.ref,
      ...ends(bookmark.children),
      Count: bookmark.children.length > 0 ? count(bookmark.children) : undefined,
    });
    for (const [key, value] of destination(bookmark.heading)) entry.set(key, value);
    builder.set(bookmark.ref, entry);
    writeLevel(builder, bookmark.children, bookmark.ref, destination);
  }
}

function ends(level: readonly Bookmark[]): Readonly<Record<string, PdfValue | undefined>> {
  return { First: level[0]?.ref, Last: level.at(-1)?.ref };
}

/** Open entries below. */
function count(level: readonly Bookmark[]): number {
  return level.reduce((sum, bookmark) => sum + 1 + count(bookmark.children), 0);
}
