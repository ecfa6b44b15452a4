/** Makes what recognisers ask of this stage: one object for the whole document. */

import type { ListItem, RootContent } from 'mdast';
import { parseDateSpan } from '../language/partial-date.js';
import type { ImageFile, UnusableImage } from '../source/source-file.js';
import { type AttributeOwner, readAttributes, type TypedAttribute } from './attribute-values.js';
import { commonAttributes, readCommon } from './block-common.js';
import { takeItemAttributes } from './item-attributes.js';
import { findImage, findList, findTable } from './only-one.js';
import { openingPosition, typedAttributes } from './opening-line.js';
import { plainText } from './plain-text.js';
import type { BlockDirective, RecogniseContext } from './recognise-context.js';
import { splitInline } from './split-inline.js';
import type { Structure } from './structure.js';
import type { Work } from './work.js';

/** Pictures that can be used, by file name. */
export function usableImages(
  images: ReadonlyMap<string, ImageFile | UnusableImage>,
): ReadonlyMap<string, ImageFile> {
  const usable = new Map<string, ImageFile>();
  for (const [name, image] of images) if (!('problem' in image)) usable.set(name, image);
  return usable;
}

/** Attributes with their places; where the source could not be read again, all stand at the opening line. */
function typedOf(directive: BlockDirective, work: Work): readonly TypedAttribute[] {
  const typed = typedAttributes(directive, work);
  const opening = openingPosition(directive, work);
  const values = Object.entries(directive.attributes ?? {});
  const all = values.map(([name, value]): TypedAttribute => {
    const part = typed.find((found) => found.name === name);
    const position = part === undefined ? opening : work.positions.position(part.start, part.end);
    return { name, value: value ?? '', position, start: part?.valueStart };
  });
  const doubled = typed.filter(
    (part, index) => part.name !== 'class' && typed.findIndex(({ name }) => name === part.name) < index,
  );
  return [
    ...all,
    ...doubled.map(({ name, value, start, end, valueStart }) => ({
      name,
      value,
      position: work.positions.position(start, end),
      start: valueStart,
    })),
  ];
}

function ownerOf(directive: BlockDirective, structure: Structure, work: Work): AttributeOwner {
  return {
    subject: `“:::${directive.name}”`,
    place: work.place(openingPosition(directive, work)),
    common: commonAttributes,
    tellMissing: !work.unreadable.has(directive.position?.start.offset ?? -1),
    hasId: (id) => structure.ids.has(id),
  };
}

function itemOwner(item: ListItem, structure: Structure, work: Work): AttributeOwner {
  return {
    subject: 'this item',
    place: work.place(item.position),
    common: [],
    tellMissing: true,
    hasId: (id) => structure.ids.has(id),
  };
}

function holdsCitation(nodes: readonly RootContent[]): boolean {
  return nodes.some((node) => {
    if (node.type === 'citation' || node.type === 'footnoteReference') return true;
    return 'children' in node && holdsCitation(node.children);
  });
}

/** The context for all blocks of one document. */
export function makeRecogniseContext(structure: Structure, work: Work): RecogniseContext {
  return {
    language: work.language,
    timezone: work.config.timezone,
    sources: work.source.sources,
    figures: work.source.figures,
    images: usableImages(work.source.images),
    common: (directive) => readCommon(directive, structure, work),
    attributes: (directive, rules) =>
      readAttributes(typedOf(directive, work), rules, ownerOf(directive, structure, work), work),
    itemAttributes: (item, rules) => {
      const typed = takeItemAttributes(item, work);
      const asked = typed === undefined ? {} : rules;
      return readAttributes(typed ?? [], asked, itemOwner(item, structure, work), work);
    },
    children: (directive) => directive.children,
    onlyList: (directive, missing) => findList(directive, work, missing),
    onlyTable: (directive, missing) => findTable(directive, work, missing),
    onlyImage: (directive, missing) => findImage(directive, work, missing),
    split: splitInline,
    parseDate: parseDateSpan,
    toText: plainText,
    holdsCitation,
    report: work.report,
    place: work.place,
    openingPlace: (directive) => work.place(openingPosition(directive, work)),
  };
}
