/** Where the project is, and what paths mean in it that a person types below it or drops on the terminal. */

import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

const settings = 'galley.config.yaml';

/** The folder and those above it, nearest first. */
function upwards(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...upwards(above)];
}

/**
 * The folder of the project that a folder lies in: the nearest one upwards with `galley.config.yaml`; without one, the
 * folder that holds the `content/` one stands in; else the folder itself.
 */
export function findProject(from: string): string {
  const folders = upwards(resolve(from));
  const configured = folders.find((folder) => existsSync(join(folder, settings)));
  const content = folders.find((folder) => basename(folder) === 'content');
  return configured ?? (content === undefined ? resolve(from) : dirname(content));
}

/**
 * A path as the project names it: from its root, with `/`. What lies outside of it becomes a whole path; addresses, and names
 * of explainers that are no files from here, stay as typed.
 */
export function pathInProject(root: string, from: string, path: string): string {
  if (/^https?:\/\//.test(path)) return path;
  const whole = resolve(from, path);
  const isName = !/[/\\]/.test(path) && !path.includes('.');
  if (path === '' || (isName && !existsSync(whole))) return path;
  const inside = relative(root, whole);
  if (inside === '') return '.';
  return inside.startsWith('..') || isAbsolute(inside) ? whole : inside.split(sep).join('/');
}

/** Paths that name explainers, as the project names them; its own folder, or all of `content/`, is no name but everything. */
export function explainersInProject(root: string, from: string, paths: readonly string[]): string[] {
  const named = paths.map((path) => pathInProject(root, from, path));
  return named.some((path) => path === '.' || path === 'content') ? [] : named;
}
