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

/** What axe-core is asked about a page in one state. */
export interface AxeQuestion {
  readonly part: 'all' | 'structure' | 'looks';
  /** Sets of its rules. */
  readonly tags: readonly string[];
  /** Rules outside of the sets. */
  readonly further: readonly string[];
  /** Rules of structure that depend on sizes and places too. */
  readonly byLayout: readonly string[];
  /** Rules that look at colours. */
  readonly byColour: readonly string[];
  /** The contrast with which our own measure answers what axe leaves open. */
  readonly enoughContrast: number;
}

/** Options of a run, as axe-core names them. */
export interface AxeOptions {
  readonly runOnly: { readonly type: 'tag' | 'rule'; readonly values: readonly string[] };
  readonly rules?: Readonly<Record<string, { readonly enabled: boolean }>>;
  readonly resultTypes?: readonly string[];
}

/** One rule's answer, as axe-core gives it. */
export interface AxeResult {
  readonly id: string;
  readonly help: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly nodes: readonly {
    readonly element?: Element;
    readonly target: readonly (string | readonly string[])[];
    readonly html: string;
    readonly failureSummary?: string;
  }[];
}

/** A rule of axe-core: `matches` says of what it looks at. */
export interface AxeRule {
  readonly id: string;
  matches(element: Element, ...more: readonly unknown[]): boolean;
}

/** What a run gives. */
export interface AxeResults {
  readonly passes: readonly AxeResult[];
  readonly violations: readonly AxeResult[];
  readonly incomplete: readonly AxeResult[];
  readonly inapplicable: readonly AxeResult[];
}

/** One rule's answer as plain data. */
export interface AxeFound {
  readonly rule: string;
  readonly help: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly nodes: readonly {
    readonly selector: string;
    /** Number of the element in document order, 0-based; -1 when it is not in the page's own tree. */
    readonly index: number;
    readonly html: string;
    readonly summary: string;
    /** Our own measure of the text's contrast where axe has none, else null. */
    readonly contrast: number | null;
  }[];
}

/** All that axe-core said of a page in one state. */
export interface AxeAnswer {
  readonly violations: readonly AxeFound[];
  readonly incomplete: readonly AxeFound[];
  /** How many rules looked at something. */
  readonly rulesThatRan: number;
}
