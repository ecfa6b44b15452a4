/** The stage “source”: reads all files of one explainer into one value with places in the author's files. */

import type { ResolvedConfig } from '../config/config.js';
import { decodeText } from '../config/decode-text.js';
import { type Diagnostic, hasErrors, result, type StageResult } from '../diagnostics/diagnostic.js';
import type { System } from '../system/system.js';
import type { ExplainerEntry } from './explainer-entry.js';
import { errorAt, placeIn } from './findings.js';
import { splitFrontMatter } from './front-matter.js';
import { hiddenCharacters } from './hidden-characters.js';
import { readImages } from './images.js';
import { bodyLimits } from './limits.js';
import type { SourceFile } from './source-file.js';
import { readSourceData } from './source-files.js';

function gone(path: string): Diagnostic {
  return errorAt('explainer-has-content', placeIn(path), {
    what: `“${path}” is gone.`,
    why: 'It was there when the project was searched, and there is nothing to publish now.',
    fix: 'Put the file back, or build again.',
  });
}

function tooLarge(path: string, bytes: number, limit: number): Diagnostic {
  return errorAt('size-is-within-limit', placeIn(path), {
    what: `The document is ${bytes.toLocaleString('en')} bytes long; at most ${limit.toLocaleString('en')} are read.`,
    why: 'Nobody could read such a page, and making it could take minutes.',
    fix: 'Split it into several explainers.',
  });
}

function empty(path: string): Diagnostic {
  const start = { line: 1, column: 1, offset: 0 };
  return errorAt('explainer-has-content', placeIn(path, { start, end: start }), {
    what: 'The file is empty.',
    why: 'There is nothing to publish.',
    fix: 'Begin with a line `---`, then `headline: …` and the other keys, a line `---`, and the text.',
  });
}

/** The text of the Markdown file, or undefined when it cannot be used at all. */
async function readText(
  system: System,
  config: ResolvedConfig,
  path: string,
): Promise<StageResult<string | undefined>> {
  const bytes = await system.readFile(path);
  if (bytes === undefined) return result(undefined, [gone(path)]);
  const limit = config.limits.documentBytes;
  if (bytes.length > limit) return result(undefined, [tooLarge(path, bytes.length, limit)]);
  const decoded = decodeText(bytes, path);
  if (decoded.value?.trim() === '') return result(undefined, [empty(path)]);
  return decoded;
}

/** Whether a document names a picture, as typed or with percent codes. */
function mentions(text: string): (name: string) => boolean {
  return (name) =>
    text.includes(name) || text.includes(encodeURI(name)) || text.includes(encodeURIComponent(name));
}

/**
 * Reads the files of one explainer. Undefined when there is no document that the next stage could parse: no file, not
 * UTF-8, over a limit. Every fault is a finding in the author's files.
 */
export async function readSource(
  system: System,
  config: ResolvedConfig,
  entry: ExplainerEntry,
): Promise<StageResult<SourceFile | undefined>> {
  const { value: text, diagnostics: first } = await readText(system, config, entry.path);
  if (text === undefined) return result(undefined, first);
  const split = splitFrontMatter(text, entry.path, config.limits);
  const { frontmatter, body, bodyStart } = split.value;
  const deep = bodyLimits(body, bodyStart, entry.path, config.limits.nestingLevels);
  const diagnostics = [...first, ...hiddenCharacters(text, entry.path), ...split.diagnostics, ...deep];
  if (hasErrors(deep)) return result(undefined, diagnostics);
  const data = await readSourceData(system, entry);
  // Folders of one-file explainers hold the pictures of all of them; each reads its own.
  const wanted = entry.form === 'folder' ? () => true : mentions(text);
  const images = await readImages(system, config, entry.folder, wanted);
  const value: SourceFile = {
    path: entry.path,
    slug: entry.slug,
    fileLang: entry.fileLang,
    translates: entry.translates,
    ...{ text, frontmatter, body, bodyStart },
    ...data.value,
    images,
  };
  return result(value, [...diagnostics, ...data.diagnostics]);
}
