/** The pages that the theme commands write for people: pictures of the specimen, and the reference of templates. */

import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { ResolvedConfig } from '../config/config.js';
import { plainDocument } from '../html/plain-document.js';
import { languageOf } from '../language/language-of.js';
import type { OutputFile } from '../outputs/output.js';
import { renderWeb } from '../outputs/web/render-web.js';
import type { Theme } from '../theme/theme.js';
import type { ThemePicture } from './theme-pictures.js';
import { type PagePicture, type SpecimenPrint, specimenPrints } from './theme-prints.js';

/** A page in English, as all that Galley says about a theme. */
export interface ThemePage {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly body: readonly ElementContent[];
}

/** Makes a page with its files, in a theme that is sound. */
export async function plainPage(
  { path, title, description, body }: ThemePage,
  config: ResolvedConfig,
  theme: Theme,
): Promise<readonly OutputFile[]> {
  const document = plainDocument(
    {
      ...{ path, title, description, canonical: null, feed: null },
      body: { type: 'root', children: [...body] },
      stylesheet: `${path.replace(/\.html$/, '')}.css`,
    },
    config,
    languageOf('en'),
  );
  const { value } = await renderWeb({ document, theme });
  return [{ path, bytes: new TextEncoder().encode(value.html) }, ...value.assets];
}

function capital(words: string): string {
  return `${words[0]?.toUpperCase()}${words.slice(1)}`;
}

/** The pages of one PDF side by side, each a way into the file. */
function printSection(print: SpecimenPrint, theme: string, pages: readonly PagePicture[]): ElementContent[] {
  const own = pages.filter((one) => one.print === print);
  return [
    h('h3', capital(print.words)),
    h('p', [h('a', { href: print.path }, `Open ${print.path.replace(/^.*\//, '')}`)]),
    ...(own.length === 0
      ? []
      : [
          h(
            'ol',
            { className: ['page-pictures'] },
            own.map(({ file, page, pages: count, width, height }) => {
              const alt = `Page ${page} of ${count} in the theme ${theme}: ${print.words}.`;
              const picture = h('img', { src: file.path, width, height, alt });
              return h('li', [h('a', { href: `${print.path}#page=${page}` }, [picture])]);
            }),
          ),
        ]),
  ];
}

/** What stands on the page of pictures. */
export interface Pictured {
  readonly screens: readonly ThemePicture[];
  readonly pages: readonly PagePicture[];
  /** Files that were made, relative to the page. */
  readonly made: ReadonlySet<string>;
}

/** The page with all pictures of a theme: its PDFs page by page, then its screens. */
export function picturePage(
  theme: string,
  { screens, pages, made }: Pictured,
  config: ResolvedConfig,
  base: Theme,
): Promise<readonly OutputFile[]> {
  const figures = screens.map(({ file, words, width, height }, index) =>
    h('figure', { className: ['block', 'block-figure'], id: `picture-${index + 1}` }, [
      h('img', { src: file.path, width, height, alt: `The specimen in the theme ${theme}: ${words}.` }),
      h('figcaption', [h('p', { className: ['caption-text'] }, capital(words))]),
    ]),
  );
  const prints = specimenPrints.filter(({ path }) => made.has(path));
  return plainPage(
    {
      path: 'pictures.html',
      title: `The theme ${theme} in pictures`,
      description:
        'The specimen holds every block in every state. No check sees whether a page is beautiful: look.',
      body: [
        h('h2', 'On paper'),
        ...(prints.length === 0
          ? [h('p', 'No PDF was made: the findings say why.')]
          : prints.flatMap((print) => printSection(print, theme, pages))),
        h('h2', 'On screens'),
        ...figures,
      ],
    },
    config,
    base,
  );
}
