/** Other explainers of the project, as far as a page may name them. */

import type { LabelName } from '../language/locale.js';

/** What a link to an id of another explainer prints. */
export interface RelatedTarget {
  readonly title: string;
  /** The kind of a block without a title: it is named in the language of the page that links. */
  readonly kind: LabelName | undefined;
}

/** One explainer that links may lead to. One that is held back is not in the map, so that no page can name it. */
export interface RelatedExplainer {
  readonly title: string;
  readonly lang: string;
  /** Address relative to the page that links. */
  readonly href: string;
  /** Public address, when config gives a base. */
  readonly url: string | null;
  readonly targets: ReadonlyMap<string, RelatedTarget>;
}

/** Other explainers by slug. */
export type RelatedExplainers = ReadonlyMap<string, RelatedExplainer>;
