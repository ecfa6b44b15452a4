/** Runs `galley fix`: looks at the texts, shows the safe repairs, writes them when asked to. */

import { applyFixes, safeFixes, showFixes } from '../build/fix.js';
import { openGalley } from '../build/galley.js';
import { loadConfig } from '../config/load-config.js';
import { sourceOf } from '../diagnostics/place.js';
import type { ExitCode } from '../report/report.js';
import { diskSystem } from '../system/disk-system.js';
import type { FixArguments } from './fix.parser.js';
import type { Terminal } from './terminal.js';

/** The language that a text names in its front matter or in its file's name. */
function languageIn(path: string, text: string): string | undefined {
  const [, front = ''] = /^---\r?\n([\s\S]*?)\n---/.exec(text) ?? [];
  return /^lang:\s*["']?([\w-]+)/m.exec(front)?.[1] ?? /\.([a-z]{2,3}(?:-\w+)*)\.md$/.exec(path)?.[1];
}

/** Runs the command and gives the exit code: 1 when there is something to repair and nothing was written. */
export async function runFix(args: FixArguments, terminal: Terminal, root: string): Promise<ExitCode> {
  const galley = openGalley({ root });
  try {
    const { report, textOf } = await galley.check({ paths: args.paths, formats: ['html'], rendered: false });
    const named = [
      ...report.findings.flatMap(({ place }) => sourceOf(place)?.file ?? []),
      ...report.explainers.map(({ path }) => path),
      ...report.explainers.map(({ path }) => path.replace(/[^/]+$/, 'sources.yaml')),
    ];
    const texts = [...new Set(named)].filter((file) => file.startsWith('content/'));
    const files = new Map(
      texts.flatMap((file) => {
        const text = textOf(file);
        return text === undefined ? [] : [[file, text] as const];
      }),
    );
    const system = diskSystem(root);
    const { value: config } = await loadConfig(system, {});
    const languages = new Map(
      report.explainers.map(({ path }) => [path, languageIn(path, files.get(path) ?? '') ?? config.lang]),
    );
    const fixes = safeFixes(report.findings, files, languages);
    if (fixes.length === 0) {
      terminal.out('Nothing here can be mended without a person.');
      return 0;
    }
    terminal.out(showFixes(fixes));
    const count = `${fixes.length} ${fixes.length === 1 ? 'line' : 'lines'}`;
    if (!args.write) {
      terminal.out(
        `\n${count} would change. galley fix --write changes ${fixes.length === 1 ? 'it' : 'them'}.`,
      );
      return 1;
    }
    for (const [file, text] of files) {
      const own = fixes.filter((fix) => fix.file === file);
      if (own.length > 0) await system.writeFile(file, applyFixes(text, own));
    }
    terminal.out(`\n${count} changed.`);
    return 0;
  } finally {
    await galley.close();
  }
}
