/** The examples of a guide: fenced blocks marked `galley`, and what the real stages say about them. */

import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { blocksByName, blocksByType } from '../../src/blocks/registry.js';
import { loadConfig } from '../../src/config/load-config.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { formatPlace } from '../../src/diagnostics/place.js';
import { parseDocument } from '../../src/document/parse-document.js';
import { serialise } from '../../src/html/serialise.js';
import { toHtml } from '../../src/html/to-html.js';
import { languageOf } from '../../src/language/language-of.js';
import { annotate } from '../../src/notes/annotate.js';
import { findExplainers } from '../../src/source/find-explainers.js';
import { readSource } from '../../src/source/read-source.js';
import { memorySystem } from '../../src/system/memory-system.js';
import { engines } from '../notes/real-chain.js';

/** A fenced block: ```` ```markdown galley ````, ```` ```yaml galley sources.yaml ````, ```` ```markdown galley finds image-has-alt ````. */
export interface Example {
  /** 1-based line of its first line of content. */
  readonly line: number;
  readonly language: string;
  /** The words behind `galley`: a file's name, or `finds` and the codes it is meant to give. */
  readonly words: readonly string[];
  readonly text: string;
}

/** All marked blocks of a Markdown page. */
export function examplesIn(page: string): readonly Example[] {
  return [...page.matchAll(/^(`{3,})(\S+) galley([^\n`]*)\n([\s\S]*?)^\1$/gm)].map((match) => ({
    line: page.slice(0, match.index).split('\n').length + 1,
    language: match[2] ?? '',
    words: (match[3] ?? '').trim().split(/\s+/).filter(Boolean),
    text: match[4] ?? '',
  }));
}

const head = '---\nheadline: A\nstandfirst: B.\nbyline: [C]\n---\n\n';

/** A body alone gets the shortest front matter that is whole. */
export function asDocument(text: string): string {
  return text.startsWith('---\n') ? text : head + text;
}

/** Files that examples name. */
async function pictures(): Promise<Readonly<Record<string, Uint8Array>>> {
  const map = await readFile(
    new URL('../../content/kazakhstan-unrest-2022/almaty-streets.svg', import.meta.url),
    'utf8',
  );
  // It stands in for drawings of other places, so it brings no names.
  const drawing = new TextEncoder().encode(map.replace(/<text[\s\S]*?<\/text>/g, ''));
  const photo = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#557788' } })
    .jpeg()
    .toBuffer();
  return { 'bridge.jpg': photo, 'order.jpg': photo, 'detour.svg': drawing };
}

/** What an example gave. */
export interface Outcome {
  /** Findings as `code line:column: what`. */
  readonly findings: readonly string[];
  readonly codes: readonly string[];
  /** Body and notes of each document on screen, as HTML. */
  readonly html: readonly string[];
}

/** Takes the files of one explainer through source, document, notes and html, in both media; `config` is galley.config.yaml. */
export async function run(files: Readonly<Record<string, string>>, config = ''): Promise<Outcome> {
  const texts = Object.entries(files).map(
    ([name, text]) => [`content/elmford-bridge/${name}`, text] as const,
  );
  const images = Object.entries(await pictures()).map(([name, bytes]) => [
    `content/elmford-bridge/${name}`,
    bytes,
  ]);
  const system = memorySystem({ ...Object.fromEntries([...texts, ...images]), 'galley.config.yaml': config });
  const loaded = await loadConfig(system, {});
  const settings = loaded.value;
  const found: Diagnostic[] = [...loaded.diagnostics];
  const html: string[] = [];
  const entries = await findExplainers(system);
  found.push(...entries.diagnostics);
  for (const entry of entries.value) {
    const source = await readSource(system, settings, entry);
    found.push(...source.diagnostics);
    if (source.value === undefined) throw new Error(`${entry.path} could not be read`);
    const parsed = parseDocument(source.value, {
      config: settings,
      language: languageOf,
      blocks: blocksByName,
    });
    found.push(...parsed.diagnostics);
    if (parsed.value === undefined) throw new Error(`${entry.path} could not be understood`);
    const language = languageOf(parsed.value.lang, { digits: parsed.value.digits });
    const style = parsed.value.metadata.citationStyle ?? settings.citationStyle;
    const made = await engines.engineFor({ style, language, place: parsed.value.placeOf('citation-style') });
    const noted = annotate(parsed.value, { config: settings, engine: made.value, language });
    found.push(...made.diagnostics, ...noted.diagnostics);
    for (const medium of ['screen', 'print'] as const) {
      const page = toHtml(noted.value, { medium, config: settings, language, blocks: blocksByType });
      found.push(...page.diagnostics);
      const { body, notes } = page.value.slots;
      if (medium === 'screen') html.push(serialise(body) + (notes === null ? '' : serialise(notes)));
    }
  }
  // The shared list of sources is longer than what any one example cites.
  const told = found.filter(({ code }) => code !== 'source-is-used');
  return {
    codes: [...new Set(told.map(({ code }) => code))],
    findings: told.map(
      ({ code, place, what }) => `${code} ${place === undefined ? '' : formatPlace(place)}: ${what}`,
    ),
    html,
  };
}
