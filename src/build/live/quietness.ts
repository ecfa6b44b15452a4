/** Waiting that newer files end: who saves again at once is not kept waiting by what was to be said of the page before. */

/** Lets many wait, and wakes them all. */
export class Quietness {
  readonly #waiting = new Set<() => void>();

  /** Waits for a time, ms, or until it is ended. */
  wait(ms: number): Promise<void> {
    return this.until(new Promise((resolve) => setTimeout(resolve, ms)));
  }

  /** Waits for something, however it ends, or until it is ended. */
  until(something: Promise<unknown>): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        resolve();
      };
      this.#waiting.add(wake);
      void something.then(wake, wake);
    });
  }

  /** Wakes all who wait. */
  end(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}
