/** The codes of findings that the program can give, read from its source: every whole text that has the form of one. */

import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../src', import.meta.url));

/** Folders that give no finding: words of languages, and what runs inside a page. */
const silent = /^(?:language|html|outputs\/pdf\/in-page)\//;

/** A wanted state said in full: `image-has-alt`, `no-words-are-lost`, `reflow-at-320`. */
const state =
  /'([a-z0-9]+(?:-[a-z0-9]+)*-(?:is|are|has|have|exists?|stays|compiles|finds|fits?|follows?|starts|declares|resolve|holds?|loads|clips|keeps|says|do-not|match|meets|needs|reads|equals?|at-320)(?:-[a-z0-9]+)*)'/g;

/** A text in the place of a code, whatever its form. */
const place =
  /(?:\bcode: |\b(?:finding|errorAt|warningAt|adviceAt)\(\s*|\btell\(\s*context,\s*)'([a-z0-9-]+)'/g;

/** The id of a check, which is the code of its findings. */
const id = /^const id = '([a-z0-9-]+)'/gm;

/** Texts of that form that are no codes. */
const others = new Set(['verdict-is']);

/** Whether a file only repeats codes that others give. */
function repeats(path: string): boolean {
  return path === 'build/catalogue.ts' || path.endsWith('/examples.ts');
}

/** Every code, sorted, with the files that give it. */
export async function codesInSource(): Promise<ReadonlyMap<string, readonly string[]>> {
  const files = (await readdir(root, { recursive: true })).filter((path) => path.endsWith('.ts'));
  const found = new Map<string, string[]>();
  for (const path of files.map((file) => file.replaceAll('\\', '/')).filter((file) => !silent.test(file))) {
    if (repeats(path)) continue;
    const text = await readFile(`${root}/${path}`, 'utf8');
    for (const [, name = ''] of [...text.matchAll(state), ...text.matchAll(place), ...text.matchAll(id)])
      if (!others.has(name)) found.set(name, [...(found.get(name) ?? []), path]);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
