/** Themes from further folders and from packages, and folders that lie over themes of the same name. */

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskSystem } from '../../src/system/disk-system.js';
import { memorySystem } from '../../src/system/memory-system.js';
import { loadTheme } from '../../src/theme/load-theme.js';
import type { Theme } from '../../src/theme/theme.js';
import { aConfig, brief, findingsOf } from './a-theme.js';

const green = 'name: X\ncolours:\n  accent: { light: "#005a3c" }\n';

function load(
  files: Readonly<Record<string, string>>,
  theme: string,
  themes: readonly string[],
): Promise<{ value: Theme }> {
  return loadTheme(memorySystem(files), aConfig({ themes: [...themes] }), theme, diskSystem);
}

function accent({ value }: { value: Theme }): string | undefined {
  return value.colours['accent']?.light;
}

describe('a theme', () => {
  it('may lie in a folder that the settings name', async () => {
    expect(
      accent(await load({ 'design/looks/courier/theme.yaml': green }, 'courier', ['design/looks/'])),
    ).toBe('#005a3c');
  });

  it.each([
    ['@paper/looks', 'node_modules/@paper/looks/templates/courier/theme.yaml'],
    ['looks', 'node_modules/looks/courier/theme.yaml'],
    ['galley-theme-courier', 'node_modules/galley-theme-courier/theme.yaml'],
    ['@paper/galley-theme-courier', 'node_modules/@paper/galley-theme-courier/theme.yaml'],
  ])('may come from the package %s', async (name, file) => {
    const files = { [file]: green, [`node_modules/${name}/package.json`]: '{}' };
    expect(accent(await load(files, 'courier', [name]))).toBe('#005a3c');
  });

  it('of a folder lies over ours of the same name, file by file', async () => {
    const files = {
      'design/bulletin/theme.yaml': green,
      'design/bulletin/partials/footer.hbs': '<footer>Ours</footer>',
    };
    const { value } = await load(files, 'bulletin', ['design']);
    expect(accent({ value })).toBe('#005a3c');
    // What only Galley's own bulletin sets is still there.
    expect(value.stylesheets.screen.includes('--edge')).toBe(true);
    expect(value.files).toContain('design/bulletin/partials/footer.hbs');
  });

  it('of the project comes before that of a folder, and that before ours', async () => {
    const files = {
      'templates/base/theme.yaml': 'name: A\ncolours:\n  soft: { light: "#111111" }\n',
      'design/base/theme.yaml':
        'name: B\ncolours:\n  soft: { light: "#222222" }\n  accent: { light: "#005a3c" }\n',
    };
    const { value } = await load(files, 'base', ['design']);
    expect([value.colours['soft']?.light, accent({ value })]).toEqual(['#111111', '#005a3c']);
  });

  it.each(['gone', '@no/such', '../elsewhere', 'a b'])(
    'is not looked for in %j, which is nothing',
    async (entry) => {
      const system = memorySystem({ 'templates/house/theme.yaml': 'name: H\n' });
      const loading = entry.startsWith('..')
        ? Promise.resolve({ value: {} as Theme, diagnostics: [] })
        : loadTheme(system, aConfig({ themes: [entry] }), 'house', diskSystem);
      const findings = await findingsOf(loading);
      if (!entry.startsWith('..')) expect(brief(findings)).toEqual(['theme-is-complete galley.config.yaml']);
    },
  );
});

describe('a package on disk', () => {
  let root: string;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'galley-shelves-'));
    const files = {
      'linked/package.json': '{}',
      'linked/theme.yaml': green,
      'work/node_modules/galley-theme-hoisted/package.json': '{}',
      'work/node_modules/galley-theme-hoisted/theme.yaml':
        'name: H\ncolours:\n  accent: { light: nonsense }\n',
      'work/paper/package.json': '{}',
    };
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    await mkdir(join(root, 'work/paper/node_modules'));
    await symlink(join(root, 'linked'), join(root, 'work/paper/node_modules/galley-theme-linked'));
  });

  afterAll(() => rm(root, { recursive: true, force: true }));

  it('may be linked into the project', async () => {
    const config = aConfig({ themes: ['galley-theme-linked'] });
    expect(accent(await loadTheme(diskSystem(join(root, 'work/paper')), config, 'linked', diskSystem))).toBe(
      '#005a3c',
    );
  });

  it('may lie in a folder above, and its faults name it', async () => {
    const config = aConfig({ themes: ['galley-theme-hoisted'] });
    const findings = await findingsOf(
      loadTheme(diskSystem(join(root, 'work/paper')), config, 'hoisted', diskSystem),
    );
    expect(brief(findings)).toEqual(['theme-is-complete node_modules/galley-theme-hoisted/theme.yaml:3:20']);
  });
});
