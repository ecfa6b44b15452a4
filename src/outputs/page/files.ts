/** Gathers the files that a page asks for, all from its own folder; notes which are missing or lie elsewhere. */

import type { Element, Root } from 'hast';
import type { Position } from 'unist';
import type { System } from '../../system/system.js';
import type { PrintAsset } from '../print/print-document.js';
import type { Placed } from './findings.js';
import { styleReferences, throughOurBoxes } from './styles.js';
import { elementsBelow, textProperty } from './tree.js';

/** An address that the page or a stylesheet of it names. */
export interface Reference {
  readonly address: string;
  /** The element that names it, or the place in a stylesheet. */
  readonly from: Placed;
  /** The file that names it, by its path in the folder. */
  readonly file: string;
  /** Where it leads: a path in the folder, or undefined for an address elsewhere. */
  readonly path: string | undefined;
}

/** What was gathered. */
export interface PageFiles {
  readonly assets: readonly PrintAsset[];
  readonly references: readonly Reference[];
  /** Text of every stylesheet, for what has to be known beforehand. */
  readonly styles: string;
  /** Text files that were read, by path, for code frames. */
  readonly texts: ReadonlyMap<string, string>;
}

const mediaTypes: Readonly<Record<string, string>> = {
  css: 'text/css',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  bmp: 'image/bmp',
  ico: 'image/x-icon',
  woff: 'font/woff',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  otf: 'font/otf',
};

/** Where a page stands among the files that it may use. */
export interface PageSpot {
  /** Its path in their folder. */
  readonly path: string;
  /** Whether that folder is the root of a site, in which `/a.css` has a meaning. */
  readonly isSite: boolean;
}

/** A page with more than this is not printed; its files are held in memory. */
const mostBytes = 200_000_000;

/** The path in the folder that an address means, seen from a file in it; undefined when it leads out or elsewhere. */
export function pathOf(address: string, file: string, isSite: boolean): string | undefined {
  const plain = address.trim().replace(/[?#].*$/, '');
  const isRooted = plain.startsWith('/');
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|\\)/i.test(plain) || (isRooted && !isSite)) return undefined;
  const parts = isRooted ? [] : file.split('/').slice(0, -1);
  for (const part of plain.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  try {
    return parts.map(decodeURIComponent).join('/');
  } catch {
    return parts.join('/');
  }
}

/** Candidates of a `srcset`. */
function candidates(value: string): string[] {
  return value.split(',').flatMap((candidate) => candidate.trim().split(/\s+/)[0] ?? []);
}

function addressesOf(element: Element): string[] {
  const { tagName } = element;
  const named = (name: string): string[] => {
    const value = textProperty(element, name);
    return value === undefined || value === '' ? [] : [value];
  };
  if (tagName === 'link') return named('href');
  if (tagName === 'img') return [...named('src'), ...named('srcSet').flatMap(candidates)];
  if (tagName === 'source') return named('srcSet').flatMap(candidates);
  if (tagName === 'image' || tagName === 'use') {
    return [...named('href'), ...named('xLinkHref')].filter((address) => !address.startsWith('#'));
  }
  return [];
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  const start = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset };
  return { start, end: { ...start, column: start.column + 1, offset: offset + 1 } };
}

/** Walks from the page through its stylesheets to all files. */
class Gatherer {
  readonly assets = new Map<string, PrintAsset>();
  readonly references: Reference[] = [];
  readonly sheets: string[] = [];
  readonly texts = new Map<string, string>();
  private readonly folder: Pick<System, 'readFile'>;
  private readonly page: PageSpot;
  private bytes = 0;

  constructor(folder: Pick<System, 'readFile'>, page: PageSpot) {
    this.folder = folder;
    this.page = page;
  }

  /** Adapts the text of a sheet or a `style` attribute and follows what it names. */
  async style(css: string, file: string, from?: Placed | undefined): Promise<string> {
    this.sheets.push(css);
    for (const { address, offset } of styleReferences(css)) {
      await this.follow(address, file, from ?? { position: positionAt(css, offset) });
    }
    return throughOurBoxes(css);
  }

  async follow(address: string, file: string, from: Placed): Promise<void> {
    if (/^data:/i.test(address.trim())) return;
    const path = pathOf(address, file, this.page.isSite);
    this.references.push({ address, from, file, path });
    if (path === undefined || path === '' || this.assets.has(path) || this.bytes > mostBytes) return;
    const mediaType = mediaTypes[/\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''];
    const bytes = mediaType === undefined ? undefined : await this.read(path);
    if (mediaType === undefined || bytes === undefined) return;
    this.bytes += bytes.length;
    this.assets.set(path, { path, mediaType, bytes });
    if (mediaType !== 'text/css') return;
    const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
    this.texts.set(path, text);
    const adapted = await this.style(text, path);
    this.assets.set(path, { path, mediaType, bytes: new TextEncoder().encode(adapted) });
  }

  /** A path that leads out of the folder through a link is as good as absent. */
  private async read(path: string): Promise<Uint8Array | undefined> {
    try {
      return await this.folder.readFile(path);
    } catch (error) {
      if (error instanceof Error && error.name === 'OutsideRootError') return undefined;
      throw error;
    }
  }
}

/** Reads everything that a page names, and adapts its styles in place. */
export async function gatherFiles(
  tree: Root,
  folder: Pick<System, 'readFile'>,
  page: PageSpot,
): Promise<PageFiles> {
  const gatherer = new Gatherer(folder, page);
  const { path } = page;
  for (const element of elementsBelow(tree)) {
    for (const address of addressesOf(element)) await gatherer.follow(address, path, element);
    const inline = textProperty(element, 'style');
    if (inline !== undefined) await gatherer.style(inline, path, element);
    if (element.tagName !== 'style') continue;
    for (const child of element.children) {
      if (child.type === 'text') child.value = await gatherer.style(child.value, path, element);
    }
  }
  return {
    assets: [...gatherer.assets.values()],
    references: gatherer.references,
    styles: gatherer.sheets.join('\n'),
    texts: gatherer.texts,
  };
}
