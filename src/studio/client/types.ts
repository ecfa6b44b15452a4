/** What the server tells the pages of a preview; plain data, known to both sides. */

/** One finding in the report's words. */
export interface ShownFinding {
  readonly id: string;
  readonly code: string;
  readonly level: 'error' | 'warning' | 'info' | 'judge';
  readonly place: string;
  readonly frame: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly related: readonly string[];
  readonly criteria: readonly string[];
  readonly decision: string;
}

/** One print of a document. */
export interface ShownPrint {
  readonly kind: 'standard' | 'clear' | 'large';
  readonly state: 'none' | 'making' | 'checking' | 'ready' | 'refused';
  /** Grows each time its pages are printed; 0 while there are none. */
  readonly version: number;
  /** Names of its finished files; the second is for archives. */
  readonly files: readonly string[];
}

/** One document. */
export interface ShownDocument {
  readonly document: string;
  readonly title: string;
  readonly lang: string;
  readonly path: string;
  readonly state: 'waiting' | 'ready' | 'refused' | 'held-back';
  readonly heldBack: string;
  /** Version of its page; 0 while there is none. */
  readonly page: number;
  readonly styles: string;
  readonly isJudged: boolean;
  readonly isLookedAt: boolean;
  readonly findings: readonly ShownFinding[];
  readonly incomplete: readonly string[];
  readonly prints: readonly ShownPrint[];
}

/** One message of the event stream: all that the page needs, so that none that is missed matters. */
export interface Message {
  /** Another one after the server began anew. */
  readonly server: string;
  /** The document that the page shows; null when it is gone, or the page shows none. */
  readonly shown: ShownDocument | null;
  /** Findings of the project itself. */
  readonly project: readonly ShownFinding[];
  /** Grows with every change of the list; pages that show it ask for it again. */
  readonly list: number;
}
