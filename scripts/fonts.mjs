/** Cuts the fonts of Galley's own themes once, after compiling, into dist/fonts; cuts that are there already stay. */

import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultConfig } from '../dist/config/defaults.js';
import { diskSystem } from '../dist/system/disk-system.js';
import { loadTheme } from '../dist/theme/load-theme.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'dist', 'fonts');
await mkdir(folder, { recursive: true });

const there = new Set(await readdir(folder));
const used = new Set();
let made = 0;
const cuts = {
  read: async (name) => {
    used.add(name);
    return there.has(name) ? new Uint8Array(await readFile(join(folder, name))) : undefined;
  },
  keep: async (name, bytes) => {
    made += 1;
    await writeFile(join(folder, name), bytes);
    there.add(name);
  },
};

// Every character of the basic plane, so that each file of each font is wanted once.
const characters = new Set();
for (let point = 0x20; point < 0xd800; point += 1) characters.add(String.fromCodePoint(point));

const open = (path) => diskSystem(path.startsWith('file:') ? fileURLToPath(path) : path);
for (const name of await readdir(join(root, 'templates'))) {
  const { value: theme } = await loadTheme(diskSystem(root), defaultConfig, name, open, cuts);
  await theme.screenFonts(characters);
  await theme.printFonts(characters);
}
for (const name of there) if (!used.has(name)) await rm(join(folder, name));
console.log(`Fonts: ${used.size} cuts, ${made} made now`);
