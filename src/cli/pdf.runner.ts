/** Runs `galley pdf`: prints one page, says what was found, writes the file whole or not at all. */

import { basename, dirname, resolve } from 'node:path';
import { printAccessiblePdf } from '../build/accessible-pdf.js';
import { BuildError } from '../diagnostics/build-error.js';
import type { ExitCode } from '../report/report.js';
import { json } from '../report/reporters/json.js';
import { closingLine, text } from '../report/reporters/text.js';
import { diskSystem } from '../system/disk-system.js';
import type { PdfArguments } from './pdf.parser.js';
import { makeProgress } from './progress.js';
import type { Terminal } from './terminal.js';

function cannotWrite(path: string, error: unknown): BuildError {
  const reason = error instanceof Error ? error.message : String(error);
  const diagnostic = {
    code: 'output-is-writable',
    severity: 'error',
    what: `“${path}” cannot be written (${reason}).`,
    why: 'The PDF was made and is lost.',
    fix: 'Give a path in a folder that exists and may be written to, with -o.',
  } as const;
  return new BuildError('environment', diagnostic, error);
}

async function write(path: string, root: string, pdf: Uint8Array): Promise<void> {
  const whole = resolve(root, path);
  try {
    await diskSystem(dirname(whole)).writeFile(basename(whole), pdf);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

function besidePage(page: string): string {
  return `${page.replace(/\.x?html?$/i, '')}.pdf`;
}

/** Prints a page and gives the exit code. Throws a `BuildError` when there is no page, no browser, or no place to write. */
export async function runPdf(args: PdfArguments, terminal: Terminal, root: string): Promise<ExitCode> {
  const progress = makeProgress(terminal);
  const { page, profile, paper, root: site, notes, baseUrl, browser, untrusted } = args;
  const out = args.out ?? besidePage(page);
  const { pdf, pageCount, report, textOf } = await printAccessiblePdf({
    ...{ page, root: site, profile, paper, notes, baseUrl, browser, progress },
    untrusted: untrusted || undefined,
  });
  progress.clear();
  if (pdf !== undefined) await write(out, root, pdf);
  if (args.json) {
    terminal.out(json.render(report, { textOf, colour: false }).trimEnd());
    return report.exitCode;
  }
  const findings = text.render(report, { textOf, colour: terminal.colour });
  if (findings !== '') terminal.out(`${findings}\n`);
  const made =
    pdf === undefined
      ? `  ${out}: not written`
      : `  ${out}  (${Math.max(1, Math.round(pdf.length / 1024))} kB, ${pageCount} ${pageCount === 1 ? 'page' : 'pages'})`;
  terminal.out(`${made}\n\n${closingLine(report)}`);
  return report.exitCode;
}
