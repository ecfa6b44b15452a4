/** A project that is open for a live preview: takes changes of files, remakes what they touch and nothing else, and says what is new. */

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { diskSystem } from '../../system/disk-system.js';
import type { System } from '../../system/system.js';
import { kindOfName } from '../formats.js';
import { type OpenProject, openFolder, openProject } from '../open-project.js';
import type { BuildProgress } from '../progress.js';
import { type FileChange, KeptFiles, Reads } from './kept-files.js';
import type { LiveDocument, LiveFindings, LiveView } from './live-document.js';
import { LiveDocuments } from './live-documents.js';
import { LiveMaker, type Looked, Superseded } from './live-maker.js';
import { projectFindings } from './live-report.js';
import { areSame, type LiveSettings, readSettings } from './live-settings.js';
import { keptFolders, LiveThemes } from './live-themes.js';

/** What a live preview is opened with. */
export interface LiveOptions {
  /** The project folder; the present one by default. */
  readonly root?: string | undefined;
  /** Explainers to take; all of `content/` without any. */
  readonly paths?: readonly string[] | undefined;
  readonly theme?: string | undefined;
  /** Show drafts and embargoed explainers too, with a watermark. */
  readonly drafts?: boolean | undefined;
  /** Make each print too, also while nobody looks at it. */
  readonly pdf?: boolean | undefined;
  /** Path of the Chrome or Chromium to print with. */
  readonly browser?: string | undefined;
  readonly progress?: BuildProgress | undefined;
}

/** Hears what is new: the name of a document, or null for the project and its list. */
export type LiveListener = (document: string | null) => void;

const nothingFound: LiveFindings = { findings: [], incomplete: [] };

/** Keeps a project made. Everything runs one after the other, but for PDFs, so that the last state of the files always wins. */
export class LiveProject {
  readonly #options: LiveOptions;
  readonly #project: OpenProject;
  readonly #files: KeptFiles;
  readonly #themes: LiveThemes;
  readonly #maker: LiveMaker;
  readonly #listeners = new Set<LiveListener>();
  readonly #changes: FileChange[] = [];
  readonly #documents: LiveDocuments;
  #settings: LiveSettings | undefined;
  /** The settings as read last, errors and all. */
  #brokenSettings: LiveSettings | undefined;
  #settingsReads = new Reads();
  #settingsFindings: readonly Diagnostic[] = [];
  #working: Promise<void> | undefined;
  #isOpen = false;
  #isClosed = false;

  constructor(options: LiveOptions, system: System = diskSystem(options.root ?? '.')) {
    this.#options = options;
    this.#project = openProject(
      { root: options.root, browser: options.browser, progress: options.progress },
      system,
    );
    this.#files = new KeptFiles(system);
    this.#documents = new LiveDocuments(this.#files, this.#project.progress);
    this.#themes = new LiveThemes(this.#files, keptFolders(openFolder));
    this.#maker = new LiveMaker({
      project: this.#project,
      themes: this.#themes,
      textOf: (file) => this.#files.textOf(file),
      always: options.pdf === true,
      tell: (document) => this.#tell(document),
      isBusy: () => this.#changes.length > 0 || this.#isClosed,
    });
  }

  /** Reads settings and documents, and begins to make pages. Resolves when the list of documents is known. */
  async open(): Promise<void> {
    await this.#readSettings();
    await this.#findDocuments();
    if (this.#settings !== undefined) await this.#documents.prepare(this.#settings.config, () => true);
    this.#isOpen = true;
    this.#work();
  }

  /** Takes changes of files; returns at once. */
  change(changes: readonly FileChange[]): void {
    if (changes.length === 0) return;
    this.#changes.push(...changes);
    this.#maker.hurry();
    if (this.#isOpen) this.#work();
  }

  /** Resolves when everything is made and judged that can be. */
  async settled(): Promise<void> {
    while (this.#working !== undefined || this.#maker.isPrinting) {
      await this.#working;
      await this.#maker.printed();
    }
  }

  /** Calls `listener` for whatever is new; gives a function that ends it. */
  listen(listener: LiveListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Says that somebody looks at a document: it is made before others, and a print is kept fresh. Gives a function that ends it. */
  look(document: string, what: Looked): () => void {
    const end = this.#maker.look(document, what);
    const one = this.#documents.get(document);
    if (one?.isStale === false) {
      this.#maker.print(document, one);
      this.#maker.lookLater(document, one);
    }
    this.#work();
    return end;
  }

  /** All documents in the order of their paths. */
  views(): readonly LiveView[] {
    return this.#documents.entries().map(([document, one]) => one.view(document));
  }

  /** One document; undefined when there is none of that name. */
  view(document: string): LiveView | undefined {
    return this.#documents.get(document)?.view(document);
  }

  /** What was found in the project itself. */
  projectView(): LiveFindings {
    const diagnostics = [...this.#settingsFindings, ...this.#documents.diagnostics];
    const settings = this.#settings ?? this.#brokenSettings;
    if (settings === undefined) return nothingFound;
    return projectFindings(
      { project: this.#project, textOf: (file) => this.#files.textOf(file) },
      settings,
      diagnostics,
    );
  }

  /** The theme that the settings name. */
  get theme(): string {
    return (this.#settings ?? this.#brokenSettings)?.config.theme ?? 'base';
  }

  /** Folders with all they hold, and single files, whose changes matter. */
  watched(): { readonly folders: readonly string[]; readonly files: readonly string[] } {
    const themes = this.#settings?.config.themes ?? [];
    const folders = ['content', 'templates', ...themes.filter((name) => !name.startsWith('@'))];
    const inside = (path: string): boolean => folders.some((folder) => path.startsWith(`${folder}/`));
    const read = this.#documents.entries().flatMap(([, one]) => [...(one.reads?.files ?? [])]);
    const files = [...this.#settingsReads.files, ...this.#themes.files(), ...read, ...this.#styleFiles()];
    return {
      folders: folders.map((folder) => folder.replace(/\/+$/, '')),
      files: [...new Set(files)].filter((path) => !inside(path) && !path.startsWith('node_modules/')).sort(),
    };
  }

  /** A file of a document's last good page, by path in the document's folder. */
  file(document: string, path: string): Uint8Array | undefined {
    return this.#documents.get(document)?.files.get(path);
  }

  /** Resolves when a document's page is made, refused or held back, or there is no such document. */
  async page(document: string): Promise<LiveView | undefined> {
    const end = this.look(document, 'page');
    try {
      await this.#until(() => this.#settings === undefined || this.view(document)?.state !== 'waiting');
      return this.view(document);
    } finally {
      end();
    }
  }

  /** A PDF of a document by its file name, made when it is not there; the last good one when it cannot be made. */
  async pdf(document: string, name: string): Promise<Uint8Array | undefined> {
    const kind = kindOfName(document.split('/')[0] ?? '', name);
    if (kind === undefined) return undefined;
    const end = this.look(document, kind);
    try {
      await this.#until(() => this.#documents.get(document)?.isPrintSettled(kind) !== false);
      const files = this.#documents.get(document)?.printOf(kind)?.files;
      return files?.find(({ path }) => path === name)?.bytes;
    } finally {
      end();
    }
  }

  /** The pages of a print as the browser gave them, which are there before the file is. */
  printed(document: string, kind: string): Uint8Array | undefined {
    return this.#documents.get(document)?.prints.find((print) => print.kind === kind)?.pages;
  }

  /** Ends the browser and the threads. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#maker.close();
    this.#maker.hurry();
    this.#tell(null);
    await Promise.all([this.#project.desk.close(), this.#project.workers.close()]);
    await this.#working;
  }

  /** Resolves when something is so; asked whenever anything is new. */
  #until(isSo: () => boolean): Promise<void> {
    if (isSo() || this.#isClosed) return Promise.resolve();
    return new Promise((resolve) => {
      const end = this.listen(() => {
        if (!isSo() && !this.#isClosed) return;
        end();
        resolve();
      });
    });
  }

  #tell(document: string | null): void {
    for (const listener of this.#listeners) listener(document);
  }

  #work(): void {
    this.#working ??= this.#workAll().finally(() => {
      this.#working = undefined;
    });
  }

  async #workAll(): Promise<void> {
    while (!this.#isClosed) {
      if (this.#changes.length > 0) {
        await this.#apply(this.#changes.splice(0));
        continue;
      }
      const next = this.#next();
      if (next === undefined) return;
      await this.#make(...next);
    }
  }

  /** What to make next: first what somebody looks at. */
  #next(): readonly [string, LiveDocument] | undefined {
    if (this.#settings === undefined) return undefined;
    const stale = this.#documents.entries().filter(([, { isStale }]) => isStale);
    return stale.find(([document]) => this.#maker.isLookedAt(document)) ?? stale[0];
  }

  async #make(document: string, one: LiveDocument): Promise<void> {
    const settings = this.#settings;
    if (settings === undefined) return;
    const all = this.#documents.prepared();
    try {
      await this.#maker.make(document, one, settings, all);
    } catch (error) {
      if (this.#isClosed) return;
      // Newer files came before it was judged: it is judged when they are read.
      if (error instanceof Superseded) one.isStale = true;
      else await this.#maker.fail(document, one, error, settings);
    }
  }

  async #apply(changes: readonly FileChange[]): Promise<void> {
    this.#files.forget(changes);
    const touches = (reads: Reads | undefined): boolean =>
      reads === undefined || changes.some((change) => reads.isTouchedBy(change));
    const isNew = touches(this.#settingsReads) && (await this.#readSettings());
    if (isNew) this.#themes.clear();
    const themes = new Set(await this.#themes.forget(changes));
    if (isNew || touches(this.#documents.reads)) await this.#findDocuments();
    const config = this.#settings?.config;
    if (config !== undefined) await this.#documents.prepare(config, (one) => isNew || touches(one.reads));
    const styles = changes.some(({ path }) => path.endsWith('.csl'));
    if (isNew || styles) this.#maker.forgetNotes();
    for (const [, one] of this.#documents.entries()) {
      if (isNew || styles || themes.has(one.theme)) one.touch();
    }
    this.#tell(null);
  }

  /** Reads the settings; true when pages have to be made anew for them. */
  async #readSettings(): Promise<boolean> {
    const { theme, drafts, browser } = this.#options;
    const read = await readSettings(this.#files, { theme, drafts, browser });
    this.#settingsReads = read.reads;
    this.#settingsFindings = read.diagnostics;
    this.#brokenSettings = read.asRead;
    if (read.settings === undefined || areSame(this.#settings, read.settings)) return false;
    this.#settings = read.settings;
    this.#project.warm(read.settings.config);
    return true;
  }

  async #findDocuments(): Promise<void> {
    const gone = await this.#documents.find(this.#options.paths);
    for (const document of gone) this.#tell(document);
  }

  /** Local citation styles, which may lie anywhere in the project. */
  #styleFiles(): string[] {
    const style = this.#settings?.config.citationStyle ?? '';
    return style.endsWith('.csl') ? [style] : [];
  }
}
