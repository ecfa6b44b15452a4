/** How a long piece of work tells people that it goes on. The command line and the studio each show it their way. */

/** Receives what is going on; every method returns at once. */
export interface Progress {
  /** A new step begins, in words: “Looking for a browser”. */
  step(text: string): void;
  /** How far a download is, in bytes; `total` is undefined where the server does not tell. */
  bytes(done: number, total: number | undefined): void;
  /** A line of a tool that we run, or a plain remark. */
  line(text: string): void;
}
