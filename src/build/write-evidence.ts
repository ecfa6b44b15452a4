/** Writes the evidence of each document that was checked: a page for people, and the same for programs. */

import { createRequire } from 'node:module';
import type { ResolvedConfig } from '../config/config.js';
import { type EvidenceFacts, evidenceBody, evidenceData, reportOn } from '../report/evidence.js';
import type { Report } from '../report/report.js';
import type { Made } from './make.js';
import { sha256 } from './manifest.js';
import { type Run, themeOf } from './run-state.js';
import { evidencePage } from './site-pages.js';
import { ownVersion } from './version.js';

/** Versions of the engines that Galley always asks. */
function engineVersions(): Record<string, string> {
  const require = createRequire(import.meta.url);
  const versionOf = (name: string): string => {
    const data: unknown = require(`${name}/package.json`);
    return typeof data === 'object' && data !== null && 'version' in data ? String(data.version) : '';
  };
  return { 'axe-core': versionOf('axe-core'), 'html-validate': versionOf('html-validate') };
}

async function versionsOf({ project }: Run, config: ResolvedConfig): Promise<Record<string, string>> {
  const browser = project.desk.path === undefined ? undefined : await project.desk.browser(config);
  return {
    Galley: ownVersion,
    'Node.js': project.nodeVersion,
    ...(browser === undefined ? {} : { Browser: browser.version }),
    ...engineVersions(),
  };
}

/** Writes `<folder>/<document>/index.html` and `evidence.json` beside it; nothing when no folder was named. */
export async function writeEvidence(run: Run, made: readonly Made[], report: Report): Promise<void> {
  const { options, project, config, recorder } = run;
  const folder = options.evidence;
  const theme = folder === undefined ? undefined : await themeOf(run, config);
  if (folder === undefined || theme === undefined) return;
  const versions = await versionsOf(run, config);
  for (const { prepared, files } of made) {
    const explainer = report.explainers.find(({ document }) => document === prepared.document);
    if (explainer === undefined) continue;
    const own = reportOn(prepared.document, report);
    const facts: EvidenceFacts = {
      sources: Object.fromEntries(prepared.inputs),
      outputs: Object.fromEntries(files.map(({ path, bytes }) => [path, sha256(bytes)])),
      versions,
    };
    const body = evidenceBody(explainer, own, facts, recorder.textOf);
    const title = `Evidence: ${explainer.title}`;
    const page = await evidencePage(title, body, own, config, theme);
    for (const { path, bytes } of page.files)
      await project.system.writeFile(`${folder}/${prepared.document}/${path}`, bytes);
    const data = `${JSON.stringify(evidenceData(own, facts), null, 2)}\n`;
    await project.system.writeFile(`${folder}/${prepared.document}/evidence.json`, data);
  }
}
