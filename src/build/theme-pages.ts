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

const prints = [
  ['specimen/specimen.pdf', 'The specimen as PDF'],
  ['specimen/specimen-clear-print.pdf', 'The specimen in clear print'],
  ['specimen/specimen-large-print.pdf', 'The specimen in large print'],
  ['specimen-right-to-left/specimen-right-to-left.pdf', 'The specimen from right to left, as PDF'],
] as const;

/** The page with all pictures of a theme, and links to those PDFs that were made. */
export function picturePage(
  theme: string,
  pictures: readonly ThemePicture[],
  made: ReadonlySet<string>,
  config: ResolvedConfig,
  base: Theme,
): Promise<readonly OutputFile[]> {
  const figures = pictures.map(({ file, words, width, height }, index) =>
    h('figure', { className: ['block', 'block-figure'], id: `picture-${index + 1}` }, [
      h('img', { src: file.path, width, height, alt: `The specimen in the theme ${theme}: ${words}.` }),
      h('figcaption', [
        h('p', { className: ['caption-text'] }, `${words[0]?.toUpperCase()}${words.slice(1)}`),
      ]),
    ]),
  );
  const links = prints
    .filter(([path]) => made.has(path))
    .map(([href, words]) => h('li', [h('a', { href }, words)]));
  return plainPage(
    {
      path: 'pictures.html',
      title: `The theme ${theme} in pictures`,
      description:
        'The specimen holds every block in every state. No check sees whether a page is beautiful: look.',
      body: [
        h('h2', 'On paper'),
        links.length === 0 ? h('p', 'No PDF was made: the findings say why.') : h('ul', links),
        h('h2', 'On screens'),
        ...figures,
      ],
    },
    config,
    base,
  );
}
