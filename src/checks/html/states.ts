/** The named states in which a page is looked at: colours, widths, disclosures, paper, and what readers change. */

/** How a page is shown. */
export interface PageState {
  readonly name: string;
  /** CSS px. */
  readonly width: number;
  readonly height: number;
  readonly media: 'screen' | 'print';
  readonly colours: 'light' | 'dark';
  /** Whether every disclosure is opened first. */
  readonly open: boolean;
  /** Further media features as the reader set them. */
  readonly features: readonly { readonly name: string; readonly value: string }[];
  /** What the reader's own settings lay over the page's styles. */
  readonly readerStyle: string | undefined;
  /** Whether the engines look too, or our own checks alone. */
  readonly engines: boolean;
  /** What axe-core is asked in it, where engines look. */
  readonly axe: AxePart;
}

/**
 * All of its rules, or those that a page can fail here and not in the states beside it: `structure` leaves out contrast and the
 * size of targets, which two other widths answer; `looks` are the rules that colours decide, since no colour changes what a page is made of.
 */
export type AxePart = 'all' | 'structure' | 'looks';

const screen: Omit<PageState, 'name' | 'width'> = {
  height: 900,
  media: 'screen',
  colours: 'light',
  open: true,
  features: [],
  readerStyle: undefined,
  engines: true,
  axe: 'all',
};

const screens = [
  { colours: 'light', width: 1440, open: false, axe: 'all' },
  { colours: 'light', width: 320, open: true, axe: 'all' },
  { colours: 'light', width: 768, open: true, axe: 'structure' },
  { colours: 'dark', width: 1440, open: true, axe: 'looks' },
  { colours: 'dark', width: 320, open: false, axe: 'looks' },
  { colours: 'dark', width: 768, open: false, axe: 'looks' },
] as const;

/** Line, paragraph, letter and word spacing as WCAG 2.2, 1.4.12 says; letters of joined scripts stay together. */
const wideSpacing = `* { line-height: 1.5 !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
  :not(:lang(ar), :lang(ar) *, :lang(fa), :lang(fa) *, :lang(ur), :lang(ur) *) { letter-spacing: 0.12em !important; }`;

/** Each pair of values of colours, width and disclosure occurs once, so that six states cover what twelve would. */
export const pageStates: readonly PageState[] = [
  ...screens.map(
    ({ colours, width, open, axe }): PageState => ({
      ...screen,
      name: `${colours}-${width}-${open ? 'open' : 'closed'}`,
      ...{ colours, width, open, axe },
    }),
  ),
  // The web page as a reader prints it, at the width of A4 without margins; no assistive software reads paper.
  { ...screen, name: 'web-print', width: 794, height: 1123, media: 'print', axe: 'looks' },
  { ...screen, name: 'spacing-320', width: 320, readerStyle: wideSpacing, engines: false },
  {
    ...screen,
    name: 'text-200',
    width: 1280,
    readerStyle: ':root { font-size: 200% !important; }',
    engines: false,
  },
  {
    ...screen,
    name: 'forced-colours',
    width: 1280,
    features: [{ name: 'forced-colors', value: 'active' }],
    engines: false,
  },
  {
    ...screen,
    name: 'less-motion',
    width: 1280,
    features: [{ name: 'prefers-reduced-motion', value: 'reduce' }],
    engines: false,
  },
];

/** The states of one page, shared out between two pages in the browser that are looked at side by side. */
export interface SharedStates {
  /** What each of the pages looks at first. */
  readonly parts: readonly (readonly PageState[])[];
  /** Taken then by whichever page is done sooner. */
  readonly queue: PageState[];
}

/** Shares states out. Light screens stay together, since what the engines say of one answers most of the others. */
export function shareOut(states: readonly PageState[]): SharedStates {
  const isLight = (state: PageState): boolean => state.colours === 'light' && onScreens(state);
  const asked = states.filter(({ engines }) => engines);
  const parts = [asked.filter(isLight), asked.filter((state) => !isLight(state))].filter(
    (part) => part.length > 0,
  );
  const queue = states.filter(({ engines }) => !engines);
  return parts.length === 0 ? { parts: [queue], queue: [] } : { parts, queue };
}

/** Where a state stands in the list of all. */
export function placeOfState(name: string): number {
  return pageStates.findIndex((state) => state.name === name);
}

/** Looks at one state by name. */
export function onlyIn(...names: readonly string[]): (state: PageState) => boolean {
  return ({ name }) => names.includes(name);
}

/** Looks at every state on the screen in which the engines look, so at each width, colour and disclosure. */
export function onScreens(state: PageState): boolean {
  return state.engines && state.media === 'screen';
}
