/** What Galley uses of citation-js, which brings no types of its own. */

declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      chain(
        input: unknown,
        options: { readonly forceType: string; readonly generateGraph: boolean },
      ): readonly unknown[];
    };
  };
}

declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
