/** Holds a page to what an accessible PDF needs, before anything is printed: language, title, descriptions, heads, links, order of headings. */

import type { Element, Root } from 'hast';
import { isLanguageTag } from '../../config/config.js';
import { headOf, htmlOf } from './clean.js';
import { type PageFindings, short } from './findings.js';
import { tableFindings } from './tables.js';
import { elementsBelow, elementsRead, folded, hasRole, spokenWords, textProperty } from './tree.js';

/** Words that a page says about itself. */
export interface PageFacts {
  readonly title: string;
  readonly lang: string;
}

/** Reads language and title; what is missing is an error, and has a stand-in so that the rest can be looked at. */
export function readFacts(tree: Root, body: Element, findings: PageFindings): PageFacts {
  const html = htmlOf(tree);
  const said = [html, body].flatMap((element) =>
    element === undefined ? [] : (textProperty(element, 'lang') ?? textProperty(element, 'xmlLang') ?? []),
  );
  const lang = said.find((tag) => tag.trim() !== '');
  if (lang === undefined) {
    findings.tell('page-has-language', 'error', html, {
      what: 'This page does not say its language.',
      why: 'A screen reader would read it with the sounds of another language.',
      fix: 'Write it on the first element: <html lang="en">.',
    });
  }
  for (const element of [html, ...elementsBelow(body)])
    if (element !== undefined) checkLanguage(element, findings);
  const head = headOf(tree);
  const title = head?.children.find((child) => child.type === 'element' && child.tagName === 'title');
  const words = title === undefined ? '' : folded(spokenWords(title));
  if (words === '') {
    findings.tell('page-has-title', 'error', title ?? head ?? html, {
      what: 'This page has no title.',
      why: 'Readers know a PDF by its title: it stands in the window and is what a screen reader says first.',
      fix: 'Write it in the head: <title>What the page is about</title>.',
    });
  }
  return { title: words, lang: lang !== undefined && isLanguageTag(lang) ? lang : 'en' };
}

function checkLanguage(element: Element, findings: PageFindings): void {
  const lang = textProperty(element, 'lang');
  if (lang === undefined || lang === '' || isLanguageTag(lang)) return;
  findings.tell('language-tag-is-valid', 'error', element, {
    what: `“${lang}” is no language tag.`,
    why: 'A screen reader cannot choose its voice by it.',
    fix: 'Write a tag such as en, kk or pt-BR.',
    excerpt: lang,
  });
}

/** Gives pictures and links the names that other elements hold for them, so that every later step finds them in one place. */
export function resolveNames(tree: Root, body: Element): void {
  const byId = new Map<string, Element>();
  for (const element of elementsBelow(tree)) byId.set(textProperty(element, 'id') ?? '', element);
  for (const element of elementsBelow(body)) {
    const named = textProperty(element, 'ariaLabelledBy');
    if (named !== undefined && ['img', 'svg', 'a'].includes(element.tagName)) {
      const words = named.split(/\s+/).map((id) => {
        const found = byId.get(id);
        return found === undefined ? '' : spokenWords(found);
      });
      const name = folded(words.join(' '));
      if (name !== '') element.properties['ariaLabel'] = name;
    }
    const title = textProperty(element, 'title');
    const isUnnamed = element.tagName === 'a' && folded(spokenWords(element)) === '';
    if (isUnnamed && title !== undefined) element.properties['ariaLabel'] = title;
    if (element.tagName === 'svg' && isAriaSilent(element)) element.properties['ariaHidden'] = 'true';
    if (['a', 'button', 'summary'].includes(element.tagName)) hideIcons(element);
  }
}

/** A drawing without a name beside the words of a link is its icon. */
function hideIcons(link: Element): void {
  if (folded(spokenWords(link)) === '') return;
  for (const drawing of elementsBelow(link)) {
    if (drawing.tagName === 'svg' && folded(spokenWords(drawing)) === '') {
      drawing.properties['ariaHidden'] = 'true';
    }
  }
}

function isAriaSilent(element: Element): boolean {
  return hasRole(element, 'presentation', 'none');
}

/** Looks at everything in the body that readers get. */
export function checkMeaning(body: Element, findings: PageFindings): void {
  let above = 0;
  for (const element of elementsRead(body)) {
    const level = headingLevel(element);
    if (level !== undefined && folded(spokenWords(element)) !== '') {
      if (level > above + 1) tellSkipped(element, level, above, findings);
      above = level;
    }
    checkPicture(element, findings);
    if (element.tagName === 'a') checkLink(element, findings);
    if (element.tagName === 'table') tableFindings(element, findings);
    if (['ul', 'ol', 'dl'].includes(element.tagName)) checkList(element, findings);
    if (unprintable.has(element.tagName)) tellUnprintable(element, findings);
  }
}

function headingLevel(element: Element): number | undefined {
  if (hasRole(element, 'heading')) return Number(textProperty(element, 'ariaLevel') ?? 2);
  const tag = /^h([1-6])$/.exec(element.tagName)?.[1];
  return tag === undefined ? undefined : Number(tag);
}

/**
 * Counts headings from 1 where a page has none of that level, as in books whose title stands elsewhere: the first heading of a PDF is an H1
 * (ISO 14289-1, 7.4.2). What looks how stays as it is. Changes the tree.
 */
export function liftHeadings(body: Element): void {
  const headings = [...elementsRead(body)].flatMap((element) => {
    const level = headingLevel(element);
    return level === undefined || folded(spokenWords(element)) === '' ? [] : [{ element, level }];
  });
  const lift = Math.min(...headings.map(({ level }) => level)) - 1;
  if (lift === 0) return;
  for (const { element, level } of headings) {
    element.properties['role'] = 'heading';
    element.properties['ariaLevel'] = String(level - lift);
  }
}

function tellSkipped(element: Element, level: number, above: number, findings: PageFindings): void {
  findings.tell('heading-levels-do-not-skip', 'error', element, {
    what: `“${short(spokenWords(element))}” is a heading of level ${level}, but ${
      above === 0 ? 'no heading stands above it' : `the heading above it has level ${above}`
    }.`,
    why: 'Readers who move by headings take the gap for a part that they missed.',
    fix: `Make it <h${above + 1}>, or add the heading that is missing; its size is a matter of styles.`,
    excerpt: spokenWords(element),
  });
}

function checkPicture(element: Element, findings: PageFindings): void {
  if (element.tagName === 'img') {
    if (element.properties['alt'] !== undefined || textProperty(element, 'ariaLabel') !== undefined) return;
    if (isAriaSilent(element)) return;
  } else if (element.tagName !== 'svg' || folded(spokenWords(element)) !== '') return;
  const name = short(textProperty(element, 'src') ?? 'drawing');
  findings.tell('image-has-alt', 'error', element, {
    what: `The ${element.tagName === 'img' ? `picture “${name}”` : 'drawing'} has no alternative text.`,
    why: 'A reader who cannot see it gets nothing.',
    fix:
      element.tagName === 'img'
        ? 'Write what it shows: alt="…"; or alt="" when it only decorates.'
        : 'Write what it shows: <svg role="img" aria-label="…">; or aria-hidden="true" when it only decorates.',
    excerpt: name,
  });
}

function checkLink(element: Element, findings: PageFindings): void {
  const href = textProperty(element, 'href');
  if (href === undefined || folded(spokenWords(element)) !== '') return;
  findings.tell('link-has-name', 'error', element, {
    what: `The link to “${short(href)}” has no words.`,
    why: 'A reader who hears it does not learn where it leads.',
    fix: 'Write its words, the alternative text of its picture, or aria-label="…".',
    excerpt: href,
  });
}

const holds: Readonly<Record<string, readonly string[]>> = {
  ul: ['li', 'ul', 'ol'],
  ol: ['li', 'ul', 'ol'],
  dl: ['dt', 'dd', 'div'],
};

function checkList(list: Element, findings: PageFindings): void {
  for (const child of list.children) {
    const isItem = child.type !== 'element' || holds[list.tagName]?.includes(child.tagName) === true;
    if (isItem && (child.type !== 'text' || child.value.trim() === '')) continue;
    findings.tell('list-holds-items', 'error', child, {
      what: `${child.type === 'element' ? `A <${child.tagName}>` : `“${short(spokenWords(child))}”`} stands in a list and is no item of it.`,
      why: 'A screen reader counts items, and would leave it out or count wrong.',
      fix:
        list.tagName === 'dl'
          ? 'Put it into a <dt> or a <dd>.'
          : 'Put it into an <li>, or in front of the list.',
    });
  }
}

/** What paper cannot show, or what a PDF for readers may not hold. */
const unprintable: ReadonlySet<string> = new Set([
  ...['iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'audio', 'video', 'canvas'],
  ...['input', 'select', 'textarea', 'progress', 'meter', 'marquee'],
]);

function tellUnprintable(element: Element, findings: PageFindings): void {
  if (element.tagName === 'input' && textProperty(element, 'type') === 'hidden') return;
  findings.tell('page-content-is-printable', 'error', element, {
    what: `A <${element.tagName}> has no form on paper that every reader can use.`,
    why: 'Readers of the PDF would miss what it holds.',
    fix: 'Say the same in words, in a table or in a picture with a description; or leave it out in print with “display: none” under @media print.',
  });
}
