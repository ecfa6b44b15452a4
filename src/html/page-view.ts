/** What a template may know about a page: plain, complete, null-prototype data. Optional values are null. */

/** A date for people and for machines. */
export interface DateView {
  readonly text: string;
  readonly iso: string;
}

/** A person of the byline or credits. */
export interface PersonView {
  readonly name: string;
  readonly role: string | null;
  readonly location: string | null;
  readonly expertise: string | null;
  readonly contact: string | null;
}

/** A link in a list. */
export interface LinkView {
  readonly href: string;
  readonly text: string;
  readonly lang: string | null;
}

/** The view model of layouts and partials; docs for designers are printed from this shape. */
export interface PageView {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly medium: 'screen' | 'print';
  readonly slug: string;
  /** Plain words of the headline; the tree is the slot `headline`. */
  readonly headline: string;
  readonly shortHeadline: string;
  /** For the title element. */
  readonly pageTitle: string;
  readonly description: string;
  readonly type: string;
  /** The genre label in the page's language. */
  readonly typeLabel: string;
  readonly publisher: {
    readonly name: string | null;
    readonly url: string | null;
    readonly logo: string | null;
    readonly contact: string | null;
  };
  readonly byline: readonly PersonView[];
  readonly bylineReason: string | null;
  readonly bylineText: string | null;
  readonly contributors: readonly PersonView[];
  readonly dateline: string | null;
  readonly published: DateView | null;
  readonly updated: DateView | null;
  readonly reviewed: DateView | null;
  readonly expired: boolean;
  readonly draft: boolean;
  readonly contentNote: string | null;
  readonly aiUse: string | null;
  readonly translator: string | null;
  readonly policies: readonly LinkView[];
  /** Other forms and languages of this document. */
  readonly formats: readonly LinkView[];
  readonly translations: readonly LinkView[];
  readonly canonical: string | null;
  readonly stylesheet: string;
  readonly paper: 'a4' | 'letter';
  readonly printKind: 'standard' | 'clear' | 'large';
  readonly corrected: boolean;
  /** Galley's own words in the page's language, by name. */
  readonly labels: Readonly<Record<string, string>>;
}
