/** Who owns each piece of paint: a leaf of the model, or nobody for a stated reason (an artifact, ISO 32000-2, 14.8.2.2). */

import type { ModelImage, ModelMarker, ModelText } from '../model/model.js';
import type { PrintedPiece } from './printed.js';

/** Paint that is not content. */
export interface Artifact {
  readonly kind: 'artifact';
  readonly type: 'Layout' | 'Pagination' | 'Background';
  readonly subtype?: 'Header' | 'Footer' | undefined;
}

/** Owner of a unit of paint. */
export type Owner = ModelText | ModelImage | ModelMarker | Artifact;

/** Lines, frames, rules and other decoration. */
export const layoutArtifact: Artifact = { kind: 'artifact', type: 'Layout' };

/** A table head that is drawn again on a later page, or the tip of a letter on the page before. */
export const repeatedArtifact: Artifact = { kind: 'artifact', type: 'Pagination' };

/** Owners by surface and unit. */
export class Ownership {
  private readonly owners: (Owner | undefined)[][];

  constructor(unitCounts: readonly number[]) {
    this.owners = unitCounts.map((count) => new Array<Owner | undefined>(count).fill(undefined));
  }

  /** The owner of a unit. */
  of(surface: number, unit: number): Owner | undefined {
    return this.owners[surface]?.[unit];
  }

  /** Gives a unit its owner. */
  set(surface: number, unit: number, owner: Owner): void {
    const row = this.owners[surface];
    if (row !== undefined) row[unit] = owner;
  }

  /** Gives all units of a piece their owner. */
  setPiece(piece: PrintedPiece, owner: Owner): void {
    for (const unit of piece.units) this.set(piece.surface, unit, owner);
  }
}
