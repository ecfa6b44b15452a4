/** One explainer's files → its tree and metadata. Pure: the same files give the same value, and nothing is thrown or dropped. */

import type { Root } from 'mdast';
import type { ResolvedConfig } from '../config/config.js';
import { textPositions } from '../config/text-positions.js';
import { validate } from '../config/validate.js';
import { type Diagnostic, result, type StageResult } from '../diagnostics/diagnostic.js';
import type { SourcePlace } from '../diagnostics/place.js';
import type { Digits, Language } from '../language/language.js';
import type { SourceFile } from '../source/source-file.js';
import { readCitations } from './citations.js';
import { digitsOf } from './document-digits.js';
import { checkLanguage, languageTagOf, typedDirection } from './document-language.js';
import type { Explainer, Metadata } from './explainer.js';
import { checkFootnotes } from './footnotes.js';
import { keyPlace } from './frontmatter-reader.js';
import {
  type FrontMatter,
  frontMatterSchema,
  frontMatterSynonyms,
  translationSchema,
} from './frontmatter-schema.js';
import { checkHasText } from './has-text.js';
import { refuseCitationsInHeadings } from './headings.js';
import { checkImages } from './images.js';
import { readInlineRoles } from './inline-roles.js';
import { type KeptPieces, parseByPieces } from './kept-pieces.js';
import { reportLeftOver } from './left-over.js';
import { resolveReferences } from './link-references.js';
import { readLocator } from './locator.js';
import { bodyParser, inlineParser } from './markdown.js';
import { checkMetadataTargets } from './metadata-targets.js';
import { checkNumbers } from './number-consistency.js';
import { outlineOf } from './outline.js';
import { pieceParser } from './piece-parser.js';
import { placeNodes } from './place-nodes.js';
import { reportPlaceholders, reportSourcePlaceholders } from './placeholders.js';
import { prepareBody } from './prepare-body.js';
import { proseLines } from './prose-lines.js';
import { checkProseTables } from './prose-tables.js';
import { refuseRawHtml } from './raw-html.js';
import { readMetadata } from './read-metadata.js';
import { recogniseBlocks } from './recognise-blocks.js';
import { usableImages } from './recogniser-context.js';
import { checkRelativeTime } from './relative-time.js';
import { restoreDirectives } from './restore-directives.js';
import { readStructure } from './structure.js';
import { checkTargets } from './targets.js';
import { translationDrift } from './translation-drift.js';
import { setTypography } from './typography.js';
import { checkWeekdays } from './weekdays.js';
import type { BlockReader, KnownIds, Work } from './work.js';

/** What this stage needs besides the files. */
export interface ParseOptions {
  readonly config: ResolvedConfig;
  /** Words and forms of a language by its tag. */
  readonly language: (tag: string, forms?: { readonly digits: Digits }) => Language;
  /** Authoring blocks by name. */
  readonly blocks: ReadonlyMap<string, BlockReader>;
  /** The original, for a translation that stands beside it: it inherits states, dates and names. */
  readonly original?: Explainer | undefined;
  /** What was parsed of the same document before; given by who parses it again and again. */
  readonly kept?: KeptPieces | undefined;
}

/** Whether a bracket behind `@id` holds a place in the source and nothing else first. */
function isLocator(text: string, language: Language): boolean {
  return readLocator(text, language).locator !== undefined;
}

function makeWork(source: SourceFile, options: ParseOptions, diagnostics: Diagnostic[]): Work {
  const tag = languageTagOf(source.frontmatter.textOf(['lang']), source.fileLang, options.config.lang);
  const language = options.language(tag);
  return {
    source,
    config: options.config,
    language,
    languageOf: (other) => options.language(other),
    blocks: options.blocks,
    positions: textPositions(source.text),
    parseInline: inlineParser((text) => isLocator(text, language)),
    unreadable: new Set(),
    nearestSources: new Map(),
    toldFigures: new Set(),
    raw: new Map(),
    cut: [],
    projectLinks: [],
    ids: undefined,
    report: (finding) => diagnostics.push(finding),
    place: (position) => ({ kind: 'source', file: source.path, position }),
  };
}

/** Whether a PDF is made of this document, where words cannot change any more. */
function isPrinted(work: Work): boolean {
  const own = work.source.frontmatter.data as { readonly formats?: unknown } | null | undefined;
  const formats: readonly unknown[] = Array.isArray(own?.formats) ? own.formats : work.config.formats;
  return formats.some((format) => String(format).startsWith('pdf'));
}

/** What can only be said of whole sentences. */
function checkProse(tree: Root, work: Work): void {
  const lines = proseLines(tree, work);
  checkRelativeTime(lines, isPrinted(work), work);
  checkWeekdays(lines, work);
  checkNumbers(lines, work);
}

/** What was read of the body. */
interface Body {
  /** As the parser got it: without comments. */
  readonly text: string;
  readonly tree: Root;
  readonly ids: KnownIds;
  readonly ownIds: ReadonlyMap<string, SourcePlace>;
}

function parseBody(text: string, kept: KeptPieces | undefined, { language }: Work): Root {
  const isPlace = (words: string): boolean => isLocator(words, language);
  if (kept === undefined) return bodyParser(isPlace)(text);
  return parseByPieces(text, language.tag, kept, pieceParser(isPlace));
}

/** The body as a tree with blocks, and its ids. */
function readBody(work: Work, options: ParseOptions): Body {
  const prepared = prepareBody(work);
  const tree = parseBody(prepared.text, options.kept, work);
  work.language = options.language(work.language.tag, { digits: digitsOf(tree, work) });
  restoreDirectives(tree, prepared.text);
  placeNodes(tree, prepared, work);
  refuseRawHtml(tree, work);
  resolveReferences(tree, work);
  readCitations(tree, work);
  refuseCitationsInHeadings(tree, work);
  checkFootnotes(tree, work);
  reportLeftOver(tree, work);
  reportPlaceholders(tree, work);
  reportSourcePlaceholders(work);
  checkImages(tree, work);
  checkProseTables(tree, work);
  const structure = readStructure(tree, work);
  work.ids = structure.ids;
  readInlineRoles(tree, work);
  checkProse(tree, work);
  checkTargets(tree, work);
  recogniseBlocks(tree, structure, work);
  setTypography(tree, work);
  return { text: prepared.text, tree, ids: structure.ids, ownIds: structure.ids.own() };
}

/** The front matter, checked; undefined when it could not be read at all. */
function readFrontMatter(work: Work): FrontMatter | undefined {
  const schema = work.source.translates === undefined ? frontMatterSchema : translationSchema;
  const checked = validate(work.source.frontmatter, schema, {
    subject: 'the front matter',
    required: ['headline', 'standfirst'],
    synonyms: frontMatterSynonyms,
    codeOf: (kind, path) => {
      if (kind === 'unknown-key') return undefined;
      const key = String(path.at(-1));
      if (key === 'headline' || key === 'standfirst') return 'headline-and-standfirst-are-present';
      if (kind === 'missing') return 'keys-and-blocks-are-known';
      if (key === 'lang') return 'language-tag-is-valid';
      return ['published', 'updated', 'reviewed', 'expires', 'at', 'date', 'embargo'].includes(key)
        ? 'date-is-valid'
        : undefined;
    },
  });
  for (const diagnostic of checked.diagnostics) work.report(diagnostic);
  return checked.value;
}

function offsetOf(diagnostic: Diagnostic): number {
  const place = diagnostic.place;
  return place?.kind === 'source' ? (place.position?.start.offset ?? 0) : 0;
}

/** Findings in the order of the file. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((a, b) => offsetOf(a) - offsetOf(b));
}

function explainerOf(metadata: Metadata, body: Body, typedDir: unknown, work: Work): Explainer {
  const { source, language } = work;
  return {
    path: source.path,
    slug: source.slug,
    lang: language.tag,
    dir: typedDirection(typedDir) ?? language.dir,
    digits: language.digits,
    title: metadata.headline.text,
    metadata,
    tree: body.tree,
    outline: outlineOf(body.tree),
    sources: source.sources,
    figures: source.figures,
    images: usableImages(source.images),
    placeOf: (key) => keyPlace([key], work),
    cut: work.cut,
    projectLinks: work.projectLinks,
    ownIds: body.ownIds,
  };
}

/**
 * Parses one document. The value is undefined only when the front matter cannot be read at all, since nobody can tell then
 * whether the text may be public; findings of the body are given all the same.
 */
export function parseDocument(source: SourceFile, options: ParseOptions): StageResult<Explainer | undefined> {
  const diagnostics: Diagnostic[] = [];
  const work = makeWork(source, options, diagnostics);
  const body = readBody(work, options);
  const data = readFrontMatter(work);
  if (data === undefined) return result(undefined, inOrder(diagnostics));
  checkLanguage(work.language.tag, work);
  const read = readMetadata(data, options.original, work);
  const metadata = checkMetadataTargets(read, body.tree, body.ids, work);
  checkHasText(body.text, metadata, work);
  const explainer = explainerOf(metadata, body, data.dir, work);
  const { original } = options;
  if (original !== undefined && original.metadata.status !== 'withdrawn')
    diagnostics.push(...translationDrift(original, explainer, options.language));
  return result(explainer, inOrder(diagnostics));
}
