/** Makes the pages and PDFs of a live preview: the page first, then what is to be said of it, the PDF when somebody looks. */

import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Explainer } from '../../document/explainer.js';
import type { OutputFile } from '../../outputs/output.js';
import type { PrintKind } from '../../outputs/print/print-document.js';
import type { Annotator } from '../annotator.js';
import { lookAtPage } from '../check-page.js';
import { inProject } from '../in-project.js';
import { type Made, makeDocument } from '../make.js';
import type { OpenProject } from '../open-project.js';
import { isReady, type Prepared } from '../prepare.js';
import { othersOf } from '../related.js';
import type { MakeTools } from '../work.js';
import type { LiveDocument } from './live-document.js';
import { LiveLooks } from './live-looks.js';
import type { LivePrint } from './live-print.js';
import { findingsOf, troubleOf } from './live-report.js';
import { configOf, type LiveSettings, printKindsOf } from './live-settings.js';
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

/** What somebody may look at: a page, a print, or whichever print comes first. */
export type Looked = 'page' | 'first-print' | PrintKind;

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
  /** How many look at what, by document and what it is. */
  readonly #viewers = new Map<string, number>();
  readonly #jobs = new WeakMap<LiveDocument, Job>();
  readonly #printing = new Map<LiveDocument, Promise<void>>();
  /** Who waits for the pages of a print. */
  readonly #awaited = new WeakMap<LiveDocument, () => void>();
  readonly #quietness = new Quietness();
  readonly #looks = new LiveLooks();
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
    this.#looks.interrupt();
  }

  /** Looks at a page in the browser once files are quiet, when somebody reads it and it was not looked at yet. */
  lookLater(document: string, one: LiveDocument): void {
    const job = this.#jobs.get(one);
    if (job === undefined || !this.#isViewed(document, 'page') || !one.isJudged || one.isLookedAt) return;
    this.#looks.later(
      one,
      async (gone) => {
        const browser = await this.#desk.project.desk.browser(job.settings.config);
        if (one.toLookAt === undefined) throw new Error('There is no page to look at.');
        return await lookAtPage(one.toLookAt, browser, gone);
      },
      async (runs) => {
        if (one.madePage === undefined) return;
        one.madePage = { ...one.madePage, checks: [...one.madePage.checks, ...runs] };
        one.isLookedAt = true;
        await this.#judged(job);
      },
    );
  }

  /** Ends looking at pages. */
  close(): void {
    this.#looks.close();
  }

  /** Counts one more viewer; gives a function that takes it away. */
  look(document: string, what: Looked): () => void {
    const key = `${what} ${document}`;
    const count = (more: number): void => {
      const now = (this.#viewers.get(key) ?? 0) + more;
      if (now > 0) this.#viewers.set(key, now);
      else this.#viewers.delete(key);
    };
    count(1);
    let ended = false;
    return () => {
      if (!ended) count(-1);
      ended = true;
    };
  }

  /** Whether somebody looks at a document in any form. */
  isLookedAt(document: string): boolean {
    const looked: readonly Looked[] = ['page', 'first-print', 'standard', 'clear', 'large'];
    return this.#desk.always || looked.some((what) => this.#isViewed(document, what));
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
    one.toLookAt = undefined;
    if (prepared === undefined) return;
    if (!isReady(prepared)) {
      one.isRefused = prepared.explainer === undefined || prepared.heldBack === 'unclear';
      one.madePage = undefined;
      for (const print of one.prints) print.made = undefined;
      await this.#judged(job);
      return;
    }
    one.theme = configOf(settings, prepared.explainer).theme;
    one.followKinds(printKindsOf(settings, prepared.explainer));
    if (!this.#desk.always && !this.#isViewed(document, 'page')) await this.#printFirst(job);
    one.madePage = await this.#makeOne(job, {
      only: 'page',
      onPage: (_, files) => this.#takePage(job, files),
      toLookAt: (page) => {
        one.toLookAt = page;
      },
    });
    one.isRefused = one.madePage.files.length === 0;
    await this.#judged(job);
    if (!one.isRefused) this.lookLater(document, one);
  }

  /** Tells what kept a document from being made, when that was no fault of its text. */
  async fail(document: string, one: LiveDocument, error: unknown, settings: LiveSettings): Promise<void> {
    one.isRefused = true;
    one.trouble = troubleOf(error);
    await this.#judged({ document, one, settings, all: [] });
  }

  /** Makes the prints of a document that somebody looks at, and again when the text changed meanwhile. */
  print(document: string, one: LiveDocument): void {
    if (this.#printing.has(one) || this.#wanted(document, one) === undefined) return;
    const printing = this.#printAll(document, one).finally(() => {
      this.#printing.delete(one);
      this.#awaited.get(one)?.();
      this.#desk.tell(document);
      if (!one.isStale && !this.#desk.isBusy()) this.print(document, one);
    });
    this.#printing.set(one, printing);
  }

  /** Where somebody looks at a print alone, its pages come before the web page. Throws when newer files come first. */
  async #printFirst({ document, one }: Job): Promise<void> {
    if (this.#wanted(document, one) === undefined || this.#desk.isBusy()) return;
    const shown = new Promise<void>((resolve) => this.#awaited.set(one, resolve));
    this.print(document, one);
    await this.#quietness.until(shown);
    if (this.#desk.isBusy()) throw new Superseded();
  }

  /** A print that is to be made: somebody looks at it, and the text changed. */
  #wanted(document: string, one: LiveDocument): LivePrint | undefined {
    const isWanted = ({ kind }: LivePrint, index: number): boolean =>
      this.#desk.always ||
      this.#isViewed(document, kind) ||
      (index === 0 && this.#isViewed(document, 'first-print'));
    return one.prints.find((print, index) => print.isStale && isWanted(print, index));
  }

  async #takePage({ document, one }: Job, files: readonly OutputFile[]): Promise<void> {
    const { page, styles, isRefused } = one;
    one.isRefused = false;
    one.takePage(new Map(files.map(({ path, bytes }) => [path, bytes])));
    if (page !== one.page || styles !== one.styles || isRefused) this.#desk.tell(document);
    this.print(document, one);
    await this.#quiet(one);
  }

  async #printAll(document: string, one: LiveDocument): Promise<void> {
    while (!one.isStale) {
      const job = this.#jobs.get(one);
      const print = this.#wanted(document, one);
      if (job === undefined || print === undefined) break;
      print.isStale = false;
      print.state = 'making';
      this.#desk.tell(document);
      try {
        const onPrint = (pages: Uint8Array): void => this.#showPages(job, print, pages);
        print.take(await this.#makeOne(job, { only: print.kind, onPrint }));
      } catch (error) {
        print.state = 'refused';
        one.trouble = troubleOf(error);
      }
      if (one.isJudged) await this.#judged(job);
    }
  }

  #showPages({ document, one }: Job, print: LivePrint, pages: Uint8Array): void {
    print.show(pages);
    this.#desk.tell(document);
    if (!print.isStale) this.#awaited.get(one)?.();
  }

  async #makeOne(
    { one, settings, all }: Job,
    how: Pick<MakeTools, 'only' | 'onPage' | 'onPrint' | 'toLookAt'>,
  ): Promise<Made> {
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
    const prints = one.prints.map((print) => (print.isStale ? undefined : print.made));
    const made = [one.madePage, ...prints].filter((part) => part !== undefined);
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

  #isViewed(document: string, what: Looked): boolean {
    return this.#viewers.has(`${what} ${document}`);
  }

  /** Waits until files stay as they are, and for the PDF when somebody looks at it. Throws when newer files come. */
  async #quiet(one: LiveDocument): Promise<void> {
    if (!this.#desk.isBusy()) await this.#quietness.wait(quietTime);
    const printing = this.#printing.get(one);
    if (printing !== undefined && !this.#desk.isBusy()) await this.#quietness.until(printing);
    if (this.#desk.isBusy()) throw new Superseded();
  }
}
