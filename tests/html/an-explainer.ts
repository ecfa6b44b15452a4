/** A small explainer made by hand, for tests of the `html` stage. */

import type { Heading, Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { defaultConfig } from '../../src/config/defaults.js';
import type { Metadata, RichText } from '../../src/document/explainer.js';
import type { HtmlDocument, Medium } from '../../src/html/html-document.js';
import { serialise } from '../../src/html/serialise.js';
import { type HtmlOptions, toHtml } from '../../src/html/to-html.js';
import { languageOf } from '../../src/language/language-of.js';
import type { AnnotatedExplainer } from '../../src/notes/annotated-explainer.js';

export function rich(text: string): RichText {
  return { text, children: [{ type: 'text', value: text }] };
}

const nothing: Metadata = {
  headline: rich('A headline'),
  standfirst: rich('A standfirst.'),
  type: 'explainer',
  status: 'published',
  embargo: null,
  published: { year: 2022, month: 1, day: 6 },
  updated: null,
  reviewed: null,
  expires: null,
  dateline: null,
  byline: [{ name: 'Ada Writer', role: null, location: null, expertise: null, contact: null }],
  bylineReason: null,
  contributors: [],
  approval: [],
  shortHeadline: null,
  seoTitle: null,
  printHeadline: null,
  topics: [],
  people: [],
  places: [],
  image: null,
  theme: null,
  citationStyle: null,
  formats: null,
  translationOf: null,
  translator: null,
  corrections: [],
  updates: [],
  backstory: null,
  aiUse: null,
  notesInternal: null,
  sensitive: [],
  rights: null,
};

/** Markdown to mdast, headings with ids from their first word. */
export function markdown(text: string): Root {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(text);
  for (const node of tree.children) {
    if (node.type !== 'heading') continue;
    const first = node.children[0];
    const word = first?.type === 'text' ? (first.value.split(' ')[0] ?? '') : '';
    (node as Heading).data = { id: word.toLowerCase() };
  }
  return tree;
}

export function anExplainer(
  body: string | readonly Nodes[],
  more: Partial<Omit<AnnotatedExplainer, 'metadata'>> & { readonly metadata?: Partial<Metadata> } = {},
): AnnotatedExplainer {
  const tree = typeof body === 'string' ? markdown(body) : ({ type: 'root', children: [...body] } as Root);
  const outline = tree.children.flatMap((node) =>
    node.type === 'heading'
      ? [{ depth: node.depth, title: node.data?.id ?? '', id: node.data?.id ?? '', children: [] }]
      : [],
  );
  return {
    path: 'content/a/explainer.md',
    slug: 'a',
    lang: 'en',
    dir: 'ltr',
    digits: 'latin',
    title: 'A headline',
    tree,
    outline,
    sources: new Map(),
    figures: new Map(),
    isWritten: () => false,
    images: new Map(),
    placeOf: () => ({ kind: 'source', file: 'content/a/explainer.md' }),
    cut: [],
    projectLinks: [],
    ownIds: new Map(),
    notes: [],
    bibliography: [],
    sourceLines: new Map(),
    ...more,
    metadata: { ...nothing, ...more.metadata },
  } as AnnotatedExplainer;
}

export function html(
  explainer: AnnotatedExplainer,
  medium: Medium = 'screen',
  options: Partial<HtmlOptions> = {},
): HtmlDocument {
  const language = languageOf(explainer.lang);
  return toHtml(explainer, { medium, config: defaultConfig, language, blocks: new Map(), ...options }).value;
}

/** The body as HTML text. */
export function bodyOf(document: HtmlDocument): string {
  return serialise(document.slots.body);
}
