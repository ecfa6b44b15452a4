/** What the placing code passes around inside the page, and across to Node: plain data but for the elements themselves. */

/** The flow while it is measured; px of the page's own layout. */
export interface Frame {
  readonly flow: HTMLElement;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** For parents that were searched: the last child that stands on settled pages, so that no search begins anew. */
  readonly settled: WeakMap<Node, ChildNode>;
  /** Columns that are out of layout in front of those that can be seen. */
  shift: number;
}

/** First and last column that a node stands in. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** A place where the next column begins. */
export interface BreakPoint {
  /** `text`: inside a text node; `inline`: before a node in a line; `block`, `row`, `item`: before a box of that kind. */
  readonly kind: 'text' | 'inline' | 'block' | 'row' | 'item';
  readonly node: ChildNode;
  /** Where in the text, in UTF-16 units. */
  readonly offset: number;
  /** Inside text set in columns, so that a break has to span them all. */
  readonly spans: boolean;
}

/** What the search is looking for, handed down. */
export interface Quest {
  readonly frame: Frame;
  /** The column after which the break lies. */
  readonly column: number;
  readonly spans: boolean;
}

/** The begin of a page. Room at the top has the same effect on breaks as room at the bottom. */
export interface Mark {
  /** Keeps this many px free; 0 when the page is settled. */
  setReserve(px: number): void;
  /** What begins the page; the text behind an inserted marker. */
  readonly nodes: readonly ChildNode[];
}

/** A note, or what is left of one that began on an earlier page. */
export interface Piece {
  readonly number: number;
  readonly element: HTMLElement;
  /** Height with the gap to the next piece, px. */
  readonly height: number;
  /** The least that may stand on a page: its label and two lines, px. */
  readonly least: number;
  /** 1 for the begin of the note. */
  readonly part: number;
}

/** What the pieces of one page need. */
export interface Need {
  /** Height of the note area, whole px; 0 without pieces. */
  readonly reserve: number;
  /** Room for each piece, px; less than its height when it has to be cut. */
  readonly rooms: readonly number[];
}

/** Where notes wait, and what an area costs around them. */
export interface Store {
  /** Out of layout once its notes are measured: laying all of them out again for each that leaves took most of the time of long documents. */
  readonly element: HTMLElement;
  /** The same kind of box for what is left of cut notes, which has to be measured. */
  readonly rests: HTMLElement;
  /** Rule and gaps of an area, px. */
  readonly around: number;
  /** Room that a page's notes may take, px. */
  readonly share: number;
  /** Room that is kept free in case two engines round differently, px. */
  readonly slack: number;
}

/** Which note an element is, and which part of it. */
export type Known = ReadonlyMap<HTMLElement, { readonly number: number; readonly part: number }>;

/** The blocks of the text in order, and which of them are shown. */
export interface Window {
  /** Empty when the document is too short to be worth it. */
  readonly blocks: readonly HTMLElement[];
  /** Where each block stood before any room was kept; undefined for blocks without a box. */
  readonly spans: readonly (Span | undefined)[];
  readonly indexes: ReadonlyMap<Node, number>;
  /** Shown: from `low` up to, not including, `high`. */
  low: number;
  high: number;
  /** After a move: a node that begins a page, and the page in front of it. */
  anchor: { readonly node: Node; readonly page: number } | undefined;
}

/** What is to be placed; px of layout. */
export interface Plan {
  readonly width: number;
  readonly height: number;
  /** Share of the page area that notes may take, 0–1. */
  readonly share: number;
  readonly slack: number;
  readonly maxRounds: number;
  readonly maxPages: number;
  /** Up to how many pages a text is placed whole; only a window of a longer one is laid out. */
  readonly wholePages: number;
  readonly notes: readonly {
    readonly number: number;
    readonly id: string;
    readonly calls: readonly string[];
    /** The number as the page writes it. */
    readonly label: string;
  }[];
  /** Opens the rest of a note, with `{number}` in it. */
  readonly continuedWords: string;
  /** Ids whose pages are asked for. */
  readonly pageReferences: readonly string[];
  /** How the document writes the digits 0 to 9. */
  readonly digits: readonly string[];
  /** Whether a stylesheet begins pages by itself. */
  readonly hasForcedBreaks: boolean;
}

/** Something that went wrong or had to be helped; pages are 1-based. */
export interface Trouble {
  readonly kind:
    | 'too-many-rounds'
    | 'too-many-pages'
    | 'no-room'
    | 'call-not-printed'
    | 'not-stable'
    | 'note-too-long'
    | 'picture-scaled'
    | 'sticks-out';
  readonly page: number;
  readonly note?: number | undefined;
  readonly element?: string | undefined;
}

/** Where everything came to stand; pages are 1-based. */
export interface Placed {
  readonly rounds: number;
  readonly pageCount: number;
  readonly pages: readonly PlacedPage[];
  readonly pageOf: Readonly<Record<string, number>>;
  readonly troubles: readonly Trouble[];
}

/** What one round of placing found. */
export interface Round {
  readonly placed: Placed;
  /** Page numbers by id, as the document writes them. */
  readonly numbers: Readonly<Record<string, string>>;
  /** Whether everything stands with its numbers; if not, another round places it with them. */
  readonly stands: boolean;
  /** False while a font is on its way that only words written by placing need. */
  readonly hasFonts: boolean;
}

/** A page with notes. */
export interface PlacedPage {
  readonly page: number;
  /** Notes that begin here. */
  readonly notes: readonly number[];
  /** Notes that began earlier. */
  readonly continued: readonly number[];
  /** Height of the note area, whole px. */
  readonly reserve: number;
}

/** A note that has no page yet, with the call that decides. */
export interface Waiting {
  readonly piece: Piece;
  readonly call: HTMLElement;
  readonly calls: readonly string[];
}

/** A call on the page that is being settled. */
export interface Standing {
  readonly waiting: Waiting;
  /** Lower edge of its line below the page's top, px. */
  readonly bottom: number;
}

/** A page that is settled. */
export interface Settled {
  readonly page: number;
  readonly mark: Mark;
  readonly need: Need;
  readonly begun: readonly Waiting[];
  readonly continued: readonly number[];
  /** Where the next page begins; nothing at the end of the text. */
  readonly next: readonly BreakPoint[];
  /** The nodes that begin the next page; at the end of the text, what follows it. */
  ends: readonly Node[];
}

/** A page that has notes coming, and the calls that stand on it as long as no room is kept. */
export interface Ahead {
  readonly page: number;
  readonly calls: readonly Standing[];
}

/** Everything one run knows. */
export interface Run {
  readonly plan: Plan;
  readonly frame: Frame;
  readonly content: HTMLElement;
  readonly store: Store;
  readonly areas: HTMLElement;
  readonly view: Window;
  readonly known: Map<HTMLElement, { readonly number: number; readonly part: number }>;
  waiting: Waiting[];
  /** What is left of the notes of the last page. */
  carried: Piece[];
  readonly settled: Settled[];
  readonly troubles: Trouble[];
  rounds: number;
}

/** A room that was tried and the calls that stayed. */
export interface Trial {
  readonly reserve: number;
  readonly calls: readonly Standing[];
}

/** Words that a stylesheet puts before or after the content of an element. */
export interface Generated {
  readonly element: number;
  readonly where: 'before' | 'after';
  /** Undefined for what is more than strings and attributes: counters. */
  readonly words: string | undefined;
  /** Their look, as the value of a `style` attribute. */
  readonly look: string;
}

/** What the `@page` rules of an author ask for, as CSS writes it. */
export interface PageRules {
  readonly margins: Partial<Record<'top' | 'right' | 'bottom' | 'left', string>>;
  size: string;
  /** Values of `content` of margin boxes. */
  readonly lines: string[];
  /** Whether some pages ask for another size or margin than the others. */
  isDivided: boolean;
}

/** What a page's source alone does not say; numbers are those of `data-galley-element`. */
export interface PageSurvey {
  /** Not laid out for print, outermost only. */
  readonly absent: number[];
  /** Laid out and not shown, outermost only. */
  readonly unseen: number[];
  readonly fixed: number[];
  /** Cut off at the side. */
  readonly clipped: number[];
  /** Too low for their words. */
  readonly cutOff: number[];
  readonly generated: Generated[];
}
