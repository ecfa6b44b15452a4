/** A document through the real stages before `notes`, for tests: Markdown and sources as authors write them. */

import { access, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Nodes } from 'mdast';
// @ts-expect-error: a build script in plain JavaScript.
import { writeCsl } from '../../scripts/csl.mjs';
import { blocksByName } from '../../src/blocks/registry.js';
import type { ResolvedConfig } from '../../src/config/config.js';
import { defaultConfig } from '../../src/config/defaults.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { formatPlace } from '../../src/diagnostics/place.js';
import type { Explainer } from '../../src/document/explainer.js';
import { parseDocument } from '../../src/document/parse-document.js';
import { languageOf } from '../../src/language/language-of.js';
import { annotate } from '../../src/notes/annotate.js';
import type { AnnotatedExplainer } from '../../src/notes/annotated-explainer.js';
import { type CiteEngines, createCiteEngines } from '../../src/notes/cite-engines.js';
import { ownRoot } from '../../src/notes/csl-library.js';
import { findExplainers } from '../../src/source/find-explainers.js';
import { readSource } from '../../src/source/read-source.js';
import { memorySystem } from '../../src/system/memory-system.js';

let styles: Promise<string> | undefined;

/** The folder with styles: `dist/csl` of a compiled checkout, else one made for the run. */
function stylesFolder(): Promise<string> {
  const compiled = fileURLToPath(new URL('dist/csl', ownRoot));
  styles ??= access(join(compiled, 'checkout.json')).then(
    () => compiled,
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'galley-csl-'));
      await writeCsl(folder);
      return folder;
    },
  );
  return styles;
}

/** Reads Galley's own files, as a build does. */
export async function readOwn(path: string): Promise<Uint8Array | undefined> {
  const file = path.startsWith('dist/csl/')
    ? join(await stylesFolder(), path.slice('dist/csl/'.length))
    : fileURLToPath(new URL(path, ownRoot));
  return readFile(file).catch(() => undefined);
}

/** Engines that read this checkout's styles; shared, as in a build. */
export const engines: CiteEngines = createCiteEngines(readOwn);

/** What a test writes. */
export interface Given {
  readonly body: string;
  readonly sources?: string;
  readonly figures?: string;
  readonly lang?: string;
  readonly style?: string;
  readonly config?: Partial<ResolvedConfig>;
}

/** What came out. */
export interface Made {
  readonly value: AnnotatedExplainer;
  readonly diagnostics: readonly Diagnostic[];
  /** The body with calls as `[^3]` (`[^3b]` for a second call) and in-text citations in ‹ ›. */
  readonly text: string;
  /** The notes as plain words, `1. …`. */
  readonly notes: readonly string[];
  /** The sources list as plain words, headings with `#`. */
  readonly list: readonly string[];
}

/** Reads a document up to this stage. */
export async function explainerOf(given: Given): Promise<Explainer> {
  const head = `headline: A\nstandfirst: B.\nbyline: [C]\nlang: ${given.lang ?? 'en'}`;
  const system = memorySystem({
    'content/story/explainer.md': `---\n${head}\n---\n\n${given.body}\n`,
    ...(given.sources === undefined ? {} : { 'content/story/sources.yaml': given.sources }),
    ...(given.figures === undefined ? {} : { 'content/story/figures.yaml': given.figures }),
  });
  const [entry] = (await findExplainers(system)).value;
  if (entry === undefined) throw new Error('no explainer');
  const source = (await readSource(system, defaultConfig, entry)).value;
  if (source === undefined) throw new Error('no source');
  const options = { config: defaultConfig, language: languageOf, blocks: blocksByName };
  const explainer = parseDocument(source, options).value;
  if (explainer === undefined) throw new Error('no document');
  return explainer;
}

/** Compact writing of content: links in < >, foreign words in { }, emphasis in _ _. */
export function show(nodes: readonly Nodes[]): string {
  return nodes
    .map((node): string => {
      if (node.type === 'text') return node.value;
      if (node.type === 'noteCall')
        return `[^${node.number}${'_bcdefgh'.charAt(node.call - 1).replace('_', '')}]`;
      if (node.type === 'citation') return `!${node.value}!`;
      if (!('children' in node)) return '';
      const inside = show(node.children as Nodes[]);
      if (node.type === 'emphasis') return node.data?.hName === 'sup' ? `^${inside}^` : `_${inside}_`;
      if (node.type === 'link') return `<${inside}>`;
      if (node.type === 'languageSpan') return `{${node.lang}:${inside}}`;
      if (node.type === 'inTextCitation') return `‹${inside}›`;
      return node.type === 'paragraph' ? `${inside}\n` : inside;
    })
    .join('');
}

/** Takes a document through this stage. */
export async function make(given: Given): Promise<Made> {
  const explainer = await explainerOf(given);
  const language = languageOf(explainer.lang, { digits: explainer.digits });
  const place = explainer.placeOf('citation-style');
  const { value: engine } = await engines.engineFor({
    style: given.style ?? 'chicago-notes',
    language,
    place,
  });
  const config = { ...defaultConfig, ...given.config };
  const { value, diagnostics } = annotate(explainer, { config, engine, language });
  return {
    value,
    diagnostics,
    text: show(value.tree.children).trim(),
    notes: value.notes.map((note) => `${note.number}. ${show(note.content).trim()}`),
    list: value.bibliography.flatMap(({ title, entries }) => [
      ...(title === null ? [] : [`# ${title}`]),
      ...entries.map((entry) => show(entry.content)),
    ]),
  };
}

/** Findings as `code line:column`. */
export function codes(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(
    (found) =>
      `${found.code} ${found.place === undefined ? '' : formatPlace(found.place).replace('content/story/', '')}`,
  );
}
