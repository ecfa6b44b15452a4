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
}

const screen: Omit<PageState, 'name' | 'width'> = {
  height: 900,
  media: 'screen',
  colours: 'light',
  open: true,
  features: [],
  readerStyle: undefined,
  engines: true,
};

const screens = [
  { colours: 'light', width: 1440, open: false },
  { colours: 'light', width: 320, open: true },
  { colours: 'light', width: 768, open: true },
  { colours: 'dark', width: 1440, open: true },
  { colours: 'dark', width: 320, open: false },
  { colours: 'dark', width: 768, open: false },
] as const;

/** Line, paragraph, letter and word spacing as WCAG 2.2, 1.4.12 says; letters of joined scripts stay together. */
const wideSpacing = `* { line-height: 1.5 !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
  :not(:lang(ar), :lang(ar) *, :lang(fa), :lang(fa) *, :lang(ur), :lang(ur) *) { letter-spacing: 0.12em !important; }`;

/** Each pair of values of colours, width and disclosure occurs once, so that six states cover what twelve would. */
export const pageStates: readonly PageState[] = [
  ...screens.map(
    ({ colours, width, open }): PageState => ({
      ...screen,
      name: `${colours}-${width}-${open ? 'open' : 'closed'}`,
      ...{ colours, width, open },
    }),
  ),
  // The web page as a reader prints it, at the width of A4 without margins.
  { ...screen, name: 'web-print', width: 794, height: 1123, media: 'print' },
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

/** Looks at one state by name. */
export function onlyIn(...names: readonly string[]): (state: PageState) => boolean {
  return ({ name }) => names.includes(name);
}

/** Looks at every state on the screen in which the engines look, so at each width, colour and disclosure. */
export function onScreens(state: PageState): boolean {
  return state.engines && state.media === 'screen';
}
