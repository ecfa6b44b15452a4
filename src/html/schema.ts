/** What HTML a page may hold: elements, attributes, addresses. Data for the sanitiser (security design, section 6). */

import type { Schema } from 'hast-util-sanitize';

const pageElements = 'html head body title meta link script';
const flowElements =
  'address article aside blockquote caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ' +
  'nav ol p pre section summary table tbody td tfoot th thead tr ul';
const phrasingElements =
  'a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark picture q rp rt ruby s samp small source span strong sub sup time ' +
  'u var wbr';
const drawingElements = 'svg g path rect circle line polyline polygon text tspan title desc defs pattern';

/** Elements that may stand on a page. */
export const allowedElements: ReadonlySet<string> = new Set(
  [pageElements, flowElements, phrasingElements, drawingElements].join(' ').split(' '),
);

/** Elements that go with all they hold; the words in other forbidden elements stay. */
const removedWhole = [
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'frame',
  'frameset',
  'object',
  'embed',
  'applet',
  'audio',
  'video',
  'canvas',
  'math',
  'select',
  'textarea',
  'foreignObject',
  'foreignobject',
  'animate',
  'animateMotion',
  'animateTransform',
  'set',
  'use',
  'image',
];

/** Roles that no element has by itself and that our markup uses. */
export const allowedRoles: readonly string[] = [
  'doc-noteref',
  'doc-backlink',
  'group',
  'img',
  'paragraph',
  'list',
  'note',
  'presentation',
  'none',
  'emphasis',
];

/** Relations of `link` elements. */
export const allowedRelations: readonly string[] = [
  'stylesheet',
  'canonical',
  'alternate',
  'icon',
  'license',
  'author',
  'preload',
  'up',
];

const everywhere = [
  'ariaCurrent',
  'ariaDescribedBy',
  'ariaDetails',
  'ariaHidden',
  'ariaLabel',
  'ariaLabelledBy',
  'className',
  'dataPageOf',
  'dataScreenOnly',
  'dir',
  'hidden',
  'id',
  'lang',
  'title',
  'translate',
];

// A fill or stroke may name a colour keyword or a pattern of the same drawing, nothing outside.
const paint = /^(?:none|currentColor|url\(#[\w-]+\))$/;
const drawing: readonly string[] = [
  'cx',
  'cy',
  'd',
  'dominantBaseline',
  'dx',
  'dy',
  'fillOpacity',
  'fillRule',
  'focusable',
  'fontSize',
  'fontWeight',
  'height',
  'opacity',
  'patternTransform',
  'patternUnits',
  'points',
  'preserveAspectRatio',
  'r',
  'rx',
  'ry',
  'strokeDashArray',
  'strokeLineCap',
  'strokeLineJoin',
  'strokeWidth',
  'textAnchor',
  'transform',
  'viewBox',
  'width',
  'x',
  'x1',
  'x2',
  'xmlns',
  'y',
  'y1',
  'y2',
];
const svgElements = drawingElements.split(' ');

type Attributes = NonNullable<Schema['attributes']>;

const attributes: Attributes = {
  '*': [...everywhere, ['role', ...allowedRoles], ['tabIndex', 0, -1]],
  a: ['href', 'hrefLang', 'rel', 'type', 'download'],
  blockquote: ['cite'],
  col: ['span'],
  data: ['value'],
  del: ['cite', 'dateTime'],
  details: ['open'],
  html: ['lang', 'dir'],
  img: ['src', 'srcSet', 'sizes', 'alt', 'width', 'height', 'loading', 'decoding'],
  ins: ['cite', 'dateTime'],
  li: ['value'],
  link: [
    ['rel', ...allowedRelations],
    'href',
    'hrefLang',
    'type',
    'media',
    'sizes',
    'as',
    'crossOrigin',
    'title',
  ],
  meta: ['name', 'content', 'property', 'charSet'],
  ol: ['start', 'reversed', ['type', '1', 'a', 'A', 'i', 'I']],
  q: ['cite'],
  script: [['type', 'application/ld+json']],
  source: ['srcSet', 'sizes', 'type', 'media', 'width', 'height'],
  td: ['colSpan', 'rowSpan', 'headers'],
  th: ['abbr', 'colSpan', 'rowSpan', 'headers', ['scope', 'col', 'row', 'colgroup', 'rowgroup']],
  time: ['dateTime'],
};

for (const name of svgElements) {
  attributes[name] = [...(attributes[name] ?? []), ...drawing, ['fill', paint], ['stroke', paint]];
}

/** The whole schema for hast-util-sanitize. Ids stay as they are, since we make them all ourselves. */
export const schema: Schema = {
  tagNames: [...allowedElements],
  attributes,
  protocols: {
    href: ['http', 'https', 'mailto', 'tel'],
    src: ['data'],
    cite: ['http', 'https'],
  },
  strip: removedWhole.filter((name) => !allowedElements.has(name)),
  ancestors: {},
  required: {},
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: true,
};
