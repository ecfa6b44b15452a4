/** What is about to be committed, as paths that `galley check` takes. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Files that every explainer depends on. */
const shared = /^(?:galley\.config\.yaml|templates\/|content\/(?:sources|figures)\.[a-z]+$)/;

/** Paths for the files that git names: an explainer for whatever lies in its folder, all of `content/` for what all share. */
export function pathsOf(files: readonly string[]): string[] {
  if (files.some((file) => shared.test(file))) return ['content'];
  const paths = files.flatMap((file): string[] => {
    const folder = /^content\/([^/]+)\//.exec(file)?.[1];
    if (folder !== undefined) return [`content/${folder}`];
    const single = /^content\/([^/.]+)\.(?:sources|figures)\.[a-z]+$/.exec(file)?.[1];
    if (single !== undefined) return [`content/${single}.md`];
    return /\.(?:md|html?|pdf)$/i.test(file) && !file.startsWith('output/') ? [file] : [];
  });
  return [...new Set(paths)].filter((path) => !path.endsWith('.md') || path.startsWith('content/'));
}

/** Asks git; an empty list outside of a repository. */
export async function stagedPaths(root: string): Promise<string[]> {
  const args = ['diff', '--cached', '--name-only', '--relative', '-z', '--diff-filter=ACMRD'];
  try {
    const { stdout } = await promisify(execFile)('git', args, { cwd: root });
    return pathsOf(stdout.split('\u0000').filter((file) => file !== ''));
  } catch {
    return [];
  }
}
