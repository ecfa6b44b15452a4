/** One reader for each kind of sources file. */

import type { StageResult } from '../diagnostics/diagnostic.js';
import type { sourceEndings } from './file-names.js';
import type { SourceDraft } from './source-draft.js';
import { readSourcesBib } from './sources-bib.js';
import { readSourcesJson } from './sources-json.js';
import { readSourcesRis } from './sources-ris.js';
import { readSourcesYaml } from './sources-yaml.js';

/** Reads the text of one file (`\n` line ends) into drafts; wrong entries are findings, the others stay usable. */
export type SourceReader = (
  text: string,
  file: string,
) => StageResult<readonly SourceDraft[]> | Promise<StageResult<readonly SourceDraft[]>>;

/** Readers by the ending of the file. */
export const sourceReaders: Readonly<Record<(typeof sourceEndings)[number], SourceReader>> = {
  yaml: readSourcesYaml,
  json: readSourcesJson,
  bib: readSourcesBib,
  ris: readSourcesRis,
};
