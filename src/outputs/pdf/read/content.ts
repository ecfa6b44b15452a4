// Carries out the operators of a page (ISO 32000-2, 8 and 9) and notes what is drawn where and under which mark.

import type { ContentItem, MarkedContent, PageContent } from './content-types.js';
import { type PdfFont, readFont } from './fonts/font.js';
import { LimitReached } from './limits.js';
import { openMark } from './marks.js';
import { type Box, IDENTITY, type Matrix, matrixFrom, multiply, transformBox } from './matrix.js';
import { OperatorCursor } from './operators.js';
import { EMPTY_BOX, Path } from './path.js';
import { OpenText, show, type TextSink } from './shown-text.js';
import type { ObjectStore } from './store.js';
import { showText } from './text-operators.js';
import { moveLine, TextState } from './text-state.js';
import { UsedCodes } from './used-codes.js';
import { EMPTY_DICTIONARY, isKind, type PdfDictionary, type PdfStream, type PdfValue } from './values.js';

/** The budget of operators and the fonts already read, shared by all pages of one reading. */
export interface ContentContext {
  readonly store: ObjectStore;
  readonly fonts: Map<PdfDictionary, PdfFont>;
  operatorsLeft: number;
  drawnLeft: number;
}

interface GraphicsState {
  readonly matrix: Matrix;
  readonly text: TextState;
}

/** The stream being carried out: the page's own, or that of a form. */
interface Frame {
  readonly resources: PdfDictionary;
  readonly scope: number | undefined;
  readonly form: number | undefined;
  readonly depth: number;
  readonly ancestors: ReadonlySet<PdfStream>;
}

/** How many graphics states may be saved at a time; real pages save some dozens. */
const mostSaved = 10_000;
const PATH_PAINTERS: ReadonlySet<string> = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
const numbersOf = (operands: readonly PdfValue[]): number[] =>
  operands.filter((item) => typeof item === 'number');

/** Draws one page, form or appearance on paper that only remembers. */
export class ContentReader implements TextSink {
  private readonly context: ContentContext;
  private readonly marks: MarkedContent[] = [];
  private readonly items: ContentItem[] = [];
  private readonly used = new UsedCodes();
  private damaged = false;
  private openMarks: number[] = [];
  private state: GraphicsState;
  private path = new Path();
  /** The text that is being shown stands behind the items while it is open. */
  private readonly text = new OpenText();
  private isTextOpen = false;

  constructor(context: ContentContext, matrix: Matrix = IDENTITY) {
    this.context = context;
    this.state = { matrix, text: new TextState() };
  }

  /** What was drawn so far. */
  result(): PageContent {
    this.closeText();
    return { marks: this.marks, items: this.items, fonts: this.used.list(), damaged: this.damaged };
  }

  /** Carries out the content of a page. */
  drawPage(bytes: Uint8Array, resources: PdfDictionary, structParents: number | undefined): void {
    this.run(bytes, { resources, scope: structParents, form: undefined, depth: 0, ancestors: new Set() });
  }

  /** Carries out a form XObject by itself, as for an annotation's appearance. */
  drawForm(stream: PdfStream): void {
    this.form(stream, {
      resources: EMPTY_DICTIONARY,
      scope: undefined,
      form: undefined,
      depth: 0,
      ancestors: new Set(),
    });
  }

  private run(bytes: Uint8Array, frame: Frame): void {
    const saved: GraphicsState[] = [];
    const cursor = new OperatorCursor(bytes);
    const { operands } = cursor;
    while (cursor.next()) {
      const { operator } = cursor;
      this.context.operatorsLeft -= 1;
      if (this.context.operatorsLeft < 0) throw new LimitReached('operators');
      // A page shows each glyph by itself, so nearly all of its operators are these two.
      if (operator === 'Tj') show(operands[0] ?? null, this.state.text, this.state.matrix, this);
      else if (operator === 'Td') {
        const [x, y] = [operands[0], operands[1]];
        moveLine(this.state.text, typeof x === 'number' ? x : 0, typeof y === 'number' ? y : 0);
      } else if (operator === 'q') {
        if (saved.length >= mostSaved) throw new LimitReached('depth');
        saved.push(this.savedState());
      } else if (operator === 'Q') this.state = saved.pop() ?? this.state;
      else this.apply(operator, operands, frame);
    }
  }

  private apply(operator: string, operands: readonly PdfValue[], frame: Frame): void {
    switch (operator) {
      case 'cm':
        this.state = { ...this.state, matrix: multiply(matrixFrom(numbersOf(operands)), this.state.matrix) };
        return;
      case 'BMC':
      case 'BDC':
        this.openMark(operands, frame);
        return;
      case 'EMC':
        this.openMarks.pop();
        return;
      case 'Do':
        this.drawObject(operands[0], frame);
        return;
      case 'sh':
        this.add({ kind: 'shading', mark: this.mark, box: EMPTY_BOX });
        return;
      case 'BI':
        this.add({ kind: 'inline-image', mark: this.mark, box: this.unitSquare() });
        return;
      case 'gs':
        this.setGraphicsState(operands[0], frame);
        return;
      default:
        if (!this.applyText(operator, operands, frame)) this.applyPath(operator, operands);
    }
  }

  private applyPath(operator: string, operands: readonly PdfValue[]): void {
    const paints = PATH_PAINTERS.has(operator);
    if (paints) this.add({ kind: 'path', mark: this.mark, box: this.path.box(this.state.matrix) });
    if (paints || operator === 'n') this.path = new Path();
    else this.path.take(operator, operands);
  }

  /** Applies an operator of text; says whether it was one. */
  private applyText(operator: string, operands: readonly PdfValue[], frame: Frame): boolean {
    if (operator !== 'Tf') return showText(operator, operands, this.state.text, this.state.matrix, this);
    const font = isKind(operands[0], 'name') ? this.resource(frame, 'Font', operands[0].name) : null;
    this.setFont(font, operands[1]);
    return true;
  }

  /** Begins a text behind all that was drawn. */
  begin(): OpenText {
    this.count();
    this.closeText();
    this.isTextOpen = true;
    return this.text;
  }

  /** The text that was begun last, while nothing came behind it. */
  get last(): OpenText | undefined {
    return this.isTextOpen ? this.text : undefined;
  }

  private closeText(): void {
    if (!this.isTextOpen) return;
    this.items.push(this.text.item());
    this.text.words.length = 0;
    this.isTextOpen = false;
  }

  private savedState(): GraphicsState {
    return { matrix: this.state.matrix, text: this.state.text.copy() };
  }

  private setFont(value: PdfValue, size: PdfValue | undefined): void {
    const dictionary = this.context.store.dictionary(value);
    this.state.text.font = dictionary && this.font(dictionary);
    this.state.text.size = typeof size === 'number' ? size : 1;
  }

  private font(dictionary: PdfDictionary): PdfFont {
    const known = this.context.fonts.get(dictionary);
    if (known) return known;
    const font = readFont(this.context.store, dictionary);
    this.context.fonts.set(dictionary, font);
    return font;
  }

  /** Notes a code that a font shows. */
  use(font: PdfFont | undefined, code: number, renderingMode: number): void {
    if (!font) {
      this.damaged = true;
      return;
    }
    this.used.note(font, code, renderingMode);
  }

  /** The innermost open mark. */
  get mark(): number | undefined {
    return this.openMarks.at(-1);
  }

  private add(item: ContentItem): void {
    this.count();
    this.closeText();
    this.items.push(item);
  }

  /** Counts what is kept, so that a small file cannot ask for all memory there is. */
  private count(): void {
    this.context.drawnLeft -= 1;
    if (this.context.drawnLeft < 0) throw new LimitReached('drawn');
  }

  private openMark(operands: readonly PdfValue[], frame: Frame): void {
    const list = operands[1];
    const named = isKind(list, 'name') ? this.resource(frame, 'Properties', list.name) : (list ?? null);
    const properties = this.context.store.dictionary(named) ?? EMPTY_DICTIONARY;
    const tag = isKind(operands[0], 'name') ? operands[0].name : '';
    this.count();
    const index = this.marks.length;
    const place = { index, tag, parent: this.mark, scope: frame.scope, form: frame.form };
    this.marks.push(openMark(this.context.store, place, properties));
    this.openMarks.push(index);
  }

  private resource(frame: Frame, category: string, name: string): PdfValue {
    const { store } = this.context;
    const found = store.get(store.dictionaryAt(frame.resources, category), name);
    if (found === null) this.damaged = true;
    return found;
  }

  private setGraphicsState(operand: PdfValue | undefined, frame: Frame): void {
    if (!isKind(operand, 'name')) return;
    const { store } = this.context;
    const state = store.dictionary(this.resource(frame, 'ExtGState', operand.name));
    const [font, size] = state ? store.items(state.entries.get('Font')) : [];
    if (font !== undefined) this.setFont(font, size);
  }

  private drawObject(operand: PdfValue | undefined, frame: Frame): void {
    const stream = isKind(operand, 'name') ? this.resource(frame, 'XObject', operand.name) : null;
    if (!isKind(stream, 'stream')) return;
    const subtype = this.context.store.name(stream.dictionary, 'Subtype');
    if (subtype === 'Image') this.add({ kind: 'image', mark: this.mark, box: this.unitSquare(), stream });
    else if (subtype === 'Form') this.form(stream, frame);
  }

  private form(stream: PdfStream, frame: Frame): void {
    const { store } = this.context;
    if (frame.ancestors.has(stream)) return;
    if (frame.depth > store.limits.depth) throw new LimitReached('depth');
    const { dictionary } = stream;
    const matrix = multiply(matrixFrom(store.numbers(dictionary.entries.get('Matrix'))), this.state.matrix);
    const [left = 0, bottom = 0, right = 0, top = 0] = store.numbers(dictionary.entries.get('BBox'));
    const objectNumber = store.numberOf(stream);
    const box = transformBox(matrix, { left, bottom, right, top });
    this.add({ kind: 'form', mark: this.mark, box, stream, objectNumber });
    const data = store.decode(stream);
    if (data.damaged || data.left) this.damaged = true;
    const before = {
      state: this.savedState(),
      openMarks: this.openMarks,
      path: this.path,
    };
    this.state = { ...this.state, matrix };
    this.openMarks = [...this.openMarks];
    this.path = new Path();
    this.run(data.bytes, {
      resources: store.dictionary(dictionary.entries.get('Resources')) ?? frame.resources,
      scope: store.number(dictionary, 'StructParents'),
      form: objectNumber,
      depth: frame.depth + 1,
      ancestors: new Set([...frame.ancestors, stream]),
    });
    // A form leaves nothing behind: neither state nor an open mark (8.10.1).
    this.state = before.state;
    this.openMarks = before.openMarks;
    this.path = before.path;
  }

  private unitSquare(): Box {
    return transformBox(this.state.matrix, { left: 0, bottom: 0, right: 1, top: 1 });
  }
}
