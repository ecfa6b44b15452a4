/** Writes the report of a check as a page, for people, into a folder that they name. */

import type { Report } from '../report/report.js';
import { type Run, themeOf } from './run-state.js';
import { reportPage } from './site-pages.js';

/** Writes report.html and what it needs; nothing when no folder was named, or there is no usable theme. */
export async function writeReportPage(run: Run, report: Report): Promise<void> {
  const { options, project, config, recorder } = run;
  const folder = options.reportPage;
  if (folder === undefined) return;
  const theme = await themeOf(run, config);
  if (theme === undefined) return;
  const { files } = await reportPage(report, recorder.textOf, config, theme);
  for (const { path, bytes } of files) await project.system.writeFile(`${folder}/${path}`, bytes);
}
