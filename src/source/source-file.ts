/** One explainer's files as read: the Markdown split into front matter and body, its sources, numbers and pictures. */

import type { Point } from 'unist';
import type { YamlDocument } from '../config/yaml-document.js';
import type { FigureRecord } from './figure-record.js';
import type { SourceRecord } from './source-record.js';

/** A picture file beside the document. `problem` says why it cannot be used, in an editor's words. */
export interface ImageFile {
  /** Project-relative path. */
  readonly path: string;
  /** Media type by content, not by name. */
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/avif' | 'image/svg+xml';
  /** What an SVG shows as text, each label by itself; absent for other pictures. */
  readonly words?: readonly string[] | undefined;
  /** CSS px. */
  readonly width: number;
  readonly height: number;
  /** As published: without place, time and device of the camera. */
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly hash: string;
}

/** Why a picture file cannot be used. */
export interface UnusableImage {
  readonly path: string;
  readonly problem: string;
}

/** The files of one explainer in one language. Positions are those of the author's files. */
export interface SourceFile {
  /** Project-relative path of the Markdown file. */
  readonly path: string;
  readonly slug: string;
  /** Language in the file name (`explainer.ru.md`), for translations only. */
  readonly fileLang: string | undefined;
  /** The original's path, for translations only. */
  readonly translates: string | undefined;
  /** The whole file, decoded from UTF-8, without a byte order mark, with `\n` line ends. */
  readonly text: string;
  readonly frontmatter: YamlDocument;
  /** Markdown after the front matter. */
  readonly body: string;
  /** Where the body's first character stands in the file. */
  readonly bodyStart: Point;
  /** Sources by id; the document's own win over shared ones. */
  readonly sources: ReadonlyMap<string, SourceRecord>;
  /** Registered numbers by id; the document's own win over shared ones. */
  readonly figures: ReadonlyMap<string, FigureRecord>;
  /** Whether a data file holds a record of this name, though it may not be usable: what is wrong with it is told there. */
  readonly isWritten: (id: string) => boolean;
  /** Pictures in the document's folder by file name. */
  readonly images: ReadonlyMap<string, ImageFile | UnusableImage>;
}
