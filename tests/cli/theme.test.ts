/** The theme commands as a person types them. */

import { describe, expect, it } from 'vitest';
import { measureTheme } from '../../src/build/themes.js';
import { type ThemeRequest, themeCommand } from '../../src/cli/theme.parser.js';
import { contrastTable } from '../../src/cli/theme.runner.js';

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
