/** Looks at pages in the browser once files have been quiet for a while: beside everything else, and given up when newer files come. */

import type { CheckRun } from '../../checks/check.js';
import type { LiveDocument } from './live-document.js';

/** How long files have to stay as they are before a page is looked at, ms: longer than a writer stops between two saves. */
const lookTime = 1_500;

/** Looks at a page; gives up when `gone` says so. */
export type Look = (gone: AbortSignal) => Promise<readonly CheckRun[]>;

/** What is to be looked at, and who hears what was found. */
interface Wish {
  readonly look: Look;
  readonly done: (runs: readonly CheckRun[]) => Promise<void>;
}

/** Looks at pages, one after the other. */
export class LiveLooks {
  readonly #wanted = new Map<LiveDocument, Wish>();
  #timer: NodeJS.Timeout | undefined;
  #gone = new AbortController();
  #isLooking = false;
  #isClosed = false;

  /** Looks at a page when files stay quiet, and hands over what was found; nothing is handed over of a page that is gone. */
  later(one: LiveDocument, look: Look, done: Wish['done']): void {
    if (this.#isClosed) return;
    this.#wanted.set(one, { look, done });
    this.#wait();
  }

  /** Newer files came: what is looked at is given up, and all pages wait again. */
  interrupt(): void {
    this.#gone.abort();
    this.#gone = new AbortController();
    if (this.#wanted.size > 0) this.#wait();
  }

  /** Ends all looking. */
  close(): void {
    this.#isClosed = true;
    this.#wanted.clear();
    clearTimeout(this.#timer);
    this.#gone.abort();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => void this.#lookAtAll(), lookTime);
  }

  async #lookAtAll(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    const gone = this.#gone.signal;
    try {
      for (const [one, wish] of this.#wanted) {
        if (gone.aborted) break;
        // One that is being made is asked for again when it is judged.
        const page = one.isJudged ? one.madePage : undefined;
        const runs = page === undefined ? undefined : await wish.look(gone).catch(() => undefined);
        if (gone.aborted) break;
        if (this.#wanted.get(one) === wish) this.#wanted.delete(one);
        if (runs !== undefined && !one.isStale && one.madePage === page) await wish.done(runs);
      }
    } finally {
      this.#isLooking = false;
      if (this.#wanted.size > 0) this.#wait();
    }
  }
}
