/** A source as the newsroom recorded it, in CSL's terms and in ours. */

import type { SourcePlace } from '../diagnostics/place.js';

/** A date in CSL-JSON. */
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly circa?: boolean;
  readonly literal?: string;
}

/** A name in CSL-JSON. A last name `{ literal: 'others' }` stands for “and others” of BibTeX and is printed as “et al.”. */
export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
  readonly 'non-dropping-particle'?: string;
  readonly 'dropping-particle'?: string;
  readonly suffix?: string;
}

/** A CSL-JSON item (CSL 1.0.2 schema): `id`, `type` and any of CSL's variables. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly [variable: string]: string | number | CslDate | readonly CslName[] | undefined;
}

/** A text of ours that may be given per language. */
export type LocalText = string | Readonly<Record<string, string>>;

/** How near a source stands to the fact. */
export type SourceTier = 'primary' | 'secondary' | 'derived' | 'anonymous';

/** One entry of sources.yaml, sources.json, sources.bib or sources.ris. */
export interface SourceRecord {
  readonly id: string;
  /** Our kind (`official-statement`); undefined when only a CSL type was given. */
  readonly kind: string | undefined;
  readonly tier: SourceTier | undefined;
  readonly csl: CslItem;
  readonly archive: { readonly url: string; readonly at: CslDate | undefined } | undefined;
  readonly interest: LocalText | undefined;
  readonly derivedFrom: string | undefined;
  /** Anonymous sources only; printed in note and list. */
  readonly description: LocalText | undefined;
  readonly reason: LocalText | undefined;
  /** Anonymous sources only: ids of what supports it; printed nowhere. */
  readonly corroboration: readonly string[];
  readonly scope: 'document' | 'shared';
  /** The entry's id in its file. */
  readonly place: SourcePlace;
  /** Places of single fields, by their name as typed. */
  readonly fieldPlaces: Readonly<Record<string, SourcePlace>>;
}
