/** The stage: an annotated explainer becomes trees of HTML for one medium. */

import type { Element, ElementContent, Root } from 'hast';
import type { ResolvedConfig } from '../config/config.js';
import { result, type StageResult } from '../diagnostics/diagnostic.js';
import type { Language } from '../language/language.js';
import { isoDate } from '../language/partial-date.js';
import type { AnnotatedExplainer } from '../notes/annotated-explainer.js';
import { addressCode } from './address-code.js';
import type { BlockRenderer } from './block-renderer.js';
import { makeBlockRows } from './block-rows.js';
import type { BlockTemplate } from './block-templates.js';
import { contentsList, wantsContents } from './contents-list.js';
import { convert, convertInline } from './convert.js';
import { correctionEvents } from './correction-events.js';
import { targetsOf } from './cross-references.js';
import { idsIn, unlinkDead } from './dead-links.js';
import { isElement, rootOf, text, textOf } from './elements.js';
import {
  appendixSection,
  backstorySection,
  correctionsSection,
  endHeading,
  rightsSection,
  updatesSection,
} from './end-sections.js';
import { termsOf } from './glossary-terms.js';
import type { CorrectionFact, HtmlDocument, HtmlNote, Medium, Slots } from './html-document.js';
import { isolateRuns } from './isolate.js';
import { jsonLdOf } from './json-ld.js';
import { keepDatesWhole } from './keep-dates.js';
import { leadFigure, leadImageFact } from './lead-image.js';
import { breakLines } from './line-breaks.js';
import { linksList } from './links.js';
import { separateCalls } from './note-separators.js';
import { notesOf, notesSection } from './notes-section.js';
import { noticesOf, withdrawnNotice } from './notices.js';
import { openGraphOf } from './open-graph.js';
import type { Page } from './page.js';
import { wordsOf } from './plain-text.js';
import type { RelatedExplainers } from './related.js';
import { sourcesSection } from './sources-list.js';
import { canonicalOf, labelsOf, type PageFacts, viewOf } from './view.js';

/** What the stage needs beside the explainer. */
export interface HtmlOptions {
  readonly medium: Medium;
  readonly config: ResolvedConfig;
  readonly language: Language;
  /** Renderers by the mdast type of their node. */
  readonly blocks: ReadonlyMap<string, BlockRenderer>;
  /** The theme's templates of blocks, by the block's name. */
  readonly blockTemplates?: ReadonlyMap<string, BlockTemplate> | undefined;
  /** Other explainers that links may lead to, by slug. */
  readonly related?: RelatedExplainers | undefined;
  readonly facts?: PageFacts | undefined;
}

function newPage(explainer: AnnotatedExplainer, options: HtmlOptions): Page {
  return {
    explainer,
    medium: options.medium,
    printKind: options.facts?.printKind ?? 'standard',
    config: options.config,
    language: options.language,
    blocks: options.blocks,
    blockTemplates: options.blockTemplates ?? new Map(),
    blockView: {
      medium: options.medium,
      lang: explainer.lang,
      dir: explainer.dir,
      labelsLang: options.language.labelTag === options.language.tag ? null : options.language.labelTag,
      labels: labelsOf(options.language),
    },
    related: options.related ?? new Map(),
    targets: targetsOf(explainer),
    assets: new Map(),
    calls: new Map(),
    credits: [],
    appendix: [],
    links: [],
    languages: [explainer.lang],
    terms: termsOf(explainer.tree),
    quiet: 0,
    namelessTables: 0,
    placedParts: new Set(),
    diagnostics: [],
  };
}

/** The last touches on a tree: rows, isolated runs, line ends. */
function finished(page: Page, children: readonly ElementContent[]): Root {
  const tree = rootOf(children);
  makeBlockRows(tree);
  // Brackets set calls apart by themselves.
  if (page.printKind === 'standard') separateCalls(tree, page.language.punctuation.comma);
  keepDatesWhole(tree, page.language);
  isolateRuns(tree, page.explainer.dir);
  breakLines(tree);
  return tree;
}

function slotOf(page: Page, ...made: readonly (Element | undefined)[]): Root | null {
  const present = made.filter((node) => node !== undefined);
  return present.length === 0 ? null : finished(page, present);
}

/** On paper, where the page has a public address, the way to its newest version. */
function codeSlot(page: Page, facts: PageFacts): Root | null {
  const address = page.medium === 'print' ? canonicalOf(page, facts) : null;
  return address === null ? null : slotOf(page, addressCode(page, address));
}

type Parts = Readonly<Record<'toc' | 'notes' | 'sources', Element | undefined>>;

/** Puts the parts that Galley makes where the author wants them; the position is that of the author's line. */
function fillParts(parent: Root | Element, parts: Parts): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (!isElement(child)) return [child];
    if (child.tagName !== 'galley-slot') {
      fillParts(child, parts);
      return [child];
    }
    const part = parts[String(child.properties['name']) as keyof Parts];
    return part === undefined
      ? []
      : [child.position === undefined ? part : { ...part, position: child.position }];
  });
}

function countWords(tree: Root): number {
  return textOf(tree).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** The list of addresses for paper, for links whose address no words give. */
function linksSection(page: Page, trees: readonly (Root | Element | undefined)[]): Element | undefined {
  if (page.medium === 'screen' || page.links.length === 0) return undefined;
  const printed = trees.map((tree) => (tree === undefined ? '' : textOf(tree))).join('\n');
  return linksList(page.links, printed, endHeading(page, 'links'), page.language);
}

interface Content {
  readonly slots: Slots;
  readonly notes: readonly HtmlNote[];
}

function headSlots(page: Page): Pick<Slots, 'headline' | 'standfirst'> {
  const { headline, standfirst, printHeadline, status } = page.explainer.metadata;
  const onPaper = page.medium === 'print' && printHeadline !== null;
  const words = onPaper ? [text(printHeadline)] : convertInline(page, headline.children);
  const withdrawn = status === 'withdrawn';
  return {
    headline: finished(page, words),
    standfirst: withdrawn ? null : finished(page, convertInline(page, standfirst.children)),
  };
}

/** All that a reader sees, in slots. Order matters: calls, credits and links are collected while the body is made. */
function contentOf(page: Page, facts: PageFacts): Content {
  const head = headSlots(page);
  const lead = leadFigure(page);
  const made = convert(page, page.explainer.tree.children);
  const body = rootOf([...(lead === undefined ? [] : [lead]), ...made, ...appendixSection(page)]);
  const notes = notesOf(page);
  const noteTrees = notes.map((note) => rootOf(note.content));
  const parts: Parts = {
    toc: contentsList(page),
    notes: notesSection(page, notes),
    sources: sourcesSection(page),
  };
  // On paper notes stand at the foot of their pages, or in the slot when the publisher wants them at the end.
  fillParts(body, page.medium === 'print' ? { ...parts, notes: undefined } : parts);
  const placed = (name: keyof Parts): boolean => page.placedParts.has(name);
  const toc = !placed('toc') && wantsContents(page, countWords(body)) ? parts.toc : undefined;
  const end = {
    notes: slotOf(page, page.medium === 'screen' && placed('notes') ? undefined : parts.notes),
    sources: slotOf(page, placed('sources') ? undefined : parts.sources),
    corrections: slotOf(page, correctionsSection(page)),
    updates: slotOf(page, updatesSection(page)),
    backstory: slotOf(page, backstorySection(page)),
    rights: slotOf(page, rightsSection(page)),
  };
  const links = slotOf(page, linksSection(page, [body, parts.sources, ...noteTrees]));
  const slots = {
    ...head,
    ...end,
    notice: slotOf(page, ...noticesOf(page)),
    body: finished(page, body.children as ElementContent[]),
    toc: slotOf(page, toc),
    links,
    qr: codeSlot(page, facts),
  };
  const finishedNotes = notes.map((note) => finishedNote(page, note));
  settleLinks(page, slots, finishedNotes);
  return { slots, notes: finishedNotes };
}

/** Takes the links off words that would lead to a part which this medium leaves out. */
function settleLinks(page: Page, slots: Slots, notes: readonly HtmlNote[]): void {
  const trees = Object.values(slots).filter((slot): slot is Root => slot !== null);
  const ids = idsIn(trees);
  ids.add('content');
  // Notes at the page foot have no section of their own.
  if (page.medium === 'print' && page.config.notes === 'page') ids.delete('notes');
  for (const tree of trees) unlinkDead(tree, ids);
  for (const note of notes) unlinkDead(rootOf(note.content), ids);
}

function finishedNote(page: Page, note: HtmlNote): HtmlNote {
  return { ...note, content: finished(page, note.content).children as ElementContent[] };
}

function correctionFacts(page: Page): CorrectionFact[] {
  return correctionEvents(page.explainer, (nodes) => wordsOf(page, nodes)).map(({ at, kind, text }) => ({
    ...{ at: isoDate(at), kind, text },
  }));
}

/** A withdrawn text leaves its headline, a notice and what the retraction says. */
function withdrawnContent(page: Page): Content {
  const corrections = correctionsSection(page);
  const nothing = {
    toc: null,
    notes: null,
    sources: null,
    links: null,
    qr: null,
    updates: null,
    backstory: null,
  };
  const slots = {
    ...headSlots(page),
    ...nothing,
    notice: null,
    rights: null,
    body: finished(page, [withdrawnNotice(page)]),
    corrections: slotOf(page, corrections),
  };
  return { slots, notes: [] };
}

/** Turns an annotated explainer into HTML trees for one medium. Pure: the same input gives the same value. */
export function toHtml(explainer: AnnotatedExplainer, options: HtmlOptions): StageResult<HtmlDocument> {
  const page = newPage(explainer, options);
  const withdrawn = explainer.metadata.status === 'withdrawn';
  const facts = options.facts ?? {};
  const { slots, notes } = withdrawn ? withdrawnContent(page) : contentOf(page, facts);
  const address = canonicalOf(page, facts);
  const image = withdrawn ? undefined : leadImageFact(page, address);
  const corrections = correctionFacts(page);
  const document: HtmlDocument = {
    path: explainer.path,
    slug: explainer.slug,
    lang: explainer.lang,
    dir: explainer.dir,
    digits: explainer.digits,
    medium: options.medium,
    title: explainer.title,
    view: viewOf(page, facts),
    slots,
    metadata: {
      jsonLd: jsonLdOf(page, { page: facts, address, image, corrections }),
      corrections,
      openGraph: openGraphOf(page, address, image),
    },
    notes,
    outline: withdrawn ? [] : explainer.outline,
    assets: [...page.assets.values()],
  };
  return result(document, page.diagnostics);
}
