/** The parts that every block has: id, classes, language, direction, print mode, heading level. */

import { finding } from './finding.js';
import { validTag } from './language-tag.js';
import { languageTagIsValid } from './languages.js';
import type { PrintMode } from './nodes.js';
import { attributeOf, placeOfAttribute } from './opening-line.js';
import type { BlockCommon, BlockDirective } from './recognise-context.js';
import { partOf, type Structure, titleDepth } from './structure.js';
import type { Work } from './work.js';

/** Names of the attributes that every block takes. */
export const commonAttributes: readonly string[] = ['id', 'class', 'lang', 'print'];

/** Reports one of the settings that every block takes, when it stands without a value. */
function tellEmpty(directive: BlockDirective, name: string, example: string, work: Work): void {
  work.report(
    finding('values-are-known', 'error', placeOfAttribute(directive, name, work), {
      what: `“${name}” of “:::${directive.name}” has no value.`,
      why: 'A setting without a value says nothing.',
      fix: `Write ${example}, or take it out.`,
      excerpt: name,
    }),
  );
}

function classesOf(directive: BlockDirective, work: Work): string[] {
  const typed = (attributeOf(directive, 'class') ?? '').split(/\s+/u).filter((name) => name !== '');
  const [good, bad] = [true, false].map((wanted) =>
    typed.filter((name) => /^[\p{L}\p{N}-]+$/u.test(name) === wanted),
  );
  for (const name of bad ?? []) {
    work.report(
      finding('keys-and-blocks-are-known', 'error', placeOfAttribute(directive, 'class', work), {
        what: `“.${name}” cannot be a class.`,
        why: 'A class is a name that the theme knows: letters, digits and hyphens.',
        fix: 'Write a name such as “.wide”.',
        excerpt: name,
      }),
    );
  }
  return good ?? [];
}

function printOf(directive: BlockDirective, work: Work): PrintMode {
  const typed = attributeOf(directive, 'print');
  if (typed === undefined || typed === 'show' || typed === 'hide' || typed === 'expand')
    return typed ?? 'show';
  if (typed === '') {
    tellEmpty(directive, 'print', 'print=hide', work);
    return 'show';
  }
  work.report(
    finding('values-are-known', 'error', placeOfAttribute(directive, 'print', work), {
      what: `“${typed}” is not known as a value of “print”.`,
      why: 'Galley does not know whether the block shall be on paper.',
      fix: 'Write print=show, print=hide or print=expand.',
      excerpt: typed,
    }),
  );
  return 'show';
}

function languageOf(directive: BlockDirective, work: Work): Pick<BlockCommon, 'lang' | 'dir'> {
  const typed = attributeOf(directive, 'lang');
  // A language passage says its language itself, and so does what is wrong with it.
  if (typed === undefined || directive.name === 'lang') return {};
  if (typed === '') {
    tellEmpty(directive, 'lang', 'lang=kk', work);
    return {};
  }
  const tag = validTag(typed);
  if (tag !== undefined) return { lang: tag, dir: work.languageOf(tag).dir };
  work.report(languageTagIsValid(typed, placeOfAttribute(directive, 'lang', work)));
  return {};
}

/** Reads them from the directive and from what surrounds it; called once a block, since faults are reported. */
export function readCommon(directive: BlockDirective, structure: Structure, work: Work): BlockCommon {
  if (attributeOf(directive, 'id') === '') tellEmpty(directive, 'id', '{#name}', work);
  return {
    id: partOf(directive.name) ?? structure.ids.idOf(directive, directive.name),
    classes: classesOf(directive, work),
    ...languageOf(directive, work),
    print: printOf(directive, work),
    headingDepth: titleDepth(structure.surroundings.get(directive)?.sectionDepth ?? 1),
    ...(directive.position === undefined ? {} : { position: directive.position }),
  };
}
