/** The first half of a build: every explainer read and parsed, and those that may not be public set aside. */

import { blocksByName } from '../blocks/registry.js';
import type { ResolvedConfig } from '../config/config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Explainer } from '../document/explainer.js';
import type { KeptPieces } from '../document/kept-pieces.js';
import { parseDocument } from '../document/parse-document.js';
import { languageOf } from '../language/language-of.js';
import type { ExplainerEntry } from '../source/explainer-entry.js';
import { readSource } from '../source/read-source.js';
import type { System } from '../system/system.js';
import { contentHash } from './approval.js';
import { type HeldBack, heldBack, isUnclear } from './gate.js';
import { type BuildProgress, Stopwatch } from './progress.js';
import { recordReads } from './recorder.js';
import { noticeFindings, noticeOf } from './withdrawn.js';

/** One explainer after parsing. `explainer` is undefined when its files could not be read at all. */
export interface Prepared {
  readonly entry: ExplainerEntry;
  /** `slug`, or `slug/lang` for a translation. */
  readonly document: string;
  readonly explainer: Explainer | undefined;
  readonly heldBack: HeldBack | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly stopwatch: Stopwatch;
  /** SHA-256 of every file that was read for it, by project-relative path. */
  readonly inputs: ReadonlyMap<string, string>;
  /** Hash of what it says, as it is signed; empty when it could not be read. */
  readonly contentHash: string;
}

/** Whether an explainer was read and passed the gate. */
export function isReady(prepared: Prepared): prepared is Prepared & { readonly explainer: Explainer } {
  return prepared.explainer !== undefined && prepared.heldBack === undefined;
}

/** What preparing needs. */
export interface PrepareTools {
  readonly system: System;
  readonly config: ResolvedConfig;
  readonly progress: BuildProgress;
  /** What was parsed of the same document before, where it is read again and again. */
  readonly kept?: KeptPieces | undefined;
}

/** How a document is called in reports, and where its folder below the output is. */
export function documentName(entry: ExplainerEntry): string {
  return entry.fileLang === undefined ? entry.slug : `${entry.slug}/${entry.fileLang}`;
}

/** Reads and parses one explainer. A translation takes states and dates from its original, and is never public before it. */
export async function prepareOne(
  entry: ExplainerEntry,
  tools: PrepareTools,
  original: Prepared | undefined,
): Promise<Prepared> {
  const { config, progress } = tools;
  const { system, inputs } = recordReads(tools.system);
  const document = documentName(entry);
  const stopwatch = new Stopwatch(system.elapsed, (stage) => progress.stage(document, stage));
  const source = await stopwatch.time('source', () => readSource(system, config, entry));
  const unread = { entry, document, stopwatch, inputs, contentHash: '' };
  const file = source.value;
  if (file === undefined)
    return {
      ...unread,
      explainer: undefined,
      heldBack: unreadable(config),
      diagnostics: source.diagnostics,
    };
  const base = { ...unread, contentHash: contentHash(entry, file.text, inputs) };
  const parsed = await stopwatch.time('document', () =>
    parseDocument(file, {
      config,
      language: (tag, forms) => languageOf(tag, { ...forms, timezone: config.timezone }),
      blocks: blocksByName,
      original: original?.explainer,
      kept: tools.kept,
    }),
  );
  const diagnostics = [...source.diagnostics, ...parsed.diagnostics];
  const explainer = parsed.value;
  if (explainer === undefined) return { ...base, explainer, heldBack: unreadable(config), diagnostics };
  const held =
    !config.drafts && isUnclear(explainer, diagnostics) ? 'unclear' : heldBack(explainer.metadata, config);
  const whole = { ...base, explainer, heldBack: held ?? original?.heldBack, diagnostics };
  return isWithdrawn(explainer, config) ? withdrawn(whole) : whole;
}

/** What nobody could read may be a secret. */
function unreadable(config: ResolvedConfig): HeldBack | undefined {
  return config.drafts ? undefined : 'unclear';
}

function isWithdrawn({ metadata }: Explainer, config: ResolvedConfig): boolean {
  return metadata.status === 'withdrawn' && !config.drafts;
}

/** A withdrawn document as a public build may know it: nothing of its text, and none of its other files. */
function withdrawn(prepared: Prepared & { readonly explainer: Explainer }): Prepared {
  const { explainer, diagnostics, inputs, entry } = prepared;
  return {
    ...prepared,
    explainer: noticeOf(explainer),
    diagnostics: noticeFindings(explainer, diagnostics),
    inputs: new Map([...inputs].filter(([path]) => path === entry.path)),
  };
}

/** The entry of a translation's original, which lies beside it. */
export function originalOf(entry: ExplainerEntry): ExplainerEntry | undefined {
  const path = entry.translates;
  return path === undefined ? undefined : { ...entry, path, fileLang: undefined, translates: undefined };
}

/** Prepares originals first, those of translations even when they were not asked for. Same order out as in. */
export async function prepare(entries: readonly ExplainerEntry[], tools: PrepareTools): Promise<Prepared[]> {
  const done = new Map<string, Promise<Prepared>>();
  const get = async (entry: ExplainerEntry): Promise<Prepared> => {
    const known = done.get(entry.path);
    if (known !== undefined) return await known;
    const original = originalOf(entry);
    const making = (original === undefined ? Promise.resolve(undefined) : get(original)).then((first) =>
      prepareOne(entry, tools, first),
    );
    done.set(entry.path, making);
    return await making;
  };
  const prepared: Prepared[] = [];
  for (const entry of entries) prepared.push(await get(entry));
  return prepared;
}
