// Reads a finished PDF back: its pages, text, tags, links and metadata as plain data. Bytes in, data out; shares no code with the writer.

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { type PdfAnnotation, readAnnotations } from './read/annotations.js';
import { type CatalogFacts, readCatalog } from './read/catalog.js';
import { type ContentContext, ContentReader } from './read/content.js';
import type { PageContent } from './read/content-types.js';
import { type Destination, Destinations } from './read/destinations.js';
import type { PdfFont } from './read/fonts/font.js';
import { DEFAULT_LIMITS, LimitReached, type ReadLimits } from './read/limits.js';
import { type OutlineItem, readOutline } from './read/outline.js';
import { type PageFacts, pageContentBytes, readPages } from './read/pages.js';
import { ObjectStore } from './read/store.js';
import { readStructure } from './read/structure.js';
import type { StructureTree } from './read/structure-types.js';
import { pdfIsReadable, pdfMapIsIntact, type UnreadableReason } from './read/unreadable.js';
import { isKind, latin1, type PdfDictionary, type PdfStream } from './read/values.js';
import { readXmp, type XmpPacket } from './read/xmp.js';

/** A page; its annotations and content are read when first asked for. */
export interface PdfPage extends PageFacts {
  /** 0 for the first page. */
  readonly index: number;
  readonly annotations: readonly PdfAnnotation[];
  /** What is drawn. Damaged content gives what could be read and says so; it never throws. */
  readonly content: PageContent;
}

/** A file that could be read. */
export interface PdfDocumentRead {
  readonly readable: true;
  /** Version in the header, such as `1.7`, and the header's first line. */
  readonly version: string;
  readonly header: string;
  readonly trailer: PdfDictionary;
  /** The two file identifiers as hexadecimal digits; empty when missing. */
  readonly fileIds: readonly string[];
  readonly usesObjectStreams: boolean;
  readonly catalog: CatalogFacts;
  /** Entries of the information dictionary that are text. */
  readonly info: ReadonlyMap<string, string>;
  readonly pages: readonly PdfPage[];
  readonly structure: StructureTree | undefined;
  readonly outline: readonly OutlineItem[];
  readonly namedDestinations: ReadonlyMap<string, Destination>;
  readonly destinations: Destinations;
  readonly metadata: { readonly stream: PdfStream; readonly packet: XmpPacket } | undefined;
  /** Access to every object of the file. */
  readonly store: ObjectStore;
  readonly context: ContentContext;
  readonly diagnostics: readonly Diagnostic[];
}

/** A file that could not be read, and why. */
export interface PdfUnreadable {
  readonly readable: false;
  readonly reason: UnreadableReason;
  /** The permission bits of an encrypted file. */
  readonly permissions: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What reading a file gives. */
export type PdfRead = PdfDocumentRead | PdfUnreadable;

/** Reads a PDF; never throws for any bytes. Time and memory are bounded by `limits`. */
export function readPdf(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): PdfRead {
  const bounds = { ...DEFAULT_LIMITS, ...limits };
  if (bytes.length > bounds.fileBytes) return unreadable('too-much', 'fileBytes');
  if (bytes.length === 0) return unreadable('empty');
  const headerOffset = latin1(bytes.subarray(0, 1024)).indexOf('%PDF-');
  if (headerOffset < 0) return unreadable('not-a-pdf');
  try {
    return readDocument(bytes, headerOffset, bounds);
  } catch (error) {
    if (error instanceof LimitReached) return unreadable('too-much', error.limit);
    // A shape of file nobody thought of (a stack that overflows, an array too long) is an answer too, not a crash.
    if (error instanceof RangeError || error instanceof TypeError) return unreadable('defect');
    throw error;
  }
}

function unreadable(reason: UnreadableReason, limit?: keyof ReadLimits, permissions?: number): PdfUnreadable {
  return { readable: false, reason, permissions, diagnostics: [pdfIsReadable(reason, limit)] };
}

function readDocument(bytes: Uint8Array, headerOffset: number, limits: ReadLimits): PdfRead {
  const store = new ObjectStore(bytes, headerOffset, limits);
  const { trailer } = store;
  const encryption = store.dictionary(trailer.entries.get('Encrypt'));
  if (encryption) return unreadable('encrypted', undefined, store.number(encryption, 'P'));
  const root = store.dictionary(trailer.entries.get('Root'));
  const facts = root ? readPages(store, root) : [];
  if (!root || facts.length === 0) return unreadable('no-pages');
  const indexes = new Map(facts.map(({ dictionary }, index) => [dictionary, index]));
  const pageOf = (dictionary: PdfDictionary | undefined): number | undefined =>
    dictionary && indexes.get(dictionary);
  const destinations = new Destinations(store, root, pageOf);
  const context: ContentContext = {
    store,
    fonts: new Map<PdfDictionary, PdfFont>(),
    operatorsLeft: limits.operators,
    drawnLeft: limits.drawn,
  };
  const header = /^%PDF-[^\r\n]*/.exec(latin1(bytes.subarray(headerOffset, headerOffset + 64)))?.[0] ?? '';
  const document: PdfDocumentRead = {
    readable: true,
    version: /^%PDF-(\d+\.\d+)/.exec(header)?.[1] ?? '',
    header,
    trailer,
    fileIds: store
      .items(trailer.entries.get('ID'))
      .flatMap((id) => (isKind(id, 'string') ? [Buffer.from(id.bytes).toString('hex')] : [])),
    usesObjectStreams: store.usesObjectStreams(),
    catalog: readCatalog(store, root),
    info: readInfo(store),
    pages: facts.map((page, index) => lazyPage(context, destinations, page, index)),
    structure: readStructure(store, root, pageOf),
    outline: readOutline(store, destinations, root),
    namedDestinations: destinations.named,
    destinations,
    metadata: readMetadata(store, root),
    store,
    context,
    diagnostics: store.rebuilt ? [pdfMapIsIntact()] : [],
  };
  return document;
}

function readInfo(store: ObjectStore): ReadonlyMap<string, string> {
  const info = store.dictionaryAt(store.trailer, 'Info');
  return new Map(
    [...info.entries.keys()].flatMap((key) => {
      const text = store.text(info, key);
      return text === undefined ? [] : [[key, text] as const];
    }),
  );
}

function readMetadata(store: ObjectStore, root: PdfDictionary): PdfDocumentRead['metadata'] {
  const stream = store.get(root, 'Metadata');
  return isKind(stream, 'stream') ? { stream, packet: readXmp(store.decode(stream).bytes) } : undefined;
}

function lazyPage(
  context: ContentContext,
  destinations: Destinations,
  facts: PageFacts,
  index: number,
): PdfPage {
  const { store } = context;
  let annotations: readonly PdfAnnotation[] | undefined;
  let content: PageContent | undefined;
  return {
    ...facts,
    index,
    get annotations() {
      annotations ??= readAnnotations(store, destinations, facts.dictionary, index);
      return annotations;
    },
    get content() {
      content ??= drawPage(context, facts);
      return content;
    },
  };
}

function drawPage(context: ContentContext, facts: PageFacts): PageContent {
  const reader = new ContentReader(context);
  try {
    const { bytes, damaged } = pageContentBytes(context.store, facts.dictionary);
    reader.drawPage(bytes, facts.resources, facts.structParents);
    const content = reader.result();
    return damaged ? { ...content, damaged } : content;
  } catch (error) {
    // Content is read after `readPdf` has returned: here a limit gives a cut-off page that says so.
    if (error instanceof LimitReached || error instanceof RangeError)
      return { ...reader.result(), damaged: true };
    throw error;
  }
}
