/** `galley dev` as a person runs it: it says where it is, serves, ends with Ctrl-C for good, and writes nothing to output/. */

import { type ChildProcess, spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { hostname, tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type DevArguments, devCommand } from '../../src/cli/dev.parser.js';
import { describeWithBrowser } from '../browser/with-browser.js';
import { makeProject, type Project, soundDocument, soundSources } from '../build/project.js';

const main = fileURLToPath(new URL('../../dist/run/main.js', import.meta.url));

async function asked(...words: readonly string[]): Promise<DevArguments | undefined> {
  let args: DevArguments | undefined;
  const command = devCommand(async (made) => {
    args = made;
  });
  command.exitOverride().configureOutput({ writeErr: () => undefined });
  await command.parseAsync(words, { from: 'user' });
  return args;
}

describe('the arguments of galley dev', () => {
  it('are understood', async () => {
    expect(await asked()).toEqual({ paths: [], drafts: false, pdf: false, open: false });
    expect(
      await asked('content/a', 'b', '--port', '8080', '--theme', 'courier', '--drafts', '--open'),
    ).toEqual({
      ...{ paths: ['content/a', 'b'], port: 8080, theme: 'courier' },
      ...{ drafts: true, pdf: false, open: true },
    });
  });

  it.each(['x', '-1', '65536', '80.5', ''])('refuse “%s” for a port', async (port) => {
    await expect(asked('--port', port)).rejects.toThrow(/port/i);
  });
});

describe('galley dev', () => {
  let project: Project;
  let running: ChildProcess | undefined;

  beforeAll(async () => {
    project = await makeProject({
      'content/flood/explainer.md': soundDocument,
      'content/flood/sources.yaml': soundSources,
    });
  });
  afterEach(() => void running?.kill('SIGKILL'));
  afterAll(() => project.remove());

  /** Starts the command and resolves with its address and what it complained of. */
  function start(...words: readonly string[]): Promise<{ readonly address: string; readonly err: string }> {
    const child = spawn(process.execPath, [main, 'dev', ...words], { cwd: project.root });
    running = child;
    return new Promise((resolve, reject) => {
      const text = { out: '', err: '' };
      child.stderr.on('data', (chunk: Buffer) => (text.err += chunk.toString()));
      child.stdout.on('data', (chunk: Buffer) => {
        text.out += chunk.toString();
        const address = /The preview is at (\S+)\n/.exec(text.out)?.[1];
        if (address !== undefined) resolve({ address, err: text.err });
      });
      child.on('close', (code) => reject(new Error(`It ended with ${code}: ${text.err}`)));
    });
  }

  function end(): Promise<number | null> {
    return new Promise((resolve) => {
      running?.on('close', resolve);
      running?.kill('SIGINT');
    });
  }

  it('serves until Ctrl-C, ends with 130, and leaves output/ as it was', async () => {
    const { address } = await start('--port', '0');
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await (await fetch(address)).text()).toContain('A sound document');
    expect((await fetch(new URL('flood/', address))).status).toBe(200);
    // An open stream must not keep it from ending.
    const stream = await fetch(new URL('-/galley/events?document=flood&shows=page', address));
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    expect(await end()).toBe(130);
    await stream.body?.cancel().catch(() => undefined);
    await expect(fetch(address)).rejects.toThrow();
    expect(await project.outputs()).toEqual([]);
  });

  it('takes the next port when one is taken, and says so', async () => {
    const other: Server = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const { address, err } = await start('--port', String(port));
    expect(Number(new URL(address).port)).toBeGreaterThan(port);
    expect(err).toContain('port-is-free');
    expect(await end()).toBe(130);
    other.close();
  });

  it('warns when others may read along', async () => {
    const { address, err } = await start('--port', '0', '--host', '0.0.0.0');
    expect(err).toContain('preview-is-private');
    expect(err).toContain(hostname().toLowerCase());
    expect(new URL(address).hostname).toBe('127.0.0.1');
    expect((await fetch(address)).status).toBe(200);
    expect(await end()).toBe(130);
  });

  describeWithBrowser('with a browser', () => {
    it('makes a PDF when it is asked for, and takes its Chromium with it', async () => {
      const { address } = await start('--port', '0');
      const answer = await fetch(new URL('flood/flood.pdf', address));
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      expect(new TextDecoder('latin1').decode(await answer.arrayBuffer()).slice(0, 5)).toBe('%PDF-');
      const profiles = async (): Promise<readonly string[]> =>
        (await readdir(tmpdir())).filter((name) => name.startsWith(`galley-browser-${running?.pid}-`));
      expect(await profiles()).toHaveLength(1);
      expect(await end()).toBe(130);
      expect(await profiles()).toEqual([]);
    });
  });
});
