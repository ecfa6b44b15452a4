/** The files of this folder as they reach each other inside the page: one namespace each, named like the file. */

declare const dom: typeof import('./dom.js');
declare const layout: typeof import('./layout.js');
declare const growth: typeof import('./growth.js');
declare const keyboard: typeof import('./keyboard.js');
declare const modes: typeof import('./modes.js');
declare const names: typeof import('./names.js');
declare const links: typeof import('./links.js');
declare const structure: typeof import('./structure.js');
declare const languages: typeof import('./languages.js');
declare const behaviour: typeof import('./behaviour.js');
declare const texts: typeof import('./texts.js');
declare const asking: typeof import('./asking.js');
declare const looks: typeof import('./looks.js');
