/** Walks through a content stream and finds what it paints, where, in whose name (ISO 32000-2, 8 to 9 and 14.6). */

import { Fault } from '../fault.js';
import { PdfSyntaxError } from '../file/lexer.js';
import type { PdfSource } from '../file/parse.js';
import { type PdfDict, PdfRef, PdfStream, type PdfValue } from '../file/values.js';
import { type PageFont, readFont } from './fonts.js';
import { type Box, identityMatrix, intersection, type Matrix, multiply, transformedBox } from './geometry.js';
import { Operations } from './operations.js';
import type { Surface } from './surface.js';
import { type GraphicsState, Walk } from './walk.js';

const deepestForm = 20;

/** Reads the surfaces of pages; fonts are shared by all of them. */
export class Interpreter {
  readonly surfaces: Surface[] = [];
  private readonly source: PdfSource;
  private readonly fontsByDictionary = new Map<PdfValue, PageFont>();
  private readonly formsWithMarks = new Map<PdfStream, boolean>();

  constructor(source: PdfSource) {
    this.source = source;
  }

  /** Adds the surfaces of a page: its own content, then each form with marks that it draws. */
  page(owner: number, page: number, bytes: Uint8Array, resources: PdfDict): void {
    this.surface({ owner, page, form: undefined, bytes, resources }, identityMatrix, undefined, 0);
  }

  /** All fonts that were met. */
  fonts(): PageFont[] {
    return [...this.fontsByDictionary.values()];
  }

  private surface(
    at: Pick<Surface, 'owner' | 'page' | 'form'> & {
      readonly bytes: Uint8Array;
      readonly resources: PdfDict;
    },
    matrix: Matrix,
    clip: Box | undefined,
    depth: number,
  ): void {
    if (depth > deepestForm) throw new PdfSyntaxError('groups inside groups without end');
    const operations = new Operations(at.bytes);
    const { owner, page, form } = at;
    const index = this.surfaces.push({ owner, page, form, operations, units: [], dropped: new Set() }) - 1;
    const walk = new Walk(index, operations, matrix, clip, {
      font: (name) => this.font(at.resources, name),
      drawing: (name, state) => {
        const stream = this.source.resolve(this.resource(at.resources, 'XObject', name));
        if (!(stream instanceof PdfStream)) throw new PdfSyntaxError(`the drawing “${name}” is missing`);
        const picture = this.source.name(stream.dict.get('Subtype')) !== 'Form';
        if (picture || !this.hasMarks(stream)) return { box: this.boxOf(stream, picture, state) };
        const ref = this.resource(at.resources, 'XObject', name);
        if (!(ref instanceof PdfRef)) throw new PdfSyntaxError(`the drawing “${name}” is no object`);
        if (this.surfaces.some((known) => known.owner === ref.number)) {
          const page = at.page + 1;
          throw new Fault(
            'pdf-words-are-drawn-once',
            `The browser draws words of page ${page} twice, as it does where a style gives a text a mask.`,
            { page },
          );
        }
        const inner = this.source.dict(stream.dict.get('Resources')) ?? at.resources;
        const placed = multiply(this.matrixOf(stream), state.matrix);
        const bytes = this.source.decode(stream);
        this.surface(
          { owner: ref.number, page: at.page, form: ref, bytes, resources: inner },
          placed,
          state.clip,
          depth + 1,
        );
        return undefined;
      },
    });
    walk.run();
    this.surfaces[index] = { owner, page, form, operations, units: walk.units, dropped: walk.dropped };
  }

  private resource(resources: PdfDict, kind: string, name: string): PdfValue | undefined {
    return this.source.dict(resources.get(kind))?.get(name);
  }

  private font(resources: PdfDict, name: string): PageFont {
    const value = this.resource(resources, 'Font', name) ?? null;
    const dictionary = this.source.dict(value);
    if (dictionary === undefined) throw new PdfSyntaxError(`the font “${name}” is missing`);
    const known = this.fontsByDictionary.get(dictionary);
    if (known !== undefined) return known;
    const font = readFont(this.source, dictionary);
    this.fontsByDictionary.set(dictionary, font);
    return font;
  }

  /** Whether a form, or one inside it, owns marks of the structure tree. */
  private hasMarks(form: PdfStream, depth = 0): boolean {
    const known = this.formsWithMarks.get(form);
    if (known !== undefined) return known;
    let found = form.dict.has('StructParents');
    const inner = this.source.dict(this.source.dict(form.dict.get('Resources'))?.get('XObject'));
    for (const value of inner?.values() ?? []) {
      const child = this.source.resolve(value);
      if (!found && depth < deepestForm && child instanceof PdfStream)
        found = this.hasMarks(child, depth + 1);
    }
    this.formsWithMarks.set(form, found);
    return found;
  }

  private matrixOf(form: PdfStream): Matrix {
    const list = this.source.list(form.dict.get('Matrix')).map((item) => this.source.number(item) ?? 0);
    const [a, b, c, d, e, f] = list;
    return list.length === 6 ? [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0] : identityMatrix;
  }

  private boxOf(stream: PdfStream, picture: boolean, state: GraphicsState): Box | undefined {
    if (picture) return intersection(transformedBox(state.matrix, 0, 0, 1, 1), state.clip);
    const [x0, y0, x1, y1] = this.source
      .list(stream.dict.get('BBox'))
      .map((item) => this.source.number(item) ?? 0);
    const matrix = multiply(this.matrixOf(stream), state.matrix);
    return intersection(transformedBox(matrix, x0 ?? 0, y0 ?? 0, x1 ?? 0, y1 ?? 0), state.clip);
  }
}
