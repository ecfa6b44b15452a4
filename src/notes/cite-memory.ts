/** Citations and entries as they were set, so that a source that is named thirty times, or stays while another is edited, is set once. */

import type { PhrasingContent } from 'mdast';

/** What is kept at most, so that hours of editing do not fill the memory. */
const mostRemembered = 10_000;

function copied<T>(value: T): T {
  if (Array.isArray(value)) return value.map((one: unknown) => copied(one)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copied(part)])) as T;
}

/** Words by all that decides them. What is handed out may be changed. */
export class CiteMemory {
  readonly #words = new Map<string, readonly PhrasingContent[]>();

  has(key: string): boolean {
    return this.#words.has(key);
  }

  /** The words under a key, set now when they are not known. */
  get(key: string, set: () => readonly PhrasingContent[]): PhrasingContent[] {
    const known = this.#words.get(key) ?? set();
    if (this.#words.size >= mostRemembered) this.#words.clear();
    this.#words.set(key, known);
    return copied([...known]);
  }
}
