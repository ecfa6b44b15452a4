/** `galley new`: begins an explainer in a folder of its own, and never writes over anything. */

import { isLanguageTag } from '../config/config.js';
import { loadConfig } from '../config/load-config.js';
import { BuildError } from '../diagnostics/build-error.js';
import type { ExplainerType } from '../document/explainer.js';
import { languageOf } from '../language/language-of.js';
import { isSlug } from '../source/file-names.js';
import type { System } from '../system/system.js';
import { linesToFill, scaffold } from './scaffold.js';
import { slugOf } from './slug.js';

/** What is asked for. */
export interface NewExplainerWish {
  readonly headline: string;
  readonly type: ExplainerType;
  /** BCP 47; the language of config without it. */
  readonly lang?: string | undefined;
  /** The folder's name; made from the headline without it. */
  readonly slug?: string | undefined;
}

/** What was begun. */
export interface NewExplainer {
  readonly folder: string;
  readonly files: readonly { readonly path: string; readonly linesToFill: readonly number[] }[];
}

function refused(what: string, why: string, fix: string): BuildError {
  return new BuildError('usage', { code: 'call-is-complete', severity: 'error', what, why, fix });
}

function slugFor({ headline, slug }: NewExplainerWish): string {
  if (slug !== undefined && !isSlug(slug)) {
    throw refused(
      `“${slug}” cannot be the name of a folder in content/.`,
      'It becomes part of the web address.',
      'Use small letters from a to z, digits and hyphens between them.',
    );
  }
  const made = slug ?? slugOf(headline);
  if (made !== undefined) return made;
  throw refused(
    `No folder’s name can be made from the headline “${headline}”.`,
    'A web address needs letters from a to z.',
    'Give one, such as: --slug floods-2026.',
  );
}

/** Writes the first files. Throws a `BuildError` of kind `usage` when the folder is taken or the call cannot be followed. */
export async function newExplainer(system: System, wish: NewExplainerWish): Promise<NewExplainer> {
  const { value: config } = await loadConfig(system, {});
  const lang = wish.lang ?? config.lang;
  if (!isLanguageTag(lang)) {
    throw refused(
      `“${lang}” is no language tag.`,
      'Pages say in which language they are.',
      'Write one such as kk or pt-BR.',
    );
  }
  if (wish.headline.trim() === '') {
    throw refused(
      'The headline is empty.',
      'Readers would find a page without a title.',
      'Write: galley new "Headline".',
    );
  }
  const slug = slugFor(wish);
  const folder = `content/${slug}`;
  const isTaken =
    (await system.readFolder(folder)) !== undefined || (await system.readFile(`${folder}.md`)) !== undefined;
  if (isTaken) {
    throw refused(
      `There is an explainer at “${slug}” already.`,
      'Nothing that is there is ever written over.',
      `Choose another name, such as: --slug ${slug}-2.`,
    );
  }
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: config.timezone }).format(system.now());
  const language = languageOf(lang, { timezone: config.timezone });
  const isOwnLanguage = lang === config.lang;
  const files = Object.entries(
    scaffold({ headline: wish.headline, type: wish.type, language, isOwnLanguage, today }),
  );
  for (const [name, text] of files) await system.writeFile(`${folder}/${name}`, text);
  return {
    folder,
    files: files.map(([name, text]) => ({ path: `${folder}/${name}`, linesToFill: linesToFill(text) })),
  };
}
