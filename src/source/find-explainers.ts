/** Finds the explainers of a project by their file names, and tells every file that will not be read. */

import { isLanguageTag } from '../config/config.js';
import { type Diagnostic, result, type StageResult } from '../diagnostics/diagnostic.js';
import type { FileEntry, System } from '../system/system.js';
import { chooseEntries } from './choose-entries.js';
import type { ExplainerEntry } from './explainer-entry.js';
import {
  badMarkdownName,
  badSlug,
  contentFolder,
  misspelt,
  noExplainers,
  original,
  skippedReadme,
  unreadMarkdown,
  withoutOriginal,
} from './file-findings.js';
import { dataFiles, isMarkdownName, isSlug, meantName, slugFrom, splitName } from './file-names.js';
import { errorAt, placeIn, warningAt } from './findings.js';
import { unlessRefused } from './refused-path.js';

/** What was found so far. */
interface Found {
  readonly entries: ExplainerEntry[];
  readonly diagnostics: Diagnostic[];
}

const projectFiles = [...dataFiles, 'baseline.json'];

function isHidden({ name }: FileEntry): boolean {
  return name.startsWith('.');
}

function isReadme(name: string): boolean {
  return /^readme\.md$/i.test(name);
}

/** Names of one explainer's folder: the original, its translations, and what is neither. */
function readNames(folder: string, files: readonly string[], found: Found): Map<string, string> {
  const translations = new Map<string, string>();
  for (const name of files) {
    const path = `${folder}/${name}`;
    const tag = /^explainer\.(.+)\.md$/.exec(name)?.[1];
    if (name === original || (dataFiles as readonly string[]).includes(name)) continue;
    if (isReadme(name)) found.diagnostics.push(skippedReadme(path));
    else if (tag !== undefined) addTranslation(path, tag, translations, found);
    else {
      const meant = meantName(name, [original, ...dataFiles]);
      if (meant !== undefined) found.diagnostics.push(misspelt(path, meant));
      else if (isMarkdownName(name)) found.diagnostics.push(unreadMarkdown(path));
    }
  }
  return translations;
}

function addTranslation(path: string, tag: string, translations: Map<string, string>, found: Found): void {
  const lang = isLanguageTag(tag) ? Intl.getCanonicalLocales(tag)[0] : undefined;
  const first = lang === undefined ? undefined : translations.get(lang);
  if (lang === undefined) {
    found.diagnostics.push(
      errorAt('file-name-is-known', placeIn(path), {
        what: `“${tag}” in the file name “${path}” is no language.`,
        why: 'The name of a translation says its language, which decides hyphens, quotes and the voice that reads it out.',
        fix: 'Use a language tag: “explainer.ru.md”, “explainer.kk.md”, “explainer.pt-BR.md”.',
      }),
    );
  } else if (first !== undefined) {
    found.diagnostics.push(
      errorAt(
        'file-name-is-known',
        placeIn(path),
        {
          what: `“${path}” is a second translation into “${lang}”.`,
          why: 'Both would be published at the same address.',
          fix: 'Keep one of them.',
        },
        { related: [{ message: 'The first one is here.', place: placeIn(first) }] },
      ),
    );
  } else {
    translations.set(lang, path);
  }
}

/** Reads one folder of `content/`. */
async function findInFolder(system: System, parent: string, name: string, found: Found): Promise<void> {
  const folder = `${parent}/${name}`;
  // A name that no path may hold lists nothing here; the slug rule tells it below.
  const listed = (await unlessRefused(() => system.readFolder(folder))) ?? [];
  const entries = listed.filter((entry) => !isHidden(entry));
  const files = entries.filter(({ kind }) => kind === 'file').map((entry) => entry.name);
  const translations = readNames(folder, files, found);
  const hasOriginal = files.includes(original);
  const hasMarkdown = hasOriginal || files.some((file) => isMarkdownName(file) && !isReadme(file));
  if (!isSlug(name)) {
    if (hasMarkdown || entries.length === 0) found.diagnostics.push(badSlug(folder, name, slugFrom(name)));
    return;
  }
  if (!hasOriginal) found.diagnostics.push(withoutOriginal(folder, hasMarkdown, [...translations.values()]));
  const base = { slug: name, folder, form: 'folder', sharedFolder: parent } as const;
  if (hasOriginal) {
    found.entries.push({
      ...base,
      path: `${folder}/${original}`,
      fileLang: undefined,
      translates: undefined,
    });
  }
  const translates = hasOriginal ? `${folder}/${original}` : undefined;
  for (const [fileLang, path] of translations) found.entries.push({ ...base, path, fileLang, translates });
}

/** Reads the files that stand directly in `content/`. */
function findFiles(folder: string, files: readonly string[], found: Found): void {
  const markdown = files.filter((name) => isMarkdownName(name) && !isReadme(name));
  const slugs = new Set(markdown.map((name) => splitName(name).stem));
  for (const name of files) {
    const path = `${folder}/${name}`;
    const { stem, ending } = splitName(name);
    if (isReadme(name)) found.diagnostics.push(skippedReadme(path));
    else if (ending === 'md' && isSlug(stem)) {
      const base = { slug: stem, folder, form: 'file', sharedFolder: folder } as const;
      found.entries.push({ ...base, path, fileLang: undefined, translates: undefined });
    } else if (isMarkdownName(name)) found.diagnostics.push(badMarkdownName(path, name));
    else findDataFile(path, name, slugs, found);
  }
}

function findDataFile(path: string, name: string, slugs: ReadonlySet<string>, found: Found): void {
  if (projectFiles.includes(name)) return;
  const [, owner, rest] = /^([^.]+)\.(.+)$/.exec(name) ?? [];
  if (owner !== undefined && rest !== undefined && (dataFiles as readonly string[]).includes(rest)) {
    if (slugs.has(owner)) return;
    found.diagnostics.push(
      warningAt('file-name-is-known', placeIn(path), {
        what: `“${path}” belongs to no explainer: there is no “${owner}.md” beside it.`,
        why: 'Nothing that it holds reaches a page.',
        fix: `Name it after its explainer (“${[...slugs][0] ?? 'my-explainer'}.${rest}”), or remove it.`,
      }),
    );
    return;
  }
  const meant = meantName(owner !== undefined && slugs.has(owner) ? (rest ?? name) : name, projectFiles);
  if (meant !== undefined) {
    const isOwned = owner !== undefined && slugs.has(owner);
    found.diagnostics.push(misspelt(path, isOwned ? `${owner}.${meant}` : meant));
  }
}

/** One slug, two explainers: a file and a folder of the same name. */
function clashes(entries: readonly ExplainerEntry[]): Diagnostic[] {
  const originals = entries.filter((entry) => entry.fileLang === undefined);
  return originals.flatMap((entry, index) => {
    const first = originals.slice(0, index).find((other) => other.slug === entry.slug);
    if (first === undefined) return [];
    return [
      errorAt(
        'slug-is-unique',
        placeIn(entry.path),
        {
          what: `Two explainers are called “${entry.slug}”.`,
          why: 'Both would be published at the same address.',
          fix: 'Rename one of them.',
        },
        { related: [{ message: 'The first one is here.', place: placeIn(first.path) }] },
      ),
    ];
  });
}

/**
 * The explainers of the project in the order of their paths: all of them, or those that `paths` names (files, folders or
 * slugs). Reads folders only. A path that names nothing is an error.
 */
export async function findExplainers(
  system: System,
  paths: readonly string[] = [],
): Promise<StageResult<readonly ExplainerEntry[]>> {
  const found: Found = { entries: [], diagnostics: [] };
  const content = await system.readFolder(contentFolder);
  const visible = (content ?? []).filter((entry) => !isHidden(entry));
  findFiles(
    contentFolder,
    visible.filter(({ kind }) => kind === 'file').map(({ name }) => name),
    found,
  );
  for (const { name, kind } of visible) {
    if (kind === 'folder') await findInFolder(system, contentFolder, name, found);
  }
  found.diagnostics.push(...clashes(found.entries));
  if (paths.length > 0) return chooseEntries(system, found, paths);
  if (found.entries.length === 0) found.diagnostics.push(noExplainers(content !== undefined));
  return result(found.entries, found.diagnostics);
}
