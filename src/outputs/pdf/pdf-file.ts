/** What placing planned and what the printed bytes prove. */

/** What became of one note on paper, read back from the printed bytes. Pages are 1-based. */
export interface LedgerRow {
  readonly number: number;
  /** Page of each call. */
  readonly callPages: readonly number[];
  /** Pages that carry the note, first to last. */
  readonly notePages: readonly number[];
  readonly verdict:
    | 'on-its-page'
    | 'continued'
    | 'end-note'
    | 'wrong-page'
    | 'missing'
    | 'repeated'
    | 'altered';
}

/** The proof that every note is on paper once, on its first call's page. */
export interface NoteLedger {
  readonly rows: readonly LedgerRow[];
  readonly pageCount: number;
  readonly holds: boolean;
}

/** Where the placing step put notes and breaks. */
export interface Placement {
  readonly mode: 'page' | 'end';
  readonly rounds: number;
  /** Pages with notes; 1-based. `reserve` is the height of the note area in CSS px. */
  readonly pages: readonly {
    readonly page: number;
    readonly notes: readonly number[];
    /** Notes that began on an earlier page. */
    readonly continued: readonly number[];
    readonly reserve: number;
  }[];
  /** Page of each element whose page number is printed. */
  readonly pageOf: Readonly<Record<string, number>>;
  /** Notes that run on: number to all pages they stand on. */
  readonly carried: Readonly<Record<number, readonly number[]>>;
}
