/** The head of a web page: what browsers, search engines and other services read about it. */

import type { Element, Root } from 'hast';
import { element, isElement, text } from '../../html/elements.js';
import type { HtmlDocument } from '../../html/html-document.js';

/** Leaves out what has no value. */
function present(nodes: readonly (Element | undefined)[]): Element[] {
  return nodes.filter((node) => node !== undefined);
}

function meta(name: string, content: string | null): Element | undefined {
  return content === null || content === '' ? undefined : element('meta', { name, content });
}

/** The address of another page as that page calls itself: in public a folder, beside this one a file. */
function absolute(href: string, canonical: string | null): string {
  return canonical === null ? href : new URL(href, canonical).href.replace(/\/index\.html$/, '/');
}

/** This page in its other languages, itself included, so that each names all. */
function languages({ view }: HtmlDocument): Element[] {
  if (view.translations.length === 0) return [];
  const own = [{ href: view.canonical ?? 'index.html', lang: view.lang }];
  return [...own, ...view.translations].flatMap(({ href, lang }) =>
    lang === null
      ? []
      : [element('link', { rel: ['alternate'], hrefLang: lang, href: absolute(href, view.canonical) })],
  );
}

/** The same words as PDF. */
function otherForms({ view }: HtmlDocument): Element[] {
  return view.formats
    .filter(({ href }) => href.endsWith('.pdf'))
    .map(({ href, text: title }) =>
      element('link', { rel: ['alternate'], type: 'application/pdf', href, title }),
    );
}

/** Where feed readers find all that is published. */
function feed({ view }: HtmlDocument): Element[] {
  if (view.feed === null) return [];
  const title = view.publisher.name ?? undefined;
  return [element('link', { rel: ['alternate'], type: 'application/atom+xml', href: view.feed, title })];
}

/** JSON for a script element: a `<` in it could end the element early. */
function jsonLd(data: Readonly<Record<string, unknown>>): Element {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return element('script', { type: 'application/ld+json' }, [text(json)]);
}

function openGraph({ metadata }: HtmlDocument): Element[] {
  return metadata.openGraph.map(({ property, content }) => element('meta', { property, content }));
}

/** What a layout's head may leave out, and every page needs first. */
function basics(document: HtmlDocument, written: readonly Element[]): Element[] {
  const has = (tagName: string, name?: string): boolean =>
    written.some(
      (node) => node.tagName === tagName && (name === undefined || node.properties['name'] === name),
    );
  const viewport = 'width=device-width, initial-scale=1';
  return present([
    has('meta', 'viewport') ? undefined : meta('viewport', viewport),
    has('title') ? undefined : element('title', {}, [text(document.view.pageTitle)]),
  ]);
}

function isCharset(node: Element): boolean {
  return node.tagName === 'meta' && node.properties['charSet'] !== undefined;
}

/** Completes the head that the layout wrote; its own elements come first and stay. */
export function completeHead(tree: Root, document: HtmlDocument): void {
  const html = tree.children.find((node) => isElement(node, 'html'));
  const head =
    html === undefined ? undefined : (html as Element).children.find((node) => isElement(node, 'head'));
  if (head === undefined) return;
  const { view } = document;
  const written = (head as Element).children
    .filter((node) => isElement(node))
    .filter((node) => !isCharset(node));
  const nodes = [
    element('meta', { charSet: 'utf-8' }),
    ...basics(document, written),
    ...written,
    ...present([
      meta('description', view.withdrawn ? null : view.description),
      meta('color-scheme', 'light dark'),
      meta('robots', view.draft ? 'noindex' : null),
      view.canonical === null ? undefined : element('link', { rel: ['canonical'], href: view.canonical }),
    ]),
    ...languages(document),
    ...otherForms(document),
    ...feed(document),
    element('link', { rel: ['stylesheet'], href: view.stylesheet }),
    ...openGraph(document),
    jsonLd(document.metadata.jsonLd),
  ];
  (head as Element).children = nodes.flatMap((node) => [text('\n'), node]).concat(text('\n'));
}
