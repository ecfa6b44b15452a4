/** The event streams of open pages (Server-Sent Events): each hears of its own document, whole, whenever something of it is new. */

import type { ServerResponse } from 'node:http';
import type { LiveProject } from '../../build/live/live-project.js';
import type { Message, ShownPrint } from '../client/types.js';

/** What an open page shows. */
export interface Subject {
  /** The document; empty for the list of all. */
  readonly document: string;
  readonly shows: 'page' | 'pdf' | 'list';
  /** The print that a view of PDFs shows; the first where none is named. */
  readonly print?: ShownPrint['kind'] | undefined;
}

/** Most pages that may listen at a time. */
const mostStreams = 200;

/** How often a sign of life is sent, ms: it lets dead connections be noticed. */
const heartbeat = 20_000;

interface Stream {
  readonly subject: Subject;
  readonly response: ServerResponse;
  last: string;
}

/** Tells open pages what is new. */
export class EventDesk {
  readonly #live: LiveProject;
  /** Changes with each start, so that pages know their state is of another one. */
  readonly #server: string;
  readonly #streams = new Set<Stream>();
  readonly #beat: NodeJS.Timeout;
  readonly #unlisten: () => void;
  #list = 1;

  constructor(live: LiveProject, server: string) {
    this.#live = live;
    this.#server = server;
    this.#unlisten = live.listen((document) => this.#hear(document));
    this.#beat = setInterval(() => {
      for (const { response } of this.#streams) response.write(':\n\n');
    }, heartbeat);
    this.#beat.unref();
  }

  /** What a page is told now. */
  message({ document }: Subject): Message {
    return {
      server: this.#server,
      shown: document === '' ? null : (this.#live.view(document) ?? null),
      project: this.#live.projectView().findings,
      list: this.#list,
    };
  }

  /** Opens a stream, whose headers are sent by the caller; it ends with its connection. False when too many are open. */
  open(subject: Subject, response: ServerResponse): boolean {
    if (this.#streams.size >= mostStreams) return false;
    const stream: Stream = { subject, response, last: '' };
    this.#streams.add(stream);
    const { document, shows, print = 'first-print' } = subject;
    const looked = shows === 'pdf' ? print : shows;
    const end = looked === 'list' ? undefined : this.#live.look(document, looked);
    response.on('close', () => {
      this.#streams.delete(stream);
      end?.();
    });
    response.write('retry: 500\n\n');
    this.#send(stream);
    return true;
  }

  close(): void {
    clearInterval(this.#beat);
    this.#unlisten();
    for (const { response } of this.#streams) response.end();
  }

  #hear(document: string | null): void {
    this.#list += 1;
    for (const stream of this.#streams) {
      const { subject } = stream;
      if (document === null || subject.shows === 'list' || subject.document === document) this.#send(stream);
    }
  }

  #send(stream: Stream): void {
    const message = this.message(stream.subject);
    // Lists have to ask again for all that is new; documents hear of nothing but themselves.
    const list = stream.subject.shows === 'list' ? message.list : 0;
    const text = JSON.stringify({ ...message, list });
    if (text === stream.last) return;
    stream.last = text;
    stream.response.write(`data: ${text}\n\n`);
  }
}
