/** One pass over a content stream: the graphics state, the marks, and each unit of paint (ISO 32000-2, 8.4 to 8.5 and 14.6). */

import { PdfSyntaxError } from '../file/lexer.js';
import { PdfName, type PdfValue } from '../file/values.js';
import type { PageFont } from './fonts.js';
import { apply, type Box, intersection, type Matrix, multiply, transformedBox, union } from './geometry.js';
import type { Operations } from './operations.js';
import type { PaintUnit } from './surface.js';
import { TextObject } from './text-object.js';

/** The state that matters for where things are. */
export interface GraphicsState {
  matrix: Matrix;
  clip: Box | undefined;
  font: PageFont | undefined;
  fontSize: number;
}

const construction = new Set(['m', 'l', 'c', 'v', 'y', 're', 'h']);
const painting = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']);
/** What a walk has to ask for. */
export interface Environment {
  font(name: string): PageFont;
  /** The box of a drawn object, or undefined when it has marks of its own and stays outside ours. */
  drawing(name: string, state: GraphicsState): { readonly box: Box | undefined } | undefined;
}

const n = new Float64Array(6);

/** One pass over the operations of a surface. */
export class Walk {
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
      const x = n[0] ?? 0;
      const y = n[1] ?? 0;
      const box = transformedBox(matrix, x, y, x + (n[2] ?? 0), y + (n[3] ?? 0));
      this.pathBox = union(this.pathBox, box);
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
    this.marks.push(this.markId(index));
    this.dropped.add(index);
  }

  private markId(index: number): number | undefined {
    const written = this.operations.markId(index);
    if (written >= 0) return written;
    const properties = this.operations.operands(index)[1];
    const id = properties instanceof Map ? properties.get('MCID') : undefined;
    return typeof id === 'number' ? id : undefined;
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
        const { mark } = this;
        this.units.push({ kind: 'text', first, last: index, mark, box: shown, whole: box, glyphs });
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
