/** Whether an id stands in a data file, readable or not: then “no source has this id” would send its author the wrong way. */

/** A data file as bytes. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The line or words that give a record its id, by the file's ending. */
function patternOf(id: string, path: string): RegExp {
  const safe = id.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  if (path.endsWith('.bib')) return new RegExp(`@?[A-Za-z]+[ \\t]*[{(]\\s*${safe}(?=[\\s,])`, 'u');
  if (path.endsWith('.json')) return new RegExp(`"id"\\s*:\\s*"${safe}"`, 'u');
  if (path.endsWith('.ris')) return new RegExp(`^\\s*ID\\s+-\\s*${safe}\\s*$`, 'mu');
  return new RegExp(`^["']?@?${safe}["']?\\s*[:：]`, 'mu');
}

/** Says of an id whether one of the files holds a record of that name. Reads them when it is asked, since faults are rare. */
export function writtenIds(files: readonly WrittenFile[]): (id: string) => boolean {
  return (id) =>
    files.some(({ path, bytes }) => patternOf(id, path).test(new TextDecoder('utf-8').decode(bytes)));
}
