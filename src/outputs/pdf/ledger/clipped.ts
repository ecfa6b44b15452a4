/** Looks in the printed file for text that leaves its page area or runs into the notes at the foot. */

import type { PrintedDocument } from '../../print/print-document.js';
import type { Placement } from '../pdf-file.js';
import type { PageContent, TextItem } from '../read/content-types.js';
import type { PdfDocumentRead } from '../read.js';
import type { PrintedNote } from './printed-notes.js';

/** A piece of text that does not stand where it may. */
export interface MisplacedText {
  /** 1-based. */
  readonly page: number;
  readonly text: string;
  readonly fault: 'outside' | 'on-notes' | 'note-outside-area';
}

const pointsPerPx = 0.75;
/** Accents and the snapping of the page origin, pt. */
const tolerance = 2;
/** A slanted letter leans out of its line by less than half its size. */
const lean = 0.5;

/** The mark with a number that a text stands in; text of margin boxes stands in none. */
function markOf(content: PageContent, item: TextItem): number | undefined {
  let mark = item.mark === undefined ? undefined : content.marks[item.mark];
  while (mark !== undefined && mark.mcid === undefined) {
    mark = mark.parent === undefined ? undefined : content.marks[mark.parent];
  }
  return mark?.mcid;
}

/** Text outside the page area, body text below the top of a note area, and note text above it. */
export function misplacedText(
  read: PdfDocumentRead,
  document: PrintedDocument,
  placement: Placement,
  notes: ReadonlyMap<number, PrintedNote>,
): readonly MisplacedText[] {
  const { geometry } = document;
  const inNotes = new Set(placement.mode === 'page' ? [...notes.values()].flatMap(({ marks }) => marks) : []);
  const reserves = new Map(placement.pages.map(({ page, reserve }) => [page, reserve]));
  const found: MisplacedText[] = [];
  for (const { index, mediaBox, content } of read.pages) {
    const top = mediaBox.top - geometry.marginTop * pointsPerPx;
    const bottom = top - geometry.areaHeight * pointsPerPx;
    const left = mediaBox.left + geometry.marginLeft * pointsPerPx;
    const right = left + geometry.areaWidth * pointsPerPx;
    const notesTop = bottom + (reserves.get(index + 1) ?? 0) * pointsPerPx;
    const area = { left, right, top, bottom, notesTop };
    for (const item of content.items) {
      if (item.kind !== 'text' || item.text.trim() === '') continue;
      const mark = markOf(content, item);
      if (mark === undefined) continue;
      const fault = faultOf(item, area, inNotes.has(`${index}/${mark}`));
      if (fault !== undefined) found.push({ page: index + 1, text: item.text, fault });
    }
  }
  return found;
}

/** A page area in default user space, pt. */
interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Top of the note area; the bottom of the page area where there is none. */
  readonly notesTop: number;
}

/** What is wrong with the place of a text. The baseline is exact; boxes hold the font's whole height, which lines share. */
function faultOf(item: TextItem, area: Area, isNote: boolean): MisplacedText['fault'] | undefined {
  // The tip of a tall letter in a page's first line is drawn on the page before, too.
  const isTip =
    (item.y < area.bottom && item.box.top < area.bottom + lean * item.size) ||
    (item.y > area.top && item.box.bottom > area.top - lean * item.size);
  if (isTip) return undefined;
  const isOutside =
    item.box.left < area.left - lean * item.size ||
    item.box.right > area.right + lean * item.size ||
    item.y > area.top + tolerance ||
    item.y < area.bottom - tolerance;
  if (isOutside) return 'outside';
  if (isNote) return item.y > area.notesTop + tolerance ? 'note-outside-area' : undefined;
  return area.notesTop > area.bottom && item.y < area.notesTop ? 'on-notes' : undefined;
}
