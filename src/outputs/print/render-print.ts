/** The stage: a themed document becomes a paged one. No browser is opened here. */

import type { Root } from 'hast';
import { result, type StageResult } from '../../diagnostics/diagnostic.js';
import type { HtmlDocument, HtmlNote } from '../../html/html-document.js';
import { sanitise } from '../../html/sanitise.js';
import { parsePage, serialise } from '../../html/serialise.js';
import { spliceSlots } from '../../html/splice-slots.js';
import { nativeSystemOf } from '../../language/digits.js';
import type { Digits, Language } from '../../language/language.js';
import { languageOf } from '../../language/language-of.js';
import type { FontSet, Theme } from '../../theme/theme.js';
import type { ThemedDocument } from '../output.js';
import { type Margins, pageGeometry } from './geometry.js';
import { identitiesApart } from './identities.js';
import { printNotes } from './page-notes.js';
import { headlineRoom, pageStyles, type RunningWords } from './page-styles.js';
import { pagedTree } from './paged-tree.js';
import { plainIds } from './plain-ids.js';
import type { Paper, PrintAsset, PrintDocument, PrintKind } from './print-document.js';
import { counterStyleOf, fittingHeadline, runningWordsOf } from './running-words.js';

/** What is asked of one print. */
export interface PrintOptions {
  readonly kind: PrintKind;
  readonly notesAt: 'page' | 'end';
  readonly paper: Paper;
}

/** Everything that `composePrint` puts together. */
export interface PrintParts {
  readonly slug: string;
  readonly source: string;
  readonly title: string;
  readonly language: Language;
  readonly digits: Digits;
  /** The whole page, slots filled. */
  readonly page: Root;
  readonly notes: readonly HtmlNote[];
  readonly words: RunningWords;
  readonly margins: Margins;
  /** The theme's finished sheet. */
  readonly stylesheet: string;
  /** Fonts for the characters of the print. */
  readonly fontsFor: (characters: ReadonlySet<string>) => Promise<FontSet>;
  readonly assets: readonly PrintAsset[];
  readonly withEndNotes?: (() => Promise<PrintDocument>) | undefined;
}

function textAsset(path: string, css: string): PrintAsset {
  return { path, mediaType: 'text/css', bytes: new TextEncoder().encode(css) };
}

const stylesheets = ['pages.css', 'fonts.css', 'print.css'] as const;
/** Finds a style that begins a page by itself. */
export const forcesBreaks: RegExp =
  /\b(?:break|page-break)-(?:before|after)\s*:\s*(?:page|always|left|right|recto|verso)\b/;

/** Puts a page, its notes and its styles together as a print document. */
export async function composePrint(
  parts: PrintParts,
  options: PrintOptions,
): Promise<StageResult<PrintDocument>> {
  const { language, source } = parts;
  const geometry = pageGeometry(options.kind, options.paper, parts.margins);
  const notes = options.notesAt === 'page' ? parts.notes : [];
  const localDigits = (digits: string): string => language.localDigits(digits);
  const { tree, identities, pageReferences } = pagedTree(parts.page, {
    lang: language.tag,
    dir: language.dir,
    notes,
    localDigits,
    stylesheets,
  });
  const nameOf = plainIds(tree);
  const clean = sanitise(tree, { file: source });
  const html = serialise(identitiesApart(clean.value));
  const continuedWords = language.label('note-continued', { number: '{number}' });
  const words = {
    ...parts.words,
    headline: fittingHeadline(parts.words.headline, headlineRoom(geometry, options.kind)),
  };
  const styles = pageStyles(geometry, words, options.kind, language.dir);
  const fonts = await parts.fontsFor(new Set(html + styles + continuedWords + localDigits('0123456789')));
  const document: PrintDocument = {
    slug: parts.slug,
    source,
    title: parts.title,
    lang: language.tag,
    dir: language.dir,
    digits: parts.digits,
    kind: options.kind,
    html,
    tree: clean.value,
    geometry,
    notesAt: options.notesAt,
    notes: printNotes(parts.notes),
    identities,
    pageReferences: pageReferences.map(nameOf),
    continuedWords,
    hasForcedBreaks: forcesBreaks.test(parts.stylesheet),
    runningWords: [words.publisher, words.date, words.headline],
    assets: [
      textAsset('pages.css', styles),
      textAsset('fonts.css', fonts.css),
      textAsset('print.css', parts.stylesheet),
      ...fonts.fonts.map(({ path, mediaType, bytes }) => ({ path, mediaType, bytes })),
      ...parts.assets,
    ],
    withEndNotes: parts.withEndNotes ?? (() => Promise.resolve(document)),
  };
  return result(document, clean.diagnostics);
}

/** The layout's frame with the document's trees in it. */
function filledPage(document: HtmlDocument, theme: Theme, options: PrintOptions): StageResult<Root> {
  const { kind, notesAt, paper } = options;
  const view = { ...document.view, printKind: kind, paper: paper === 'letter' ? paper : ('a4' as const) };
  const slots = notesAt === 'page' ? { ...document.slots, notes: null } : document.slots;
  return spliceSlots(parsePage(theme.layouts.print({ view, slots })), slots);
}

/**
 * Makes the print document of one print kind. Its notes wait to be placed at the foot of their pages, or stand in the Notes
 * section when `notesAt` is `end`. Findings are those of the theme and of the sanitiser.
 */
export async function renderPrint(
  { document, theme }: ThemedDocument,
  options: PrintOptions,
): Promise<StageResult<PrintDocument>> {
  const language = languageOf(document.lang, { digits: document.digits });
  const system = document.digits === 'native' ? nativeSystemOf(document.lang) : 'latn';
  const parts = {
    slug: document.slug,
    source: document.path,
    title: document.title,
    language,
    digits: document.digits,
    notes: document.notes,
    words: runningWordsOf(document.view, language, counterStyleOf(system)),
    margins: options.paper === 'letter' ? theme.papers.letter : theme.papers.a4,
    stylesheet: theme.stylesheets.print,
    fontsFor: theme.printFonts,
    assets: [...document.assets, ...theme.assets],
  };
  const compose = async (asked: PrintOptions): Promise<StageResult<PrintDocument>> => {
    const page = filledPage(document, theme, asked);
    const withEndNotes = async (): Promise<PrintDocument> =>
      (await compose({ ...asked, notesAt: 'end' })).value;
    const more = asked.notesAt === 'page' ? { withEndNotes } : {};
    const made = await composePrint({ ...parts, ...more, page: page.value }, asked);
    return result(made.value, [...page.diagnostics, ...made.diagnostics]);
  };
  return await compose(options);
}
