/** Reads and adapts an author's styles as text: what they load, whether they begin pages, which rules name the body's children. */

/** Comments and strings, in which nothing is looked for. */
const opaque = /\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/g;

/** `body >` with what else is asked of the body. */
const childOfBody = /(^|[\s,{};()])(body(?:[.#:[][^\s>+~,{]*)*)\s*>\s*/g;

/**
 * The body's content stands in two boxes of ours, which `body > main` would not reach. They are named in between, inside
 * `:where()`, so that each rule keeps its weight.
 */
export function throughOurBoxes(css: string): string {
  let made = '';
  let from = 0;
  const plain = (end: number): string =>
    css.slice(from, end).replace(childOfBody, '$1$2 > :where(.page-flow) > :where(.page-content) > ');
  for (const match of css.matchAll(opaque)) {
    made += plain(match.index) + match[0];
    from = match.index + match[0].length;
  }
  return made + plain(css.length);
}

/** An address that a stylesheet names, and where. */
export interface StyleReference {
  readonly address: string;
  readonly offset: number;
}

const references =
  /\/\*[\s\S]*?\*\/|url\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^)"'\s]*))\s*\)|@import\s+(?:"([^"\n]*)"|'([^'\n]*)')/gi;

/** Addresses in `url()` and `@import`; those of data and of the same document are none. */
export function styleReferences(css: string): readonly StyleReference[] {
  const found: StyleReference[] = [];
  for (const match of css.matchAll(references)) {
    const address = match.slice(1).find((group) => group !== undefined);
    if (address === undefined || address === '' || /^(?:data:|#)/i.test(address)) continue;
    found.push({ address, offset: match.index });
  }
  return found;
}
