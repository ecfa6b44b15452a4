/** The terminal as the commands see it, so that they can be tested without one. */

import process from 'node:process';
import { createInterface } from 'node:readline/promises';

/** Where a command writes, and what that place can show. */
export interface Terminal {
  /** Results: what a person or another program asked for. */
  readonly out: (text: string) => void;
  /** Progress and complaints. */
  readonly err: (text: string) => void;
  /** Replaces the line being drawn; only called when interactive. */
  readonly redraw: (text: string) => void;
  readonly colour: boolean;
  /** Whether a person sits there: progress may redraw, questions may be asked. */
  readonly interactive: boolean;
  /** Asks a question that is answered by yes or no; only called when interactive. */
  readonly confirm: (question: string) => Promise<boolean>;
}

/** The terminal of this process. Colour follows NO_COLOR, FORCE_COLOR and whether output is shown to a person. */
export function processTerminal(): Terminal {
  const { env, stdin, stdout, stderr } = process;
  const interactive = stderr.isTTY === true && stdin.isTTY === true && env['CI'] === undefined;
  const wanted = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0';
  return {
    out: (text) => void stdout.write(`${text}\n`),
    err: (text) => void stderr.write(`${text}\n`),
    redraw: (text) => void stderr.write(`\r\u001b[2K${text.slice(0, (stderr.columns ?? 80) - 1)}`),
    colour: env['NO_COLOR'] === undefined && (wanted || stdout.isTTY === true),
    interactive,
    async confirm(question) {
      const reader = createInterface({ input: stdin, output: stderr });
      try {
        return /^y(es)?$/i.test((await reader.question(`${question} [y/N] `)).trim());
      } finally {
        reader.close();
      }
    },
  };
}
