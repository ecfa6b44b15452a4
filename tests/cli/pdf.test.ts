/** `galley pdf` and `galley check file.pdf` as a person runs them: what they write, say and end with. */

import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser } from '../browser/with-browser.js';
import { pageWith } from '../build/accessible-page.js';

const main = fileURLToPath(new URL('../../dist/run/main.js', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-cli-pdf-'));
  await writeFile(join(folder, 'sound.html'), pageWith('<h1>A</h1><p>Words.</p>'));
  await writeFile(join(folder, 'faulty.html'), pageWith('<h1>A</h1><img src="sound.html">'));
});
afterAll(() => rm(folder, { recursive: true }));

function galley(...args: readonly string[]): Promise<{ readonly code: number | null; readonly out: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main, ...args], { cwd: folder });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.on('close', (code) => resolve({ code, out }));
  });
}

describeWithBrowser('galley pdf', () => {
  it('writes the file that was asked for, in the standard that was asked for', async () => {
    const { code, out } = await galley('pdf', 'sound.html', '-o', 'out.pdf', '--pdf-profile', 'ua2');
    expect([code, out]).toEqual([0, expect.stringContaining('out.pdf  (')]);
    expect((await readFile(join(folder, 'out.pdf'))).subarray(0, 8).toString()).toBe('%PDF-2.0');
    expect((await galley('check', 'out.pdf')).code).toBe(0);
    expect((await galley('check', 'out.pdf', '--pdf-profile', 'ua1', '--format', 'json')).code).toBe(1);
  });

  it('writes nothing when something keeps readers out, and says where', async () => {
    const before = await readdir(folder);
    const { code, out } = await galley('pdf', 'faulty.html');
    expect(code).toBe(1);
    expect(out).toContain('faulty.html:2:11  error  image-has-alt');
    expect(out).toContain('faulty.pdf: not written');
    expect(await readdir(folder)).toEqual(before);
  });

  it('ends with 2 for a page that is not there, with 3 where it cannot write', async () => {
    expect((await galley('pdf', 'gone.html')).code).toBe(2);
    expect((await galley('pdf', 'sound.html', '--pdf-profile', 'ua3')).code).toBe(2);
    const { code, out } = await galley('pdf', 'sound.html', '-o', 'gone/out.pdf');
    expect([code, out]).toEqual([3, expect.stringContaining('output-is-writable')]);
  });

  it('gives the report as data', async () => {
    const { code, out } = await galley('pdf', 'faulty.html', '--json');
    expect(code).toBe(1);
    const report = JSON.parse(out.slice(out.indexOf('{')));
    expect(report.findings.map((finding: { code: string }) => finding.code)).toContain('image-has-alt');
  });
});
