/** The kids of a structure element (ISO 32000-2, 14.7.2 and 14.7.5). */

import { dict, name, type PdfRef, type PdfValue } from '../file/values.js';

/** Where marks are: the page of a surface, and the form that draws it if it is one. */
export interface MarkedSurface {
  readonly pageNumber: number;
  readonly page: PdfRef;
  readonly form: PdfRef | undefined;
  readonly structParents: number;
}

/** The kids of an element; marks on its own page are bare numbers. */
export class Kids {
  page: PdfRef | undefined;
  private readonly kids: PdfValue[] = [];

  push(kid: PdfValue): void {
    this.kids.push(kid);
  }

  mark(id: number, surface: MarkedSurface): void {
    this.page ??= surface.page;
    if (surface.page === this.page && surface.form === undefined) this.kids.push(id);
    else this.kids.push(dict({ Type: name('MCR'), Pg: surface.page, Stm: surface.form, MCID: id }));
  }

  value(): PdfValue | undefined {
    const [only] = this.kids;
    if (this.kids.length === 0) return undefined;
    return this.kids.length === 1 ? only : this.kids;
  }
}
