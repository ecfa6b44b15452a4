/** Broken twins: each sample with the same kinds of fault seeded in its own text, and the exact list of what must be told, in `twins/`. */

import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type Files, publish } from './publish.js';

/** One fault: the file it stands in (by its ending), what becomes what. Only the first place changes. */
type Break = readonly [file: RegExp, from: RegExp, to: string];

const breaks: readonly Break[] = [
  [/\.md$/, /\[@([\w-]+)/, '[@$1-gone'],
  [/\.md$/, /^status: published$/m, 'status: publishd'],
  [/\.md$/, /^## (?=\p{L})/mu, '##'],
  [/\.md$/, /!\[[^\]]+\]/, '![]'],
  [/\.md$/, /:num\[([\w-]+)\]/, ':num[$1-gone]'],
  [/\.md$/, /^:::known\n- ([^\n[]*)\[@[^\]]*\]/m, ':::known\n- $1'],
  [/\.md$/, /^(:::(?:table|chart|map)\{[^\n}]*?) source=[\w-]+/m, '$1'],
  [/\.md$/, / credit="[^"]*"/, ''],
  [/\.md$/, /^- (\d{4}-\d{2}-\d{2})/m, '- 9$1'],
  [/\.md$/, /\s*$/, '\n\nTODO <b>end</b>.\n\n:::note\nOpen.\n'],
  [/sources\.yaml$/, /^ {2}accessed: [^\n]*\n/m, ''],
  [/sources\.yaml$/, /^ {2}kind: (\w+)/m, '  kind: $1s'],
  [/sources\.bib$/, /title\s*=/, 'titel ='],
  [/figures\.yaml$/, /^ {2}as-of: [^\n]*\n/m, ''],
  [/figures\.yaml$/, /^ {2}source: ([\w-]+)/m, '  source: $1-gone'],
];

function broken(files: Files): Files {
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => {
      if (!/\.(?:md|yaml|bib)$/.test(name)) return [name, content];
      const sound = typeof content === 'string' ? content : new TextDecoder().decode(content);
      const text = breaks
        .filter(([file]) => file.test(name))
        .reduce((before, [, from, to]) => before.replace(from, to), sound);
      return [name, text];
    }),
  );
}

const root = new URL('../../content/', import.meta.url);

async function filesIn(folder: URL): Promise<readonly (readonly [string, Uint8Array])[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return await Promise.all(
    files.map(async ({ name }) => [name, await readFile(new URL(name, folder))] as const),
  );
}

const entries = await readdir(root, { withFileTypes: true });
const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
const single = entries.flatMap(({ name }) => (/\.md$/.test(name) ? [name.replace(/\.md$/, '')] : []));
const config = await readFile(new URL('../galley.config.yaml', root), 'utf8');

async function told(files: Files): Promise<string> {
  const { findings } = await publish(broken(files), config);
  // The pictures of other tests lie in a folder without a text.
  const own = findings.filter((line) => !line.endsWith(' content/story'));
  return `${own.join('\n')}\n`;
}

describe('broken twins', () => {
  it.each(folders)('%s', async (folder) => {
    const files = Object.fromEntries(await filesIn(new URL(`${folder}/`, root)));
    await expect(await told(files)).toMatchFileSnapshot(`twins/${folder}.txt`);
  });

  it.each(single)('%s, a file of its own', async (name) => {
    const own = (await filesIn(root)).filter(([file]) => file.startsWith(`${name}.`));
    const files = Object.fromEntries(own.map(([file, bytes]) => [`/content/${file}`, bytes]));
    await expect(await told(files)).toMatchFileSnapshot(`twins/${name}.txt`);
  });
});
