/** Runs `galley theme` and its commands: asks the library, says what was made and found. */

import type { GalleyOptions } from '../build/options.js';
import {
  checkTheme,
  ejectFile,
  type MeasuredTheme,
  makeTheme,
  measureTheme,
  writeReference,
} from '../build/themes.js';
import type { ExitCode } from '../report/report.js';
import { json } from '../report/reporters/json.js';
import { text } from '../report/reporters/text.js';
import { summary } from './build.runner.js';
import { makeProgress } from './progress.js';
import type { Terminal } from './terminal.js';
import type { ThemeRequest } from './theme.parser.js';

/** What a run needs beside its arguments. */
export interface ThemeSurroundings {
  readonly terminal: Terminal;
  /** The project folder. */
  readonly root: string;
  readonly signal: AbortSignal;
}

const modeNames = {
  light: 'light',
  dark: 'dark',
  moreLight: 'more-light',
  moreDark: 'more-dark',
  print: 'print',
  printClear: 'print-clear',
} as const;

type Mode = keyof typeof modeNames;

const modes = Object.keys(modeNames) as Mode[];

/** A ratio as people compare it, with a mark behind what is too low. */
function ratioText({ ratio, least, aim }: MeasuredTheme['pairs'][number]['modes'][Mode]): string {
  const number = Number.isNaN(ratio) ? '?' : (Math.floor(ratio * 10) / 10).toFixed(1);
  return ratio < least ? `${number} ✗` : ratio < aim ? `${number} !` : number;
}

/** The table of all pairs, one a line. */
export function contrastTable({ theme, pairs }: MeasuredTheme): string {
  const width = 12;
  const first = Math.max(...pairs.map(({ front, ground }) => `${front} on ${ground}`.length), 4);
  const head = `${'pair'.padEnd(first)}  kind  ${modes.map((mode) => modeNames[mode].padStart(width)).join('')}`;
  const rows = pairs.map(({ front, ground, kind, modes: measured }) => {
    const ratios = modes.map((mode) => ratioText(measured[mode]).padStart(width)).join('');
    return `${`${front} on ${ground}`.padEnd(first)}  ${kind.padEnd(4)}  ${ratios}`;
  });
  const low = pairs.flatMap((pair) =>
    modes.filter((mode) => pair.modes[mode].ratio < pair.modes[mode].least),
  );
  const closing =
    low.length === 0
      ? 'Every pair has what it needs. “!” could be better.'
      : `${low.length} ${low.length === 1 ? 'value is' : 'values are'} too low (✗). “!” could be better.`;
  const needed = 'Text needs 4.5 to 1, and 7 in the more- modes and in clear print; marks need 3.';
  return [`The colours of the theme ${theme.name}`, '', head, ...rows, '', needed, closing].join('\n');
}

function contrastJson({ theme, pairs }: MeasuredTheme): string {
  const rows = pairs.map(({ modes: measured, ...pair }) => ({
    ...pair,
    modes: Object.fromEntries(modes.map((mode) => [modeNames[mode], measured[mode]])),
  }));
  return JSON.stringify({ theme: theme.name, pairs: rows }, null, 2);
}

async function check(
  request: ThemeRequest & { command: 'check' },
  { terminal, root, signal }: ThemeSurroundings,
): Promise<ExitCode> {
  const progress = makeProgress(terminal);
  try {
    const checked = await checkTheme(
      { root, browser: request.browser, progress },
      { theme: request.theme, signal },
    );
    const { report, textOf, folder, pictures } = checked;
    progress.clear();
    if (request.json) {
      terminal.out(json.render(report, { textOf, colour: false }).trimEnd());
      return report.exitCode;
    }
    const findings = text.render(report, { textOf, colour: terminal.colour });
    if (findings !== '') terminal.out(`${findings}\n`);
    if (pictures !== undefined) terminal.out(`  Look at it: ${pictures}`);
    terminal.out(summary(report, folder, false));
    return report.exitCode;
  } finally {
    progress.clear();
  }
}

async function tokens(
  { theme, json: asJson }: ThemeRequest & { command: 'tokens' },
  options: GalleyOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const measured = await measureTheme(options, { theme });
  terminal.out(asJson ? contrastJson(measured) : contrastTable(measured));
  const isLow = measured.pairs.some((pair) =>
    modes.some((mode) => pair.modes[mode].ratio < pair.modes[mode].least),
  );
  return isLow || !measured.isSound ? 1 : 0;
}

/** Runs one theme command and gives the exit code. Throws a `BuildError` when the call or the set-up is broken. */
export async function runTheme(request: ThemeRequest, around: ThemeSurroundings): Promise<ExitCode> {
  const { terminal, root } = around;
  switch (request.command) {
    case 'check':
      return await check(request, around);
    case 'tokens':
      return await tokens(request, { root }, terminal);
    case 'new': {
      const paths = await makeTheme({ root }, request.name, request.from);
      terminal.out(`Made ${paths.join(' and ')}.`);
      terminal.out(
        `Use it with theme: ${request.name} in galley.config.yaml, or once with --theme ${request.name}.`,
      );
      return 0;
    }
    case 'eject': {
      const { path, from } = await ejectFile({ root }, request.part, { theme: request.theme });
      terminal.out(`Copied ${from} to ${path}. What you change there counts from the next build on.`);
      return 0;
    }
    case 'docs':
      terminal.out(`Written: ${await writeReference({ root })}`);
      return 0;
  }
}
