/** What a live preview says of the project and of each document: the report of a check, put in words. */

import { BuildError } from '../../diagnostics/build-error.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Report } from '../../report/report.js';
import { wordFinding, wordIncomplete } from '../../report/worded.js';
import type { Made } from '../make.js';
import type { OpenProject } from '../open-project.js';
import type { Prepared } from '../prepare.js';
import { reportOf } from '../run-report.js';
import type { Run } from '../run-state.js';
import type { LiveFindings } from './live-document.js';
import type { LiveSettings } from './live-settings.js';

/** What findings are worded from. */
export interface ReportDesk {
  readonly project: OpenProject;
  readonly textOf: (file: string) => string | undefined;
}

function runOf(
  { project, textOf }: ReportDesk,
  settings: LiveSettings,
  noticed: readonly Diagnostic[],
  paths: readonly string[],
): Run {
  return {
    project,
    config: settings.config,
    // With a path, the list of accepted findings is not held against this one document.
    options: { paths },
    recorder: { system: project.system, inputs: new Map(), textOf },
    noticed: noticed.map((diagnostic) => ({ document: null, diagnostic })),
    accepted: settings.accepted,
    themePlace: settings.themePlace,
    themes: new Map(),
  };
}

function worded({ findings, incomplete }: Report, { textOf }: ReportDesk): LiveFindings {
  return {
    findings: findings.map((finding) => wordFinding(finding, textOf)),
    incomplete: incomplete.map(wordIncomplete),
  };
}

/** What was found in one document: by the stages, in its page, in its PDF, and in the theme it is made with. */
export function findingsOf(
  desk: ReportDesk,
  settings: LiveSettings,
  prepared: Prepared,
  made: readonly Made[],
  ofTheme: readonly Diagnostic[],
): LiveFindings {
  const run = runOf(desk, settings, ofTheme, [prepared.document]);
  return worded(reportOf(run, [prepared], made, { write: false, audience: 'desk' }), desk);
}

/** What was found in the project itself: settings, file names. */
export function projectFindings(
  desk: ReportDesk,
  settings: LiveSettings,
  diagnostics: readonly Diagnostic[],
): LiveFindings {
  const run = runOf(desk, settings, diagnostics, ['']);
  return worded(reportOf(run, [], [], { write: false, audience: 'desk' }), desk);
}

/** What is told when Galley itself could not go on. */
export function troubleOf(error: unknown): Diagnostic {
  if (error instanceof BuildError) return error.diagnostic;
  return {
    code: 'preview-can-be-made',
    severity: 'error',
    what: `This is a defect in Galley itself, not in your text (${error instanceof Error ? error.message : String(error)}).`,
    why: 'The page or the PDF could not be made.',
    fix: 'Please report it with the text that brought it about. Saving the file again tries once more.',
  };
}
