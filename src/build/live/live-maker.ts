/** Makes the pages and PDFs of a live preview: the page first, then what is to be said of it, the PDF when somebody looks. */

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Explainer } from '../../document/explainer.js';
import type { OutputFile } from '../../outputs/output.js';
import type { Annotator } from '../annotator.js';
import { inProject } from '../in-project.js';
import { type Made, makeDocument } from '../make.js';
import type { OpenProject } from '../open-project.js';
import { isReady, type Prepared } from '../prepare.js';
import { othersOf } from '../related.js';
import type { MakeTools } from '../work.js';
import type { LiveDocument } from './live-document.js';
import { findingsOf, troubleOf } from './live-report.js';
import { configOf, hasPdf, type LiveSettings } from './live-settings.js';
import type { LiveThemes } from './live-themes.js';
import { Quietness } from './quietness.js';

/** A page that newer files overtook before it was judged. */
export class Superseded extends Error {
  constructor() {
    super('Newer files came.');
    this.name = 'Superseded';
  }
}

/** How long files have to stay as they are before a page is judged, ms: who saves again at once sees the new page first. */
const quietTime = 200;

/** What making needs. */
export interface MakerDesk {
  readonly project: OpenProject;
  readonly themes: LiveThemes;
  readonly textOf: (file: string) => string | undefined;
  /** Whether PDFs are made although nobody looks at them. */
  readonly always: boolean;
  readonly tell: (document: string) => void;
  /** Whether newer files wait to be read. */
  readonly isBusy: () => boolean;
}

/** One document as it is made, with the settings and neighbours of that moment. */
interface Job {
  readonly document: string;
  readonly one: LiveDocument;
  readonly settings: LiveSettings;
  readonly all: readonly Prepared[];
}

/** Makes documents and remembers who looks at what. */
export class LiveMaker {
  readonly #desk: MakerDesk;
  readonly #viewers = { page: new Map<string, number>(), pdf: new Map<string, number>() };
  readonly #jobs = new WeakMap<LiveDocument, Job>();
  readonly #printing = new Map<LiveDocument, Promise<void>>();
  readonly #quietness = new Quietness();
  #annotated = new WeakMap<Explainer, ReturnType<Annotator['annotate']>>();

  constructor(desk: MakerDesk) {
    this.#desk = desk;
  }

  /** Whether a PDF is on its way. */
  get isPrinting(): boolean {
    return this.#printing.size > 0;
  }

  /** Resolves when the PDFs that are on their way are done. */
  async printed(): Promise<void> {
    await Promise.all(this.#printing.values());
  }

  /** Forgets how notes were set, as when a citation style changed. */
  forgetNotes(): void {
    this.#annotated = new WeakMap();
  }

  /** Ends waiting for quiet, as when newer files came. */
  hurry(): void {
    this.#quietness.end();
  }

  /** Counts one more viewer; gives a function that takes it away. */
  look(document: string, what: 'page' | 'pdf'): () => void {
    const viewers = this.#viewers[what];
    viewers.set(document, (viewers.get(document) ?? 0) + 1);
    let ended = false;
    return () => {
      if (!ended) viewers.set(document, (viewers.get(document) ?? 1) - 1);
      ended = true;
    };
  }

  /** Whether somebody looks at a document in any form. */
  isLookedAt(document: string): boolean {
    return (this.#viewers.page.get(document) ?? 0) > 0 || this.#wantsPdf(document);
  }

  /** Makes a page, tells it, and judges it once the files are quiet. Throws `Superseded` when newer files come first. */
  async make(
    document: string,
    one: LiveDocument,
    settings: LiveSettings,
    all: readonly Prepared[],
  ): Promise<void> {
    const { prepared } = one;
    const job: Job = { document, one, settings, all };
    this.#jobs.set(one, job);
    one.isStale = false;
    one.trouble = undefined;
    if (prepared === undefined) return;
    if (!isReady(prepared)) {
      one.isRefused = prepared.explainer === undefined || prepared.heldBack === 'unclear';
      one.madePage = undefined;
      one.madePdf = undefined;
      await this.#judged(job);
      return;
    }
    one.theme = configOf(settings, prepared.explainer).theme;
    one.madePage = await this.#makeOne(job, {
      only: 'page',
      onPage: (_, files) => this.#takePage(job, files),
    });
    one.isRefused = one.madePage.files.length === 0;
    await this.#judged(job);
  }

  /** Tells what kept a document from being made, when that was no fault of its text. */
  async fail(document: string, one: LiveDocument, error: unknown, settings: LiveSettings): Promise<void> {
    one.isRefused = true;
    one.trouble = troubleOf(error);
    await this.#judged({ document, one, settings, all: [] });
  }

  /** Makes the PDF of a document whose page is made, and again when the text changed meanwhile. */
  print(document: string, one: LiveDocument): void {
    if (this.#printing.has(one) || !one.isPdfStale) return;
    const printing = this.#printAll(document, one).finally(() => {
      this.#printing.delete(one);
      this.#desk.tell(document);
      if (!one.isStale && !this.#desk.isBusy() && this.#wantsPdf(document)) this.print(document, one);
    });
    this.#printing.set(one, printing);
  }

  async #takePage({ document, one }: Job, files: readonly OutputFile[]): Promise<void> {
    const { page, styles, isRefused } = one;
    one.isRefused = false;
    one.takePage(new Map(files.map(({ path, bytes }) => [path, bytes])));
    if (page !== one.page || styles !== one.styles || isRefused) this.#desk.tell(document);
    if (this.#wantsPdf(document)) this.print(document, one);
    await this.#quiet(one);
  }

  async #printAll(document: string, one: LiveDocument): Promise<void> {
    one.pdfState = 'making';
    this.#desk.tell(document);
    while (one.isPdfStale && !one.isStale) {
      const job = this.#jobs.get(one);
      if (job === undefined || one.prepared === undefined || !isReady(one.prepared)) break;
      one.isPdfStale = false;
      if (!hasPdf(job.settings, one.prepared.explainer)) {
        one.pdfState = 'absent';
        one.pdf = undefined;
        break;
      }
      try {
        one.madePdf = await this.#makeOne(job, { only: 'pdf' });
        this.#takePdf(one, one.madePdf.files[0], one.madePdf);
      } catch (error) {
        one.pdfState = 'refused';
        one.trouble = troubleOf(error);
      }
      if (one.isJudged) await this.#judged(job);
    }
    if (one.pdfState === 'making') one.pdfState = one.pdf === undefined ? 'none' : 'ready';
  }

  #takePdf(one: LiveDocument, file: OutputFile | undefined, made: Made): void {
    if (file === undefined) {
      one.pdfState = 'refused';
      return;
    }
    one.pdfState = 'ready';
    one.pdf = { name: file.path, bytes: file.bytes, pages: made.pages[file.path] ?? 0 };
    one.pdfVersion += 1;
  }

  async #makeOne({ one, settings, all }: Job, how: Pick<MakeTools, 'only' | 'onPage'>): Promise<Made> {
    const { prepared } = one;
    if (prepared === undefined || !isReady(prepared)) throw new Error('There is nothing to make.');
    const { config, approvals, themePlace } = settings;
    const { project, themes } = this.#desk;
    return await makeDocument(inProject(prepared, all, config, approvals), othersOf(prepared, all, config), {
      ...how,
      config,
      annotate: (explainer, wanted) => this.#annotate(explainer, wanted),
      theme: async (wanted, named) => (await themes.get(wanted, named ?? themePlace)).theme,
      browser: () => project.desk.browser(config),
      workers: project.workers,
      rendered: false,
      engines: undefined,
      readFile: project.system.readFile,
    });
  }

  /** Sets the notes of a document, once for its page and its PDF, and once for all templates and styles that change. */
  #annotate(...asked: Parameters<Annotator['annotate']>): ReturnType<Annotator['annotate']> {
    const [explainer] = asked;
    const known = this.#annotated.get(explainer) ?? this.#desk.project.annotate(...asked);
    this.#annotated.set(explainer, known);
    return known;
  }

  /** Words what was found, and tells it. */
  async #judged({ document, one, settings }: Job): Promise<void> {
    const { prepared } = one;
    if (prepared === undefined) return;
    const made = [one.madePage, one.madePdf].filter((part) => part !== undefined);
    const ofTheme = await this.#themeFindings(one, settings);
    const trouble = one.trouble === undefined ? [] : [one.trouble];
    one.found = findingsOf(this.#desk, settings, prepared, made, [...ofTheme, ...trouble]);
    one.isJudged = true;
    this.#desk.tell(document);
  }

  async #themeFindings(one: LiveDocument, settings: LiveSettings): Promise<readonly Diagnostic[]> {
    const { prepared } = one;
    if (prepared === undefined || !isReady(prepared)) return [];
    const named =
      prepared.explainer.metadata.theme === null ? undefined : prepared.explainer.placeOf('theme');
    const kept = await this.#desk.themes.get(
      configOf(settings, prepared.explainer),
      named ?? settings.themePlace,
    );
    return kept.diagnostics;
  }

  #wantsPdf(document: string): boolean {
    return this.#desk.always || (this.#viewers.pdf.get(document) ?? 0) > 0;
  }

  /** Waits until files stay as they are, and for the PDF when somebody looks at it. Throws when newer files come. */
  async #quiet(one: LiveDocument): Promise<void> {
    if (!this.#desk.isBusy()) await this.#quietness.wait(quietTime);
    const printing = this.#printing.get(one);
    if (printing !== undefined && !this.#desk.isBusy()) await this.#quietness.until(printing);
    if (this.#desk.isBusy()) throw new Superseded();
  }
}
