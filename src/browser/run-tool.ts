/** Runs another program to its end: to ask a browser for its version, or to install one. */

import { spawn } from 'node:child_process';
import process from 'node:process';

/** How a program ended. `code` is undefined when it could not be started or was stopped. */
export interface ToolRun {
  readonly code: number | undefined;
  readonly output: string;
}

/** What to run, for how long, and who hears its lines. */
export interface ToolOptions {
  readonly timeoutMs: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly onLine?: (line: string) => void;
}

const longestOutput = 64_000;

/** Runs a program without a shell and without input; never rejects. */
export function runTool(path: string, args: readonly string[], options: ToolOptions): Promise<ToolRun> {
  return new Promise((resolve) => {
    const child = spawn(path, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...options.env },
      timeout: options.timeoutMs,
      killSignal: 'SIGKILL',
    });
    let output = '';
    let open = '';
    const hear = (chunk: Buffer): void => {
      const text = chunk.toString('utf8');
      if (output.length < longestOutput) output += text;
      const lines = (open + text).split(/\r?\n/);
      open = lines.pop() ?? '';
      for (const line of lines) if (line.trim() !== '') options.onLine?.(line);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', () => resolve({ code: undefined, output }));
    child.on('close', (code) => {
      if (open.trim() !== '') options.onLine?.(open);
      resolve({ code: code ?? undefined, output });
    });
  });
}
