/** A passage of Markdown through the real stages, with plain notes in place of a citation style. */

import type { Nodes, Root } from 'mdast';
import { blocksByName, blocksByType } from '../../src/blocks/registry.js';
import { defaultConfig, defaultLimits } from '../../src/config/defaults.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { parseDocument } from '../../src/document/parse-document.js';
import type { BlockTemplate } from '../../src/html/block-templates.js';
import type { HtmlDocument, Medium } from '../../src/html/html-document.js';
import { toHtml } from '../../src/html/to-html.js';
import { languageOf } from '../../src/language/language-of.js';
import type { AnnotatedExplainer, Note } from '../../src/notes/annotated-explainer.js';
import { readFigures } from '../../src/source/figures.js';
import { splitFrontMatter } from '../../src/source/front-matter.js';
import type { ImageFile } from '../../src/source/source-file.js';
import type { SourceRecord } from '../../src/source/source-record.js';

const path = 'content/x/explainer.md';
const head = (lang: string): string => `---\nheadline: H\nstandfirst: S\nbyline: [A]\nlang: ${lang}\n---\n`;

/** Lines of the front matter in front of a passage. */
export const headLines = 6;

const figures = `deaths:
  label: officers killed
  value: 13
  unit: { one: officer, other: officers }
  as-of: 2022-01-06
  source: cnn
`;

const source: SourceRecord = {
  id: 'cnn',
  kind: undefined,
  tier: undefined,
  csl: { id: 'cnn', type: 'document', title: 'CNN' },
  archive: undefined,
  interest: undefined,
  derivedFrom: undefined,
  description: undefined,
  reason: undefined,
  corroboration: [],
  scope: 'document',
  place: { kind: 'source', file: 'content/x/sources.yaml' },
  fieldPlaces: {},
};

const hall: ImageFile = {
  path: 'content/x/hall.jpg',
  mediaType: 'image/jpeg',
  width: 1200,
  height: 800,
  bytes: new Uint8Array([1]),
  hash: 'ab',
};

/** Replaces citations by note calls, each with a note of its own. */
function withNotes(tree: Root): { readonly tree: Root; readonly notes: Note[] } {
  const notes: Note[] = [];
  const walk = (node: Nodes): Nodes => {
    if (node.type === 'citation' || node.type === 'footnoteReference') {
      const number = notes.length + 1;
      const words = `Note on ${node.type === 'citation' ? node.items.map(({ id }) => id).join(', ') : node.label}.`;
      const place = { kind: 'source' as const, file: path, position: node.position };
      notes.push({
        number,
        kind: 'citation',
        content: [{ type: 'paragraph', children: [{ type: 'text', value: words }] }],
        calls: [place],
        sources: node.type === 'citation' ? node.items.map(({ id }) => id) : [],
        shortTitle: words,
        webOnly: false,
        place,
      });
      return { type: 'noteCall', number, call: 1, ...(node.position && { position: node.position }) };
    }
    return 'children' in node ? ({ ...node, children: node.children.map(walk) } as Nodes) : node;
  };
  return { tree: walk(tree) as Root, notes };
}

/** What a passage gives. */
export interface Chain {
  readonly explainer: AnnotatedExplainer;
  readonly diagnostics: readonly Diagnostic[];
  html(medium: Medium, blockTemplates?: ReadonlyMap<string, BlockTemplate>): HtmlDocument;
}

/** Runs a passage. */
export function chain(markdown: string, lang = 'en'): Chain {
  const text = head(lang) + markdown;
  const split = splitFrontMatter(text, path, defaultLimits).value;
  const records = readFigures(figures, 'content/x/figures.yaml').value;
  const { value, diagnostics } = parseDocument(
    {
      path,
      slug: 'x',
      fileLang: undefined,
      translates: undefined,
      text,
      ...split,
      sources: new Map([['cnn', source]]),
      figures: new Map(records.map((record) => [record.id, record])),
      isWritten: () => false,
      images: new Map([['hall.jpg', hall]]),
    },
    { config: { ...defaultConfig, lang }, language: languageOf, blocks: blocksByName },
  );
  if (value === undefined) throw new Error('the front matter could not be read');
  const words = [{ type: 'text' as const, value: 'CNN' }];
  const cnn = { type: 'inTextCitation' as const, sources: ['cnn'], children: words };
  const explainer: AnnotatedExplainer = {
    ...value,
    ...withNotes(value.tree),
    bibliography: [{ title: null, entries: [{ id: 'cnn', content: words }] }],
    sourceLines: new Map([['cnn', [cnn]]]),
  };
  const language = languageOf(explainer.lang);
  const options = { config: { ...defaultConfig, url: 'https://x.example' }, language, blocks: blocksByType };
  return {
    explainer,
    diagnostics,
    html: (medium, blockTemplates) => toHtml(explainer, { ...options, medium, blockTemplates }).value,
  };
}
