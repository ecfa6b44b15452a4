/** Beginning a theme and taking over files: what is made is sound, and nothing that is there is touched. */

import { describe, expect, it } from 'vitest';
import type { ResolvedConfig } from '../../src/config/config.js';
import { BuildError } from '../../src/diagnostics/build-error.js';
import { diskSystem } from '../../src/system/disk-system.js';
import { memorySystem } from '../../src/system/memory-system.js';
import type { System } from '../../src/system/system.js';
import { loadTheme } from '../../src/theme/load-theme.js';
import { ejectPart, newTheme, type ThemeTools } from '../../src/theme/new-theme.js';
import { aConfig } from './a-theme.js';

function tools(files: Readonly<Record<string, string>> = {}, config: ResolvedConfig = aConfig()): ThemeTools {
  return { system: memorySystem(files), config, open: diskSystem };
}

async function text(system: System, path: string): Promise<string> {
  return new TextDecoder().decode(await system.readFile(path));
}

/** What the refusal says, or nothing when there is none. */
async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return '';
  } catch (error) {
    if (error instanceof BuildError) return `${error.diagnostic.what} ${error.diagnostic.fix}`;
    throw error;
  }
}

describe('a new theme', () => {
  it.each(['base', 'bulletin', 'handout'])(
    'that stands on %s looks like it, without a finding',
    async (parent) => {
      const desk = tools();
      const paths = await newTheme(desk, 'courier', parent);
      expect(paths).toEqual(['templates/courier/theme.yaml', 'templates/courier/styles/theme.css']);
      const made = await loadTheme(desk.system, desk.config, 'courier', desk.open);
      const before = await loadTheme(desk.system, desk.config, parent, desk.open);
      expect(made.diagnostics).toEqual([]);
      expect(made.value.colours).toEqual(before.value.colours);
    },
  );

  it('has its accent in every mode, to be changed', async () => {
    const desk = tools();
    await newTheme(desk, 'weekend-edition', 'base');
    const yaml = await text(desk.system, 'templates/weekend-edition/theme.yaml');
    for (const mode of ['light', 'dark', 'more-light', 'more-dark', 'print', 'print-clear'])
      expect(yaml).toMatch(new RegExp(`^    ${mode}: "#[0-9a-f]{6}"$`, 'm'));
    expect(yaml).toContain('name: Weekend Edition');
  });

  it.each(['../evil', 'a/b', '', '.hidden', 'C:', '-x'])('cannot be called %j', async (name) => {
    const desk = tools();
    expect(await refusal(newTheme(desk, name, 'base'))).toContain('cannot be the name of a theme');
    expect(await desk.system.readFolder('templates')).toBeUndefined();
  });

  it('overwrites nothing', async () => {
    const desk = tools({ 'templates/courier/notes.txt': 'mine' });
    expect(await refusal(newTheme(desk, 'courier', 'base'))).toContain('templates/courier is there already');
    expect(await desk.system.readFile('templates/courier/theme.yaml')).toBeUndefined();
  });

  it('needs a parent that is there', async () => {
    expect(await refusal(newTheme(tools(), 'courier', 'buletin'))).toContain('bulletin');
  });
});

describe('taking over a file', () => {
  const own = { 'templates/courier/theme.yaml': 'name: Courier\n' };

  it.each([
    ['footer', 'partials/footer.hbs'],
    ['partials/footer', 'partials/footer.hbs'],
    ['footer.hbs', 'partials/footer.hbs'],
    ['layouts/print', 'layouts/print.hbs'],
    ['blocks/timeline.hbs', 'blocks/timeline.hbs'],
    ['timeline', 'blocks/timeline.hbs'],
    ['styles/print.css', 'styles/print.css'],
  ])('copies what is meant by %s', async (asked, part) => {
    const desk = tools(own);
    const { path, from } = await ejectPart(desk, 'courier', asked);
    expect([path, from]).toEqual([`templates/courier/${part}`, `templates/base/${part}`]);
    expect(await text(desk.system, path)).toBe(await text(diskSystem('.'), from));
    const made = await loadTheme(desk.system, desk.config, 'courier', desk.open);
    expect(made.diagnostics).toEqual([]);
  });

  it('overwrites nothing', async () => {
    const desk = tools({ ...own, 'templates/courier/partials/footer.hbs': 'mine' });
    expect(await refusal(ejectPart(desk, 'courier', 'footer'))).toContain('is there already');
    expect(await text(desk.system, 'templates/courier/partials/footer.hbs')).toBe('mine');
  });

  it.each(['../../etc/passwd', 'foter', ''])('knows what there is when asked for %j', async (asked) => {
    expect(await refusal(ejectPart(tools(own), 'courier', asked))).toContain('No theme here has a file');
  });

  it('names the nearest', async () => {
    expect(await refusal(ejectPart(tools(own), 'courier', 'foter'))).toContain('“footer”');
  });

  it('leaves themes alone that are not the project’s', async () => {
    const desk = tools();
    expect(await refusal(ejectPart(desk, 'bulletin', 'footer'))).toContain('galley theme new');
    expect(await desk.system.readFolder('templates')).toBeUndefined();
  });
});
