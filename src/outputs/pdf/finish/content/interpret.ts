/** Walks through a content stream and finds what it paints, where, in whose name (ISO 32000-2, 8 to 9 and 14.6). */

import { PdfSyntaxError } from '../file/lexer.js';
import type { PdfSource } from '../file/parse.js';
import { type PdfDict, PdfName, PdfRef, PdfStream, type PdfValue } from '../file/values.js';
import { type PageFont, readFont } from './fonts.js';
import {
  apply,
  type Box,
  identityMatrix,
  intersection,
  type Matrix,
  multiply,
  transformedBox,
  union,
} from './geometry.js';
import { Operations } from './operations.js';
import type { PaintUnit, Surface } from './surface.js';
import { TextObject } from './text-object.js';

interface GraphicsState {
  matrix: Matrix;
  clip: Box | undefined;
  font: PageFont | undefined;
  fontSize: number;
}

const construction = new Set(['m', 'l', 'c', 'v', 'y', 're', 'h']);
const painting = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']);
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
          throw new PdfSyntaxError('a group with tagged words is drawn twice');
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

interface Environment {
  font(name: string): PageFont;
  /** The box of a drawn object, or undefined when it has marks of its own and stays outside ours. */
  drawing(name: string, state: GraphicsState): { readonly box: Box | undefined } | undefined;
}

const n = new Float64Array(6);

/** One pass over the operations of a surface. */
class Walk {
  readonly units: PaintUnit[] = [];
  readonly dropped = new Set<number>();
  private readonly surface: number;
  private readonly operations: Operations;
  private readonly environment: Environment;
  private readonly stack: GraphicsState[] = [];
  private readonly marks: (number | undefined)[] = [];
  private state: GraphicsState;
  private pathStart = -1;
  private pathBox: Box | undefined;
  private clipPending = false;

  constructor(
    surface: number,
    operations: Operations,
    matrix: Matrix,
    clip: Box | undefined,
    environment: Environment,
  ) {
    this.surface = surface;
    this.operations = operations;
    this.environment = environment;
    this.state = { matrix, clip, font: undefined, fontSize: 0 };
  }

  run(): void {
    const { operators } = this.operations;
    for (let index = 0; index < operators.length; index += 1) {
      const operator = operators[index] ?? '';
      if (operator === 'BT') index = this.text(index);
      else if (construction.has(operator)) this.path(index, operator);
      else if (painting.has(operator) || operator === 'n') this.paint(index, operator);
      else this.other(index, operator);
    }
    if (this.marks.length > 0) throw new PdfSyntaxError('a mark is not closed');
  }

  private get mark(): number | undefined {
    return this.marks.findLast((mark) => mark !== undefined);
  }

  private path(index: number, operator: string): void {
    if (this.pathStart < 0) this.pathStart = index;
    const count = this.operations.numbers(index, n);
    const { matrix } = this.state;
    if (operator === 're') {
      const [x = 0, y = 0, width = 0, height = 0] = n;
      this.pathBox = union(this.pathBox, transformedBox(matrix, x, y, x + width, y + height));
      return;
    }
    for (let i = 0; i + 1 < count; i += 2) {
      const [x, y] = apply(matrix, n[i] ?? 0, n[i + 1] ?? 0);
      this.pathBox = union(this.pathBox, { left: x, right: x, bottom: y, top: y });
    }
  }

  private paint(index: number, operator: string): void {
    const box = this.pathBox;
    if (operator !== 'n') this.unit('path', this.pathStart < 0 ? index : this.pathStart, index, box);
    if (this.clipPending) this.state.clip = box === undefined ? undefined : clipped(box, this.state.clip);
    this.clipPending = false;
    this.pathStart = -1;
    this.pathBox = undefined;
  }

  private unit(kind: PaintUnit['kind'], first: number, last: number, box: Box | undefined): void {
    const shown = box === undefined ? undefined : intersection(box, this.state.clip);
    this.units.push({ kind, first, last, mark: this.mark, box: shown, glyphs: [] });
  }

  private other(index: number, operator: string): void {
    if (operator === 'q') this.stack.push({ ...this.state });
    else if (operator === 'Q') this.state = this.stack.pop() ?? this.state;
    else if (operator === 'cm') this.transform(index);
    else if (operator === 'W' || operator === 'W*') this.clipPending = true;
    else if (operator === 'Tf') this.setFont(index);
    else if (operator === 'sh' || operator === 'BI') this.unit('picture', index, index, this.state.clip);
    else if (operator === 'Do') this.draw(index);
    else if (operator === 'BDC' || operator === 'BMC') this.open(index);
    else if (operator === 'EMC') this.close(index);
  }

  private transform(index: number): void {
    this.operations.numbers(index, n);
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = n;
    this.state.matrix = multiply([a, b, c, d, e, f], this.state.matrix);
  }

  private draw(index: number): void {
    const drawn = this.environment.drawing(nameOf(this.operations.operands(index)[0]), this.state);
    if (drawn !== undefined) this.unit('picture', index, index, drawn.box);
  }

  private open(index: number): void {
    const properties = this.operations.operands(index)[1];
    const id = properties instanceof Map ? properties.get('MCID') : undefined;
    this.marks.push(typeof id === 'number' ? id : undefined);
    this.dropped.add(index);
  }

  private close(index: number): void {
    if (this.marks.length === 0) throw new PdfSyntaxError('a mark ends that never began');
    this.marks.pop();
    this.dropped.add(index);
  }

  private setFont(index: number): void {
    const [font, size] = this.operations.operands(index);
    this.state.font = this.environment.font(nameOf(font));
    this.state.fontSize = typeof size === 'number' ? size : 0;
  }

  /** Reads a text object up to its end and gives the index of `ET`. */
  private text(first: number): number {
    const { operators } = this.operations;
    const object = new TextObject(this.surface, this.operations, this.state.font, this.state.fontSize);
    for (let index = first + 1; index < operators.length; index += 1) {
      const operator = operators[index] ?? '';
      if (operator === 'Tf') {
        this.setFont(index);
        object.font(this.state.font, this.state.fontSize);
      } else if (operator === 'ET') {
        object.finish();
        const box = object.box === undefined ? undefined : this.placed(object.box);
        const shown = box === undefined ? undefined : intersection(box, this.state.clip);
        const { glyphs } = object;
        this.units.push({ kind: 'text', first, last: index, mark: this.mark, box: shown, glyphs });
        return index;
      } else if (operator === 'q' || operator === 'cm') {
        throw new PdfSyntaxError(`“${operator}” stands inside a text object`);
      } else {
        // Readers built on poppler lose all words behind a mark inside a mark, so none is written again.
        if (operator === 'BDC' || operator === 'BMC' || operator === 'EMC') this.dropped.add(index);
        object.take(index, operator);
      }
    }
    throw new PdfSyntaxError('a text object is not closed');
  }

  private placed(box: Box): Box {
    return transformedBox(this.state.matrix, box.left, box.bottom, box.right, box.top);
  }
}

function clipped(box: Box, clip: Box | undefined): Box {
  const empty = { left: box.left, right: box.left, bottom: box.bottom, top: box.bottom };
  return intersection(box, clip) ?? empty;
}

function nameOf(value: PdfValue | undefined): string {
  if (!(value instanceof PdfName)) throw new PdfSyntaxError('a resource without a name');
  return value.value;
}
