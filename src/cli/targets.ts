/** Sorts what a person named: explainers, HTML pages and PDFs, files in folders, addresses on this machine. */

import { basename, dirname, relative, resolve } from 'node:path';
import type { FileServer, ServedFile } from '../browser/browser.js';
import { folderServer, type NamedPage } from '../build/check-html.js';
import type { NamedPdf } from '../build/check-pdf.js';
import { BuildError } from '../diagnostics/build-error.js';
import { diskSystem } from '../system/disk-system.js';

/** What is to be looked at. */
export interface Targets {
  /** Paths of explainers; an empty list is all of `content/`, undefined is none. */
  readonly explainers: readonly string[] | undefined;
  readonly pages: readonly NamedPage[];
  readonly pdfs: readonly NamedPdf[];
}

const isPage = (path: string): boolean => /\.x?html?$/i.test(path);
const isPdf = (path: string): boolean => /\.pdf$/i.test(path);

/** Whether an address names this machine; nothing else is ever asked. */
export function isLocal(address: string): boolean {
  const { hostname } = new URL(address);
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(?:\.\d+){3}$/.test(hostname)
  );
}

/** A server on this machine as the browser asks it: the page and what it loads, nothing of other hosts. */
function localServer(address: string): FileServer {
  const query = new URL(address).search;
  const path = new URL(address).pathname.slice(1);
  return {
    async get(wanted): Promise<ServedFile | undefined> {
      const url = new URL(`/${wanted}${wanted === path ? query : ''}`, address);
      const response = await fetch(url, { redirect: 'error' }).catch(() => undefined);
      if (response?.ok !== true) return undefined;
      const mediaType = response.headers.get('content-type')?.split(';')[0] ?? 'application/octet-stream';
      return { mediaType, bytes: new Uint8Array(await response.arrayBuffer()) };
    },
  };
}

function pageAt(address: string): NamedPage {
  if (!isLocal(address))
    throw new BuildError('usage', {
      code: 'address-is-local',
      severity: 'error',
      what: `“${address}” is on another machine.`,
      why: 'Galley looks at files and at servers on this machine only, so that no page of others is fetched by chance.',
      fix: 'Save the page with its files, or serve it from localhost.',
    });
  return { name: address, path: new URL(address).pathname.slice(1), files: localServer(address) };
}

/** A page's files are those of its folder, and above it up to the project, where it lies inside the project. */
function pageFile(root: string, path: string): NamedPage {
  const whole = resolve(root, path);
  const inside = relative(root, whole);
  if (!inside.startsWith('..')) return { name: path, path: inside, files: folderServer(diskSystem(root)) };
  return { name: path, path: basename(whole), files: folderServer(diskSystem(dirname(whole))) };
}

function pdfFile(root: string, path: string): NamedPdf {
  const whole = resolve(root, path);
  return { path, folder: diskSystem(dirname(whole)), name: basename(whole) };
}

/** All pages and PDFs in a folder and below, in order of their names. */
async function filesIn(root: string, folder: string): Promise<string[]> {
  const entries =
    (await diskSystem(resolve(root, folder))
      .readFolder('.')
      .catch(() => undefined)) ?? [];
  const found = await Promise.all(
    entries.map(async ({ name, kind }): Promise<string[]> => {
      const path = `${folder.replace(/\/$/, '')}/${name}`;
      if (kind === 'folder')
        return name === 'node_modules' || name.startsWith('.') ? [] : await filesIn(root, path);
      return isPage(name) || isPdf(name) ? [path] : [];
    }),
  );
  return found.flat();
}

/** Whether a path names explainers: without an ending that says otherwise, in `content/`, or a slug. */
function namesExplainers(root: string, path: string): boolean {
  const inside = relative(root, resolve(root, path));
  return inside === 'content' || inside.startsWith('content/') || path.endsWith('.md') || !/[/.]/.test(path);
}

/** Sorts paths and addresses; none at all is everything in `content/`. */
export async function sortTargets(root: string, paths: readonly string[]): Promise<Targets> {
  if (paths.length === 0) return { explainers: [], pages: [], pdfs: [] };
  const explainers: string[] = [];
  const pages: NamedPage[] = [];
  const files: string[] = [];
  for (const path of paths) {
    if (/^https?:\/\//.test(path)) pages.push(pageAt(path));
    else if (isPage(path) || isPdf(path)) files.push(path);
    else {
      const within = path.startsWith('content') ? [] : await filesIn(root, path);
      if (within.length > 0) files.push(...within);
      else if (namesExplainers(root, path) || within.length === 0) explainers.push(path);
    }
  }
  const all = explainers.some((path) => /^(?:\.\/)?content\/?$/.test(path));
  return {
    explainers: all ? [] : explainers.length > 0 ? explainers : undefined,
    pages: [...pages, ...files.filter(isPage).map((path) => pageFile(root, path))],
    pdfs: files.filter(isPdf).map((path) => pdfFile(root, path)),
  };
}
