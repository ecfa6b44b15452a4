/** Threads beside the main one: they begin when a run knows that it needs them, stay warm, and end with the project. */

import Tinypool from 'tinypool';

/** The work that may be handed over. */
type Work = typeof import('./worker.js');

/** Two files of one print are tagged at the same time, or two documents. */
const leastThreads = 2;
/** Most threads: more documents than that are never ready at a time. */
const mostThreads = 4;
/** Room for short-lived values in each thread, MB: reading a PDF makes millions, and the default collects too often (measured). */
const youngRoom = 64;

/** From TypeScript, as the tests run it, there is no file that a thread could load. */
const compiled = import.meta.url.endsWith('.js');

/** Does work in other threads where there are any. */
export class WorkerDesk {
  readonly #threads: number;
  #pool: Tinypool | undefined;
  #closed = false;

  /** `cores` is how much this machine can do at a time. */
  constructor(cores: number) {
    // The browser and the main thread want the rest.
    this.#threads = Math.max(leastThreads, Math.min(mostThreads, cores - 1));
  }

  /** Begins to load the code, so that it is ready when the first print is. */
  warm(): void {
    if (compiled) this.#started();
  }

  /** Does one piece of work; what it throws is thrown here. */
  async run<Name extends keyof Work>(
    name: Name,
    job: Parameters<Work[Name]>[0],
  ): Promise<Awaited<ReturnType<Work[Name]>>> {
    if (compiled) return await this.#started().run(job, { name });
    const here = await import('./worker.js');
    const work = here[name] as (job: unknown) => ReturnType<Work[Name]>;
    return await work(job);
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#pool?.destroy();
  }

  #started(): Tinypool {
    if (this.#closed) throw new Error('The project is closed.');
    this.#pool ??= new Tinypool({
      filename: new URL('./worker.js', import.meta.url).href,
      runtime: 'worker_threads',
      minThreads: 1,
      maxThreads: this.#threads,
      resourceLimits: { maxYoungGenerationSizeMb: youngRoom },
    });
    return this.#pool;
  }
}
