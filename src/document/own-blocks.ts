/** The blocks that this stage makes itself: `:::lang{ar}`, and the places of contents, notes and sources. */

import type { RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Position } from 'unist';
import { readCommon } from './block-common.js';
import { finding } from './finding.js';
import { languageTagIsValid, tagInBraces } from './languages.js';
import type { GeneratedPart, LanguageBlock } from './nodes.js';
import {
  attributeOf,
  openingPosition,
  placeOfAttribute,
  typedAttribute,
  typedOpening,
} from './opening-line.js';
import type { BlockDirective } from './recognise-context.js';
import type { Structure } from './structure.js';
import type { Work } from './work.js';

/** A passage in another language; its plain content when the tag is unknown. */
export function languageBlock(
  directive: ContainerDirective,
  structure: Structure,
  work: Work,
): readonly RootContent[] {
  const { tag, fault, typed } = tagInBraces(directive.attributes, ['id', 'class', 'print']);
  const place = work.place(openingPosition(directive, work));
  if (fault === 'invalid') work.report(languageTagIsValid(typed, place));
  else if (fault !== undefined && !work.unreadable.has(directive.position?.start.offset ?? -1)) {
    work.report(
      finding('language-tag-is-valid', 'error', place, {
        what:
          fault === 'missing'
            ? '“:::lang” does not say which language it is.'
            : 'The braces of “:::lang” are not in the form that it takes.',
        why: 'Screen readers choose the voice by the language.',
        fix: `Write the tag alone: :::lang{${tag ?? 'ar'}}.`,
        excerpt: typed,
      }),
    );
  }
  if (directive.children.length === 0) {
    work.report(
      finding('keys-and-blocks-are-known', 'error', place, {
        what: 'There are no words in “:::lang”.',
        why: 'Without them the block has nothing to show.',
        fix: 'Write the passage between the opening and the closing line.',
        excerpt: typed,
      }),
    );
  }
  if (tag === undefined) return directive.children;
  const block: LanguageBlock = {
    ...readCommon(directive, structure, work),
    type: 'languageBlock',
    lang: tag,
    dir: work.languageOf(tag).dir,
    reference: work.language.languageName(tag),
    children: directive.children,
  };
  return [block];
}

/** A place for contents, notes or sources; what was written inside stays behind it. */
export function generatedPart(
  directive: BlockDirective,
  part: GeneratedPart['part'],
  structure: Structure,
  work: Work,
): GeneratedPart {
  const extra = Object.keys(directive.attributes ?? {}).find((name) => !['class', 'print'].includes(name));
  if (extra !== undefined) {
    work.report(
      finding('keys-and-blocks-are-known', 'error', placeOfAttribute(directive, extra, work), {
        what: `“${extra}” is not known in “::${part}”.`,
        why: 'It would have no effect.',
        fix: `Write “::${part}” alone.`,
        excerpt: typedAttribute(extra, attributeOf(directive, extra) ?? ''),
      }),
    );
  }
  return {
    ...readCommon(directive, structure, work),
    type: 'generatedPart',
    part,
    reference: work.language.label(part === 'toc' ? 'on-this-page' : part),
    children: [],
  };
}

/** Says that a part of the page stands inside something else. */
export function reportInnerPart(directive: BlockDirective, work: Work): void {
  work.report(
    finding('keys-and-blocks-are-known', 'error', work.place(openingPosition(directive, work)), {
      what: `“::${directive.name}” stands inside a block, a list or a quotation.`,
      why: 'It is a part of the whole page, and has a heading of its own.',
      fix: 'Write it alone on a line, outside of all blocks and lists.',
      excerpt: typedOpening(directive, work),
    }),
  );
}

/** Says that a part is asked for twice. */
export function reportSecondPart(directive: BlockDirective, first: Position, work: Work): void {
  work.report(
    finding('keys-and-blocks-are-known', 'error', work.place(openingPosition(directive, work)), {
      what: `“::${directive.name}” stands in the document a second time.`,
      why: 'There is one such part, and it can stand in one place only.',
      fix: 'Take one of them out.',
      excerpt: typedOpening(directive, work),
      related: [{ message: 'first placed here', place: work.place(first) }],
    }),
  );
}
