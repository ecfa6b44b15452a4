/** HTML elements of the print DOM → structure types, as data (HTML 2023 element meanings; ISO 32000-1, 14.8.4). */

import type { Element } from 'hast';
import type { Role } from './model.js';

/** Elements that begin and end a line of text, whatever role they get. */
export const blockTags: ReadonlySet<string> = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'caption', 'dd', 'details', 'div', 'dl', 'dt'],
  ...['fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header'],
  ...['hgroup', 'hr', 'html', 'li', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody'],
  ...['td', 'tfoot', 'th', 'thead', 'tr', 'ul'],
]);

/** Elements without words for a reader. */
export const silentTags: ReadonlySet<string> = new Set([
  ...[
    'head',
    'script',
    'style',
    'template',
    'hr',
    'link',
    'meta',
    'title',
    'col',
    'colgroup',
    'source',
    'wbr',
  ],
  ...['rp', 'noscript'],
]);

const roles: Readonly<Record<string, Role>> = {
  aside: 'Aside',
  blockquote: 'BlockQuote',
  section: 'Sect',
  p: 'P',
  pre: 'P',
  summary: 'P',
  dt: 'Lbl',
  dd: 'LBody',
  h1: 'H1',
  h2: 'H2',
  h3: 'H3',
  h4: 'H4',
  h5: 'H5',
  h6: 'H6',
  figcaption: 'Caption',
  caption: 'Caption',
  table: 'Table',
  thead: 'THead',
  tbody: 'TBody',
  tfoot: 'TFoot',
  tr: 'TR',
  th: 'TH',
  td: 'TD',
  em: 'Em',
  strong: 'Strong',
  code: 'Code',
  ruby: 'Ruby',
  rb: 'RB',
  rt: 'RT',
  math: 'Formula',
};

/** Structure types that hold blocks and never a line of text itself: loose text in them becomes a paragraph. */
export const groupingRoles: ReadonlySet<Role> = new Set(['Document', 'Sect', 'Aside', 'BlockQuote', 'Note']);

/** Where sections and asides may stand (ISO/TS 32005, table 5); elsewhere their content goes to the element around them. */
const sectionParents: ReadonlySet<Role> = new Set(['Document', 'Sect']);

/** What a caption belongs to; that of a figure without a picture is a paragraph beside what it names. */
const captionParents: ReadonlySet<Role> = new Set(['Figure', 'Table', 'L', 'TOC']);

const headings: readonly Role[] = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'];
const blocks: readonly Role[] = ['P', ...headings, 'Sect', 'Aside', 'BlockQuote', 'Caption'];
const lines: readonly Role[] = [
  'P',
  ...headings,
  'Lbl',
  'Em',
  'Strong',
  'Span',
  'Code',
  'RB',
  'RT',
  'Reference',
];

/** What may not stand in a type, as far as HTML lets authors write it (ISO/TS 32005, table 5). */
const refused: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  ...Object.fromEntries(lines.map((line) => [line, blocks])),
  Code: [...blocks, 'Code'],
  TH: ['BlockQuote', 'Aside'],
  TD: ['BlockQuote', 'Aside'],
  Note: headings,
};

/**
 * The type under which an element stands in its parent: its own, that of a paragraph for a heading or a caption that may not stand there, or
 * none, and then its content goes to the parent.
 */
export function roleIn(parent: Role, role: Role): Role | undefined {
  const isStray =
    ((role === 'Sect' || role === 'Aside') && !sectionParents.has(parent)) ||
    (role === 'Caption' && !captionParents.has(parent)) ||
    refused[parent]?.includes(role) === true;
  if (!isStray) return role;
  return role === 'Caption' || headings.includes(role) ? roleIn(parent, 'P') : undefined;
}

/** Where notes may stand between the blocks. */
export const noteParents: ReadonlySet<Role> = new Set(['Document', 'Sect', 'Aside']);

/** The structure type of an element; undefined for one that only groups or styles. */
export function roleOf(element: Element): Role | undefined {
  const role = element.properties['role'];
  if (role === 'paragraph') return 'P';
  if (role === 'heading') return headingRole(Number(element.properties['ariaLevel'] ?? 2));
  if (role === 'emphasis') return 'Em';
  return Object.hasOwn(roles, element.tagName) ? roles[element.tagName] : undefined;
}

/** `H1` to `H6`. */
export function headingRole(level: number): Role {
  const known: readonly Role[] = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'];
  return known[Math.min(6, Math.max(1, level)) - 1] ?? 'H2';
}

/** Level of a heading's structure type; 0 for others. */
export function headingLevel(role: Role): number {
  return /^H[1-6]$/.test(role) ? Number(role.slice(1)) : 0;
}
