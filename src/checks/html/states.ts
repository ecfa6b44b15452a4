/** The named states in which a page is looked at: colours, widths, screen and paper. */

/** How a page is shown to the engines. */
export interface PageState {
  readonly name: string;
  /** CSS px. */
  readonly width: number;
  readonly height: number;
  readonly media: 'screen' | 'print';
  readonly colours: 'light' | 'dark';
  /** Whether every disclosure is opened first. */
  readonly open: boolean;
}

const screens = [
  { colours: 'light', width: 1440, open: false },
  { colours: 'light', width: 320, open: true },
  { colours: 'dark', width: 1440, open: true },
  { colours: 'dark', width: 320, open: false },
] as const;

/** Each pair of values of colours, width and disclosure occurs once, so that four loads cover what eight would. */
export const pageStates: readonly PageState[] = [
  ...screens.map(
    ({ colours, width, open }): PageState => ({
      name: `${colours}-${width}-${open ? 'open' : 'closed'}`,
      width,
      height: 900,
      media: 'screen',
      colours,
      open,
    }),
  ),
  // The web page as a reader prints it, at the width of A4 without margins.
  { name: 'web-print', width: 794, height: 1123, media: 'print', colours: 'light', open: true },
];
