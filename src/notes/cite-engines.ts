/** Citation engines by style and language, made once and kept warm: making one costs more than setting a whole document. */

import { BuildError } from '../diagnostics/build-error.js';
import { type Diagnostic, result, type StageResult } from '../diagnostics/diagnostic.js';
import type { SourcePlace } from '../diagnostics/place.js';
import type { Language } from '../language/language.js';
import type { CiteEngine } from './cite-engine.js';
import { createEngine, parseStyle } from './create-engine.js';
import { cslLibrary, type ReadOwnFile, styleId } from './csl-library.js';
import { type CslNode, childNodes } from './csl-node.js';
import { styleIsKnown, styleIsReadable } from './findings.js';
import { kazakhLocale } from './kazakh-locale.js';
import { cslLocaleOf, pageLocale } from './page-locale.js';

/** Which engine a document needs. */
export interface EngineRequest {
  /** A name of ours, an id of the CSL project, or the name of a `.csl` file. */
  readonly style: string;
  /** Text of the local style file that `style` names; undefined when there is no such file. */
  readonly styleFile?: string | undefined;
  readonly language: Language;
  /** Where the style is named, for findings. */
  readonly place: SourcePlace;
}

/** Hands out engines. */
export interface CiteEngines {
  /** Begins to make an engine, so that it is ready when the first document needs it. Never fails; `engineFor` tells. */
  warm(style: string, language: Language): void;
  /** The engine for a document; the default style's, with a finding, when the style cannot be had. */
  engineFor(request: EngineRequest): Promise<StageResult<CiteEngine>>;
}

const defaultStyle = 'chicago-notes';

/** Longest local style file, in characters; the longest of the CSL project's own has 120,000. */
const longestStyle = 1_000_000;

const editorFix = 'Check the file in a CSL editor, or name another style.';

/** A macro that a style calls and does not hold. */
function missingMacro(style: CslNode): string | undefined {
  const held = new Set(childNodes(style, 'macro').map(({ attrs }) => attrs['name']));
  const calls = (node: CslNode): readonly (string | undefined)[] => [
    node.attrs['macro'],
    ...node.children.flatMap((child) => (typeof child === 'string' ? [] : calls(child))),
  ];
  return calls(style).find((name) => name !== undefined && !held.has(name));
}

/** What is wrong with a style as read, in an editor's words with what to do, or nothing. */
function faultOf(style: CslNode): readonly [string, string] | undefined {
  if (style.name !== 'style') return ['it is no CSL style', 'Name a file that begins with “<style”.'];
  const macro = missingMacro(style);
  if (macro !== undefined) return [`it calls a macro “${macro}” that it does not hold`, editorFix];
  if (childNodes(style, 'citation').length > 0) return undefined;
  const links = childNodes(style, 'info').flatMap((info) => childNodes(info, 'link'));
  const parent = links.find(({ attrs }) => attrs['rel'] === 'independent-parent')?.attrs['href'];
  const name = parent?.split('/').at(-1);
  return name === undefined
    ? ['it says nothing about citations', 'Use a style that holds a “citation” part.']
    : ['it only points to another style', `Write “citation-style: ${name}” instead.`];
}

/** Makes engines from files of Galley's own installation, read through the given function. */
export function createCiteEngines(read: ReadOwnFile): CiteEngines {
  const library = cslLibrary(read);
  const made = new Map<string, Promise<CiteEngine | undefined>>();

  const localeOf = async (tag: string): Promise<CslNode | undefined> =>
    tag === 'kk-KZ' ? kazakhLocale() : library.locale(tag);

  const make = async (style: CslNode, language: Language): Promise<CiteEngine> => {
    const tag = cslLocaleOf(language.tag);
    const base = cslLocaleOf(language.tag.split('-')[0] ?? '');
    const bases = new Map<string, CslNode>();
    for (const name of new Set(['en-US', base])) {
      const locale = await localeOf(name);
      if (locale !== undefined) bases.set(name, locale);
    }
    const locale = (await localeOf(tag)) ?? bases.get('en-US');
    if (locale === undefined) throw missingFiles();
    return createEngine({ style, locale: pageLocale(locale, language), localeTag: tag, bases, language });
  };

  const known = (style: string, language: Language): Promise<CiteEngine | undefined> => {
    const key = `${styleId(style)} ${language.tag}`;
    const kept = made.get(key);
    if (kept !== undefined) return kept;
    const making = library
      .style(style)
      .then((node) => (node === undefined ? undefined : make(node, language)));
    made.set(key, making);
    return making;
  };

  const fallback = async (language: Language, finding: Diagnostic): Promise<StageResult<CiteEngine>> => {
    const engine = await known(defaultStyle, language);
    if (engine === undefined) throw missingFiles();
    return result(engine, [finding]);
  };

  const fromFile = async (request: EngineRequest): Promise<StageResult<CiteEngine>> => {
    const { style: name, styleFile, language, place } = request;
    const refuse = (problem: string, fix: string): Promise<StageResult<CiteEngine>> =>
      fallback(language, styleIsReadable(name, problem, fix, place));
    if (styleFile === undefined) {
      return refuse('there is no such file', 'Put the file beside the document or into the project folder.');
    }
    if (styleFile.length > longestStyle) return refuse('it is too long', 'Name a CSL style file.');
    // The reader of XML is lenient; a file that was cut off must not pass for a style.
    if (!styleFile.trimEnd().endsWith('</style>')) {
      return refuse('it does not end as a CSL style does', 'Name a whole file that ends with “</style>”.');
    }
    try {
      const style = await parseStyle(styleFile);
      const fault = faultOf(style);
      if (fault !== undefined) return refuse(...fault);
      const key = `${styleFile} ${language.tag}`;
      const making = made.get(key) ?? make(style, language);
      made.set(key, making);
      const engine = await making;
      return engine === undefined ? refuse('it does not read as a CSL style', editorFix) : result(engine);
    } catch (error) {
      if (error instanceof BuildError) throw error;
      return refuse(
        'it does not read as a CSL style',
        'Check the file in a CSL editor, or name another style.',
      );
    }
  };

  return {
    warm(style, language) {
      if (!style.endsWith('.csl')) known(style, language).catch(() => {});
    },
    async engineFor(request) {
      if (request.style.endsWith('.csl')) return fromFile(request);
      const engine = await known(request.style, request.language);
      if (engine !== undefined) return result(engine);
      return fallback(request.language, styleIsKnown(request.style, request.place));
    },
  };
}

function missingFiles(): BuildError {
  return new BuildError('environment', {
    code: 'styles-are-installed',
    severity: 'error',
    what: 'The citation styles that belong to Galley are missing.',
    why: 'Without them no note and no sources list can be set.',
    fix: 'Install Galley again; in a checkout of its code run “npm run compile”.',
  });
}
