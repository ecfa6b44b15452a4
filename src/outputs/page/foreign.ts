/** Says which of the files that a page asks for are missing, lie elsewhere or cannot be used, where they are named. */

import type { Root } from 'hast';
import type { Reference } from './files.js';
import { type PageFindings, short } from './findings.js';
import { elementsBelow } from './tree.js';

const origin = 'https://doc.invalid/';

/** The address under which the browser asks for a reference. */
function askedAs({ address, file }: Reference): string {
  const base = origin + file.split('/').map(encodeURIComponent).join('/');
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

/** What the browser was shown, and what it said. */
export interface AskedFiles {
  readonly references: readonly Reference[];
  /** Path of the page in its folder. */
  readonly page: string;
  /** The page as it will print: what is no longer in it asks for nothing. */
  readonly tree: Root;
  readonly refused: readonly string[];
  readonly broken: readonly string[];
}

/** Makes findings of what the browser was refused and of what it could not use. A file named twice is told once. */
export function fileFindings(
  { references, page, tree, refused, broken }: AskedFiles,
  findings: PageFindings,
): void {
  const present = new Set<unknown>(elementsBelow(tree));
  const named = references.filter(({ from }) => !('tagName' in from) || present.has(from));
  const isAsked = (reference: Reference): boolean => refused.includes(askedAs(reference));
  for (const reference of firstOf(named.filter((one) => one.path === undefined || isAsked(one)))) {
    tellMissing(reference, page, findings);
  }
  for (const name of broken) {
    const all = references.filter(({ address }) => address === name);
    const reference = named.find(({ address }) => address === name);
    // A picture that is not there is told as missing.
    if (all.some((one) => one.path === undefined || isAsked(one))) continue;
    if (all.length > 0 && reference === undefined) continue;
    findings.tell('print-pictures-are-readable', 'error', reference?.from, {
      what: `The browser cannot read the picture or font “${short(name)}”.`,
      why: 'It would be missing on paper.',
      fix: 'Open the file in a program for such files and save it again.',
      excerpt: name,
    });
  }
  const known = new Set(references.map(askedAs));
  for (const address of refused) {
    if (known.has(address) || address.startsWith('data:')) continue;
    findings.tell('print-loads-nothing-foreign', 'error', undefined, foreignWords(address));
  }
}

function firstOf(references: readonly Reference[]): Reference[] {
  const seen = new Set<string>();
  return references.filter((reference) => {
    const address = askedAs(reference);
    if (seen.has(address)) return false;
    seen.add(address);
    return true;
  });
}

function foreignWords(address: string): { what: string; why: string; fix: string; excerpt: string } {
  return {
    what: `The page asks for “${short(address)}”, which is not in its own folder.`,
    why: 'Nothing is loaded from elsewhere while printing, so it would be missing on paper.',
    fix: 'Put the file into the page’s folder and name it from there; name the folder of the whole site with --root; or take the reference out.',
    excerpt: address,
  };
}

function tellMissing(reference: Reference, page: string, findings: PageFindings): void {
  const { address, from, file, path } = reference;
  const words =
    path === undefined
      ? foreignWords(address)
      : {
          what: `There is no file “${path}” in the page’s folder, or none that a page can show.`,
          why: 'It would be missing on paper.',
          fix: 'Check how its name is written, and that it is a picture, a stylesheet or a font.',
          excerpt: address,
        };
  const at = { kind: 'source', file: file === page ? findings.file : file, position: from.position } as const;
  findings.list.push({ code: 'print-loads-nothing-foreign', severity: 'error', ...words, place: at });
}
