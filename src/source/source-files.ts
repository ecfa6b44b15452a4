/** Reads the data files of an explainer: its sources and numbers, and those that all explainers share. */

import { decodeText } from '../config/decode-text.js';
import { type Diagnostic, result, type StageResult } from '../diagnostics/diagnostic.js';
import type { System } from '../system/system.js';
import type { ExplainerEntry } from './explainer-entry.js';
import { brokenFigureLinks } from './figure-links.js';
import type { FigureRecord } from './figure-record.js';
import { readFigures } from './figures.js';
import { sourceEndings } from './file-names.js';
import { errorAt, placeIn } from './findings.js';
import { hiddenCharacters } from './hidden-characters.js';
import { brokenLinks, doubledAddresses, mergeById } from './merge-sources.js';
import { remember } from './shared-files.js';
import { finishDraft, missingParts } from './source-draft.js';
import { sourceReaders } from './source-readers.js';
import type { SourceRecord } from './source-record.js';
import { type WrittenFile, writtenIds } from './written-ids.js';

/** Most bytes of one data file. */
const maxBytes = 2_000_000;

/** Everything that one explainer may cite and count. */
export interface SourceData {
  readonly sources: ReadonlyMap<string, SourceRecord>;
  readonly figures: ReadonlyMap<string, FigureRecord>;
  /** Whether a data file holds a record of this name, though it may not be usable. */
  readonly isWritten: (id: string) => boolean;
}

type Scope = SourceRecord['scope'];

/** The text of a data file; undefined when it cannot be read. */
function decodeFile(bytes: Uint8Array, path: string): StageResult<string | undefined> {
  if (bytes.length <= maxBytes) {
    const { value, diagnostics } = decodeText(bytes, path);
    return result(value, [...diagnostics, ...hiddenCharacters(value ?? '', path)]);
  }
  const size = bytes.length.toLocaleString('en');
  return result(undefined, [
    errorAt('size-is-within-limit', placeIn(path), {
      what: `The file is ${size} bytes long; at most ${maxBytes.toLocaleString('en')} are read.`,
      why: 'Nothing in it can be used.',
      fix: 'Move what only some explainers need to their folders.',
    }),
  ]);
}

async function readSources(
  bytes: Uint8Array,
  path: string,
  ending: (typeof sourceEndings)[number],
  scope: Scope,
): Promise<StageResult<readonly SourceRecord[]>> {
  const { value: text, diagnostics: first } = decodeFile(bytes, path);
  if (text === undefined) return result([], first);
  const { value: drafts, diagnostics } = await sourceReaders[ending](text, path);
  const records = drafts.map((draft) => finishDraft(draft, scope));
  return result(records, [...first, ...diagnostics, ...drafts.flatMap(missingParts)]);
}

async function readNumbers(
  bytes: Uint8Array,
  path: string,
  scope: Scope,
): Promise<StageResult<readonly FigureRecord[]>> {
  const { value: text, diagnostics: first } = decodeFile(bytes, path);
  if (text === undefined) return result([], first);
  const { value: figures, diagnostics } = readFigures(text, path);
  const records = figures.map((figure) => ({ ...figure, scope }));
  return result(records, [...first, ...diagnostics]);
}

/** What one folder, or one file name's beginning, holds. */
interface Shelf {
  readonly sources: readonly SourceRecord[];
  readonly figures: readonly FigureRecord[];
  readonly files: readonly WrittenFile[];
}

/** Reads the data files whose paths begin with `prefix`; undefined: there is no such place. */
async function readShelf(
  system: System,
  prefix: string | undefined,
  scope: Scope,
  diagnostics: Diagnostic[],
): Promise<Shelf> {
  if (prefix === undefined) return { sources: [], figures: [], files: [] };
  const files: WrittenFile[] = [];
  const read = async <T>(
    path: string,
    parse: (bytes: Uint8Array) => Promise<StageResult<readonly T[]>>,
  ): Promise<readonly T[]> => {
    const bytes = await system.readFile(path);
    if (bytes === undefined) return [];
    files.push({ path, bytes });
    const found = await remember(system, { path, scope, bytes }, parse);
    diagnostics.push(...found.diagnostics);
    return found.value;
  };
  const sources: SourceRecord[] = [];
  for (const ending of sourceEndings) {
    const path = `${prefix}sources.${ending}`;
    sources.push(...(await read(path, (bytes) => readSources(bytes, path, ending, scope))));
  }
  const path = `${prefix}figures.yaml`;
  const figures = await read(path, (bytes) => readNumbers(bytes, path, scope));
  return { sources, figures, files };
}

/** The beginning of the paths of data files: a folder, or for a one-file explainer its name. */
function prefixes(entry: ExplainerEntry): { own: string; shared: string | undefined } {
  const inFolder = (folder: string): string => (folder === '' ? '' : `${folder}/`);
  const own = entry.form === 'folder' ? inFolder(entry.folder) : `${inFolder(entry.folder)}${entry.slug}.`;
  return { own, shared: entry.sharedFolder === undefined ? undefined : inFolder(entry.sharedFolder) };
}

/** Reads and joins the data files of an explainer; the document's own win over shared ones. */
export async function readSourceData(
  system: System,
  entry: ExplainerEntry,
): Promise<StageResult<SourceData>> {
  const diagnostics: Diagnostic[] = [];
  const at = prefixes(entry);
  const own = await readShelf(system, at.own, 'document', diagnostics);
  const shared = await readShelf(system, at.shared, 'shared', diagnostics);
  const sourceWords = { code: 'source-id-is-unique', noun: 'source' };
  const sources = mergeById(own.sources, shared.sources, sourceWords, diagnostics);
  const figures = mergeById(
    own.figures,
    shared.figures,
    { code: 'id-is-unique', noun: 'number' },
    diagnostics,
  );
  diagnostics.push(
    ...doubledAddresses(sources.values()),
    ...brokenLinks(sources),
    ...brokenFigureLinks(figures, new Set(sources.keys())),
  );
  const isWritten = writtenIds([...own.files, ...shared.files]);
  return result({ sources, figures, isWritten }, diagnostics);
}
