// How much of a file the reader is willing to take in, so that hostile input ends in a sentence and not in a hang.

/** Bounds on one reading; each is far above what a real document needs. */
export interface ReadLimits {
  /** Size of the file, in bytes. */
  readonly fileBytes: number;
  /** Size of all decoded streams together, in bytes; streams that are joined to one page count again for each page. */
  readonly decodedBytes: number;
  /** Number of indirect objects. */
  readonly objects: number;
  /** Number of pages. */
  readonly pages: number;
  /** Nesting of arrays, dictionaries, form XObjects and structure elements. */
  readonly depth: number;
  /** Number of operators in all content streams together. */
  readonly operators: number;
  /** Number of things drawn and of marks around them, on all pages together; a form counts each time it is drawn. */
  readonly drawn: number;
  /** Number of structure elements. */
  readonly structureElements: number;
}

/** The limits used when a caller names none. */
export const DEFAULT_LIMITS: ReadLimits = {
  fileBytes: 200 * 1024 * 1024,
  decodedBytes: 512 * 1024 * 1024,
  objects: 1_000_000,
  pages: 5_000,
  depth: 200,
  operators: 20_000_000,
  drawn: 2_000_000,
  structureElements: 1_000_000,
};

/** Thrown inside the reader only; `readPdf` turns it into a result. */
export class LimitReached extends Error {
  readonly limit: keyof ReadLimits;
  constructor(limit: keyof ReadLimits) {
    super(`limit reached: ${limit}`);
    this.limit = limit;
  }
}
