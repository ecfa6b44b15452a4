/**
 * Joins the compiled files and the small packages that every run needs into a few files in `dist/run/`: loading a thousand
 * files took 0.6 s of a cold command, and loading these takes 0.2 s (measured). Run by `npm run compile`, after `tsc -b`.
 */

import { chmod, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

/** Packages that stay as they are: those with binaries or files of their own, and those that only some runs load. */
const asTheyAre =
  /^(?:@puppeteer\/browsers|chromium-bidi|typescript$|lightningcss|sharp|subset-font|axe-core|html-validate|@citation-js\/|citeproc|env-paths|tinypool|handlebars|@fontsource)/;
/** Functions that are sent to the browser as their own source: joining could rename what they call. */
const inPage = /\/in-page\//;

await rm(`${dist}run`, { recursive: true, force: true });
const bundle = await rolldown({
  cwd: dist,
  platform: 'node',
  input: { main: './cli/main.js', worker: './build/worker.js', index: './index.js', pdf: './pdf.js' },
  external: asTheyAre,
  plugins: [
    {
      name: 'in-page',
      resolveId(id, importer) {
        if (importer === undefined || !inPage.test(id)) return null;
        return {
          id: `../${relative(dist, join(dirname(importer), id)).replaceAll('\\', '/')}`,
          external: true,
        };
      },
    },
  ],
});
await bundle.write({
  dir: `${dist}run`,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunk-[hash].js',
  comments: { legal: true },
});
await bundle.close();
// npm makes a command of other packages executable, and not that of the checkout itself.
await chmod(`${dist}run/main.js`, 0o755);
