/** What a reporter is: a report in, text out. */

import type { Report } from './report.js';

/** What reporters may know beside the report itself. */
export interface ReporterContext {
  /** The text of a project file, for code frames; undefined when it was not read. */
  readonly textOf: (file: string) => string | undefined;
  /** Whether to colour the text for a terminal. */
  readonly colour: boolean;
}

/** One way to write a report. */
export interface Reporter {
  readonly name: string;
  readonly render: (report: Report, context: ReporterContext) => string;
}
