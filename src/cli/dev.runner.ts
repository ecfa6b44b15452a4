/** Runs `galley dev`: opens the preview, says where it is, and ends it when the person does. */

import { once } from 'node:events';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { formatPlace } from '../diagnostics/place.js';
import type { ExitCode } from '../report/report.js';
import { openPreview, type Preview } from '../studio/server/dev.js';
import { openAddress } from '../studio/server/open-address.js';
import type { RunSurroundings } from './build.runner.js';
import type { DevArguments } from './dev.parser.js';
import type { Terminal } from './terminal.js';

function complain({ err }: Terminal, { code, severity, what, why, fix, place }: Diagnostic): void {
  const where = place === undefined ? '' : `${formatPlace(place)}  `;
  err(`${where}${severity}  ${code}\n  ${what} ${why}\n  Try: ${fix}`);
}

/** Says in one line what a document has come to, when that is news. */
function tellStates({ live }: Preview, { out }: Terminal): () => void {
  const told = new Map<string, string>();
  return live.listen((document) => {
    const view = document === null ? undefined : live.view(document);
    if (view?.isJudged !== true) return;
    const found = view.findings.filter(({ decision }) => decision === '');
    const worst = found.find(({ level }) => level === 'error') ?? found[0];
    const words =
      worst === undefined
        ? 'nothing found'
        : `${found.length} found, first ${worst.place === '' ? worst.code : `${worst.place} ${worst.code}`}`;
    const line = `  ${view.document}: ${view.state === 'refused' ? 'not built, ' : ''}${words}`;
    if (told.get(view.document) === line) return;
    told.set(view.document, line);
    out(line);
  });
}

/** Runs the command until the signal comes. Throws a `BuildError` when the preview cannot be served. */
export async function runDev(
  args: DevArguments,
  { terminal, root, signal }: RunSurroundings,
): Promise<ExitCode> {
  const preview = await openPreview({ ...args, root });
  try {
    for (const diagnostic of preview.diagnostics) complain(terminal, diagnostic);
    terminal.out(`The preview is at ${preview.address}\nSave a file and look. End with Ctrl-C.`);
    tellStates(preview, terminal);
    if (args.open && !(await openAddress(preview.address)))
      terminal.err('No browser could be opened from here: open the address above.');
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    await preview.close();
  }
  return 130;
}
