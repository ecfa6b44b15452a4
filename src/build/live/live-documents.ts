/** All documents of a live preview: found, read again where a change touches them, and marked where they show something of another. */

import type { ResolvedConfig } from '../../config/config.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ExplainerEntry } from '../../source/explainer-entry.js';
import { findExplainers } from '../../source/find-explainers.js';
import { documentName, originalOf, type Prepared, prepareOne } from '../prepare.js';
import type { BuildProgress } from '../progress.js';
import { linkedSlugs, projectLinkFindings } from '../project-links.js';
import { behindTheirOriginals, othersOf } from '../related.js';
import { type KeptFiles, Reads } from './kept-files.js';
import { LiveDocument } from './live-document.js';

/** Documents by name, in the order of their paths. */
export class LiveDocuments {
  readonly #files: KeptFiles;
  readonly #progress: BuildProgress;
  #all: ReadonlyMap<string, LiveDocument> = new Map();
  /** What listing them read. */
  reads: Reads = new Reads();
  /** File names that could not be used. */
  diagnostics: readonly Diagnostic[] = [];

  constructor(files: KeptFiles, progress: BuildProgress) {
    this.#files = files;
    this.#progress = progress;
  }

  get(document: string): LiveDocument | undefined {
    return this.#all.get(document);
  }

  /** Name and state of each. */
  entries(): readonly (readonly [string, LiveDocument])[] {
    return [...this.#all];
  }

  /** Lists the documents anew; gives the names of those that are gone. One whose file stays keeps its state. */
  async find(paths: readonly string[] | undefined): Promise<readonly string[]> {
    const reads = new Reads();
    const { value, diagnostics } = await findExplainers(this.#files.reader(reads), paths);
    this.reads = reads;
    this.diagnostics = diagnostics;
    const before = this.#all;
    this.#all = new Map(
      value.map((entry) => {
        const name = documentName(entry);
        const known = before.get(name);
        const stays = known?.entry.path === entry.path && known.entry.translates === entry.translates;
        return [name, stays ? known : new LiveDocument(entry)];
      }),
    );
    return [...before.keys()].filter((name) => !this.#all.has(name));
  }

  /** Reads and parses what is touched or was never read, originals before their translations. */
  async prepare(config: ResolvedConfig, isTouched: (one: LiveDocument) => boolean): Promise<void> {
    const fresh = new Set<LiveDocument>();
    const isOriginal = ({ entry }: LiveDocument): boolean => entry.translates === undefined;
    const all = [...this.#all.values()];
    for (const one of [...all.filter(isOriginal), ...all.filter((other) => !isOriginal(other))]) {
      const original = this.#originalOf(one.entry);
      const follows = original !== undefined && fresh.has(original);
      if (one.prepared !== undefined && !follows && !isTouched(one)) continue;
      await this.#prepareOne(one, original?.prepared, config);
      fresh.add(one);
    }
    this.#markNeighbours(config);
  }

  /** All that could be read or not, as the build knows them. */
  prepared(): Prepared[] {
    const prepared = [...this.#all.values()].map((one) => one.prepared);
    return behindTheirOriginals(prepared.filter((one) => one !== undefined));
  }

  #originalOf(entry: ExplainerEntry): LiveDocument | undefined {
    const original = originalOf(entry);
    return original === undefined ? undefined : this.#all.get(documentName(original));
  }

  async #prepareOne(
    one: LiveDocument,
    original: Prepared | undefined,
    config: ResolvedConfig,
  ): Promise<void> {
    const reads = new Reads();
    one.reads = reads;
    const { kept } = one;
    const tools = { system: this.#files.reader(reads), config, progress: this.#progress, kept };
    one.prepared = await prepareOne(one.entry, tools, original);
    one.touch();
  }

  /** Marks documents that show something of another one which changed: a title, an address, whether it is public. */
  #markNeighbours(config: ResolvedConfig): void {
    const all = this.prepared();
    for (const prepared of all) {
      const one = this.#all.get(prepared.document);
      if (one === undefined) continue;
      const { related, siblings } = othersOf(prepared, all, config);
      const links = projectLinkFindings(prepared, all);
      const targets = [...linkedSlugs(prepared)].map((slug) => {
        const other = related.get(slug);
        return [slug, other?.title, other?.lang, [...(other?.targets ?? [])]];
      });
      const surroundings = JSON.stringify([prepared.heldBack, targets, siblings, links]);
      if (surroundings !== one.surroundings) one.touch();
      one.surroundings = surroundings;
      one.prepared = prepared;
    }
  }
}
