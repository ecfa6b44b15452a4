/** One document of a live preview: what it was made from, its last good page and prints, and what was found. */

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { KeptPieces } from '../../document/kept-pieces.js';
import type { PrintKind } from '../../outputs/print/print-document.js';
import type { WordedFinding } from '../../report/worded.js';
import type { ExplainerEntry } from '../../source/explainer-entry.js';
import type { PageToLookAt } from '../check-page.js';
import type { Made } from '../make.js';
import { sha256 } from '../manifest.js';
import type { Prepared } from '../prepare.js';
import type { Reads } from './kept-files.js';
import { LivePrint, type LivePrintView } from './live-print.js';

/** `waiting`: not made yet. `refused`: an error keeps it from being made; its last good page stays. */
export type LiveDocumentState = 'waiting' | 'ready' | 'refused' | 'held-back';

/** What a preview shows of one document; plain data. */
export interface LiveView {
  /** `slug`, or `slug/lang`. */
  readonly document: string;
  readonly title: string;
  readonly lang: string;
  /** The Markdown file. */
  readonly path: string;
  readonly state: LiveDocumentState;
  /** Why it is held back. */
  readonly heldBack: string;
  /** Grows with each page that differs from the one before; 0 while there is none. */
  readonly page: number;
  /** A hash of its styles. */
  readonly styles: string;
  /** Whether everything that was made has also been judged. */
  readonly isJudged: boolean;
  /** Whether the page was also looked at in the browser, in all its states. */
  readonly isLookedAt: boolean;
  readonly findings: readonly WordedFinding[];
  /** Checks that gave no answer. */
  readonly incomplete: readonly string[];
  /** The prints that it is published in; none when it is published without a PDF. */
  readonly prints: readonly LivePrintView[];
}

/** What was found in a document. */
export type LiveFindings = Pick<LiveView, 'findings' | 'incomplete'>;

const noFindings: LiveFindings = { findings: [], incomplete: [] };

/** The state of one document between changes. */
export class LiveDocument {
  readonly entry: ExplainerEntry;
  /** Its sections as they were parsed last. */
  readonly kept: KeptPieces = new KeptPieces();
  /** As parsed; undefined before the first reading. */
  prepared: Prepared | undefined;
  reads: Reads | undefined;
  /** What it knows of the other documents, as text to compare. */
  surroundings = '';
  /** Its name among themes as last asked for. */
  theme = '';
  isStale = true;
  isRefused = false;
  isJudged = false;
  found: LiveFindings = noFindings;
  /** Files of the last good page by path in its folder. */
  files: ReadonlyMap<string, Uint8Array> = new Map();
  page = 0;
  styles = '';
  madePage: Made | undefined;
  /** The page as it may be looked at in the browser. */
  toLookAt: PageToLookAt | undefined;
  /** Whether its findings tell what the browser shows, too. */
  isLookedAt = false;
  prints: readonly LivePrint[] = [];
  /** What kept Galley itself from making it. */
  trouble: Diagnostic | undefined;

  constructor(entry: ExplainerEntry) {
    this.entry = entry;
  }

  /** Marks it to be made anew. */
  touch(): void {
    this.isStale = true;
    for (const print of this.prints) print.isStale = true;
    this.isJudged = false;
    this.isLookedAt = false;
  }

  /** Follows the kinds of print that its settings ask for; one that stays keeps its pages. */
  followKinds(kinds: readonly PrintKind[]): void {
    const known = new Map(this.prints.map((print) => [print.kind, print]));
    this.prints = kinds.map((kind) => known.get(kind) ?? new LivePrint(kind));
  }

  /** A print by its kind. */
  printOf(kind: PrintKind): LivePrint | undefined {
    return this.prints.find((print) => print.kind === kind);
  }

  /** Whether a print is as fresh as it can be, also when there is none. */
  isPrintSettled(kind: PrintKind): boolean {
    const state = this.#state();
    if (state === 'held-back' || (state === 'refused' && !this.isStale)) return true;
    if (this.isStale) return false;
    const print = this.printOf(kind);
    return print === undefined || !(print.isStale || print.state === 'making' || print.state === 'checking');
  }

  /** Takes a finished page over; the version grows only when its HTML changed. */
  takePage(files: ReadonlyMap<string, Uint8Array>): void {
    const before = this.files.get('index.html');
    const now = files.get('index.html');
    const sheets = [...files].filter(([path]) => path.endsWith('.css')).map(([, bytes]) => sha256(bytes));
    this.styles = sheets.join(' ').slice(0, 16);
    if (
      before === undefined ||
      now === undefined ||
      !isSame(before, now) ||
      !haveSameAssets(this.files, files)
    )
      this.page += 1;
    this.files = files;
  }

  /** What a preview may know. */
  view(document: string): LiveView {
    const { prepared, entry } = this;
    const explainer = prepared?.explainer;
    return {
      document,
      title: explainer?.title ?? entry.slug,
      lang: explainer?.lang ?? entry.fileLang ?? '',
      path: entry.path,
      state: this.#state(),
      heldBack: prepared?.heldBack ?? '',
      page: this.page,
      styles: this.styles,
      isJudged: this.isJudged,
      isLookedAt: this.isLookedAt,
      ...this.found,
      prints: this.prints.map((print) => print.view()),
    };
  }

  #state(): LiveDocumentState {
    const held = this.prepared?.heldBack;
    if (held !== undefined && held !== 'unclear') return 'held-back';
    if (this.isRefused) return 'refused';
    return this.page === 0 ? 'waiting' : 'ready';
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/** Whether pictures and the like are the same; styles and fonts are compared apart. */
function haveSameAssets(a: ReadonlyMap<string, Uint8Array>, b: ReadonlyMap<string, Uint8Array>): boolean {
  const isPicture = (path: string): boolean => !/\.(?:html|css|woff2)$/.test(path);
  const paths = [...b.keys()].filter(isPicture);
  return paths.every((path) => {
    const [one, other] = [a.get(path), b.get(path)];
    return one !== undefined && other !== undefined && (one === other || isSame(one, other));
  });
}
