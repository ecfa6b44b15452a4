/** Small documents for the tests of this stage, made as the `source` stage makes them. */

import type { ResolvedConfig } from '../../src/config/config.js';
import { defaultConfig, defaultLimits } from '../../src/config/defaults.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Explainer } from '../../src/document/explainer.js';
import { type ParseOptions, parseDocument } from '../../src/document/parse-document.js';
import type { BlockReader } from '../../src/document/work.js';
import { languageOf } from '../../src/language/language-of.js';
import type { FigureRecord } from '../../src/source/figure-record.js';
import { readFigures } from '../../src/source/figures.js';
import { splitFrontMatter } from '../../src/source/front-matter.js';
import type { ImageFile, SourceFile, UnusableImage } from '../../src/source/source-file.js';
import type { SourceRecord } from '../../src/source/source-record.js';

/** Front matter that has all that is needed; the body then begins at line 5. */
export const head: string = '---\nheadline: H\nstandfirst: S\nbyline: [A]\n---\n';

/** Lines of `head`: a body's first line is this many lines further down in the file. */
export const headLines: number = 5;

/** A source record with nothing but its id. */
export function sourceRecord(id: string): SourceRecord {
  return {
    id,
    kind: undefined,
    tier: undefined,
    csl: { id, type: 'document', title: id },
    archive: undefined,
    interest: undefined,
    derivedFrom: undefined,
    description: undefined,
    reason: undefined,
    corroboration: [],
    scope: 'document',
    place: { kind: 'source', file: 'content/x/sources.yaml' },
    fieldPlaces: {},
  };
}

/** A picture that can be used. */
export function imageFile(name: string): ImageFile {
  return {
    path: `content/x/${name}`,
    mediaType: 'image/png',
    width: 10,
    height: 10,
    bytes: new Uint8Array(),
    hash: '',
  };
}

/** What a test may say about its document. */
export interface Setting {
  readonly sources?: readonly string[];
  readonly figures?: string;
  readonly images?: Readonly<Record<string, ImageFile | UnusableImage>>;
  readonly blocks?: ReadonlyMap<string, BlockReader>;
  readonly config?: Partial<ResolvedConfig>;
  readonly source?: Partial<SourceFile>;
  readonly original?: Explainer;
}

/** The files of a document with this text. */
export function sourceFile(text: string, setting: Setting = {}): SourceFile {
  const path = 'content/x/explainer.md';
  const split = splitFrontMatter(text, path, defaultLimits).value;
  const figures = new Map<string, FigureRecord>();
  for (const record of readFigures(setting.figures ?? '', 'content/x/figures.yaml').value) {
    figures.set(record.id, record);
  }
  return {
    path,
    slug: 'x',
    fileLang: undefined,
    translates: undefined,
    text,
    ...split,
    sources: new Map((setting.sources ?? []).map((id) => [id, sourceRecord(id)])),
    figures,
    isWritten: () => false,
    images: new Map(Object.entries(setting.images ?? {})),
    ...setting.source,
  };
}

/** What parsing gives, with the diagnostics as short lines: `line:column code`. */
export interface Parsed {
  readonly explainer: Explainer;
  readonly diagnostics: readonly Diagnostic[];
  readonly found: readonly string[];
}

/** Where a finding stands and what it is: `7:1 error image-has-alt`. */
export function short(diagnostic: Diagnostic): string {
  const place = diagnostic.place;
  const start = place?.kind === 'source' ? place.position?.start : undefined;
  const severity = diagnostic.severity === 'error' ? '' : ` (${diagnostic.severity})`;
  return `${start?.line}:${start?.column} ${diagnostic.code}${severity}`;
}

/** Parses a whole file. */
export function parseFile(text: string, setting: Setting = {}): Parsed {
  const options: ParseOptions = {
    config: { ...defaultConfig, ...setting.config },
    language: languageOf,
    blocks: setting.blocks ?? new Map(),
    ...(setting.original === undefined ? {} : { original: setting.original }),
  };
  const { value, diagnostics } = parseDocument(sourceFile(text, setting), options);
  if (value === undefined) throw new Error('the front matter could not be read');
  return { explainer: value, diagnostics, found: diagnostics.map(short) };
}

/** Parses a body below front matter that is in order. Lines in `found` are those of the body. */
export function parseBody(body: string, setting: Setting = {}): Parsed {
  const parsed = parseFile(head + body, setting);
  const found = parsed.found.map((line) => {
    const [number, rest] = line.split(/:(.*)/s);
    return `${Number(number) - headLines}:${rest}`;
  });
  return { ...parsed, found };
}

/** A tree as plain data without positions, for literal comparison. */
export function bare(node: unknown): unknown {
  return JSON.parse(JSON.stringify(node, (key, value) => (key === 'position' ? undefined : value)));
}
