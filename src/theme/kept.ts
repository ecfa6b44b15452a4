/** What was made of the very same things before: a theme that is read again makes only what its changed file touches. */

interface Entry<Made> {
  readonly from: readonly unknown[];
  readonly made: Made;
}

/** How much is kept: the parts of a few themes. */
const most = 16;

/** Keeps what is made by what it is made from: the same objects, equal words. */
export class Kept<Made> {
  #entries: readonly Entry<Made>[] = [];

  /** What was made from these, or what `make` makes now. */
  get(from: readonly unknown[], make: () => Made): Made {
    const known = this.#entries.find(
      (entry) => entry.from.length === from.length && entry.from.every((part, index) => part === from[index]),
    );
    const entry = known ?? { from, made: make() };
    this.#entries = [entry, ...this.#entries.filter((one) => one !== known)].slice(0, most);
    return entry.made;
  }
}
