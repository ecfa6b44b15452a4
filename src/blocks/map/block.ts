/** `:::map{title="…" source=id credit="…"}`: a map as a picture, with the list of its places as words. */

import type { Image, RootContent } from 'mdast';
import type { RichText } from '../../document/explainer.js';
import type { BlockNode } from '../../document/nodes.js';
import type { AttributeRule } from '../../document/recognise-context.js';
import { element, placed } from '../../html/elements.js';
import type { DateSpan } from '../../language/language.js';
import type { Block } from '../block.js';
import { captionTitle, figcaption, metaParagraph } from '../caption.js';
import { checkAlt } from '../pictures.js';

/** A map; the first of its children is the image in a paragraph, the rest the places. */
export interface MapNode extends BlockNode {
  type: 'map';
  title: RichText | undefined;
  credit: string | undefined;
  taken: DateSpan | undefined;
}

declare module 'mdast' {
  interface BlockContentMap {
    map: MapNode;
  }
  interface RootContentMap {
    map: MapNode;
  }
}

const rules: Readonly<Record<string, AttributeRule>> = {
  title: {
    form: 'rich',
    required: true,
    why: 'The title tells readers what the map is about before they look.',
    example: 'Places named in the reports',
  },
  source: {
    form: 'sources',
    required: true,
    code: 'chart-has-source-and-unit',
    why: 'Readers cannot judge a map when they do not know where its facts come from.',
    example: 'natural-earth',
  },
  credit: {
    form: 'text',
    required: true,
    code: 'image-has-credit',
    why: 'Readers want to know who drew the map.',
    example: 'Graphics desk',
  },
  taken: { form: 'date' },
};

function imageOf(node: MapNode): Image | undefined {
  const first = node.children[0];
  const only = first?.type === 'paragraph' ? first.children[0] : undefined;
  return only?.type === 'image' ? only : undefined;
}

/** The block. */
export const map: Block<MapNode> = {
  name: 'map',
  summary: 'A map as a picture, and its places in words.',
  type: 'map',
  holds: 'prose',
  recognise(directive, context) {
    const values = context.attributes(directive, rules);
    const found = context.onlyImage(directive, {
      code: 'image-has-alt',
      why: 'The block shows one map with what it says.',
    });
    const list = context.onlyList(directive, {
      code: 'map-has-place-list',
      why: 'A reader who cannot see the map gets none of its places.',
    });
    if (found === undefined || list === undefined) return undefined;
    checkAlt(found.node, context);
    const { position } = found.node;
    const places: RootContent[] = [...found.before, ...found.after];
    const title = values.rich('title');
    return {
      ...context.common(directive),
      type: 'map',
      children: [{ type: 'paragraph', children: [found.node], ...(position && { position }) }, ...places],
      reference: title?.text ?? context.language.label('map'),
      source: values.sources('source'),
      title,
      credit: values.text('credit'),
      taken: values.date('taken'),
    };
  },
  render(node, context) {
    const image = imageOf(node);
    if (image === undefined) return context.all(node.children);
    const { credit, taken } = node;
    const facts = { kind: 'map' as const, credit, taken, place: undefined };
    const caption = figcaption([
      node.title === undefined ? undefined : captionTitle(context.all(node.title.children)),
      metaParagraph(facts, context),
      ...context.sourceLine(node.source),
    ]);
    return element('div', context.blockProperties(node, 'map'), [
      placed(image, element('figure', {}, [context.image(image), caption])),
      element('div', { className: ['map-places'] }, context.all(node.children.slice(1))),
    ]);
  },
  examples: [
    {
      title: 'A map and its places',
      markdown: `:::map{title="Places named in the reports" source=cnn credit="Graphics desk"}
![Outline map of Kazakhstan with Almaty in the south-east.](hall.jpg)

- **Almaty**: in the south-east, close to Kyrgyzstan.
- **Aktau**: in the west, on the Caspian Sea.
:::`,
    },
    {
      title: 'Without its places',
      markdown: `:::map{title="Places" source=cnn credit="Graphics desk"}
![Outline map of Kazakhstan with Almaty in the south-east.](hall.jpg)
:::`,
      findings: ['map-has-place-list'],
    },
    {
      title: 'Without title, source and credit',
      markdown: `:::map
![Outline map of Kazakhstan with Almaty in the south-east.](hall.jpg)

- **Almaty**: in the south-east.
:::`,
      findings: ['keys-and-blocks-are-known', 'chart-has-source-and-unit', 'image-has-credit'],
    },
    {
      title: 'Without alternative text',
      markdown: `:::map{title="Places" source=cnn credit="Graphics desk"}
![](hall.jpg)

- **Almaty**: in the south-east.
:::`,
      findings: ['image-has-alt'],
    },
  ],
};
