/** What the browser module has to say to people, in one place. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';

const waysForward =
  'Run “galley setup” to get one; or install Chrome or Chromium with your system’s own installer; or name one that you have, with “browser: path:” in galley.config.yaml or the variable GALLEY_BROWSER.';

/** No browser could be found. */
export function noBrowserFound(): Diagnostic {
  return {
    code: 'browser-is-available',
    severity: 'error',
    what: 'No Chrome or Chromium was found on this computer.',
    why: 'Galley prints PDFs and checks pages with one; without it neither can be done.',
    fix: waysForward,
  };
}

/** No browser could be fetched either. */
export function noBrowserObtained(): Diagnostic {
  return {
    ...noBrowserFound(),
    what: 'No Chrome or Chromium could be fetched on this computer.',
    fix: 'Install Chrome or Chromium with your system’s own installer (on Debian as root: “apt-get install chromium”); or name one that you have, with “browser: path:” in galley.config.yaml or the variable GALLEY_BROWSER.',
  };
}

/** A browser was named, and is not there or cannot be run. */
export function namedBrowserUnusable(path: string, namedBy: string): Diagnostic {
  return {
    code: 'browser-is-available',
    severity: 'error',
    what: `The browser “${path}”, named by ${namedBy}, is not there or cannot be run.`,
    why: 'Galley uses the browser it was told to use and never another one in silence.',
    fix: `Correct the path or take it out. ${waysForward}`,
    excerpt: path,
  };
}

/** A browser is there but does not start. */
export function browserDoesNotStart(path: string, version: string | undefined): Diagnostic {
  return {
    code: 'browser-is-available',
    severity: 'error',
    what: `The browser “${path}”${version === undefined ? '' : ` (${version})`} was found but does not start.`,
    why: 'Galley prints PDFs and checks pages with it; a library may be missing on this computer, or its memory is used up.',
    fix: `Start it once by hand (“${path} --headless --version”) to see its own message. ${waysForward}`,
    excerpt: path,
  };
}

/** Own content is printed without the sandbox. */
export function printsWithoutSandbox(asRoot: boolean): Diagnostic {
  return {
    code: 'browser-is-sandboxed',
    severity: 'warning',
    what: 'The browser runs without its sandbox on this computer.',
    why: 'The sandbox keeps a broken or hostile file away from the rest of the computer; network and scripts stay shut off either way.',
    fix: asRoot
      ? 'Run Galley as an ordinary user, or allow user namespaces in this container.'
      : 'Allow user namespaces on this computer or in this container.',
  };
}

/** Content of others must not be printed without the sandbox. */
export function sandboxRequired(asRoot: boolean): Diagnostic {
  return {
    ...printsWithoutSandbox(asRoot),
    severity: 'error',
    what: 'The browser’s sandbox cannot be used on this computer, and this content is marked as untrusted.',
    fix: asRoot
      ? "Run Galley as an ordinary user (for example “su -c 'galley build' <user>”), or allow user namespaces in this container; only for content of your own, leave out “untrusted”."
      : 'Allow user namespaces on this computer or in this container; only for content of your own, leave out “untrusted”.',
  };
}
