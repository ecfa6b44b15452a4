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
import { brokenLinks, doubledAddresses, mergeById } from './merge-sources.js';
import { finishDraft, missingParts, type SourceDraft } from './source-draft.js';
import { sourceReaders } from './source-readers.js';
import type { SourceRecord } from './source-record.js';

/** Most bytes of one data file. */
const maxBytes = 2_000_000;

/** Everything that one explainer may cite and count. */
export interface SourceData {
  readonly sources: ReadonlyMap<string, SourceRecord>;
  readonly figures: ReadonlyMap<string, FigureRecord>;
}

/** The text of a data file; undefined when there is none, or none that can be read. */
async function readText(
  system: System,
  path: string,
  diagnostics: Diagnostic[],
): Promise<string | undefined> {
  const bytes = await system.readFile(path);
  if (bytes === undefined) return undefined;
  if (bytes.length > maxBytes) {
    const size = bytes.length.toLocaleString('en');
    diagnostics.push(
      errorAt('size-is-within-limit', placeIn(path), {
        what: `The file is ${size} bytes long; at most ${maxBytes.toLocaleString('en')} are read.`,
        why: 'Nothing in it can be used.',
        fix: 'Move what only some explainers need to their folders.',
      }),
    );
    return undefined;
  }
  const decoded = decodeText(bytes, path);
  diagnostics.push(...decoded.diagnostics);
  return decoded.value;
}

type Scope = 'document' | 'shared';

async function readSources(
  system: System,
  prefix: string,
  scope: Scope,
  diagnostics: Diagnostic[],
): Promise<readonly SourceRecord[]> {
  const drafts: SourceDraft[] = [];
  for (const ending of sourceEndings) {
    const path = `${prefix}sources.${ending}`;
    const text = await readText(system, path, diagnostics);
    if (text === undefined) continue;
    const read = await sourceReaders[ending](text, path);
    diagnostics.push(...read.diagnostics);
    drafts.push(...read.value);
  }
  return drafts.map((draft) => {
    diagnostics.push(...missingParts(draft));
    return finishDraft(draft, scope);
  });
}

async function readNumbers(
  system: System,
  prefix: string,
  scope: Scope,
  diagnostics: Diagnostic[],
): Promise<readonly FigureRecord[]> {
  const path = `${prefix}figures.yaml`;
  const text = await readText(system, path, diagnostics);
  if (text === undefined) return [];
  const read = readFigures(text, path);
  diagnostics.push(...read.diagnostics);
  return read.value.map((figure) => ({ ...figure, scope }));
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
  const { own, shared } = prefixes(entry);
  const ownSources = await readSources(system, own, 'document', diagnostics);
  const sharedSources = shared === undefined ? [] : await readSources(system, shared, 'shared', diagnostics);
  const sources = mergeById(
    ownSources,
    sharedSources,
    { code: 'source-id-is-unique', noun: 'source' },
    diagnostics,
  );
  const ownFigures = await readNumbers(system, own, 'document', diagnostics);
  const sharedFigures = shared === undefined ? [] : await readNumbers(system, shared, 'shared', diagnostics);
  const figures = mergeById(ownFigures, sharedFigures, { code: 'id-is-unique', noun: 'number' }, diagnostics);
  diagnostics.push(
    ...doubledAddresses(sources.values()),
    ...brokenLinks(sources),
    ...brokenFigureLinks(figures, new Set(sources.keys())),
  );
  return result({ sources, figures }, diagnostics);
}
