/** What we use of citeproc 2.4.63, which has no types of its own. */

declare module 'citeproc' {
  import type { CslNode } from './csl-node.js';

  namespace citeproc {
    /** An output format: how each decoration is written; `%%STRING%%` stands for its content, `false` for none. */
    type OutputFormat = Readonly<
      Record<
        string,
        | string
        | false
        | ((text: string) => string)
        | ((this: Decorated, state: Engine, text: string, id?: string) => string)
      >
    >;

    /** The output piece that a format function is called for. */
    interface Decorated {
      readonly params?: VariableParameters;
      readonly item_id?: string;
    }

    /** What citeproc tells of a rendered variable. */
    interface VariableParameters {
      readonly itemData?: Readonly<Record<string, unknown>>;
      readonly variableNames?: readonly string[];
    }

    /** One cite of a cluster. */
    interface Cite {
      id: string;
      position?: number;
      prefix?: string;
      suffix?: string;
      locator?: string;
      label?: string;
      'suppress-author'?: boolean;
      'first-reference-note-number'?: number;
    }

    /** What the engine asks of its surroundings. */
    interface Sys {
      retrieveLocale(tag: string): CslNode | false;
      retrieveItem(id: string): unknown;
      variableWrapper?(params: VariableParameters, before: string, text: string, after: string): string;
      wrapCitationEntry?(text: string, id: string): string;
    }

    interface LayoutOptions {
      layout_prefix?: string;
      layout_suffix?: string;
      layout_delimiter?: string;
      'subsequent-author-substitute'?: string | undefined;
      /** Kinds of sources, and sources with fields, that the list leaves out (an extension of CSL). */
      readonly exclude_types?: unknown;
      readonly exclude_with_fields?: unknown;
    }

    /** What tells a source from others; `disambig` holds names, first names and the letter behind the year. */
    interface RegistryEntry {
      readonly seq?: number;
      readonly disambig?: unknown;
    }

    /** A processor for one style in one language. */
    class Engine {
      constructor(sys: Sys, style: CslNode | string, locale: string, forceLocale: boolean);
      readonly sys: Sys;
      readonly citation: { readonly opt: LayoutOptions };
      readonly bibliography: { readonly opt: LayoutOptions; readonly tokens: readonly unknown[] };
      readonly opt: {
        readonly development_extensions: Record<string, boolean>;
        readonly class?: string;
      };
      /** Items that the engine has asked for; it asks again for those that are not here. */
      readonly tmp: { loadedItemIDs: Record<string, boolean> };
      /** What citeproc keeps of each item; `seq` is its place in the list, which numeric styles print. */
      readonly registry: { readonly registry: Readonly<Record<string, RegistryEntry>> };
      setOutputFormat(name: string): void;
      retrieveItem(id: string): unknown;
      updateItems(ids: readonly string[]): void;
      makeCitationCluster(cites: readonly Cite[]): string;
      /** The entries of the list, or of those sources alone that meet one of the conditions. */
      makeBibliography(
        wanted:
          | { readonly include: readonly { readonly field: string; readonly value: string }[] }
          | undefined,
      ): false | [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]];
      getTerm(name: string, form?: string, plural?: number): string;
    }

    const Output: {
      readonly Formats: Record<string, OutputFormat>;
      readonly Formatters: { readonly passthrough: (state: Engine, text: string) => string };
    };
    /** Reads the XML of a style or locale. */
    function parseXml(xml: string): CslNode;
    /** Where citeproc writes what it noticed. */
    let debug: (message: string) => void;
  }

  export = citeproc;
}
