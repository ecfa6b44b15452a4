/** Checks of files that are no explainers: HTML pages, addresses on this machine, PDFs. */

import { join } from 'node:path';
import type { CheckRun } from '../checks/check.js';
import type { PdfProfile } from '../checks/pdf/context.js';
import type { ResolvedConfig } from '../config/config.js';
import { loadConfig } from '../config/load-config.js';
import type { Severity } from '../diagnostics/diagnostic.js';
import { DEFAULT_LIMITS } from '../outputs/pdf/read/limits.js';
import { assembleReport } from '../report/assemble.js';
import type { ExplainerReport } from '../report/report.js';
import { criteriaOf } from './catalogue.js';
import { checkNamedPage, type NamedPage } from './check-html.js';
import { checkPdfBytes, missingPdf, type NamedPdf } from './check-pdf.js';
import type { Engines } from './engines.js';
import type { OpenProject } from './open-project.js';
import type { RunResult } from './options.js';
import { decisionsOf, readAccepted } from './read-decisions.js';
import { askVerapdf } from './verapdf.js';

/** What a person named. */
export interface NamedFiles {
  readonly pages: readonly NamedPage[];
  readonly pdfs: readonly NamedPdf[];
}

/** How it is looked at. */
export interface FilesOptions {
  readonly profile: PdfProfile | 'claimed';
  /** Whether veraPDF is asked about PDFs too: by the command that is named, or by the one that settings or the environment name. */
  readonly verapdf?: string | boolean | undefined;
  readonly failOn?: Severity | undefined;
  /** Whether pages are opened in the browser. */
  readonly rendered: boolean;
  readonly engines: Engines;
}

const row = (name: string): ExplainerReport => ({
  ...{ document: name, path: name, title: name, state: 'checked', files: [], sources: [], timings: {} },
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
    // One byte more than the reader takes, so that it can say so of a file of any size.
    const bytes = await folder.readFile(name, DEFAULT_LIMITS.fileBytes + 1);
    checks.push(
      ...(bytes === undefined
        ? [missingPdf(path)]
        : checkPdfBytes({ file: path, bytes, document: path, profile: options.profile })),
    );
  }
  checks.push(...(await secondOpinion(pdfs, options, config)));
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

/** What veraPDF says, where it was asked for. Files that are not there are told as such already. */
async function secondOpinion(
  pdfs: readonly NamedPdf[],
  { verapdf, profile }: FilesOptions,
  config: ResolvedConfig,
): Promise<readonly CheckRun[]> {
  if (verapdf === undefined || verapdf === false) return [];
  const command = typeof verapdf === 'string' ? verapdf : (config.verapdfPath ?? 'verapdf');
  const files: { path: string; whole: string }[] = [];
  for (const { path, folder, name } of pdfs) {
    if ((await folder.readFile(name, 0)) !== undefined) files.push({ path, whole: join(folder.root, name) });
  }
  return await askVerapdf({ command, profile, files });
}
