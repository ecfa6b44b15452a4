/**
 * The closed list of what page and paper do not share, told by the markup that the `html` stage and the layouts give it. Anything else that
 * differs is a finding.
 */

import type { Element } from 'hast';

/** Which facts are wanted: of the web page, of the paper as its words are printed, or of the paper without what only paper has. */
export type Side = 'screen' | 'printed' | 'paper';

/** On screen alone: words for screen readers, ways back, what opens and closes, files to take away, blocks that their author keeps off paper. */
const screenOnly: ReadonlySet<string> = new Set([
  'visually-hidden',
  'note-return',
  'chart-download',
  'skip-link',
]);
/** On paper alone: page numbers, addresses that a screen hides behind words, where to find other forms of the text, where a long table stands. */
const paperOnly: ReadonlySet<string> = new Set([
  ...[
    'page-ref',
    'toc-page',
    'printed-address',
    'links',
    'versions',
    'other-forms',
    'qr',
    'footnote-continued',
    'in-appendix',
    'appendix',
  ],
]);
/** Commas between calls, and the calls themselves: calls are compared by their numbers. */
const callMarks: ReadonlySet<string> = new Set(['note-separator']);

/** The class names of an element. */
export function classesOf(element: Element): readonly string[] {
  const names = element.properties['className'];
  return Array.isArray(names) ? names.map(String) : [];
}

/** Whether nobody reads an element: hidden, or for the eye alone. */
function isUnread(element: Element): boolean {
  const { hidden, ariaHidden } = element.properties;
  return (hidden !== undefined && hidden !== false) || ariaHidden === 'true';
}

/** Whether an element is left out of the comparison. */
export function isApart(element: Element, side: Side): boolean {
  const classes = classesOf(element);
  // The number of a note at the page foot is the marker of the web's list.
  if (isUnread(element) || classes.includes('footnote-number')) return true;
  const has = (names: ReadonlySet<string>): boolean => classes.some((name) => names.has(name));
  if (side === 'printed') return false;
  if (has(callMarks) || isContentsList(element) || isNotesHeading(element)) return true;
  if (side === 'paper') return has(paperOnly);
  return (
    has(screenOnly) || element.tagName === 'summary' || element.properties['dataScreenOnly'] !== undefined
  );
}

/** Notes at the page foot have no section, so no heading. */
function isNotesHeading(element: Element): boolean {
  return element.tagName === 'h2' && element.properties['id'] === 'notes';
}

/** Whether an element lists the contents; a short text has such a list on screen alone. */
function isContentsList(element: Element): boolean {
  return classesOf(element).includes('block-toc') || element.properties['role'] === 'doc-toc';
}
