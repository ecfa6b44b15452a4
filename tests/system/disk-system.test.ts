import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskSystem } from '../../src/system/disk-system.js';
import { memorySystem } from '../../src/system/memory-system.js';
import { OutsideRootError, type System } from '../../src/system/system.js';

let base: string;
let root: string;
let system: System;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'galley-system-'));
  root = join(base, 'project');
  mkdirSync(root);
  writeFileSync(join(base, 'secret.txt'), 'secret');
  system = diskSystem(root);
});

afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

const text = async (path: string): Promise<string | undefined> => {
  const bytes = await system.readFile(path);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
};

const outside = [
  '../secret.txt',
  'a/../../secret.txt',
  'a/..',
  '/etc/passwd',
  '//etc/passwd',
  'C:/Windows/win.ini',
  'c:secret.txt',
  '..\\secret.txt',
  'a\\..\\..\\secret.txt',
  '%2e%2e/secret.txt',
  '%2E%2E%2Fsecret.txt',
  '%252e%252e/secret.txt',
  '%25252e/secret.txt',
  'a%5c..',
  'a%2fb',
  'a\u0000.txt',
  'a\nb',
  'aux',
  'a/con.txt',
  'NUL',
  'com1.md',
  'a/lpt9',
  'a.',
  'a./b',
  'a ',
];

describe.each([
  ['disk', () => system],
  ['memory', () => memorySystem({ 'content/x.md': 'x' })],
] as const)('the %s jail', (_, make) => {
  it.each(outside)('refuses %j in every way', async (path) => {
    const jailed = make();
    await expect(jailed.readFile(path)).rejects.toThrow(OutsideRootError);
    await expect(jailed.readFolder(path)).rejects.toThrow(OutsideRootError);
    await expect(jailed.writeFile(path, 'x')).rejects.toThrow(OutsideRootError);
    await expect(jailed.remove(path)).rejects.toThrow(OutsideRootError);
    await expect(jailed.rename(path, 'b')).rejects.toThrow(OutsideRootError);
    await expect(jailed.rename('content', path)).rejects.toThrow(OutsideRootError);
  });

  it('never removes or moves the root', async () => {
    const jailed = make();
    for (const path of ['', '.', './']) {
      await expect(jailed.remove(path)).rejects.toThrow(OutsideRootError);
      await expect(jailed.rename(path, 'b')).rejects.toThrow(OutsideRootError);
    }
  });
});

describe('a file of any size', () => {
  const first = async (from: System, path: string, most: number): Promise<string> =>
    Buffer.from((await from.readFile(path, most)) ?? []).toString('latin1');

  it('is read up to as many bytes as are asked for, without taking more of it in', async () => {
    await system.writeFile('short.txt', 'abcdef');
    for (const each of [system, memorySystem({ 'short.txt': 'abcdef' })]) {
      expect(await first(each, 'short.txt', 0)).toBe('');
      expect(await first(each, 'short.txt', 3)).toBe('abc');
      expect(await first(each, 'short.txt', 9)).toBe('abcdef');
    }
    // Longer than Node reads whole; the hole takes no room on the disk.
    writeFileSync(join(root, 'long.pdf'), '%PDF-1.7');
    truncateSync(join(root, 'long.pdf'), 3 * 1024 ** 3);
    expect(await first(system, 'long.pdf', 10)).toBe('%PDF-1.7\0\0');
  });
});

describe('diskSystem', () => {
  it('reads and writes files, making folders on the way', async () => {
    await system.writeFile('output/a/index.html', 'Сәлем');
    await system.writeFile('./output//a/b.bin', Uint8Array.from([0, 255]));
    expect(await text('output/a/index.html')).toBe('Сәлем');
    expect(await system.readFile('output/a/b.bin')).toEqual(Uint8Array.from([0, 255]));
    expect(await system.readFile('output/nothing')).toBeUndefined();
    expect(await system.readFile('output/a')).toBeUndefined();
    expect(await system.readFile('output/a/index.html/x')).toBeUndefined();
    expect(await system.readFolder('output/a/index.html')).toBeUndefined();
    expect(await system.readFolder('nothing')).toBeUndefined();
  });

  it('leaves no temporary file, and replaces a file in one step', async () => {
    await system.writeFile('a.txt', 'old');
    await system.writeFile('a.txt', 'new');
    expect(readdirSync(root)).toEqual(['a.txt']);
    expect(await text('a.txt')).toBe('new');
  });

  it('keeps the old file when the new one cannot take its place', async () => {
    await system.writeFile('a/b.txt', 'old');
    await expect(system.writeFile('a', 'new')).rejects.toThrow();
    expect(await text('a/b.txt')).toBe('old');
    expect(readdirSync(root)).toEqual(['a']);
  });

  it('lists folders by code points, with what each entry is', async () => {
    for (const name of ['b', 'B', 'ä', 'a', '\uffee', '😀', '10', '9']) writeFileSync(join(root, name), '');
    mkdirSync(join(root, 'folder'));
    const entries = await system.readFolder('');
    expect(entries?.map(({ name }) => name)).toEqual([
      '10',
      '9',
      'B',
      'a',
      'b',
      'folder',
      'ä',
      '\uffee',
      '😀',
    ]);
    expect(entries?.find(({ name }) => name === 'folder')?.kind).toBe('folder');
  });

  it('follows links inside the root and refuses those that lead out', async () => {
    writeFileSync(join(root, 'real.txt'), 'real');
    mkdirSync(join(root, 'folder'));
    symlinkSync('real.txt', join(root, 'inner'));
    symlinkSync('../secret.txt', join(root, 'file-out'));
    symlinkSync(base, join(root, 'folder-out'));
    symlinkSync('nowhere', join(root, 'broken'));
    symlinkSync('folder', join(root, 'folder-in'));
    expect(await text('inner')).toBe('real');
    await expect(system.readFile('file-out')).rejects.toThrow(OutsideRootError);
    await expect(system.readFile('folder-out/secret.txt')).rejects.toThrow(OutsideRootError);
    await expect(system.readFolder('folder-out')).rejects.toThrow(OutsideRootError);
    await expect(system.writeFile('folder-out/new.txt', 'x')).rejects.toThrow(OutsideRootError);
    await expect(system.writeFile('folder-out/new/x.txt', 'x')).rejects.toThrow(OutsideRootError);
    await expect(system.remove('folder-out/secret.txt')).rejects.toThrow(OutsideRootError);
    await expect(system.rename('real.txt', 'folder-out/real.txt')).rejects.toThrow(OutsideRootError);
    await expect(system.rename('folder-out/secret.txt', 'mine.txt')).rejects.toThrow(OutsideRootError);
    expect(await system.readFile('broken')).toBeUndefined();
    expect(readdirSync(base).sort()).toEqual(['project', 'secret.txt']);
    const kinds = Object.fromEntries(
      (await system.readFolder('.'))?.map(({ name, kind }) => [name, kind]) ?? [],
    );
    expect(kinds).toEqual({
      broken: 'other',
      'file-out': 'other',
      folder: 'folder',
      'folder-in': 'folder',
      'folder-out': 'other',
      inner: 'file',
      'real.txt': 'file',
    });
  });

  it('removes and replaces a link, never what it leads to', async () => {
    symlinkSync('../secret.txt', join(root, 'a'));
    symlinkSync('../secret.txt', join(root, 'b'));
    await system.remove('a');
    await system.writeFile('b', 'mine');
    expect(readFileSync(join(base, 'secret.txt'), 'utf8')).toBe('secret');
    expect(await text('b')).toBe('mine');
    expect(readdirSync(root)).toEqual(['b']);
  });

  it('does not take a sister folder with the same beginning for the root', async () => {
    mkdirSync(join(base, 'project-two'));
    writeFileSync(join(base, 'project-two', 'x'), 'x');
    symlinkSync('../project-two', join(root, 'two'));
    await expect(system.readFile('two/x')).rejects.toThrow(OutsideRootError);
  });

  it('works when the root itself is a link', async () => {
    symlinkSync(root, join(base, 'alias'));
    const linked = diskSystem(join(base, 'alias'));
    await linked.writeFile('a/b.txt', 'x');
    expect(await text('a/b.txt')).toBe('x');
  });

  it.skipIf(process.platform === 'win32')('does not wait for a named pipe', async () => {
    execFileSync('mkfifo', [join(root, 'pipe')]);
    expect(await system.readFile('pipe')).toBeUndefined();
    expect(await system.readFolder('')).toEqual([{ name: 'pipe', kind: 'other' }]);
  });

  it('moves files and folders over others', async () => {
    await system.writeFile('new/a.txt', 'new');
    await system.writeFile('old/b.txt', 'old');
    await system.rename('new', 'old');
    expect(readdirSync(root)).toEqual(['old']);
    expect(readdirSync(join(root, 'old'))).toEqual(['a.txt']);
    await system.rename('old/a.txt', 'deep/er/c.txt');
    expect(await text('deep/er/c.txt')).toBe('new');
  });

  it('puts a folder back when nothing can take its place', async () => {
    await system.writeFile('old/b.txt', 'old');
    await expect(system.rename('nothing', 'old')).rejects.toThrow();
    expect(await text('old/b.txt')).toBe('old');
    expect(readdirSync(root)).toEqual(['old']);
  });

  it('removes folders with all they hold, and nothing that is not there', async () => {
    await system.writeFile('a/b/c.txt', 'x');
    await system.remove('a');
    await system.remove('a');
    await system.remove('no/such/folder');
    expect(readdirSync(root)).toEqual([]);
  });

  it('lets errors of the disk through', async () => {
    writeFileSync(join(root, 'locked'), 'x');
    chmodSync(join(root, 'locked'), 0);
    // Root may read everything, so the test has nothing to see there.
    if (process.getuid?.() === 0) expect(statSync(join(root, 'locked')).mode & 0o777).toBe(0);
    else await expect(system.readFile('locked')).rejects.toThrow(/EACCES/);
  });

  it('behaves as the memory does, for all sequences of steps', async () => {
    const name = fc.constantFrom('a', 'b', 'c');
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    const step = fc.oneof(
      fc.record({ do: fc.constant('write' as const), path, bytes: fc.string() }),
      fc.record({ do: fc.constant('remove' as const), path, bytes: fc.constant('') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        rmSync(root, { recursive: true, force: true });
        mkdirSync(root);
        const disk = diskSystem(root);
        const memory = memorySystem({});
        for (const each of steps) {
          if (each.do === 'remove') {
            await disk.remove(each.path);
            await memory.remove(each.path);
            continue;
          }
          // A disk cannot hold a file and a folder of one name; the memory is only asked where both can answer.
          const parts = each.path.split('/');
          const ancestors = parts.map((_, index) => parts.slice(0, index).join('/')).slice(1);
          const isBlocked =
            (await disk.readFolder(each.path)) !== undefined ||
            (await Promise.all(ancestors.map((ancestor) => disk.readFile(ancestor)))).some(
              (file) => file !== undefined,
            );
          if (isBlocked) continue;
          await disk.writeFile(each.path, each.bytes);
          await memory.writeFile(each.path, each.bytes);
        }
        for (const at of ['a', 'a/b', 'a/b/c', 'b', 'c/a']) {
          expect(await memory.readFile(at)).toEqual(await disk.readFile(at));
          const onDisk = await disk.readFolder(at);
          // Folders stay on a disk when they become empty.
          expect((await memory.readFolder(at)) ?? []).toEqual(
            (onDisk ?? []).filter((entry) => entry.kind === 'file' || holdsFile(join(root, at, entry.name))),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

function holdsFile(folder: string): boolean {
  return readdirSync(folder, { withFileTypes: true }).some(
    (entry) => entry.isFile() || holdsFile(join(folder, entry.name)),
  );
}
