/** Writes finished documents to the output folder: staged whole, then moved file by file; what is no longer made is swept. */

import type { OutputFile } from '../outputs/output.js';
import type { System } from '../system/system.js';

/** A document whose files are all ready, below `folder` of the output folder. */
export interface FinishedDocument {
  /** `slug` or `slug/lang`; also its folder. */
  readonly document: string;
  readonly files: readonly OutputFile[];
}

const stagingFolder = '.staging';

/** Stages every file first, so that a full disk or a kill leaves the earlier output as it was. */
export async function publishDocument(
  system: System,
  out: string,
  finished: FinishedDocument,
): Promise<void> {
  const staging = `${out}/${stagingFolder}/${finished.document}`;
  await system.remove(staging);
  for (const file of finished.files) await system.writeFile(`${staging}/${file.path}`, file.bytes);
  // The page comes last: it names the others.
  const pagesLast = [...finished.files].sort(
    (a, b) => Number(a.path.endsWith('.html')) - Number(b.path.endsWith('.html')),
  );
  for (const file of pagesLast) {
    await system.rename(`${staging}/${file.path}`, `${out}/${finished.document}/${file.path}`);
  }
  await system.remove(staging);
}

/** Removes files of earlier builds that nothing makes any more. Paths are relative to the output folder. */
export async function sweep(
  system: System,
  out: string,
  earlier: Iterable<string>,
  kept: ReadonlySet<string>,
): Promise<void> {
  for (const path of earlier) {
    if (!kept.has(path)) await system.remove(`${out}/${path}`);
  }
  await system.remove(`${out}/${stagingFolder}`);
}
