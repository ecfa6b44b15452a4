/** Where leaves and elements are drawn, in points, from the drawing itself. */

import { type Box, union } from '../content/geometry.js';
import type { Surface } from '../content/surface.js';
import type { Ownership } from '../match/ownership.js';
import type { ModelElement, ModelNode } from '../model/model.js';

/** Boxes of all leaves by page. */
export class LeafBoxes {
  private readonly boxes = new Map<ModelNode, Map<number, Box>>();

  constructor(surfaces: readonly Surface[], ownership: Ownership) {
    for (const [index, surface] of surfaces.entries()) {
      for (const [at, unit] of surface.units.entries()) {
        const owner = ownership.of(index, at);
        if (owner !== undefined && owner.kind !== 'artifact') this.add(owner, surface.page, unit.box);
      }
    }
  }

  private add(owner: ModelNode, page: number, box: Box | undefined): void {
    const pages = this.boxes.get(owner) ?? new Map<number, Box>();
    const joined = union(pages.get(page), box);
    if (joined !== undefined) pages.set(page, joined);
    this.boxes.set(owner, pages);
  }

  /** The boxes of everything below an element, by page. */
  below(element: ModelElement): Map<number, Box> {
    const found = new Map<number, Box>();
    for (const child of element.children) {
      const boxes = child.kind === 'element' ? this.below(child) : (this.boxes.get(child) ?? new Map());
      for (const [page, box] of boxes) {
        const joined = union(found.get(page), box);
        if (joined !== undefined) found.set(page, joined);
      }
    }
    return found;
  }

  /** The box of a picture or formula on its page; undefined for other elements. */
  ofElement(element: ModelElement): Box | undefined {
    if (element.role === 'Formula') return [...this.below(element).values()][0];
    if (element.role !== 'Figure') return undefined;
    const images = element.children.filter((child) => child.kind === 'image');
    return images.map((image) => [...(this.boxes.get(image)?.values() ?? [])][0]).reduce(union, undefined);
  }
}
