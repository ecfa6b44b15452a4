/** What a template may know about a page: plain, complete, null-prototype data. Optional values are null. */

/** A date for people and for machines. */
export interface DateView {
  /** In the page's words and digits. */
  readonly text: string;
  /** Valid in `datetime`. */
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
  /** The names in one sentence (“By A and B”); null when there are none. */
  readonly bylineText: string | null;
  readonly dateline: string | null;
  readonly published: DateView | null;
  readonly updated: DateView | null;
  readonly reviewed: DateView | null;
  readonly expires: DateView | null;
  readonly expired: boolean;
  /** Not for publication: shown with `--drafts` and in the studio only. */
  readonly draft: boolean;
  readonly withdrawn: boolean;
  /** “Translated by …” in the page's words. */
  readonly translator: string | null;
  readonly policies: readonly LinkView[];
  /** Other forms and languages of this document. */
  readonly formats: readonly LinkView[];
  readonly translations: readonly LinkView[];
  readonly canonical: string | null;
  /** “Newest version: address” in the page's words, for paper; null without a public address. */
  readonly newestVersion: string | null;
  /** Address of the Atom feed of all that is published; null where there is none. */
  readonly feed: string | null;
  readonly stylesheet: string;
  readonly paper: 'a4' | 'letter';
  readonly printKind: 'standard' | 'clear' | 'large';
  readonly corrected: boolean;
  /** Where the publisher wants corrections: before or after the text. */
  readonly correctionsAt: 'top' | 'bottom';
  /** Language of `labels` where it is not the page's own (`en`), for a `lang` attribute; else null. */
  readonly labelsLang: string | null;
  /** Galley's own words in the page's language, by name; those with values in them (“By {names}”) are left out. */
  readonly labels: Readonly<Record<string, string>>;
}
