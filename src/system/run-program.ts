/** Runs another program to its end with a text as its input. */

import { spawn } from 'node:child_process';

/** How a program ended. `code` is undefined when it could not be started or was stopped. */
export interface ProgramRun {
  readonly code: number | undefined;
  readonly output: string;
}

/** Runs a program without a shell; never rejects. `input` is its standard input; both outputs come back as one text. */
export function runProgram(
  path: string,
  args: readonly string[],
  input: string,
  timeoutMs: number,
): Promise<ProgramRun> {
  return new Promise((resolve) => {
    const child = spawn(path, args, { timeout: timeoutMs, killSignal: 'SIGKILL' });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stderr.on('data', (part: Buffer) => parts.push(part));
    child.on('error', () => resolve({ code: undefined, output: '' }));
    child.on('close', (code) =>
      resolve({ code: code ?? undefined, output: Buffer.concat(parts).toString('utf8') }),
    );
    // A program that ends before it has read everything is no fault of ours.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
