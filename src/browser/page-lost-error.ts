/** The error of a page that died or fell silent while it was working for us. */

/** How a page was lost: its renderer crashed, the browser went away, or the job ran past its deadline. */
export type PageLoss = 'crash' | 'disconnect' | 'deadline';

const words: Readonly<Record<PageLoss, string>> = {
  crash: 'The page crashed in the browser.',
  disconnect: 'The browser went away.',
  deadline: 'The browser did not answer in time.',
};

/** A page was lost; `withPage` throws it only after its one retry. */
export class PageLostError extends Error {
  readonly loss: PageLoss;

  constructor(loss: PageLoss, cause?: unknown) {
    super(words[loss], { cause });
    this.name = 'PageLostError';
    this.loss = loss;
  }
}
