/** Which language a document is in: its front matter, its file name, the settings, and whether they agree. */

import type { Direction } from '../language/language.js';
import { finding } from './finding.js';
import { valuePlace } from './frontmatter-reader.js';
import { validTag } from './language-tag.js';
import type { Work } from './work.js';

/** Whether one tag is the other, or a more exact form of it: `pt` takes `pt-BR`. */
function matches(tag: string, prefix: string): boolean {
  const [long, short] = [tag.toLowerCase(), prefix.toLowerCase()];
  return long === short || long.startsWith(`${short}-`);
}

/** The language of a document before anything is reported; `typed` is the front matter's. */
export function languageTagOf(typed: unknown, fileLang: string | undefined, fallback: string): string {
  const own = typeof typed === 'string' ? validTag(typed) : undefined;
  return own ?? (fileLang === undefined ? undefined : validTag(fileLang)) ?? fallback;
}

/** Reports a language that the file's name contradicts, or that this newsroom does not publish in. */
export function checkLanguage(tag: string, work: Work): void {
  const { fileLang, frontmatter } = work.source;
  const typed = frontmatter.textOf(['lang']);
  if (
    fileLang !== undefined &&
    typed !== undefined &&
    validTag(typed) !== undefined &&
    !matches(typed, fileLang)
  ) {
    work.report(
      finding('language-tag-is-valid', 'error', valuePlace(['lang'], work), {
        what: `“lang” says “${typed}”, but the file’s name says “${fileLang}”.`,
        why: 'Readers would find the page under the wrong language.',
        fix: 'Rename the file, or take the line out.',
        excerpt: typed,
      }),
    );
  }
  const { languages } = work.config;
  if (languages.length > 0 && !languages.some((known) => matches(tag, known) || matches(known, tag))) {
    work.report(
      finding('language-tag-is-valid', 'warning', valuePlace(['lang'], work), {
        what: `The language “${tag}” is not among those that galley.config.yaml lists.`,
        why: 'The page may have no place in this newsroom’s lists.',
        fix: `Write one of ${languages.join(', ')}, or add “${tag}” to “languages”.`,
        excerpt: tag,
      }),
    );
  }
}

/** The direction that the front matter asks for, if any. */
export function typedDirection(value: unknown): Direction | undefined {
  return value === 'ltr' || value === 'rtl' ? value : undefined;
}
