/** A print between changes: its pages are shown before its file is whole, and what fails takes nothing away. */

import { describe, expect, it } from 'vitest';
import { LiveDocument } from '../../../src/build/live/live-document.js';
import { LivePrint } from '../../../src/build/live/live-print.js';
import type { Made } from '../../../src/build/make.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const made = (...names: string[]): Made =>
  ({
    files: names.map((path) => ({ path, bytes: bytes(path) })),
    diagnostics: [],
    checks: [],
  }) as unknown as Made;

describe('a print of a live preview', () => {
  it('shows its pages before its file is finished, and each print as a new version', () => {
    const print = new LivePrint('standard');
    expect(print.view()).toEqual({ kind: 'standard', state: 'none', version: 0, files: [] });
    print.show(bytes('pages'));
    expect(print.view()).toMatchObject({ state: 'checking', version: 1, files: [] });
    print.take(made('a.pdf', 'a.ua2.pdf'));
    expect(print.view()).toMatchObject({ state: 'ready', version: 1, files: ['a.pdf', 'a.ua2.pdf'] });
    print.show(bytes('pages again'));
    expect(print.view()).toMatchObject({ state: 'checking', version: 2, files: ['a.pdf', 'a.ua2.pdf'] });
  });

  it('keeps the last good files when a print may not be published', () => {
    const print = new LivePrint('clear');
    print.take(made('a-clear-print.pdf'));
    print.show(bytes('other pages'));
    print.take(made());
    expect(print.view()).toMatchObject({ state: 'refused', files: ['a-clear-print.pdf'] });
    expect(print.pages).toEqual(bytes('other pages'));
  });
});

describe('the prints of a document', () => {
  const entry = { slug: 'a', path: 'content/a/explainer.md', folder: 'content/a' };

  it('stay what they are when formats come and go', () => {
    const one = new LiveDocument(entry as never);
    one.followKinds(['standard', 'large']);
    one.printOf('standard')?.show(bytes('pages'));
    one.followKinds(['clear', 'standard']);
    expect(one.view('a').prints.map(({ kind, version }) => [kind, version])).toEqual([
      ['clear', 0],
      ['standard', 1],
    ]);
  });

  it('are settled when they are finished, and stale again with each change of the text', () => {
    const one = new LiveDocument(entry as never);
    one.isStale = false;
    one.followKinds(['standard']);
    expect(one.isPrintSettled('large')).toBe(true);
    expect(one.isPrintSettled('standard')).toBe(false);
    const print = one.printOf('standard');
    if (print === undefined) throw new Error('There is no print.');
    print.isStale = false;
    print.show(bytes('pages'));
    expect(one.isPrintSettled('standard')).toBe(false);
    print.take(made('a.pdf'));
    expect(one.isPrintSettled('standard')).toBe(true);
    one.touch();
    expect(print.isStale).toBe(true);
  });
});
