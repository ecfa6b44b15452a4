/** Other explainers of the project, as far as a page may name them. */

/** One explainer that links may lead to. One that is held back is not in the map, so that no page can name it. */
export interface RelatedExplainer {
  readonly title: string;
  readonly lang: string;
  /** Address relative to the page that links. */
  readonly href: string;
  /** Public address, when config gives a base. */
  readonly url: string | null;
  /** What a link to one of its ids prints. */
  readonly targets: ReadonlyMap<string, string>;
}

/** Other explainers by slug. */
export type RelatedExplainers = ReadonlyMap<string, RelatedExplainer>;
