/** Shows a build's progress: one line that is redrawn where a person sits, plain lines elsewhere. */

import type { BuildProgress } from '../build/progress.js';
import type { Terminal } from './terminal.js';

/** Progress that can be wiped before results are printed. */
export interface TerminalProgress extends BuildProgress {
  clear(): void;
}

const barWidth = 24;

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function bar(done: number, total: number): string {
  const filled = Math.round((done / total) * barWidth);
  return `[${'#'.repeat(filled)}${'-'.repeat(barWidth - filled)}] ${Math.round((done / total) * 100)} %`;
}

/** How far a download is, in words: with a bar where the whole is known. */
export function bytesLine(done: number, total: number | undefined): string {
  return total === undefined || total === 0 ? megabytes(done) : `${bar(done, total)} of ${megabytes(total)}`;
}

/** Makes the progress of one command. */
export function makeProgress(terminal: Terminal): TerminalProgress {
  const drawn = { text: '', tenth: -1 };
  let total = 0;
  let finished = 0;
  const clear = (): void => {
    if (drawn.text !== '') terminal.redraw('');
    drawn.text = '';
  };
  const line = (text: string): void => {
    clear();
    terminal.err(text);
  };
  const status = (text: string): void => {
    if (!terminal.interactive) return;
    drawn.text = text;
    terminal.redraw(text);
  };
  return {
    clear,
    line,
    step: line,
    bytes(done, whole) {
      const tenth = whole === undefined ? Math.floor(done / 20_000_000) : Math.floor((done / whole) * 10);
      if (terminal.interactive) status(bytesLine(done, whole));
      else if (tenth !== drawn.tenth) line(`  ${bytesLine(done, whole)}`);
      drawn.tenth = tenth;
    },
    documents(count) {
      total = count;
    },
    stage(document, stage) {
      status(`${total === 0 ? '' : `${finished + 1} of ${total} · `}${document}: ${stage}`);
    },
    done(document) {
      finished += 1;
      if (!terminal.interactive && total > 1) terminal.err(`  ${finished} of ${total}: ${document}`);
    },
  };
}
