/** What the preview answers: its own pages to this machine's browser, and nothing to anybody else. */

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveProject } from '../../../src/build/live/live-project.js';
import { type AnswerDesk, answer } from '../../../src/studio/server/answer.js';
import { type Answer, allowedHosts } from '../../../src/studio/server/safety.js';
import { memorySystem } from '../../../src/system/memory-system.js';
import { soundDocument, soundSources } from '../../build/project.js';

const secret = 'nothing-of-this-may-be-seen';
let desk: AnswerDesk;
let live: LiveProject;

beforeAll(async () => {
  const system = memorySystem(
    {
      'content/first/explainer.md': soundDocument,
      'content/first/sources.yaml': soundSources,
      'content/first/private-notes.txt': secret,
      'content/first/explainer.ru.md': soundDocument,
      'content/pdf/explainer.md': soundDocument,
      'content/pdf/sources.yaml': soundSources,
      'content/draft/explainer.md': soundDocument
        .replace('status: published', 'status: draft')
        .replace('The wall broke', secret),
      'content/draft/sources.yaml': soundSources,
      'content/broken/explainer.md': soundDocument
        .replace('A sound', 'A <b>broken</b>')
        .replace('@county', '@gone'),
      '.env': secret,
      'galley.config.yaml': 'lang: en\n',
    },
    { now: Date.UTC(2026, 2, 5) },
  );
  live = new LiveProject({}, system);
  const client = memorySystem({
    'live.js': '/* live */',
    'live.js.map': secret,
    'pdfjs/pdf.worker.min.mjs': '/* w */',
    LICENSE: secret,
  });
  await live.open();
  await live.settled();
  desk = { live, client, hosts: allowedHosts(4321, []) };
});

afterAll(() => live.close());

async function ask(target: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const reply = await answer({ method, target, headers: { host: '127.0.0.1:4321', ...headers } }, desk);
  if ('stream' in reply) return { status: 200, headers: reply.headers, body: JSON.stringify(reply.stream) };
  return reply;
}

function textOf({ body }: Answer): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}

describe('answers', () => {
  it('lists all documents with state, findings and links', async () => {
    const start = textOf(await ask('/'));
    expect(start).toContain('<a href="/first/">A sound document</a>');
    expect(start).toContain('href="/pdf/first"');
    expect(start).toContain('2 errors');
    expect(start).toContain('Not built');
    expect(start).toContain('Draft');
    expect(start).toContain('galley dev --drafts');
    expect(textOf(await ask('/index.html'))).toBe(start);
  });

  it('puts its script into the served copy and changes nothing else', async () => {
    const built = new TextDecoder().decode(live.file('first', 'index.html'));
    const served = textOf(await ask('/first/'));
    expect(built).not.toContain('/-/galley/');
    const script =
      /<script type="module" src="\/-\/galley\/live\.js"[^>]*><\/script>/.exec(served)?.[0] ?? '';
    expect(script).toContain('data-galley-document="first"');
    expect(served.replace(script, '')).toBe(built);
  });

  it('serves what the page loads, and translations in their own folder', async () => {
    const sheet = live.file('first', 'style.css');
    expect((await ask('/first/style.css')).body).toBe(sheet);
    expect((await ask('/first/style.css?styles=1')).headers['content-type']).toBe('text/css; charset=utf-8');
    expect(textOf(await ask('/first/ru/'))).toContain('data-galley-document="first/ru"');
    expect(await ask('/first')).toMatchObject({ status: 302, headers: { location: '/first/' } });
  });

  it('tells a document that is called pdf from the view of PDFs', async () => {
    expect(textOf(await ask('/pdf/'))).toContain('data-galley-document="pdf" data-galley-shows="page"');
    expect(textOf(await ask('/pdf/pdf'))).toContain('data-galley-document="pdf" data-galley-shows="pdf"');
    expect(textOf(await ask('/pdf/first/ru'))).toContain(
      'data-galley-document="first/ru" data-galley-shows="pdf"',
    );
  });

  it('shows a notice in place of a page that cannot be made, with its words escaped', async () => {
    const notice = textOf(await ask('/broken/'));
    expect(notice).toContain('It cannot be made as it is');
    expect(notice).not.toContain('<b>');
    expect(notice).toContain('data-galley-shows="page"');
  });

  it('says nothing of a draft but that it is one', async () => {
    for (const target of [
      '/draft/',
      '/pdf/draft',
      '/draft/style.css',
      '/draft/draft.pdf',
      '/-/galley/print?document=draft&print=standard',
    ])
      expect(textOf(await ask(target))).not.toContain(secret);
    expect(textOf(await ask('/draft/'))).toContain('galley dev --drafts');
  });

  it('opens streams for pages, PDFs and the list', async () => {
    expect(JSON.parse(textOf(await ask('/-/galley/events?document=first%2Fru&shows=pdf')))).toEqual({
      document: 'first/ru',
      shows: 'pdf',
    });
    const clear = '/-/galley/events?document=first&shows=pdf&print=clear';
    expect(JSON.parse(textOf(await ask(clear)))).toEqual({
      ...{ document: 'first', shows: 'pdf', print: 'clear' },
    });
    expect(JSON.parse(textOf(await ask(clear.replace('clear', 'all'))))).not.toHaveProperty('print');
    expect(JSON.parse(textOf(await ask('/-/galley/events')))).toEqual({ document: '', shows: 'list' });
  });

  it('sends a strict policy with everything', async () => {
    for (const target of [
      '/',
      '/first/',
      '/first/style.css',
      '/nothing',
      '/-/galley/live.js',
      '/-/galley/events',
    ]) {
      const { headers } = await ask(target);
      const policy = headers['content-security-policy'] ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain('script-src http://127.0.0.1:4321/-/galley/;');
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
  });
});

describe('refusals', () => {
  it.each([
    ['a name of a stranger that leads here', { host: 'evil.example:4321' }],
    ['a name that begins like ours', { host: 'localhost.evil.example:4321' }],
    ['another port', { host: '127.0.0.1:80' }],
    ['no port', { host: '127.0.0.1' }],
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page of another port', { origin: 'http://127.0.0.1:8080' }],
    ['a page without an origin', { origin: 'null' }],
    [
      'a picture in another page',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
    ],
    ['a script in a page of another port', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }],
    [
      'a frame in another page',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    ],
  ])('refuses %s', async (_, headers) => {
    const reply = await ask('/first/', headers);
    expect(reply.status).toBe(403);
    expect(textOf(reply)).not.toContain('sound document');
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', ''])('refuses %s', async (method) => {
    expect((await ask('/first/', {}, method)).status).toBe(403);
  });

  it.each([
    ['localhost:4321', {}],
    ['[::1]:4321', {}],
    ['127.0.0.1:4321', { origin: 'http://127.0.0.1:4321', 'sec-fetch-site': 'same-origin' }],
    [
      '127.0.0.1:4321',
      { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    ],
    [
      '127.0.0.1:4321',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    ],
  ])('answers %s %j', async (host, headers) => {
    expect((await ask('/first/', { host, ...headers })).status).toBe(200);
  });

  it.each([
    '/../.env',
    '/.env',
    '/%2e%2e/.env',
    '/first/../../.env',
    '/first/%2e%2e/%2e%2e/.env',
    '/first/..%2f..%2f.env',
    '/first/..%5c.env',
    '/first/%252e%252e/.env',
    '/first/private-notes.txt',
    '/first/explainer.md',
    '/first/sources.yaml',
    '/content/first/explainer.md',
    '/galley.config.yaml',
    '/first/%00',
    '/%E0%A4%A',
    '/-/galley/live.js.map',
    '/-/galley/LICENSE',
    '/-/galley/../live.js',
    '/-/galley/%2e%2e/package.json',
    '/first/other.pdf',
    '/-/galley/print?document=first&print=standard',
    '/-/galley/print?document=nobody&print=standard',
    '//evil.example/',
  ])('has nothing at %s', async (target) => {
    const reply = await ask(target);
    expect(reply.status).toBe(404);
    expect(textOf(reply)).not.toContain(secret);
  });

  it('shows nothing but pages, for any address', async () => {
    const part = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '%2e%2e',
        '..%2f',
        '%5c',
        'first',
        'draft',
        'content',
        '.env',
        '-',
        'galley',
        'pdf',
        'ru',
      ),
      fc.string({ maxLength: 8 }).map(encodeURI),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
        const reply = await ask(`/${parts.join('/')}`);
        expect(textOf(reply)).not.toContain(secret);
        expect([200, 204, 302, 403, 404]).toContain(reply.status);
        expect(reply.headers['location'] ?? '/').toMatch(/^\/(?!\/)/);
      }),
      { numRuns: 300 },
    );
  });
});
