/** A second opinion on PDFs: veraPDF, where a person has installed it. What it does not say counts as not checked, never as passed. */

import { z } from 'zod';
import { type CheckRun, type CheckTarget, untested } from '../checks/check.js';
import type { PdfProfile } from '../checks/pdf/context.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { runProgram } from '../system/run-program.js';

/** The check under which its verdict stands in the report. */
const check = 'verapdf-finds-nothing';

/** What is asked. */
export interface VerapdfRequest {
  /** The command, by name or path. */
  readonly command: string;
  readonly profile: PdfProfile | 'claimed';
  /** Files as named, and where they lie. */
  readonly files: readonly { readonly path: string; readonly whole: string }[];
}

const rule = z.object({
  clause: z.string(),
  testNumber: z.number(),
  failedChecks: z.number(),
  description: z.string(),
  checks: z
    .array(z.object({ context: z.string().optional(), errorMessage: z.string().optional() }))
    .optional(),
});

/** The part of veraPDF's report (1.26 and newer) that is read. */
const reportSchema = z.object({
  report: z.object({
    jobs: z.array(
      z.object({
        itemDetails: z.object({ name: z.string() }),
        validationResult: z
          .array(
            z.object({
              profileName: z.string(),
              compliant: z.boolean(),
              details: z.object({ ruleSummaries: z.array(rule) }),
            }),
          )
          .optional(),
        taskException: z.object({ exceptionMessage: z.string().optional() }).optional(),
      }),
    ),
  }),
});

type Job = z.infer<typeof reportSchema>['report']['jobs'][number];
type Verdict = NonNullable<Job['validationResult']>[number];

/** Java needs some seconds to start, and a page takes it far less than one. */
const timeFor = (files: number): number => 120_000 + files * 30_000;

/** The report in what the program wrote; warnings may stand around it. */
function reportIn(output: string): z.infer<typeof reportSchema> | undefined {
  try {
    const text = output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1);
    const parsed = reportSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function diagnosticOf(path: string, verdict: Verdict, broken: z.infer<typeof rule>): Diagnostic {
  const [first] = broken.checks ?? [];
  const page = /\/pages\[(\d+)\]/.exec(first?.context ?? '')?.[1];
  const times = broken.failedChecks === 1 ? '' : ` in ${broken.failedChecks} places`;
  const standard = verdict.profileName.replace(/ validation profile$/i, '');
  return {
    code: check,
    severity: 'error',
    what: `veraPDF finds rule ${broken.clause}-${broken.testNumber} of ${standard} broken${times}: ${broken.description.trim().replace(/\.?$/, '.')}`,
    why:
      first?.errorMessage === undefined
        ? 'The file is not what it should be.'
        : `${first.errorMessage.trim().replace(/\.?$/, '.')}`,
    fix: 'Galley’s own findings on this file say more where they know the rule; the standard has the rest.',
    place: { kind: 'page', file: path, page: page === undefined ? 1 : Number(page) + 1 },
    excerpt: `${standard} ${broken.clause}-${broken.testNumber}`,
  };
}

const target = (path: string): CheckTarget => ({ document: path, output: 'pdf', state: '' });

/** One row for each standard to which a file was held. */
function runsOf(path: string, job: Job | undefined): CheckRun[] {
  const verdicts = job?.validationResult ?? [];
  if (verdicts.length === 0) {
    const reason = job?.taskException?.exceptionMessage ?? 'veraPDF said nothing about this file.';
    return [untested(check, target(path), `veraPDF could not judge it: ${reason}`)];
  }
  return verdicts.map((verdict): CheckRun => {
    const diagnostics = verdict.details.ruleSummaries.map((broken) => diagnosticOf(path, verdict, broken));
    const state = verdict.profileName.replace(/ validation profile$/i, '');
    if (!verdict.compliant && diagnostics.length === 0)
      return untested(check, { ...target(path), state }, 'veraPDF failed the file and named no rule.');
    const outcome = verdict.compliant ? 'passed' : 'failed';
    return { document: path, output: 'pdf', state, check, result: { check, outcome, diagnostics } };
  });
}

/**
 * Asks veraPDF about files, all in one call. A file that claims a standard is held to all that it claims, one that claims none to PDF/UA-1.
 * Without the program, or without a whole answer, every file is `untested`, with the reason.
 */
export async function askVerapdf({ command, profile, files }: VerapdfRequest): Promise<readonly CheckRun[]> {
  if (files.length === 0) return [];
  const flavour = profile === 'claimed' ? ['-f', '0', '-df', 'ua1'] : ['-f', profile];
  const args = [...flavour, '--format', 'json', '--loglevel', '0', '--maxfailuresdisplayed', '1'];
  const { code, output } = await runProgram(
    command,
    [...args, ...files.map(({ whole }) => whole)],
    '',
    timeFor(files.length),
  );
  if (code === undefined) {
    const reason = `veraPDF did not run: the command “${command}” cannot be started, or did not end in time. Install it (https://verapdf.org), or name it with --verapdf, GALLEY_VERAPDF or “verapdf: {path: …}” in galley.config.yaml.`;
    return files.map(({ path }) => untested(check, target(path), reason));
  }
  const report = reportIn(output);
  if (report === undefined) {
    const reason = `veraPDF did not run: “${command}” gave no report (it ended with ${code}). ${output.trim().split('\n')[0] ?? ''}`;
    return files.map(({ path }) => untested(check, target(path), reason.trim()));
  }
  const jobs = new Map(report.report.jobs.map((job) => [job.itemDetails.name, job]));
  return files.flatMap(({ path, whole }) => runsOf(path, jobs.get(whole)));
}
