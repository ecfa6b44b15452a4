/** One print of a document in a live preview: the pages that are shown, and the files that are made of them. */

import type { OutputFile } from '../../outputs/output.js';
import type { PrintKind } from '../../outputs/print/print-document.js';
import type { Made } from '../make.js';

/** Where a print stands. `none`: it was never asked for. `checking`: its pages are there, its file is still being tagged and checked. */
export type LivePrintState = 'none' | 'making' | 'checking' | 'ready' | 'refused';

/** What a preview shows of one print; plain data. */
export interface LivePrintView {
  readonly kind: PrintKind;
  readonly state: LivePrintState;
  /** Grows each time its pages are printed; 0 while there are none. */
  readonly version: number;
  /** Names of its finished files; none while there are none. The second is for archives. */
  readonly files: readonly string[];
}

/** The state of one print between changes. */
export class LivePrint {
  readonly kind: PrintKind;
  state: LivePrintState = 'none';
  isStale = true;
  version = 0;
  made: Made | undefined;
  /** The last good files. */
  files: readonly OutputFile[] = [];
  #pages: Uint8Array | undefined;

  constructor(kind: PrintKind) {
    this.kind = kind;
  }

  /** The pages as the browser printed them, without tags: not one dot of them moves when the file is finished. */
  get pages(): Uint8Array | undefined {
    return this.#pages;
  }

  /** Takes pages over that were printed. */
  show(pages: Uint8Array): void {
    this.#pages = pages;
    this.version += 1;
    this.state = 'checking';
  }

  /** Takes finished files over; what could not be made leaves the last good ones. */
  take(made: Made): void {
    this.made = made;
    if (made.files.length > 0) this.files = made.files;
    this.state = made.files.length > 0 ? 'ready' : 'refused';
  }

  /** What a preview may know. */
  view(): LivePrintView {
    const { kind, state, version, files } = this;
    return { kind, state, version, files: files.map(({ path }) => path) };
  }
}
