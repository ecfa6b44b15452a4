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
      /** What citeproc keeps of each item; `seq` is its place in the list. */
      readonly registry: { readonly registry: Readonly<Record<string, { readonly seq?: number }>> };
      setOutputFormat(name: string): void;
      retrieveItem(id: string): unknown;
      updateItems(ids: readonly string[]): void;
      makeCitationCluster(cites: readonly Cite[]): string;
      makeBibliography(): false | [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]];
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
