/** A small project in memory through the stages before any browser: what readers get, and what is told. */

import { readFile } from 'node:fs/promises';
import type { Root, RootContent } from 'hast';
import sharp from 'sharp';
import { blocksByName, blocksByType } from '../../src/blocks/registry.js';
import { configFor, loadConfig } from '../../src/config/load-config.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { formatPlace } from '../../src/diagnostics/place.js';
import type { Explainer } from '../../src/document/explainer.js';
import { parseDocument } from '../../src/document/parse-document.js';
import { type CitedSource, citedSources } from '../../src/html/cited-sources.js';
import type { HtmlDocument } from '../../src/html/html-document.js';
import { serialise } from '../../src/html/serialise.js';
import { toHtml } from '../../src/html/to-html.js';
import { languageOf } from '../../src/language/language-of.js';
import { annotate } from '../../src/notes/annotate.js';
import { findExplainers } from '../../src/source/find-explainers.js';
import { readSource } from '../../src/source/read-source.js';
import { memorySystem } from '../../src/system/memory-system.js';
import { engines } from '../notes/real-chain.js';

/** Files by path below `content/story/`, or from the project's root where the path begins with a slash. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** One document, finished. */
export interface Page {
  readonly path: string;
  readonly explainer: Explainer;
  readonly screen: HtmlDocument;
  readonly paper: HtmlDocument;
  /** All slots of the screen as HTML, in the order in which a page shows them. */
  readonly html: string;
  readonly paperHtml: string;
  /** What a report says that the page cites. */
  readonly cited: readonly CitedSource[];
  /** JSON-LD and OpenGraph as text. */
  readonly metadata: string;
}

/** What a project gives. */
export interface Published {
  /** `error citation-is-well-formed explainer.md:8:12`, in the order in which they are told. */
  readonly findings: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly pages: readonly Page[];
}

const order = [
  ...['type', 'headline', 'standfirst', 'dateline', 'byline', 'dates', 'leadFigure', 'notice', 'toc', 'body'],
  ...[
    'notes',
    'sources',
    'corrections',
    'updates',
    'backstory',
    'credits',
    'contributors',
    'rights',
    'links',
  ],
];

function htmlOf({ slots, notes, medium }: HtmlDocument): string {
  const names = Object.keys(slots).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const parts = names.map((name) => (slots as unknown as Readonly<Record<string, Root | null>>)[name]);
  const own =
    medium === 'print'
      ? notes.map(({ content }): Root => ({ type: 'root', children: content as RootContent[] }))
      : [];
  return [...parts, ...own]
    .map((part) => (part === null || part === undefined ? '' : serialise(part)))
    .join('\n');
}

let pictures: Promise<Files> | undefined;

/** `hall.jpg`, `chart.png`, `street.svg`: pictures that documents may name. */
function picturesOnce(): Promise<Files> {
  pictures ??= (async () => {
    const flat = sharp({ create: { width: 600, height: 400, channels: 3, background: '#557788' } });
    const drawing = new URL('../../content/kazakhstan-unrest-2022/almaty-streets.svg', import.meta.url);
    return {
      'hall.jpg': await flat.clone().jpeg().toBuffer(),
      'chart.png': await flat.clone().png().toBuffer(),
      'street.svg': await readFile(drawing),
    };
  })();
  return pictures;
}

/** The finding on one line: level, code, file, line and column. */
export function brief({ severity, code, place }: Diagnostic): string {
  const where = place === undefined ? '-' : formatPlace(place).replace('content/story/', '');
  return `${severity} ${code} ${where}`;
}

function pathOf(path: string): string {
  return path.startsWith('/') ? path.slice(1) : `content/story/${path}`;
}

/** Takes all explainers of a project through every stage up to HTML, in both media. */
export async function publish(files: Files, config = ''): Promise<Published> {
  const all = { ...(await picturesOnce()), ...files };
  const system = memorySystem({
    ...Object.fromEntries(Object.entries(all).map(([path, text]) => [pathOf(path), text])),
    'galley.config.yaml': config,
  });
  const loaded = await loadConfig(system, {});
  const settings = loaded.value;
  const found: Diagnostic[] = [...loaded.diagnostics];
  const pages: Page[] = [];
  const entries = await findExplainers(system);
  found.push(...entries.diagnostics);
  const originals = new Map<string, Explainer>();
  const originalsFirst = entries.value.toSorted(
    (a, b) => Number(a.translates !== undefined) - Number(b.translates !== undefined),
  );
  for (const entry of originalsFirst) {
    const source = await readSource(system, settings, entry);
    found.push(...source.diagnostics);
    if (source.value === undefined) continue;
    const original = entry.translates === undefined ? undefined : originals.get(entry.translates);
    const parsed = parseDocument(source.value, {
      config: settings,
      language: (tag, forms) => languageOf(tag, { ...forms, timezone: settings.timezone }),
      blocks: blocksByName,
      original,
    });
    found.push(...parsed.diagnostics);
    if (parsed.value === undefined) continue;
    originals.set(entry.path, parsed.value);
    const { citationStyle, theme, formats } = parsed.value.metadata;
    const chosen = configFor(settings, { theme, citationStyle, formats });
    const language = languageOf(parsed.value.lang, {
      digits: parsed.value.digits,
      timezone: settings.timezone,
    });
    const place = parsed.value.placeOf('citation-style');
    const engine = await engines.engineFor({ style: chosen.citationStyle, language, place });
    const noted = annotate(parsed.value, { config: chosen, engine: engine.value, language });
    found.push(...engine.diagnostics, ...noted.diagnostics);
    const render = (medium: 'screen' | 'print'): HtmlDocument => {
      const made = toHtml(noted.value, { medium, config: chosen, language, blocks: blocksByType });
      found.push(...made.diagnostics);
      return made.value;
    };
    const screen = render('screen');
    const paper = render('print');
    pages.push({
      path: entry.path,
      explainer: parsed.value,
      screen,
      paper,
      html: htmlOf(screen),
      paperHtml: htmlOf(paper),
      cited: citedSources(noted.value, screen),
      metadata: JSON.stringify(screen.metadata),
    });
  }
  // Both media tell the same; once is enough here.
  const seen = new Set<string>();
  const diagnostics = found.filter((diagnostic) => {
    const key = `${brief(diagnostic)} ${diagnostic.what}`;
    return !seen.has(key) && seen.add(key);
  });
  return { findings: diagnostics.map(brief), diagnostics, pages };
}
