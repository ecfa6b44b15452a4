/** The compiled command line as a person runs it: what it says, and the code it ends with. */

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProject, type Project, soundDocument, soundSources } from '../build/project.js';

const main = fileURLToPath(new URL('../../dist/run/main.js', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in a folder; `onceHeard` is called when it first speaks, and may send it a signal. */
function galley(
  cwd: string,
  args: readonly string[],
  onceHeard?: (pid: number) => void,
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main, ...args], { cwd, env: { ...process.env, ...env } });
    const text = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => {
      text.out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (text.err === '' && child.pid !== undefined) onceHeard?.(child.pid);
      text.err += chunk.toString();
    });
    child.on('close', (code) => resolve({ code, ...text }));
  });
}

let project: Project;

beforeAll(async () => {
  project = await makeProject({
    'content/flood/explainer.md': soundDocument,
    'content/flood/sources.yaml': soundSources,
    'content/broken/explainer.md': soundDocument.replace('[@county]', '[@county]\n\n:::timelin\n- x\n:::\n'),
    'content/broken/sources.yaml': soundSources,
  });
});

afterAll(() => project.remove());

const html = ['--format', 'html', '--no-rendered'];

describe('galley', () => {
  it('explains itself, and each command with examples', async () => {
    const help = await galley(project.root, ['--help']);
    expect(help.code).toBe(0);
    for (const command of ['new', 'build', 'check', 'doctor', 'setup', 'approve', 'schema']) {
      expect(help.out).toContain(command);
      const own = await galley(project.root, [command, '--help']);
      expect(own.code).toBe(0);
      expect(own.out).toMatch(/Examples?:\n/);
    }
  });

  it('names its version and credits citeproc', async () => {
    const { code, out } = await galley(project.root, ['--version']);
    expect(code).toBe(0);
    expect(out).toMatch(/^galley \d+\.\d+\.\d+\n.*citeproc-js/);
  });

  it('ends with 0 after a sound build and says what was made', async () => {
    const { code, out } = await galley(project.root, ['build', 'content/flood', ...html]);
    expect(out).toContain('flood: built');
    expect(out).toContain('output/flood/index.html');
    expect(out).toMatch(/Nothing found\. (\d+) of \1 checks ran\.\n$/);
    expect(code).toBe(0);
  });

  it('ends with 1 for a finding, with place, frame and remedy', async () => {
    const { code, out } = await galley(project.root, ['build', ...html]);
    expect(code).toBe(1);
    expect(out).toContain('content/broken/explainer.md:11:1  error  keys-and-blocks-are-known');
    expect(out).toContain('  11 | :::timelin\n');
    expect(out).toContain('timeline');
    expect(out).toContain('flood: built');
    expect(out).toContain('broken: not built');
  });

  it('prints the report as JSON and nothing else', async () => {
    const { code, out } = await galley(project.root, ['check', '--json', ...html]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ version: 1, exitCode: 1, totals: { error: 1 } });
  });

  it.each([
    ['an unknown command', ['biuld'], 'build'],
    ['an unknown option', ['build', '--formt', 'html'], '--format'],
    ['an unknown format', ['build', '--format', 'docx'], 'docx'],
  ])('ends with 2 for %s and names what is near', async (_name, args, named) => {
    const { code, err } = await galley(project.root, args);
    expect(code).toBe(2);
    expect(err).toContain(named);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('ends with 3 when the browser cannot start, and leaves the output as it was', async () => {
    await galley(project.root, ['build', 'content/flood', ...html]);
    const before = await project.output('flood/index.html');
    const { code, err } = await galley(project.root, [
      'build',
      'content/flood',
      '--browser',
      '/nowhere/chrome',
    ]);
    expect(code).toBe(3);
    expect(err).toContain('browser-is-available');
    expect(err).toContain('/nowhere/chrome');
    expect(err).not.toMatch(/\n\s+at /);
    expect(await project.output('flood/index.html')).toBe(before);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends with its own code after %s, without half-made files', async (signal, expected) => {
    const { code } = await galley(project.root, ['build'], (pid) => process.kill(pid, signal));
    expect(code).toBe(expected);
    expect((await project.outputs()).filter((path) => path.includes('galley-tmp'))).toEqual([]);
  });
});
