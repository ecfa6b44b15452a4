// What the content of a page is made of once its operators are carried out, as plain data.

import type { PdfFont } from './fonts/font.js';
import type { Box } from './matrix.js';
import type { PdfDictionary, PdfStream, PdfValue } from './values.js';

/** One operator of a content stream with its operands; an inline image is one operator `BI`. */
export interface ContentOperator {
  readonly operator: string;
  readonly operands: readonly PdfValue[];
}

/** A marked-content sequence (ISO 32000-2, 14.6) as it was opened while drawing a page. */
export interface MarkedContent {
  /** Its place in `PageContent.marks`. */
  readonly index: number;
  readonly tag: string;
  /** The sequence around it, also across a form XObject; undefined at the top. */
  readonly parent: number | undefined;
  readonly mcid: number | undefined;
  /** StructParents of the page or form whose content stream opened it: the scope of its `mcid`. */
  readonly scope: number | undefined;
  /** The object number of the form whose stream opened it; undefined for the page's own content. */
  readonly form: number | undefined;
  readonly properties: PdfDictionary;
  readonly actualText: string | undefined;
  readonly alt: string | undefined;
  readonly expansion: string | undefined;
  readonly lang: string | undefined;
  /** Type of an artifact (`Pagination`, `Layout`, `Page`, `Background`), when the property list has it. */
  readonly artifactType: string | undefined;
  readonly artifactSubtype: string | undefined;
}

interface PaintedBase {
  /** The innermost marked-content sequence; undefined when drawn outside all marks. */
  readonly mark: number | undefined;
  /** Box of what is drawn, in default user space of the page. */
  readonly box: Box;
}

/** Strings shown by Tj, TJ, ' or ", each of which goes on where the one before it ended. */
export interface TextItem extends PaintedBase {
  readonly kind: 'text';
  /** The text as far as the file tells; a code without text gives U+FFFD. */
  readonly text: string;
  readonly font: PdfFont | undefined;
  /** Where the first glyph's origin stands, in default user space. */
  readonly x: number;
  readonly y: number;
  /** Size of the font after all transformations, in points. */
  readonly size: number;
  /** Text rendering mode; 3 is invisible. */
  readonly renderingMode: number;
}

/** A painted path, a shading, an image or an inline image. */
export interface DrawnItem extends PaintedBase {
  readonly kind: 'path' | 'shading' | 'image' | 'inline-image';
  readonly stream?: PdfStream;
}

/** A form XObject that was drawn; what it draws follows as items of its own. */
export interface FormItem extends PaintedBase {
  readonly kind: 'form';
  readonly stream: PdfStream;
  readonly objectNumber: number | undefined;
}

/** Anything that puts something on the page. */
export type ContentItem = TextItem | DrawnItem | FormItem;

/** What was drawn, in order. */
export interface PageContent {
  readonly marks: readonly MarkedContent[];
  readonly items: readonly ContentItem[];
  /** Each font that shows text, with the codes it shows. */
  readonly fonts: readonly UsedFont[];
  /** Whether a stream's data was damaged or a resource was missing. */
  readonly damaged: boolean;
}

/** The codes a font shows in some content. */
export interface UsedFont {
  readonly font: PdfFont;
  /** Rendering modes by code: 1 shown, 2 only invisible (mode 3). */
  readonly codes: ReadonlyMap<number, 1 | 2>;
}
