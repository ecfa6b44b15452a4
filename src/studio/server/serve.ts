/** The server of a preview: plain HTTP on this machine, on the first port that is free. */

import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { hostname, networkInterfaces } from 'node:os';
import type { LiveProject } from '../../build/live/live-project.js';
import { BuildError } from '../../diagnostics/build-error.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { System } from '../../system/system.js';
import { type AnswerDesk, answer } from './answer.js';
import { EventDesk } from './events.js';
import { allowedHosts, headersFor } from './safety.js';

/** Where a preview listens. */
export interface ServeOptions {
  readonly host: string;
  /** The port to begin with; where it is taken, the next free one is used. */
  readonly port: number;
  readonly live: LiveProject;
  readonly client: System;
}

/** A server that listens. */
export interface Serving {
  readonly port: number;
  /** The address to open. */
  readonly address: string;
  /** A port that was taken, an address that others can reach. */
  readonly diagnostics: readonly Diagnostic[];
  close(): Promise<void>;
}

/** How many ports are tried. */
const tries = 20;
/** Longest time for a request to arrive, ms. */
const patience = 10_000;

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d+){3}$/.test(host);
}

/** Listens on a port; false when another program has it. */
function listenOn(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      resolve(true);
    });
  });
}

/** The names under which others reach an address: all of this machine's own for the one that stands for all. */
function namesOf(host: string): readonly string[] {
  if (isLoopback(host)) return [];
  if (host !== '0.0.0.0' && host !== '::') return [host];
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return [hostname().toLowerCase(), ...own.filter(({ internal }) => !internal).map(({ address }) => address)];
}

function portIsFree(wanted: number, used: number): Diagnostic {
  return {
    code: 'port-is-free',
    severity: 'warning',
    what: `Port ${wanted} is used by another program, perhaps by another preview.`,
    why: `This preview is at port ${used} instead, so a page that you had open shows the other one.`,
    fix: `Open the address below, or end the other program, or choose a port with --port.`,
  };
}

function noPortIsFree(from: number): Diagnostic {
  return {
    code: 'port-is-free',
    severity: 'error',
    what: `None of the ports ${from} to ${from + tries - 1} can be used.`,
    why: 'The preview needs one to be opened in a browser.',
    fix: 'Choose another one with --port, or end other programs that listen there.',
  };
}

function hostIsUsable(host: string): Diagnostic {
  return {
    code: 'preview-is-private',
    severity: 'error',
    what: `This machine has no address “${host}”.`,
    why: 'The preview cannot listen there.',
    fix: 'Leave --host out: the preview is then at 127.0.0.1.',
  };
}

function previewIsPrivate(host: string, names: readonly string[]): Diagnostic {
  return {
    code: 'preview-is-private',
    severity: 'warning',
    what: `At “${host}” other machines of the network can open this preview (${names.join(', ')}).`,
    why: 'It shows what is not published yet, to anyone who knows the address, without a password.',
    fix: 'Leave --host out, unless everybody on this network may read it.',
  };
}

async function listen(server: Server, { host, port }: ServeOptions): Promise<number> {
  for (let next = port; next < port + tries; next += 1) {
    if (await listenOn(server, next, host)) {
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : next;
    }
  }
  throw new BuildError('environment', noPortIsFree(port));
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  desk: AnswerDesk,
  events: EventDesk,
): Promise<void> {
  const asked = { method: request.method ?? '', target: request.url ?? '', headers: request.headers };
  const reply = await answer(asked, desk);
  if ('stream' in reply) {
    response.writeHead(200, reply.headers);
    if (!events.open(reply.stream, response)) response.end();
    return;
  }
  response.writeHead(reply.status, {
    ...reply.headers,
    'content-length': Buffer.byteLength(reply.body),
  });
  response.end(request.method === 'HEAD' ? undefined : reply.body);
}

/** Serves a live project. Throws a `BuildError` when nothing can be listened on. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { live, client, host } = options;
  const events = new EventDesk(live, randomBytes(8).toString('hex'));
  let desk: AnswerDesk | undefined;
  const server = createServer(
    { maxHeaderSize: 16_384, requestTimeout: patience, headersTimeout: patience },
    (request, response) => {
      if (desk === undefined) return void response.writeHead(503).end();
      respond(request, response, desk, events).catch(() => {
        if (!response.headersSent) response.writeHead(500, headersFor('text/plain', 'http://127.0.0.1'));
        response.end('This is a defect in Galley itself.\n');
      });
    },
  );
  server.maxConnections = 300;
  try {
    const port = await listen(server, options);
    const names = namesOf(host);
    desk = { live, client, hosts: allowedHosts(port, names) };
    const own = names.includes(host) || isLoopback(host) ? host : '127.0.0.1';
    const shown = own.includes(':') ? `[${own}]` : own;
    return {
      port,
      address: `http://${shown}:${port}/`,
      diagnostics: [
        ...(options.port === 0 || port === options.port ? [] : [portIsFree(options.port, port)]),
        ...(names.length === 0 ? [] : [previewIsPrivate(host, names)]),
      ],
      close: () => closeAll(server, events),
    };
  } catch (error) {
    events.close();
    if (error instanceof BuildError) throw error;
    throw new BuildError('usage', hostIsUsable(host), error);
  }
}

async function closeAll(server: Server, events: EventDesk): Promise<void> {
  events.close();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
