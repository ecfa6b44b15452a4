/** Checks of files that are no explainers: HTML pages, addresses on this machine, PDFs. */

import type { CheckRun } from '../checks/check.js';
import type { PdfProfile } from '../checks/pdf/context.js';
import { loadConfig } from '../config/load-config.js';
import type { Severity } from '../diagnostics/diagnostic.js';
import { assembleReport } from '../report/assemble.js';
import type { ExplainerReport } from '../report/report.js';
import { criteriaOf } from './catalogue.js';
import { checkNamedPage, type NamedPage } from './check-html.js';
import { checkPdfBytes, missingPdf, type NamedPdf } from './check-pdf.js';
import type { Engines } from './engines.js';
import type { OpenProject } from './open-project.js';
import type { RunResult } from './options.js';
import { decisionsOf, readAccepted } from './read-decisions.js';

/** What a person named. */
export interface NamedFiles {
  readonly pages: readonly NamedPage[];
  readonly pdfs: readonly NamedPdf[];
}

/** How it is looked at. */
export interface FilesOptions {
  readonly profile: PdfProfile | 'claimed';
  readonly failOn?: Severity | undefined;
  /** Whether pages are opened in the browser. */
  readonly rendered: boolean;
  readonly engines: Engines;
}

const row = (name: string): ExplainerReport => ({
  ...{ document: name, path: name, title: name, state: 'checked', files: [], timings: {} },
});

/** Checks the files one after the other and reports on all of them. */
export async function checkFiles(
  project: OpenProject,
  { pages, pdfs }: NamedFiles,
  options: FilesOptions,
): Promise<RunResult> {
  const { value: config } = await loadConfig(project.system, {
    ...{ 'fail-on': options.failOn, browser: project.options.browser, untrusted: project.options.untrusted },
  });
  const browser = options.rendered ? () => project.desk.browser(config) : undefined;
  const texts = new Map<string, string>();
  const checks: CheckRun[] = [];
  for (const page of pages) {
    project.progress.line(`Looking at ${page.name}.`);
    const { runs, text } = await checkNamedPage(page, { browser, engines: options.engines });
    checks.push(...runs);
    if (text !== undefined) texts.set(page.name, text);
  }
  for (const { path, folder, name } of pdfs) {
    const bytes = await folder.readFile(name);
    checks.push(
      ...(bytes === undefined
        ? [missingPdf(path)]
        : checkPdfBytes({ file: path, bytes, document: path, profile: options.profile })),
    );
  }
  const { entries, diagnostics } = await readAccepted(project.system);
  const report = assembleReport(
    {
      explainers: [...pages.map(({ name }) => row(name)), ...pdfs.map(({ path }) => row(path))],
      noticed: diagnostics.map((diagnostic) => ({ document: null, diagnostic })),
      checks,
    },
    {
      levels: config.checks,
      criteriaOf,
      failOn: config.failOn,
      decisions: decisionsOf(entries, [], config.now, false),
    },
  );
  return { report, textOf: (file) => texts.get(file) };
}
