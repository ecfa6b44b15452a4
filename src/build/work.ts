/** One document on its way through the second half of a build, and what its makers share. */

import type { Browser } from '../browser/browser.js';
import type { ResolvedConfig } from '../config/config.js';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import type { SourcePlace } from '../diagnostics/place.js';
import type { Explainer } from '../document/explainer.js';
import type { OutputFile } from '../outputs/output.js';
import type { PrintKind } from '../outputs/print/print-document.js';
import { applyLevels } from '../report/findings.js';
import type { System } from '../system/system.js';
import type { Theme } from '../theme/theme.js';
import type { Annotator } from './annotator.js';
import type { PageToLookAt } from './check-page.js';
import type { Engines } from './engines.js';
import type { Prepared } from './prepare.js';
import type { Others } from './related.js';
import type { WorkerDesk } from './worker-desk.js';

/** What making needs. */
export interface MakeTools {
  readonly config: ResolvedConfig;
  /** The notes stage with its citation engine kept warm. */
  readonly annotate: Annotator['annotate'];
  /** The theme by name; its own findings are told once for the project. */
  readonly theme: (config: ResolvedConfig, named: SourcePlace | undefined) => Promise<Theme | undefined>;
  /** The running browser, when any output or check needs one. */
  readonly browser: (() => Promise<Browser>) | undefined;
  /** Threads for work on data alone. */
  readonly workers: WorkerDesk;
  readonly rendered: boolean;
  /** Whether other documents use the processor meanwhile; one alone is looked at in two pages side by side. */
  readonly inCompany?: boolean | undefined;
  /** Reads a file of the project that nothing is made from, such as the page that readers have now. */
  readonly readFile: System['readFile'];
  /** Second opinions on each page. */
  readonly engines: Engines | undefined;
  /** Hears of each page as it was made, before it is judged; judging waits for the promise. */
  readonly onPage?: ((document: string, files: readonly OutputFile[]) => void | Promise<void>) | undefined;
  /** Takes a page that was made and not looked at in the browser. */
  readonly toLookAt?: ((page: PageToLookAt) => void) | undefined;
  /** Hears of the pages of each print as the browser gave them, before they are tagged and proven. */
  readonly onPrint?: ((bytes: Uint8Array) => void) | undefined;
  /** For a live preview, its page alone or one print alone; a page then goes out before its text is judged. */
  readonly only?: 'page' | PrintKind | undefined;
}

/** One document on its way, with what has been noticed so far. */
export interface Work {
  readonly prepared: Prepared;
  readonly explainer: Explainer;
  readonly config: ResolvedConfig;
  readonly tools: MakeTools;
  readonly related: Others['related'];
  readonly siblings: Others['siblings'];
  readonly diagnostics: Diagnostic[];
}

/** Whether an error, at the levels that config asks for, keeps the document from being published. */
export function blocked({ diagnostics, config }: Work): boolean {
  return hasErrors(applyLevels(diagnostics, config.checks));
}
