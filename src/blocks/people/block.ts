/** `:::people`: who is who, with role and what to know. */

import type { Element, ElementContent } from 'hast';
import type { ListItem, PhrasingContent } from 'mdast';
import type { BlockNode } from '../../document/nodes.js';
import type { RecogniseContext } from '../../document/recognise-context.js';
import { addClass, element, isElement, placed, rootOf, textOf } from '../../html/elements.js';
import type { RenderContext } from '../../html/render-context.js';
import { separator } from '../../language/punctuation.js';
import type { Block } from '../block.js';
import { around, firstParagraph, paragraphOf, splitAtColon, trimStart, withList } from '../parts.js';
import { tellMalformed } from '../report.js';

/** People; in each item the first paragraph holds name and role, the rest what to know. */
export interface PeopleNode extends BlockNode {
  type: 'people';
}

declare module 'mdast' {
  interface BlockContentMap {
    people: PeopleNode;
  }
  interface RootContentMap {
    people: PeopleNode;
  }
  interface ListItemData {
    /** On items of `people`: the first paragraph is name and role. */
    person?: true | undefined;
  }
}

const comma = /^\s*[,،，、]\s*/u;

/** Another sign between name and role that does the same. */
const dash = /^\s*[–—-]\s+/u;

/** The role between the name and the colon, and what follows; without a colon all is role. */
function roleAndText(
  rest: readonly PhrasingContent[],
  context: RecogniseContext,
): readonly [PhrasingContent[], PhrasingContent[]] {
  const parts = splitAtColon(rest, context);
  const [role, text] = parts ?? [[...rest], []];
  const first = role[0]?.type === 'text' ? role[0].value : '';
  const sign = [comma, dash].find((one) => one.test(first));
  return [trimStart(role, sign), text];
}

function readPerson(item: ListItem, context: RecogniseContext): ListItem {
  const paragraph = firstParagraph(item);
  const [name, ...rest] = paragraph?.children ?? [];
  if (paragraph === undefined || name?.type !== 'strong') {
    tellMalformed(context, item, {
      lacks: 'does not begin with a name in bold',
      why: 'Readers look for people by their names.',
      fix: 'Write “- **Name**, role: what to know”.',
    });
    return item;
  }
  const [role, text] = roleAndText(rest, context);
  const head = paragraphOf(paragraph, [name, ...role]);
  const [, ...others] = item.children;
  const words = text.length === 0 ? [] : [paragraphOf(paragraph, text)];
  return { ...item, children: [head, ...words, ...others], data: { ...item.data, person: true } };
}

function head(item: ListItem, context: RenderContext): Element | undefined {
  const paragraph = firstParagraph(item);
  if (paragraph === undefined) return undefined;
  const [name, ...role] = context.all(paragraph.children);
  // What stands in brackets belongs to the name: “(1940–)”.
  const joint = /^[(（]/u.test(textOf(rootOf(role))) ? ' ' : separator(context.language, 'comma');
  const bold = isElement(name) ? addClass(name, 'person-name') : name;
  const after: (ElementContent | string)[] =
    role.length === 0 ? [] : [joint, element('span', { className: ['person-role'] }, role)];
  return placed(paragraph, element('p', { className: ['person-head'] }, [bold, ...after]));
}

function person(item: ListItem, context: RenderContext): Element {
  if (item.data?.person !== true) return placed(item, element('li', {}, context.all(item.children)));
  const text = context.all(item.children.slice(1));
  return placed(
    item,
    element('li', { className: ['person'] }, [
      head(item, context),
      text.length === 0 ? undefined : element('div', { className: ['person-text'] }, text),
    ]),
  );
}

/** The block. */
export const people: Block<PeopleNode> = {
  name: 'people',
  summary: 'The people of a story, each with role and what to know.',
  type: 'people',
  holds: 'prose',
  recognise(directive, context) {
    context.attributes(directive, {});
    const found = context.onlyList(directive);
    if (found === undefined) return undefined;
    const items = found.node.children.map((item) => readPerson(item, context));
    return {
      ...context.common(directive),
      type: 'people',
      children: around(found, { ...found.node, children: items }),
      reference: context.language.label('people'),
    };
  },
  render(node, context) {
    return element(
      'div',
      context.blockProperties(node, 'people'),
      withList(node.children, context, (list) => {
        const items = list.children.map((item) => person(item, context));
        return placed(list, element('ul', { className: ['people-list'] }, items));
      }),
    );
  },
  examples: [
    {
      title: 'Two people',
      markdown: `:::people
- **Kassym-Jomart Tokayev**, president of Kazakhstan: asked the alliance for help on 5 January 2022.
- **Saltanat Azirbek**, police department of Almaty: spoke to Khabar 24 [@cnn].
:::`,
    },
    {
      title: 'An item without a name',
      markdown: `:::people
- The president: asked the alliance for help.
:::`,
      findings: ['keys-and-blocks-are-known'],
    },
  ],
};
