/** What can be wrong with the files of a project, by their names, in an editor's words. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { slugFrom, splitName } from './file-names.js';
import { errorAt, placeIn, warningAt } from './findings.js';

/** The folder that holds the explainers. */
export const contentFolder = 'content';

/** The name of an explainer's file in its own language. */
export const original = 'explainer.md';

/** A README, which is skipped. */
export function skippedReadme(path: string): Diagnostic {
  return {
    code: 'file-name-is-known',
    severity: 'info',
    what: `“${path}” is skipped.`,
    why: 'A file of this name tells colleagues about the folder; it is no explainer.',
    fix: 'Nothing to do. To publish it, give it another name.',
    place: placeIn(path),
  };
}

/** A file that looks like a known one. */
export function misspelt(path: string, meant: string): Diagnostic {
  return warningAt('file-name-is-known', placeIn(path), {
    what: `“${path}” is not read: it looks like “${meant}” with another spelling.`,
    why: 'Nothing that it holds reaches the page.',
    fix: `Rename it to “${meant}”, or give it a name that is not so alike.`,
  });
}

/** Markdown in an explainer’s folder that is not read. */
export function unreadMarkdown(path: string): Diagnostic {
  return warningAt('file-name-is-known', placeIn(path), {
    what: `“${path}” is not read.`,
    why: `In a folder of its own an explainer is called “${original}”, its translations “explainer.ru.md” and the like.`,
    fix: `Move it to “${contentFolder}/” to publish it, or remove it.`,
  });
}

/** A name that cannot be part of an address, with the rename to make. */
export function badSlug(path: string, name: string, rename: string): Diagnostic {
  return errorAt('slug-is-well-formed', placeIn(path), {
    what: `The name “${name}” cannot be part of a web address as it is.`,
    why: 'Names become addresses: lower-case letters a to z, digits and hyphens work everywhere.',
    fix: `Rename it to “${rename}”.`,
  });
}

/** A folder without its original. */
export function withoutOriginal(
  folder: string,
  hasMarkdown: boolean,
  translations: readonly string[],
): Diagnostic {
  const words = {
    what: `The folder “${folder}” holds no “${original}”.`,
    why:
      translations.length > 0
        ? 'A translation takes its dates, status and corrections from the original.'
        : 'Without it there is nothing to publish from this folder.',
    fix:
      translations.length > 0
        ? `Add the original as “${original}”, or rename “${translations[0]}” to it.`
        : `Add “${folder}/${original}”, or move the folder out of “${contentFolder}/”.`,
  };
  return hasMarkdown
    ? errorAt('explainer-has-content', placeIn(folder), words)
    : warningAt('explainer-has-content', placeIn(folder), words);
}

/** A Markdown file directly in `content/` whose name is no slug. */
export function badMarkdownName(path: string, name: string): Diagnostic {
  const { stem } = splitName(name);
  const [, base, tag] = /^([a-z0-9-]+)\.([A-Za-z]{2,3}(?:-\w+)*)$/.exec(stem) ?? [];
  if (base === undefined || tag === undefined) return badSlug(path, name, `${slugFrom(stem)}.md`);
  return errorAt('slug-is-well-formed', placeIn(path), {
    what: `“${path}” looks like a translation, but it stands alone.`,
    why: 'An explainer and its translations share a folder, so that they share sources and numbers.',
    fix: `Move it to “${contentFolder}/${base}/explainer.${tag}.md” beside “${contentFolder}/${base}/${original}”.`,
  });
}

/** A project with nothing to publish. */
export function noExplainers(hasFolder: boolean): Diagnostic {
  return errorAt('explainer-has-content', placeIn(contentFolder), {
    what: hasFolder
      ? `The folder “${contentFolder}” holds no explainer.`
      : `There is no folder “${contentFolder}”.`,
    why: 'Galley has nothing to publish, and earlier output stays as it was.',
    fix: `Add a folder with an explainer: “${contentFolder}/my-explainer/${original}”.`,
  });
}
