/** Promises that are proven on what will be written, before it is written: nothing hidden, nothing doubled, no pixel moved. */

import type { RewrittenSurface } from './content/rewrite.js';
import type { Surface } from './content/surface.js';
import { excerpt, Fault } from './fault.js';
import { privateUse } from './match/folding.js';
import { elementsOf, type ModelElement, type StructureModel } from './model/model.js';
import type { ChromiumPage } from './pages.js';
import { drawsTheSame } from './same-drawing.js';
import type { LinkArea } from './write/links.js';

/** What is looked at. */
export interface Proof {
  readonly surfaces: readonly Surface[];
  readonly rewritten: readonly RewrittenSurface[];
  readonly model: StructureModel;
  readonly pages: readonly ChromiumPage[];
  readonly areas: ReadonlyMap<number, LinkArea>;
}

/** Throws a Fault when a promise is broken. */
export function proveRewrite(proof: Proof): void {
  for (const [index, surface] of proof.surfaces.entries()) {
    const rewritten = proof.rewritten[index];
    if (rewritten === undefined || drawsTheSame(surface.operations, rewritten)) continue;
    const page = surface.page + 1;
    throw new Fault('pdf-keeps-every-pixel', `The drawing of page ${page} came out changed.`, { page });
  }
  proveEveryMarkIsHung(proof);
  proveEveryAreaIsTagged(proof);
  proveTextHasMeaning(proof.model);
  provePictures(proof.model);
}

/** Every mark of the new drawings is owned by a leaf that hangs in the tree, once. */
function proveEveryMarkIsHung({ rewritten, model }: Proof): void {
  const hung = rewritten.map(() => new Set<number>());
  for (const element of elementsOf(model.root)) {
    for (const child of element.children) {
      if (child.kind === 'element') continue;
      for (const mark of child.marks) {
        const known = hung[mark.surface];
        if (known?.has(mark.id))
          throw new Fault('pdf-content-is-owned', 'Words are owned by two parts of the document.');
        known?.add(mark.id);
      }
    }
  }
  for (const [surface, { owners }] of rewritten.entries()) {
    for (const [id, owner] of owners.entries()) {
      if (hung[surface]?.has(id)) continue;
      const words = owner.kind === 'image' ? (owner.alt ?? '') : owner.words;
      throw new Fault(
        'pdf-content-is-owned',
        `“${excerpt(words)}” is printed but stands in no part of the tag tree.`,
        {
          position: owner.kind === 'marker' ? undefined : owner.position,
        },
      );
    }
  }
}

function proveEveryAreaIsTagged({ pages, areas }: Proof): void {
  for (const [index, page] of pages.entries()) {
    if (page.annotations.every((object) => areas.has(object))) continue;
    throw new Fault(
      'pdf-links-are-tagged',
      `Page ${index + 1} has a link area that belongs to no link of the document.`,
      {
        page: index + 1,
        role: 'Link',
      },
    );
  }
}

function proveTextHasMeaning(model: StructureModel): void {
  const refuse = (words: string, element: ModelElement): void => {
    const found = privateUse(words);
    if (found === undefined) return;
    const code = found.codePointAt(0)?.toString(16).toUpperCase() ?? '';
    throw new Fault('pdf-text-has-meaning', `“${excerpt(words)}” holds the private character U+${code}.`, {
      role: element.role,
      position: element.origin,
    });
  };
  for (const element of elementsOf(model.root)) {
    refuse(element.alt ?? '', element);
    refuse(element.expansion ?? '', element);
    for (const child of element.children) if (child.kind === 'text') refuse(child.words, element);
  }
}

/** Every picture says what it shows. */
function provePictures(model: StructureModel): void {
  for (const element of elementsOf(model.root)) {
    if (element.role !== 'Figure' && element.role !== 'Formula') continue;
    if ((element.alt ?? '').trim() !== '') continue;
    throw new Fault('pdf-pictures-are-described', 'A picture has no description.', {
      role: element.role,
      position: element.origin,
    });
  }
}
