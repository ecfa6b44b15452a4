/** `:::related`: where to read on. */

import type { Element, ElementContent } from 'hast';
import type { List, ListItem, RootContent } from 'mdast';
import type { BlockNode } from '../../document/nodes.js';
import { element, isElement, placed, text, textOf } from '../../html/elements.js';
import type { RenderContext } from '../../html/render-context.js';
import { separator } from '../../language/punctuation.js';
import type { Block } from '../block.js';
import { around, withList } from '../parts.js';
import { tellMalformed } from '../report.js';

/** A list of links. */
export interface RelatedNode extends BlockNode {
  type: 'related';
}

declare module 'mdast' {
  interface BlockContentMap {
    related: RelatedNode;
  }
  interface RootContentMap {
    related: RelatedNode;
  }
}

const linkTypes = ['link', 'linkReference', 'crossReference'];

function holdsLink(node: RootContent | ListItem): boolean {
  if (linkTypes.includes(node.type)) return true;
  return 'children' in node && node.children.some((child) => holdsLink(child as RootContent));
}

/** Outside links below an element whose words do not give their own address. */
function silentLinks(nodes: readonly ElementContent[]): Element[] {
  return nodes.flatMap((node) => {
    if (!isElement(node)) return [];
    const href = String(node.properties['href'] ?? '');
    if (node.tagName === 'a' && /^https?:/iu.test(href) && !textOf(node).includes(href)) return [node];
    return silentLinks(node.children);
  });
}

/** On paper each title is followed by its address. */
function withAddresses(item: Element, context: RenderContext): Element {
  if (context.medium === 'screen') return item;
  const addresses = silentLinks(item.children).map((link) => String(link.properties['href']));
  if (addresses.length === 0) return item;
  const words = text(separator(context.language, 'colon') + addresses.join(' '));
  item.children.push(element('span', { className: ['printed-address'] }, [words]));
  return item;
}

function items(list: List, context: RenderContext): ElementContent {
  const made = list.children.map((item) => {
    const [first, ...rest] = item.children;
    const content = first?.type === 'paragraph' ? context.all(first.children) : context.all(item.children);
    const line = withAddresses(placed(item, element('li', {}, content)), context);
    line.children.push(...(first?.type === 'paragraph' ? context.all(rest) : []));
    return line;
  });
  return placed(list, element(list.ordered === true ? 'ol' : 'ul', { className: ['related-list'] }, made));
}

/** The block. */
export const related: Block<RelatedNode> = {
  name: 'related',
  summary: 'Where to read on.',
  type: 'related',
  holds: 'prose',
  recognise(directive, context) {
    context.attributes(directive, {});
    const found = context.onlyList(directive);
    if (found === undefined) return undefined;
    for (const item of found.node.children) {
      if (holdsLink(item)) continue;
      tellMalformed(context, item, {
        lacks: 'holds no link',
        why: 'Readers cannot follow it.',
        fix: 'Write “- [Title](https://…)”, or “- :see[slug]” for another explainer.',
      });
    }
    return {
      ...context.common(directive),
      type: 'related',
      children: around(found, found.node),
      reference: context.language.label('related'),
    };
  },
  render(node, context) {
    const label = element('strong', {}, context.label('related'));
    return element('div', context.blockProperties(node, 'related'), [
      element('p', { className: ['block-label'] }, [label]),
      ...withList(node.children, context, (list) => items(list, context)),
    ]);
  },
  examples: [
    {
      title: 'Two links',
      markdown: `:::related
- [Kazakhstan's economy](https://example.org/economy)
- [How the alliance works](https://example.org/alliance)
:::`,
    },
    {
      title: 'An item without a link',
      markdown: `:::related
- Kazakhstan's economy
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
  ],
};
