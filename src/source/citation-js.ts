/** The one door to citation-js: text that was already read goes in, CSL comes out; nothing is guessed or fetched. */

/** Input formats, named outright so that citation-js never guesses (a guess may lead to an address). */
export type CitationInput = '@biblatex/text' | '@ris/record';

type Chain = (input: unknown, options: { forceType: string; generateGraph: boolean }) => readonly unknown[];

let loading: Promise<Chain> | undefined;

/** Loads citation-js with its two readers when the first file needs it. */
function load(): Promise<Chain> {
  loading ??= (async () => {
    const { plugins } = await import('@citation-js/core');
    await import('@citation-js/plugin-bibtex');
    await import('@citation-js/plugin-ris');
    return plugins.input.chain;
  })();
  return loading;
}

/** Turns one entry at a time into CSL variables; undefined when citation-js cannot read it. */
export async function citationReader(
  type: CitationInput,
): Promise<(entry: unknown) => Readonly<Record<string, unknown>> | undefined> {
  const chain = await load();
  return (entry) => {
    try {
      const [first] = chain(entry, { forceType: type, generateGraph: false });
      return typeof first === 'object' && first !== null ? (first as Record<string, unknown>) : undefined;
    } catch {
      // The entry is told as unreadable by the caller, which knows its place; citation-js knows none.
      return undefined;
    }
  };
}
