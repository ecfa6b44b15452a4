/** `:::figure{credit="…" …}`: a picture with its caption and its credit. */

import type { Element } from 'hast';
import type { Image, RootContent } from 'mdast';
import type { BlockNode } from '../../document/nodes.js';
import type { AttributeRule, AttributeValues, RecogniseContext } from '../../document/recognise-context.js';
import { element, placed } from '../../html/elements.js';
import type { RenderContext } from '../../html/render-context.js';
import type { DateSpan } from '../../language/language.js';
import { separator } from '../../language/punctuation.js';
import type { Block } from '../block.js';
import {
  captionText,
  creditWords,
  figcaption,
  metaParagraph,
  type PictureKind,
  pictureKinds,
} from '../caption.js';
import { checkAlt, pictureReference } from '../pictures.js';
import { tell } from '../report.js';
import { figureExamples } from './examples.js';

/** A picture; the first of its children is the image in a paragraph, the rest its caption. */
export interface FigureNode extends BlockNode {
  type: 'figure';
  kind: PictureKind;
  credit: string | undefined;
  place: string | undefined;
  taken: DateSpan | undefined;
  decorative: boolean;
  /** Id of the block or heading that describes the picture. */
  describedIn: string | undefined;
}

declare module 'mdast' {
  interface BlockContentMap {
    figure: FigureNode;
  }
  interface RootContentMap {
    figure: FigureNode;
  }
}

const rules: Readonly<Record<string, AttributeRule>> = {
  credit: {
    form: 'text',
    required: true,
    code: 'image-has-credit',
    why: 'Readers want to know whose picture they see, and its maker has a right to be named.',
    example: 'Name / Agency',
  },
  taken: { form: 'date' },
  place: { form: 'text' },
  kind: { form: pictureKinds },
  decorative: { form: 'flag' },
  'described-in': {
    form: 'id',
    code: 'described-in-target-exists',
    why: 'Readers who cannot see the picture would be sent to a description that is not there.',
  },
};

/** What a decorative picture may not have, since it says nothing. */
function checkDecorative(image: Image, caption: readonly RootContent[], context: RecogniseContext): void {
  const hasAlt = (image.alt ?? '').trim() !== '';
  if (caption.length === 0 && !hasAlt) return;
  tell(context, 'decorative-image-has-no-caption', 'error', context.place(image.position), {
    what: `This picture is marked as decorative, but has ${hasAlt ? `an alternative text: “${image.alt}”` : 'a caption'}.`,
    why: 'Readers who cannot see it would get words about a picture that is not announced to them.',
    fix: 'Take “decorative” out if the picture says something; otherwise take the words out.',
    excerpt: image.url,
  });
}

function check(
  image: Image,
  caption: readonly RootContent[],
  values: AttributeValues,
  context: RecogniseContext,
): void {
  if (values.flag('decorative')) checkDecorative(image, caption, context);
  else if (values.text('described-in') === undefined) checkAlt(image, context);
}

function imageOf(node: FigureNode): Image | undefined {
  const first = node.children[0];
  const only = first?.type === 'paragraph' ? first.children[0] : undefined;
  return only?.type === 'image' ? only : undefined;
}

/** A picture that is described elsewhere names itself and that place, and points there. */
function picture(node: FigureNode, image: Image, context: RenderContext): Element {
  if (node.decorative) return context.image(image, '');
  const there = node.describedIn === undefined ? undefined : context.titleOf(node.describedIn);
  const own = (image.alt ?? '').trim();
  const alt =
    own === '' && there !== undefined
      ? context.language.label('figure') + separator(context.language, 'colon') + there
      : own;
  const made = context.image(image, alt);
  if (there !== undefined && node.describedIn !== undefined) {
    made.properties['ariaDetails'] = node.describedIn;
  }
  return made;
}

/** The block. */
export const figure: Block<FigureNode> = {
  name: 'figure',
  summary: 'A picture with its caption and its credit.',
  type: 'figure',
  holds: 'prose',
  recognise(directive, context) {
    const values = context.attributes(directive, rules);
    const found = context.onlyImage(directive, {
      code: 'image-has-alt',
      why: 'The block shows one picture with what it says.',
    });
    if (found === undefined) return undefined;
    const image = found.node;
    const caption = [...found.before, ...found.after];
    check(image, caption, values, context);
    const position = image.position === undefined ? {} : { position: image.position };
    const kind = pictureKinds.find((name) => name === values.text('kind')) ?? 'photo';
    return {
      ...context.common(directive),
      type: 'figure',
      children: [{ type: 'paragraph', children: [image], ...position }, ...caption],
      reference: pictureReference(caption, context.language.label('figure'), context),
      kind,
      credit: values.text('credit'),
      place: values.text('place'),
      taken: values.date('taken'),
      decorative: values.flag('decorative'),
      describedIn: values.text('described-in'),
    };
  },
  render(node, context) {
    const image = imageOf(node);
    if (image === undefined) return context.all(node.children);
    if (node.decorative) {
      const credit = creditWords(node, context).map((part) => (part.type === 'text' ? part.value : ''));
      if (node.credit !== undefined) context.creditAtEnd(credit.join('') || node.credit);
      return element('div', context.blockProperties(node, 'figure', 'is-decorative'), [
        picture(node, image, context),
        // A caption is told as a fault; its words stay all the same.
        ...context.all(node.children.slice(1)),
      ]);
    }
    const caption = captionText(node.children.slice(1), context);
    return element('figure', context.blockProperties(node, 'figure', `kind-${node.kind}`), [
      placed(image, picture(node, image, context)),
      figcaption([...caption, metaParagraph(node, context)]),
    ]);
  },
  examples: figureExamples,
};
