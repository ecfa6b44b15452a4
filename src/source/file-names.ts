/** Which file names Galley knows, and which look like one of them with a slip of the keyboard. */

import { nearest } from '../diagnostics/nearest.js';

/** Data files of an explainer or of the whole project. */
export const dataFiles = [
  'sources.yaml',
  'sources.json',
  'sources.bib',
  'sources.ris',
  'figures.yaml',
  'overrides.yaml',
] as const;

/** Endings of the files that Galley reads as sources, in reading order. */
export const sourceEndings = ['yaml', 'json', 'bib', 'ris'] as const;

/** Whether a text can be a slug: lower-case ASCII letters, digits, hyphens. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]*$/.test(text) && !/^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(text);
}

/** The slug nearest to a name, or a made-up example when no Latin letter is left. */
export function slugFrom(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (isSlug(slug)) return slug;
  return slug === '' ? 'my-explainer' : `${slug}-1`;
}

/** Splits a file name at its last dot. */
export function splitName(name: string): { readonly stem: string; readonly ending: string } {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? { stem: name, ending: '' } : { stem: name.slice(0, dot), ending: name.slice(dot + 1) };
}

/** Whether a file holds Markdown by its name, also under an ending that Galley does not read. */
export function isMarkdownName(name: string): boolean {
  return /\.(?:md|markdown|mdown|mkd|mdx)$/i.test(name);
}

/** The known name that an unknown one was probably meant to be, or undefined. */
export function meantName(name: string, known: readonly string[]): string | undefined {
  if (known.includes(name)) return undefined;
  const { stem, ending } = splitName(name);
  if (!/^(?:md|markdown|mdown|mkd|mdx|txt|ya?ml|json|bib|ris)$/i.test(ending)) return undefined;
  const stems = [...new Set(known.map((each) => splitName(each).stem))];
  const meant = nearest(stem, stems);
  if (meant === undefined)
    return /^(?:bib|ris)$/i.test(ending) ? `sources.${ending.toLowerCase()}` : undefined;
  const candidates = known.filter((each) => splitName(each).stem === meant);
  return candidates.find((each) => splitName(each).ending === ending.toLowerCase()) ?? candidates[0];
}
