/** What the preview answers to which address: its own pages, documents as they were made, and the files of its scripts. Nothing else. */

import type { LiveProject } from '../../build/live/live-project.js';
import { mediaTypeOf } from '../../build/media-types.js';
import type { System } from '../../system/system.js';
import type { ShownPrint } from '../client/types.js';
import type { Subject } from './events.js';
import { emptyPage, missingPage, pdfPage, startPage, withScript } from './pages.js';
import { type Answer, type Asked, headersFor, refusalOf } from './safety.js';

/** What answers are made from. */
export interface AnswerDesk {
  readonly live: LiveProject;
  /** The folder of the pages' scripts and styles. */
  readonly client: System;
  /** Names and ports under which the preview may be asked. */
  readonly hosts: ReadonlySet<string>;
}

/** An answer, or the stream that a page wants to listen to. */
export type Reply = Answer | { readonly stream: Subject; readonly headers: Readonly<Record<string, string>> };

/** The pages' own scripts and styles, and those of pdf.js. */
const clientFile = /^(?:pdfjs\/)?[a-z][a-z0-9-]*(?:\.[a-z]+)?(?:\.min)?\.(?:js|mjs|css)$/;

/** Splits an address into its path and its query; undefined for one that no page of ours has. */
function parse(target: string): { readonly path: string; readonly query: URLSearchParams } | undefined {
  const [before = '', query = ''] = target.split('?', 2);
  try {
    const path = decodeURIComponent(before);
    const isPlain = !/[\\\u0000-\u001f]|%|(?:^|\/)\.\.?(?:\/|$)/.test(path);
    return isPlain ? { path: path.slice(1), query: new URLSearchParams(query) } : undefined;
  } catch {
    return undefined;
  }
}

/** One request with what answering it needs. */
interface Case extends AnswerDesk {
  readonly origin: string;
  readonly query: URLSearchParams;
}

function page(text: string, { origin }: Case, status = 200): Answer {
  return { status, headers: headersFor('text/html', origin), body: text };
}

function file(path: string, bytes: Uint8Array, { origin }: Case): Answer {
  const mediaType = path.endsWith('.pdf') ? 'application/pdf' : mediaTypeOf(path);
  return { status: 200, headers: headersFor(mediaType, origin), body: bytes };
}

function missing(what: string, at: Case): Answer {
  return page(missingPage(what), at, 404);
}

function moved(to: string, { origin }: Case): Answer {
  const headers = { ...headersFor('text/plain', origin), location: encodeURI(to) };
  return { status: 302, headers, body: '' };
}

async function ofClient(name: string, at: Case): Promise<Answer> {
  const bytes = clientFile.test(name) ? await at.client.readFile(name) : undefined;
  return bytes === undefined
    ? missing('This file does not belong to the preview.', at)
    : file(name, bytes, at);
}

/** The document whose folder a path lies in, longest name first, and what is left of the path. */
function documentOf(
  path: string,
  { live }: Case,
): { readonly document: string; readonly rest: string } | undefined {
  const names = live.views().map(({ document }) => document);
  const found = names
    .filter((name) => path === name || path.startsWith(`${name}/`))
    .sort((a, b) => b.length - a.length)[0];
  return found === undefined ? undefined : { document: found, rest: path.slice(found.length + 1) };
}

async function ofDocument(document: string, rest: string, at: Case): Promise<Answer> {
  const { live } = at;
  if (rest === '' || rest === 'index.html') {
    const view = await live.page(document);
    if (view === undefined) return missing('This explainer is gone.', at);
    const bytes = live.file(document, 'index.html');
    const built =
      bytes === undefined || view.state === 'held-back' ? undefined : new TextDecoder().decode(bytes);
    return page(built === undefined ? emptyPage(view) : withScript(built, view), at);
  }
  if (live.view(document)?.state === 'held-back') return missing('This explainer is held back.', at);
  const bytes = rest.endsWith('.pdf') ? await live.pdf(document, rest) : live.file(document, rest);
  return bytes === undefined ? missing('The page has no such file.', at) : file(rest, bytes, at);
}

/** The pages of a print, for the view that draws them. */
function ofPrint(at: Case): Answer {
  const { live, query } = at;
  const document = query.get('document') ?? '';
  const isShown = live.view(document)?.state !== 'held-back';
  const pages = isShown ? live.printed(document, query.get('print') ?? '') : undefined;
  return pages === undefined ? missing('There are no such pages.', at) : file('print.pdf', pages, at);
}

function printOf(query: URLSearchParams): ShownPrint['kind'] | undefined {
  const print = query.get('print');
  return print === 'standard' || print === 'clear' || print === 'large' ? print : undefined;
}

function streamOf({ origin, query }: Case): Reply {
  const shows = query.get('shows');
  const subject: Subject = {
    document: query.get('document') ?? '',
    shows: shows === 'page' || shows === 'pdf' ? shows : 'list',
    ...(shows === 'pdf' ? { print: printOf(query) } : {}),
  };
  return { stream: subject, headers: headersFor('text/event-stream', origin) };
}

/** Answers a request. */
export async function answer(asked: Asked, desk: AnswerDesk): Promise<Reply> {
  const origin = `http://${String(asked.headers['host'] ?? '')}`;
  const refusal = refusalOf(asked, desk.hosts);
  if (refusal !== undefined) {
    const headers = headersFor('text/plain', 'http://127.0.0.1');
    return { status: 403, headers, body: `${refusal}\n` };
  }
  const parsed = parse(asked.target);
  const at: Case = { ...desk, origin, query: parsed?.query ?? new URLSearchParams() };
  if (parsed === undefined) return missing('There is no such address.', at);
  const { path } = parsed;
  if (path === '' || path === 'index.html') return page(startPage(desk.live), at);
  // Browsers ask for it by themselves; a built page has none.
  if (path === 'favicon.ico') return { status: 204, headers: headersFor('text/plain', origin), body: '' };
  if (path === '-/galley/events') return streamOf(at);
  if (path === '-/galley/print') return ofPrint(at);
  if (path.startsWith('-/galley/')) return await ofClient(path.slice('-/galley/'.length), at);
  const pdf = path.startsWith('pdf/')
    ? documentOf(path.slice('pdf/'.length).replace(/\/$/, ''), at)
    : undefined;
  const view = pdf?.rest === '' ? desk.live.view(pdf.document) : undefined;
  if (view !== undefined)
    return page(view.state === 'held-back' ? emptyPage(view) : pdfPage(view, printOf(at.query)), at);
  const found = documentOf(path, at);
  if (found === undefined) return missing('No explainer here has this address.', at);
  if (path === found.document) return moved(`/${path}/`, at);
  return await ofDocument(found.document, found.rest, at);
}
