/** What a build tells people while it works; the command line and the studio each show it their way. */

import type { Progress } from '../browser/progress.js';

/** The stages of one document in the order of the flow, as ARCHITECTURE.md names them. */
export const stageNames = [
  'source',
  'document',
  'notes',
  'html',
  'theme',
  'web',
  'print',
  'pdf',
  'checks',
] as const;

/** One stage by name. */
export type StageName = (typeof stageNames)[number];

/** Receives what is going on; every method returns at once. */
export interface BuildProgress extends Progress {
  /** How many documents there are to make. */
  documents(total: number): void;
  /** A document enters a stage. */
  stage(document: string, stage: StageName): void;
  /** A document is done with. */
  done(document: string): void;
}

/** Tells nobody. */
export const silent: BuildProgress = {
  step() {},
  bytes() {},
  line() {},
  documents() {},
  stage() {},
  done() {},
};

/** Measures the stages of one document, ms. */
export class Stopwatch {
  readonly timings: Record<string, number> = {};
  readonly #elapsed: () => number;
  readonly #entered: (stage: StageName) => void;

  constructor(elapsed: () => number, entered: (stage: StageName) => void) {
    this.#elapsed = elapsed;
    this.#entered = entered;
  }

  /** Runs one stage and adds its time. */
  async time<T>(stage: StageName, run: () => T | Promise<T>): Promise<T> {
    this.#entered(stage);
    const start = this.#elapsed();
    try {
      return await run();
    } finally {
      this.timings[stage] = (this.timings[stage] ?? 0) + this.#elapsed() - start;
    }
  }
}
