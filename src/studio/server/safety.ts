/** Who may ask the preview for what: this machine's own browser, on pages of the preview itself. */

/** A request, as far as it matters. */
export interface Asked {
  readonly method: string;
  /** The request line's target, such as `/first/?x=1`. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** An answer that is whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

const longestTarget = 8_192;

/** Names under which a server on this machine is asked, with its port. */
export function allowedHosts(port: number, more: readonly string[]): ReadonlySet<string> {
  const bracketed = more.map((host) => (host.includes(':') ? `[${host}]` : host));
  return new Set(['localhost', '127.0.0.1', '[::1]', ...bracketed].map((host) => `${host}:${port}`));
}

/**
 * Why a request is refused, or undefined. The name that was asked has to be ours (else a name of a stranger that leads here could read
 * drafts), and so has the page that asks: a page of another site, or of another port, gets nothing.
 */
export function refusalOf(
  { method, target, headers }: Asked,
  hosts: ReadonlySet<string>,
): string | undefined {
  const host = headers['host'];
  if (typeof host !== 'string' || !hosts.has(host.toLowerCase())) return 'This preview has another address.';
  const origin = headers['origin'];
  if (origin !== undefined && origin !== `http://${host}`) return 'This preview answers its own pages only.';
  const site = headers['sec-fetch-site'];
  const isOpened = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  const isOwn = site === undefined || site === 'same-origin' || site === 'none' || isOpened;
  if (!isOwn) return 'This preview answers its own pages only.';
  if (method !== 'GET' && method !== 'HEAD') return 'Nothing can be changed here.';
  if (target.length > longestTarget || !target.startsWith('/') || target.includes('#'))
    return 'There is no such address.';
  return undefined;
}

/** What pages may load: from here, scripts from our own folder alone, and nothing from elsewhere. */
function contentPolicy(origin: string): string {
  const own = `${origin}/-/galley/`;
  return [
    "default-src 'none'",
    `script-src ${own}`,
    `worker-src ${own}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Drawings that are opened by themselves are looked at and nothing else. */
const drawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/** Headers of an answer of this kind. `origin` is the preview's own. */
export function headersFor(mediaType: string, origin: string): Record<string, string> {
  const isText = /^(?:text\/|application\/json)/.test(mediaType);
  const policy =
    mediaType === 'image/svg+xml'
      ? drawingPolicy
      : mediaType === 'application/pdf'
        ? "frame-ancestors 'none'"
        : contentPolicy(origin);
  return {
    'content-type': isText ? `${mediaType}; charset=utf-8` : mediaType,
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-robots-tag': 'noindex',
  };
}
