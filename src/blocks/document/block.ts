/** `:::document{title="…" source=id}`: a page of a document, and the text that matters. */

import type { Image, RootContent } from 'mdast';
import type { RichText } from '../../document/explainer.js';
import type { BlockNode } from '../../document/nodes.js';
import type { AttributeRule } from '../../document/recognise-context.js';
import { element, placed } from '../../html/elements.js';
import type { Block } from '../block.js';
import { captionTitle, figcaption } from '../caption.js';
import { checkAlt } from '../pictures.js';
import { tellLacking } from '../report.js';

/** A document; when it has a picture, the first of its children is the image in a paragraph. */
export interface DocumentNode extends BlockNode {
  type: 'shownDocument';
  title: RichText | undefined;
}

declare module 'mdast' {
  interface BlockContentMap {
    shownDocument: DocumentNode;
  }
  interface RootContentMap {
    shownDocument: DocumentNode;
  }
}

const rules: Readonly<Record<string, AttributeRule>> = {
  title: {
    form: 'rich',
    required: true,
    why: 'Readers have to know which document they see.',
    example: 'Decree of 5 January 2022',
  },
  source: {
    form: 'sources',
    required: true,
    code: 'chart-has-source-and-unit',
    why: 'Readers cannot look the document up when they do not know where it comes from.',
    example: 'decree-0105',
  },
};

function leadingImage(children: readonly RootContent[]): Image | undefined {
  const first = children[0];
  if (first?.type !== 'paragraph' || first.children.length !== 1) return undefined;
  const only = first.children[0];
  return only?.type === 'image' ? only : undefined;
}

function holdsImage(children: readonly RootContent[]): boolean {
  return children.some(
    (child) => child.type === 'paragraph' && child.children.some(({ type }) => type === 'image'),
  );
}

/** The block. */
export const shownDocument: Block<DocumentNode> = {
  name: 'document',
  summary: 'A page of a document as a picture, and the text that matters.',
  type: 'shownDocument',
  holds: 'prose',
  recognise(directive, context) {
    const values = context.attributes(directive, rules);
    let children = [...context.children(directive)];
    if (children.length === 0) {
      tellLacking(context, directive, {
        what: 'There is nothing in “:::document”.',
        why: 'The block would name a document without showing any of it.',
        fix: 'Put in a picture of the page, or the words that matter.',
      });
    }
    if (holdsImage(children)) {
      const found = context.onlyImage(directive);
      if (found !== undefined) {
        checkAlt(found.node, context);
        const { position } = found.node;
        const first = { type: 'paragraph' as const, children: [found.node], ...(position && { position }) };
        children = [first, ...found.before, ...found.after];
      }
    }
    const title = values.rich('title');
    return {
      ...context.common(directive),
      type: 'shownDocument',
      children,
      reference: title?.text ?? context.language.label('document'),
      source: values.sources('source'),
      title,
    };
  },
  render(node, context) {
    const image = leadingImage(node.children);
    const title = node.title === undefined ? undefined : captionTitle(context.all(node.title.children));
    const lines = context.sourceLine(node.source);
    const words = image === undefined ? node.children : node.children.slice(1);
    const text =
      words.length === 0 ? undefined : element('div', { className: ['document-text'] }, context.all(words));
    const properties = context.blockProperties(node, 'document');
    if (image === undefined) return element('div', properties, [title, text, ...lines]);
    const caption = figcaption([title, ...lines]);
    const picture = placed(image, element('figure', {}, [context.image(image), caption]));
    return element('div', properties, [picture, text]);
  },
  examples: [
    {
      title: 'A page and its words',
      markdown: `:::document{title="Decree of 5 January 2022" source=cnn}
![A typed page with the seal of the president, in Kazakh.](hall.jpg)

A state of emergency is declared until 19 January.
:::`,
    },
    {
      title: 'Without title and source',
      markdown: `:::document
A state of emergency is declared until 19 January.
:::`,
      findings: ['keys-and-blocks-are-known', 'chart-has-source-and-unit'],
    },
    {
      title: 'A picture without alternative text',
      markdown: `:::document{title="Decree of 5 January 2022" source=cnn}
![](hall.jpg)
:::`,
      findings: ['image-has-alt'],
    },
  ],
};
