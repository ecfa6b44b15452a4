/** A number as the newsroom registered it in figures.yaml (content model, section 5). */

import type { SourcePlace } from '../diagnostics/place.js';
import type { PartialDate } from '../language/language.js';
import type { LocalText } from './source-record.js';

/** A unit: one text, or plural forms by CLDR category, either per language. */
export type FigureUnit = LocalText | Readonly<Record<string, Readonly<Record<string, string>>>>;

/** How sure a registered number is. */
export type FigureStatus = 'confirmed' | 'reported' | 'disputed' | 'superseded' | 'retracted';

/** One entry of figures.yaml. At least one of `value`, `low`, `high`, `words` is there. */
export interface FigureRecord {
  readonly id: string;
  readonly label: LocalText;
  readonly value: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly words: LocalText | undefined;
  /** `none` for a bare count. */
  readonly unit: FigureUnit;
  readonly prefix: string | undefined;
  readonly asOf: PartialDate;
  readonly source: string;
  readonly status: FigureStatus | undefined;
  readonly supersedes: string | undefined;
  readonly scope: 'document' | 'shared';
  readonly place: SourcePlace;
  readonly fieldPlaces: Readonly<Record<string, SourcePlace>>;
}
