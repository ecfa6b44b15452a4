// Rules on marked content: everything drawn is either tagged or an artifact, never both (ISO 14289-1, 7.1; ISO 14289-2, 8.2.2).

import type { ContentItem } from '../../../outputs/pdf/read/content-types.js';
import type { CheckContext, MarkView, PageView } from '../context.js';
import { type Examination, examineEach, type Offence, type PdfRule } from '../rule.js';

function* allMarks(context: CheckContext): Generator<MarkView> {
  for (const { marks } of context.pages) yield* marks;
}

const KINDS: Readonly<Record<ContentItem['kind'], string>> = {
  text: 'text',
  path: 'a line or shape',
  shading: 'a shading',
  image: 'an image',
  'inline-image': 'an image',
  form: 'a drawing',
};

function describe(item: ContentItem): string {
  return item.kind === 'text' && item.text.trim() !== ''
    ? `the text “${item.text.trim().slice(0, 60)}”`
    : KINDS[item.kind];
}

function isOwned(view: PageView, item: ContentItem): boolean {
  const mark = item.mark === undefined ? undefined : view.marks[item.mark];
  return mark !== undefined && (mark.owner !== undefined || mark.inArtifact);
}

/** Looks at everything drawn except forms themselves, whose content is looked at instead. */
function unowned(context: CheckContext): Examination {
  let instances = 0;
  const offences: Offence[] = [];
  for (const view of context.pages) {
    for (const item of view.content.items) {
      if (item.kind === 'form') continue;
      instances += 1;
      if (!isOwned(view, item)) offences.push({ page: view.page.index, found: describe(item) });
    }
  }
  return { instances, offences };
}

/** The rules on marked content. */
export const markRules: readonly PdfRule[] = [
  {
    ua1: '7.1-1',
    check: 'pdf-content-is-owned',
    what: 'A piece marked as decoration lies inside a tagged {found}.',
    why: 'Some readers will speak it and others will not.',
    fix: 'Mark it as decoration outside all tags, or tag it as content.',
    examine: (context) =>
      examineEach(allMarks(context), ({ mark, owner, page }) =>
        mark.tag === 'Artifact'
          ? owner === undefined || { page: page.index, element: owner, found: owner.role }
          : undefined,
      ),
  },
  {
    ua1: '7.1-2',
    check: 'pdf-content-is-owned',
    what: 'Tagged content ({found}) lies inside a piece marked as decoration.',
    why: 'Readers that skip decoration skip these words too.',
    fix: 'Take the tagged content out of the decoration.',
    examine: (context) =>
      examineEach(allMarks(context), ({ owner, inArtifact, page }) =>
        owner ? !inArtifact || { page: page.index, element: owner, found: owner.role } : undefined,
      ),
  },
  {
    ua1: '7.1-3',
    ua2: '8.2.2-1',
    check: 'pdf-content-is-owned',
    what: 'On the page stands {found} that is neither tagged nor marked as decoration.',
    why: 'A screen reader may leave it out or read it in the wrong place.',
    fix: 'Tag it, or mark it as decoration if it carries no meaning.',
    examine: unowned,
  },
];
