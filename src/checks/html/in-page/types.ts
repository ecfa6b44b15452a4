/** What measures in the page give back: plain data. */

/** An element that a measure names; see `Measured` of the checks. */
export interface Named {
  readonly index: number;
  readonly selector: string;
  readonly html: string;
  readonly unsure: boolean;
  readonly found: string;
}

/** How many things a measure looked at, and those that offend. */
export interface Measures {
  readonly instances: number;
  readonly offences: readonly Named[];
}
