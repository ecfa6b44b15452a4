/** The files of this folder as they reach each other inside the page: one namespace each, named like the file. */

declare const pages: typeof import('./pages.js');
declare const search: typeof import('./search.js');
declare const mark: typeof import('./mark.js');
declare const notes: typeof import('./notes.js');
declare const placing: typeof import('./placing.js');
declare const settling: typeof import('./settling.js');
declare const closing: typeof import('./closing.js');
declare const windowing: typeof import('./windowing.js');
declare const freezing: typeof import('./freezing.js');
declare const scaling: typeof import('./scaling.js');
declare const fitting: typeof import('./fitting.js');
declare const round: typeof import('./round.js');
declare const surveying: typeof import('./surveying.js');
