/** The blocks that this stage makes itself: `:::lang{ar}`, and the places of contents, notes and sources. */

import type { RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { readCommon } from './block-common.js';
import { finding } from './finding.js';
import { languageTagIsValid, tagInBraces } from './languages.js';
import type { GeneratedPart, LanguageBlock } from './nodes.js';
import { attributeOf, openingPosition } from './opening-line.js';
import type { BlockDirective } from './recognise-context.js';
import type { Structure } from './structure.js';
import type { Work } from './work.js';

/** Names of the parts that Galley makes. */
export const partNames = ['toc', 'notes', 'sources'] as const;

/** The part that a directive asks for, if it asks for one. */
export function partOf(name: string): GeneratedPart['part'] | undefined {
  return partNames.find((part) => part === name);
}

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
  if (tag === undefined) return directive.children;
  const { lang: _own, ...common } = readCommon(
    { ...directive, attributes: { ...directive.attributes, lang: undefined } },
    structure,
    work,
  );
  const block: LanguageBlock = {
    ...common,
    id: structure.ids.idOf(directive, directive.name),
    headingDepth: readDepth(directive, structure),
    type: 'languageBlock',
    lang: tag,
    dir: work.languageOf(tag).dir,
    reference: work.languageOf(tag).languageName(tag),
    children: directive.children,
  };
  return [block];
}

function readDepth(directive: BlockDirective, structure: Structure): LanguageBlock['headingDepth'] {
  return Math.min((structure.surroundings.get(directive)?.sectionDepth ?? 1) + 1, 6) as 2 | 3 | 4 | 5 | 6;
}

/** A place for contents, notes or sources; what was written inside stays behind it. */
export function generatedPart(
  directive: BlockDirective,
  part: GeneratedPart['part'],
  structure: Structure,
  work: Work,
): readonly RootContent[] {
  const extra = Object.keys(directive.attributes ?? {}).filter(
    (name) => !['id', 'class', 'print'].includes(name),
  );
  if (extra.length > 0) {
    work.report(
      finding('keys-and-blocks-are-known', 'error', work.place(openingPosition(directive, work)), {
        what: `“${extra[0]}” is not known in “::${part}”.`,
        why: 'It would have no effect.',
        fix: `Write “::${part}” alone.`,
        excerpt: attributeOf(directive, extra[0] ?? '') ?? part,
      }),
    );
  }
  const label = part === 'toc' ? 'on-this-page' : part;
  const node: GeneratedPart = {
    ...readCommon(directive, structure, work),
    type: 'generatedPart',
    part,
    reference: work.language.label(label),
    children: [],
  };
  return [node, ...directive.children];
}
