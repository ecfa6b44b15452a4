/** Markdown text → mdast: CommonMark, GFM, directives and citations, as the content model writes them. */

import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Data, type Processor, unified } from 'unified';
import { citationNodes, citationSyntax, type Syntax } from './citation-syntax.js';

/** Adds citations, and drops the tree transforms of the other extensions: they make nodes without positions. */
function remarkCitations(
  this: Processor,
  isLocator: (text: string) => boolean,
  more: readonly Syntax[] = [],
): undefined {
  const data: Data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), citationSyntax(isLocator), ...more];
  const nodes = (data.fromMarkdownExtensions ?? []).flat();
  data.fromMarkdownExtensions = [
    ...nodes.map((extension) => {
      const { transforms, ...rest } = extension;
      return transforms === undefined ? extension : rest;
    }),
    citationNodes(),
  ];
}

/** Two tildes strike words through; one lowers a number in other Markdown, and in a text it is hardly meant to strike. */
const gfm = { singleTilde: false } as const;

/** Constructs that begin a block of their own: an inline text has none of them. */
const blockConstructs = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'gfmFootnoteDefinition',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'table',
  'thematicBreak',
];

function remarkInlineOnly(this: Processor): undefined {
  const data: Data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: blockConstructs } }];
}

/** Turns Markdown text into a tree; positions are those of the text. */
export type MarkdownParser = (text: string) => Root;

/** Makes a parser for whole bodies; `isLocator` tells `@id [p. 3]` from `@id [sic]`. `more` are further constructs. */
export function bodyParser(
  isLocator: (text: string) => boolean,
  more: readonly Syntax[] = [],
): MarkdownParser {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm, gfm)
    .use(remarkDirective)
    .use(remarkCitations, isLocator, more);
  return (text) => processor.parse(text);
}

/** Makes a parser for inline text: its tree holds paragraphs only. */
export function inlineParser(isLocator: (text: string) => boolean): MarkdownParser {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm, gfm)
    .use(remarkDirective)
    .use(remarkCitations, isLocator)
    .use(remarkInlineOnly);
  return (text) => processor.parse(text);
}
