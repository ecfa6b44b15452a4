/** What may be asked of a build. */

import type { FormatName, PdfProfile } from '../config/config.js';
import type { Severity } from '../diagnostics/diagnostic.js';
import type { OutputFile } from '../outputs/output.js';
import type { Report } from '../report/report.js';
import type { Engines } from './engines.js';
import type { BuildProgress } from './progress.js';

/** Options of an open project and its one browser. */
export interface GalleyOptions {
  /** The project folder; the present one by default. */
  readonly root?: string | undefined;
  /** Path of the Chrome or Chromium to use. */
  readonly browser?: string | undefined;
  /** Stop instead of printing without the browser's sandbox. */
  readonly untrusted?: boolean | undefined;
  /** Open for one run alone: the browser ends while the last files are written. */
  readonly forOneRun?: boolean | undefined;
  readonly progress?: BuildProgress | undefined;
}

/** Options of one build or one check. */
export interface RunOptions {
  /** Explainers to take: slugs, folders or Markdown files; all of `content/` without any. */
  readonly paths?: readonly string[] | undefined;
  /** Output folder below the project, `output` by default. */
  readonly out?: string | undefined;
  readonly theme?: string | undefined;
  readonly formats?: readonly FormatName[] | undefined;
  /** Standard of the PDFs; the format `pdf-ua2` is PDF/UA-2 in any case. */
  readonly pdfProfile?: PdfProfile | undefined;
  /** Take drafts and embargoed explainers too, with a watermark. */
  readonly drafts?: boolean | undefined;
  readonly failOn?: Severity | undefined;
  /** The instant that counts as now, ms; SOURCE_DATE_EPOCH or the clock by default. */
  readonly now?: number | undefined;
  /** Whether pages are also checked as the browser shows them; true by default. */
  readonly rendered?: boolean | undefined;
  /** Hears of each web page with its files as it was made, also of one that is not published for an error. */
  readonly onPage?: ((document: string, files: readonly OutputFile[]) => void) | undefined;
  /** Second opinions on each page, besides axe-core and html-validate. */
  readonly engines?: Engines | undefined;
  /** Whether addresses of other hosts are asked if they still answer. */
  readonly online?: boolean | undefined;
  /** Folder for the evidence of each document: what was checked, how, and what is left to people. */
  readonly evidence?: string | undefined;
  /** Folder for the report as a page, below the project. */
  readonly reportPage?: string | undefined;
  /** Ends the run early; what is finished stays, nothing half-made is written. */
  readonly signal?: AbortSignal | undefined;
}

/** What a run gives back. */
export interface RunResult {
  readonly report: Report;
  /** Text of a project file that was read, for code frames. */
  readonly textOf: (file: string) => string | undefined;
}
