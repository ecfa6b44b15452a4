/**
 * Lays the files of the preview's pages beside their compiled scripts: styles as they are, and of pdf.js the two files that draw pages,
 * with their licence. So pdf.js (41 MB) stays a package of our own workshop. Run by `npm run compile`, after `tsc -b`.
 */

import { cp, mkdir, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const from = fileURLToPath(new URL('../src/studio/client/', import.meta.url));
const to = fileURLToPath(new URL('../dist/studio/client/', import.meta.url));

for (const name of await readdir(from)) if (name.endsWith('.css')) await cp(join(from, name), join(to, name));

const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
await mkdir(join(to, 'pdfjs'), { recursive: true });
for (const name of ['build/pdf.min.mjs', 'build/pdf.worker.min.mjs', 'LICENSE'])
  await cp(join(pdfjs, name), join(to, 'pdfjs', name.split('/').at(-1)));
