/** Where a finding stands: in the author's file, on a rendered page, or in a PDF. */

import type { Position } from 'unist';

/** A place in a file of the project. `file` is relative to the project root with `/`; positions are unist's (1-based, UTF-16 columns). */
export interface SourcePlace {
  readonly kind: 'source';
  readonly file: string;
  readonly position?: Position | undefined;
}

/** What the browser showed at a place, for people. */
export interface PlacePicture {
  /** A WebP picture with a frame around the element. */
  readonly bytes: Uint8Array;
  /** CSS px. */
  readonly width: number;
  readonly height: number;
  /** Named state of the page (`dark-320-open`). */
  readonly state: string;
}

/** A rule of a style sheet that makes an element look as it does. */
export interface StylePlace {
  /** As the browser reads it: `color: #aaa`. */
  readonly declaration: string;
  readonly place: SourcePlace;
}

/** A place on a rendered page, traced to the Markdown or template it came from where that is known. */
export interface ElementPlace {
  readonly kind: 'element';
  /** The output file, relative to the project root. */
  readonly file: string;
  readonly selector: string;
  /** Number of the element in the page as it was shown, 0-based, in document order; absent where it is not known. */
  readonly index?: number | undefined;
  readonly picture?: PlacePicture | undefined;
  /** The lines that led to the origin: those that call a template, and the block that it frames. */
  readonly through?: readonly SourcePlace[] | undefined;
  readonly origin?: SourcePlace | undefined;
  /** The rule behind what is wrong, where styles make it. */
  readonly style?: StylePlace | undefined;
}

/** A place in a PDF: a page (1-based) and, where known, the role of the structure element. */
export interface PagePlace {
  readonly kind: 'page';
  /** The output file, relative to the project root. */
  readonly file: string;
  readonly page: number;
  readonly structureElement?: string | undefined;
  readonly origin?: SourcePlace | undefined;
}

/** Where a finding stands. */
export type Place = SourcePlace | ElementPlace | PagePlace;

/** The author's file behind a place, when one is known. */
export function sourceOf(place: Place | undefined): SourcePlace | undefined {
  if (place === undefined) return undefined;
  return place.kind === 'source' ? place : place.origin;
}

/** Writes a place as an editor reads it: `file:line:column`, or the output file with its page or selector. */
export function formatPlace(place: Place): string {
  const source = sourceOf(place);
  if (source !== undefined) {
    const start = source.position?.start;
    return start === undefined ? source.file : `${source.file}:${start.line}:${start.column}`;
  }
  if (place.kind === 'page') return `${place.file}, page ${place.page}`;
  return place.kind === 'element' ? `${place.file} (${place.selector})` : place.file;
}
