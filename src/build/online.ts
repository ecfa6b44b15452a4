/** Whether addresses of other hosts still answer: asked only when told to, kept for a week, one at a time from each host. */

import type { Nodes } from 'mdast';
import pLimit from 'p-limit';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourcePlace } from '../diagnostics/place.js';
import type { Explainer } from '../document/explainer.js';
import type { AddressStatus } from '../system/ask-address.js';
import type { System } from '../system/system.js';
import { dayOf } from './read-decisions.js';

/** Where answers are kept, with their day. */
export const linkCache = '.galley/links.json';

/** How long an answer counts, days. */
const fresh = 7;
/** Between two questions to one host, ms. */
const gap = 1000;
const hostsAtOnce = 4;

interface Answer {
  readonly status: AddressStatus;
  /** ISO day. */
  readonly day: string;
}

/** An address with where it stands. */
export interface OutsideLink {
  readonly url: string;
  readonly place: SourcePlace;
}

/** How the world outside is asked; tests bring their own. */
export interface Outside {
  readonly ask: (url: string) => Promise<AddressStatus>;
  readonly pause: (ms: number) => Promise<void>;
}

function isOutside(url: string): boolean {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname.includes('.') && !/^[\d.]+$/.test(hostname) && !hostname.endsWith('.local');
}

function linksIn(node: Nodes, path: string): OutsideLink[] {
  const own: OutsideLink[] =
    node.type === 'link' && isOutside(node.url)
      ? [{ url: node.url, place: { kind: 'source', file: path, position: node.position } }]
      : [];
  const inner =
    'children' in node ? (node.children as readonly Nodes[]).flatMap((child) => linksIn(child, path)) : [];
  return [...own, ...inner];
}

/** All addresses of other hosts in an explainer: in its text, and of its sources. */
export function outsideLinks({ tree, path, sources }: Explainer): OutsideLink[] {
  const ofSources = [...sources.values()].flatMap(({ csl, place, fieldPlaces, tier }): OutsideLink[] => {
    const url = csl['URL'];
    if (typeof url !== 'string' || !isOutside(url) || tier === 'anonymous') return [];
    return [{ url, place: fieldPlaces['url'] ?? place }];
  });
  return [...linksIn(tree, path), ...ofSources];
}

async function readCache(system: System): Promise<Map<string, Answer>> {
  const bytes = await system.readFile(linkCache);
  try {
    const data: unknown = bytes === undefined ? {} : JSON.parse(new TextDecoder().decode(bytes));
    return new Map(
      typeof data === 'object' && data !== null ? (Object.entries(data) as [string, Answer][]) : [],
    );
  } catch {
    // A damaged cache is asked anew.
    return new Map();
  }
}

function isFresh(answer: Answer | undefined, now: number): boolean {
  return answer !== undefined && now - Date.parse(answer.day) < fresh * 86_400_000;
}

function diagnosticOf({ url, place }: OutsideLink, { status, day }: Answer): Diagnostic | undefined {
  if (status >= 200 && status < 400) return undefined;
  const unclear = status === 401 || status === 403 || status === 429 || status >= 500 || status === 0;
  const answer = status === 0 ? 'gives no answer' : `answers ${status}`;
  return {
    code: 'source-address-responds',
    severity: 'warning',
    what: unclear
      ? `Please judge: does “${url}” still open in a browser? It ${answer} to a program (asked on ${day}).`
      : `“${url}” ${answer} (asked on ${day}).`,
    why: unclear
      ? 'Many sites turn programs away, so this alone says little.'
      : 'Readers who follow the link find nothing there.',
    fix: 'Look whether it has moved; else link to an archived copy.',
    place,
    excerpt: url,
    ...(unclear ? { question: true } : {}),
  };
}

/** Asks all addresses that were not asked this week, and tells those that do not answer. */
export async function askOutside(
  links: readonly OutsideLink[],
  system: System,
  now: number,
  outside: Outside,
): Promise<Diagnostic[]> {
  const cache = await readCache(system);
  const wanted = [...new Set(links.map(({ url }) => url))].filter((url) => !isFresh(cache.get(url), now));
  const hosts = new Map<string, string[]>();
  for (const url of wanted) {
    const { host } = new URL(url);
    hosts.set(host, [...(hosts.get(host) ?? []), url]);
  }
  const limit = pLimit(hostsAtOnce);
  const askHost = async (urls: readonly string[]): Promise<void> => {
    for (const [index, url] of urls.entries()) {
      if (index > 0) await outside.pause(gap);
      cache.set(url, { status: await outside.ask(url), day: dayOf(now) });
    }
  };
  await Promise.all([...hosts.values()].map((urls) => limit(() => askHost(urls))));
  if (wanted.length > 0)
    await system.writeFile(
      linkCache,
      `${JSON.stringify(Object.fromEntries([...cache].sort(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`,
    );
  return links.flatMap((link) => {
    const answer = cache.get(link.url);
    const diagnostic = answer === undefined ? undefined : diagnosticOf(link, answer);
    return diagnostic === undefined ? [] : [diagnostic];
  });
}
