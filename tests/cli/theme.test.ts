/** The theme commands as a person types them. */

import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureTheme } from '../../src/build/themes.js';
import type { Terminal } from '../../src/cli/terminal.js';
import { type ThemeRequest, themeCommand } from '../../src/cli/theme.parser.js';
import { contrastTable, runTheme } from '../../src/cli/theme.runner.js';
import { makeProject, type Project } from '../build/project.js';

async function asked(...words: readonly string[]): Promise<ThemeRequest | undefined> {
  let request: ThemeRequest | undefined;
  const command = themeCommand(async (made) => {
    request = made;
  });
  await command.parseAsync(words, { from: 'user' });
  return request;
}

describe('galley theme', () => {
  it.each([
    [['check'], { command: 'check', theme: undefined, json: false, browser: undefined }],
    [['check', 'courier', '--json'], { command: 'check', theme: 'courier', json: true, browser: undefined }],
    [['tokens', 'courier'], { command: 'tokens', theme: 'courier', json: false }],
    [['new', 'courier'], { command: 'new', name: 'courier', from: 'base' }],
    [['new', 'courier', '--from', 'bulletin'], { command: 'new', name: 'courier', from: 'bulletin' }],
    [['eject', 'footer', '--theme', 'courier'], { command: 'eject', part: 'footer', theme: 'courier' }],
    [['docs'], { command: 'docs' }],
  ])('understands %j', async (words, request) => expect(await asked(...words)).toEqual(request));

  it('explains each command with examples', () => {
    const command = themeCommand(async () => undefined);
    for (const one of command.commands) {
      let help = '';
      one.configureOutput({ writeOut: (text) => (help += text) });
      one.outputHelp();
      expect(help).toMatch(/Examples?:\n {2}galley theme /);
    }
  });

  it('shows every pair with its contrast in every mode', async () => {
    const measured = await measureTheme({ root: '.' }, { theme: 'base' });
    const table = contrastTable(measured);
    for (const { front, ground } of measured.pairs) expect(table).toContain(`${front} on ${ground}`);
    expect(table).toMatch(/^ink on ground +text +17\.2 +15\.4 +21\.0 +21\.0/m);
    expect(table).toContain('Every pair has what it needs.');
  });
});

describe('runTheme', () => {
  let project: Project;
  const said: string[] = [];
  const terminal: Terminal = {
    out: (text) => void said.push(text),
    err: () => undefined,
    redraw: () => undefined,
    colour: false,
    interactive: false,
    confirm: async () => false,
  };
  const run = (request: ThemeRequest): Promise<number> =>
    runTheme(request, { terminal, root: project.root, signal: new AbortController().signal });

  beforeAll(async () => {
    project = await makeProject({ 'galley.config.yaml': 'theme: courier\n' });
  });

  afterAll(() => project.remove());

  it('begins a theme, takes over a file and measures its colours', async () => {
    expect(await run({ command: 'new', name: 'courier', from: 'handout' })).toBe(0);
    expect(await run({ command: 'eject', part: 'footer', theme: undefined })).toBe(0);
    expect(await run({ command: 'tokens', theme: undefined, json: true })).toBe(0);
    const { theme, pairs } = JSON.parse(said.at(-1) ?? '') as { theme: string; pairs: { front: string }[] };
    expect(theme).toBe('courier');
    expect(pairs.map(({ front }) => front)).toContain('accent');
  });

  it('ends with 1 when a pair is too low', async () => {
    await project.write({
      'templates/pale/theme.yaml': 'name: Pale\ncolours:\n  ink: { light: "#999999" }\n',
    });
    expect(await run({ command: 'tokens', theme: 'pale', json: false })).toBe(1);
    expect(said.at(-1)).toMatch(/^ink on ground +text +2\.\d ✗/m);
  });

  it.each<[string, ThemeRequest]>([
    ['a name that leads elsewhere', { command: 'check', theme: '../../x', json: false, browser: undefined }],
    ['a theme that is there', { command: 'new', name: 'courier', from: 'base' }],
    ['a parent that is not', { command: 'new', name: 'other', from: 'gone' }],
    ['a file that is not', { command: 'eject', part: 'nothing', theme: undefined }],
    ['colours of no theme', { command: 'tokens', theme: 'gone', json: false }],
  ])('refuses %s, and writes nothing', async (_, request) => {
    const before = await readdir(project.root, { recursive: true });
    await expect(run(request)).rejects.toMatchObject({ kind: 'usage' });
    expect(await readdir(project.root, { recursive: true })).toEqual(before);
  });
});
