/** `:::quote{by="…" …}`: someone's words, whose they are, and where they were said. */

import type { Element, ElementContent } from 'hast';
import type { Paragraph, RootContent } from 'mdast';
import type { BlockNode, LanguageBlock } from '../../document/nodes.js';
import type {
  AttributeRule,
  AttributeValues,
  BlockDirective,
  RecogniseContext,
} from '../../document/recognise-context.js';
import { element, placed, text, textOf } from '../../html/elements.js';
import type { RenderContext } from '../../html/render-context.js';
import type { DateSpan } from '../../language/language.js';
import { separator } from '../../language/punctuation.js';
import type { Block } from '../block.js';
import { tell } from '../report.js';
import { quoteExamples } from './examples.js';
import { inQuotes } from './marks.js';

/** A quotation; the original in another language is a `languageBlock` among its children. */
export interface QuoteNode extends BlockNode {
  type: 'quote';
  by: string;
  role: string | undefined;
  /** Free text; a source's id stands in `source`. */
  via: string | undefined;
  on: DateSpan | undefined;
  originalLang: string | undefined;
  translator: string | undefined;
  pull: boolean;
}

declare module 'mdast' {
  interface BlockContentMap {
    quote: QuoteNode;
  }
  interface RootContentMap {
    quote: QuoteNode;
  }
}

const rules: Readonly<Record<string, AttributeRule>> = {
  by: {
    form: 'text',
    required: true,
    code: 'quote-has-speaker',
    why: 'Readers cannot weigh words when they do not know who said them.',
    example: 'Saltanat Azirbek',
  },
  role: { form: 'text' },
  via: { form: 'text' },
  on: { form: 'date' },
  'original-lang': { form: 'language' },
  translator: { form: 'text' },
  pull: { form: 'flag' },
};

/** Whether “via” names a source of the document, perhaps with a place in it; else it is free text. */
function namesSource(via: string | null | undefined, context: RecogniseContext): boolean {
  const id = /^@?([^\s,;،；，]+)/u.exec(via ?? '')?.[1];
  const isOne = /^@?\S+$/u.test(via?.trim() ?? '') || /^@?\S+[,،，]/u.test(via ?? '');
  return id !== undefined && isOne && context.sources.has(id);
}

/** Words that the author marked as quoted with `>` inside the block stand in it once. */
function unwrapped(children: readonly RootContent[]): RootContent[] {
  return children.flatMap((child) => (child.type === 'blockquote' ? unwrapped(child.children) : [child]));
}

function isWords(node: RootContent): boolean {
  return !isOriginal(node);
}

/** Reports a quotation without words, without a source, or a pull quote with a citation. */
function check(
  directive: BlockDirective,
  children: readonly RootContent[],
  values: AttributeValues,
  hasVia: boolean,
  context: RecogniseContext,
): void {
  const opening = context.openingPlace(directive);
  if (context.toText(children.filter(isWords)).trim() === '') {
    tell(context, 'keys-and-blocks-are-known', 'error', opening, {
      what: 'There are no words in “:::quote”.',
      why: 'The block would name a speaker who says nothing.',
      fix: 'Write the words between the opening and the closing line.',
      excerpt: directive.name,
    });
  }
  const cites = context.holdsCitation(children);
  const via = values.text('via');
  if (values.flag('pull') && cites) {
    tell(context, 'quote-has-source', 'error', opening, {
      what: 'This pull quote holds a citation.',
      why: 'It repeats words of the text, so its note would stand on the page twice.',
      fix: 'Take the citation out and name the source in “via”.',
      excerpt: context.toText(children),
    });
  } else if (!cites && !hasVia) {
    tell(context, 'quote-has-source', 'error', opening, {
      what: `The words of ${values.text('by') ?? 'this quotation'} have no source.`,
      why: 'Readers cannot find out where and how they were said.',
      fix:
        via === undefined
          ? 'Cite the source behind the words, “[@id]”, or name it: via=id.'
          : `“via” says “${via}”, which is no source’s id: cite the source behind the words, “[@id]”, or write its id there.`,
      excerpt: context.toText(children),
    });
  }
  checkOriginal(children, values, context);
}

/** Reports an original below the words in another language than the one that the braces name. */
function checkOriginal(
  children: readonly RootContent[],
  values: AttributeValues,
  context: RecogniseContext,
): void {
  const named = values.text('original-lang');
  const found = children.find(isOriginal);
  const base = (tag: string): string => tag.split('-')[0] ?? tag;
  if (named === undefined || found === undefined || base(found.lang) === base(named)) return;
  tell(context, 'language-tag-is-valid', 'error', values.place('original-lang'), {
    what: `“original-lang” says “${named}”, but the original below is marked as “${found.lang}”.`,
    why: 'Readers would be told a language that the words are not in.',
    fix: `Correct one of the two: original-lang=${found.lang}, or :::lang{${named}}.`,
    excerpt: named,
  });
}

/** The source of a quotation; without its link where the whole quotation is hidden from readers who move by links. */
function viaWords(node: QuoteNode, hidden: boolean, context: RenderContext): ElementContent[] | undefined {
  if (node.source === undefined) return undefined;
  const words = context.sources(node.source.value);
  return hidden ? words.map((word) => text(textOf(word))) : words;
}

/** What stands below the words, each part with its class. */
function attribution(node: QuoteNode, hidden: boolean, context: RenderContext): ElementContent[] {
  const span = (name: string, content: readonly ElementContent[]): ElementContent =>
    element('span', { className: [`quote-${name}`] }, content);
  const via = viaWords(node, hidden, context);
  // Where the original stands below the words, its own line names the language.
  const original = node.children.some(isOriginal) ? undefined : node.originalLang;
  const parts = [
    span('speaker', [text(node.by)]),
    node.role === undefined ? undefined : span('role', [text(node.role)]),
    via === undefined ? undefined : span('via', context.label('quote-via', { source: via })),
    node.via === undefined ? undefined : span('via', context.label('quote-via', { source: node.via })),
    node.on === undefined ? undefined : span('date', context.time(node.on)),
    original === undefined
      ? undefined
      : span(
          'translation',
          context.label('quote-original-in', { language: context.language.languageName(original) }),
        ),
    node.translator === undefined
      ? undefined
      : span('translation', context.label('quote-translated', { name: node.translator })),
  ].filter((part) => part !== undefined);
  const comma = text(separator(context.language, 'comma'));
  return parts.flatMap((part, index) => (index === 0 ? [part] : [comma, part]));
}

function isOriginal(node: RootContent): node is LanguageBlock {
  return node.type === 'languageBlock';
}

/** The words as they were said, under a line that names their language. */
function original(node: LanguageBlock, context: RenderContext): Element[] {
  const language = context.language.languageName(node.lang);
  const properties = { className: ['quote-original'], lang: node.lang, dir: node.dir };
  return [
    element('p', { className: ['quote-original-label'] }, context.label('quote-original-in', { language })),
    placed(node, element('blockquote', properties, context.quoted(node.children))),
  ];
}

/** The block. */
export const quote: Block<QuoteNode> = {
  name: 'quote',
  summary: 'Someone’s words, whose they are, and where they were said.',
  type: 'quote',
  holds: 'prose',
  recognise(directive, context) {
    const isSource = namesSource(directive.attributes?.['via'], context);
    const values = context.attributes(directive, isSource ? { ...rules, via: { form: 'sources' } } : rules);
    const children = unwrapped(context.children(directive));
    check(directive, children, values, isSource, context);
    return {
      ...context.common(directive),
      type: 'quote',
      children,
      reference: context.language.label('quote'),
      source: values.sources('via'),
      by: values.text('by') ?? '',
      role: values.text('role'),
      via: values.text('via'),
      on: values.date('on'),
      originalLang: values.text('original-lang'),
      translator: values.text('translator'),
      pull: values.flag('pull'),
    };
  },
  render(node, context) {
    const words = node.children.filter(isWords);
    const marked = inQuotes(words as Paragraph[], context.language.quotes);
    const repeats = node.pull && context.isRepeated(words);
    const screen = context.medium === 'screen';
    const properties = context.blockProperties(node, 'quote', ...(node.pull ? ['pull'] : []));
    const hidden = repeats ? { ariaHidden: 'true' } : {};
    return element(screen ? 'figure' : 'div', { ...properties, ...hidden }, [
      element('blockquote', { className: ['quote-words'] }, context.quoted(marked)),
      ...node.children.filter(isOriginal).flatMap((child) => original(child, context)),
      element(
        screen ? 'figcaption' : 'p',
        { className: ['quote-attribution'] },
        attribution(node, repeats, context),
      ),
    ]);
  },
  examples: quoteExamples,
};
