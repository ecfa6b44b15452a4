/** All guides: links and pictures lead somewhere, commands exist, and the developers' guide knows every script and folder of tests. */

import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import GithubSlugger from 'github-slugger';
import { describe, expect, it } from 'vitest';
import { makeProgram, type Runners } from '../../src/cli/program.js';

const root = new URL('../../', import.meta.url);
const silent = async (): Promise<void> => {};
// Whatever commands there are.
const program = makeProgram('0', new Proxy({} as Runners, { get: () => silent }));
const names = [
  'README.md',
  ...(await readdir(new URL('docs/', root)))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const pages = new Map(
  await Promise.all(names.map(async (name) => [name, await readFile(new URL(name, root), 'utf8')] as const)),
);

/** A page without its fenced blocks and code. */
function prose(text: string): string {
  return text.replace(/^(`{3,})[\s\S]*?^\1$/gm, '').replace(/`[^`\n]*`/g, '');
}

function anchors(text: string): readonly string[] {
  const slugger = new GithubSlugger();
  return [...text.replace(/^(`{3,})[\s\S]*?^\1$/gm, '').matchAll(/^#+ (.+)$/gm)].map((match) =>
    slugger.slug((match[1] ?? '').replaceAll('`', '')),
  );
}

describe.each(names)('%s', (name) => {
  const text = pages.get(name) ?? '';

  it('links to what is there', async () => {
    const missing: string[] = [];
    for (const [, target = ''] of prose(text).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue;
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? new URL(name, root) : new URL(path, new URL(name, root));
      const found = await stat(file).then(
        () => true,
        () => false,
      );
      if (!found) missing.push(target);
      else if (anchor !== undefined && !anchors(await readFile(file, 'utf8')).includes(anchor))
        missing.push(target);
    }
    expect(missing).toEqual([]);
  });

  it('names commands that exist', () => {
    const commands = program.commands.map((command) => command.name());
    const named = [...text.matchAll(/(?:npx galley|^galley|`galley) ([a-z]+)/gm)].map(
      (match) => match[1] ?? '',
    );
    expect(named.filter((command) => !commands.includes(command))).toEqual([]);
  });

  it('names options that exist', () => {
    const all = program.commands.flatMap((command) => [command, ...command.commands]);
    const options = all.flatMap((command) => command.options.map((option) => option.long));
    const lines = [...text.matchAll(/(?:npx galley|`galley) [^\n`#]*/g)].map(([line]) => line);
    const named = lines.flatMap((line) => line.match(/--[a-z-]+/g) ?? []);
    expect(named.filter((option) => option !== '--help' && !options.includes(option))).toEqual([]);
  });
});

it('has pictures that load fast', async () => {
  const folder = fileURLToPath(new URL('docs/pictures/', root));
  const files = await readdir(folder);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect((await stat(`${folder}${file}`)).size, file).toBeLessThan(200_000);
});

describe('docs/developers.md', () => {
  const guide = pages.get('docs/developers.md') ?? '';

  it('explains every script', async () => {
    const { scripts } = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const missing = Object.keys(scripts).filter(
      (name) => !guide.includes(name === 'test' ? '`npm test`' : `\`npm run ${name}\``),
    );
    expect(missing).toEqual([]);
  });

  it('names files that are there', async () => {
    const named = [...guide.matchAll(/`((?:src|tests|bench|scripts|templates)\/[\w./-]+?)\/?`/g)].map(
      (match) => match[1] ?? '',
    );
    const found = await Promise.all(
      named.map((path) =>
        stat(new URL(path, root)).then(
          () => undefined,
          () => path,
        ),
      ),
    );
    expect(found.filter((path) => path !== undefined)).toEqual([]);
  });
});
