/** Takes into the tree what only the browser knows: what is not printed goes, what styles add as words comes in. */

import type { Element, ElementContent, Root } from 'hast';
import type { Generated, PageSurvey } from '../pdf/in-page/types.js';
import { type PageFindings, short } from './findings.js';
import { elementsBelow, folded, rebuild, spokenWords } from './tree.js';

/** Changes the tree to what print shows. `elements` are those of `cleanPage`, by number. */
export function applySurvey(
  tree: Root,
  elements: readonly Element[],
  survey: PageSurvey,
  findings: PageFindings,
): void {
  for (const number of survey.unseen) {
    const element = elements[number];
    if (element !== undefined) element.properties['ariaHidden'] = 'true';
  }
  for (const number of survey.fixed) tellFixed(elements[number], findings);
  for (const number of survey.clipped) tellClipped(elements[number], findings);
  for (const number of survey.cutOff) tellCutOff(elements[number], findings);
  for (const generated of survey.generated) addGenerated(elements[generated.element], generated, findings);
  const absent = new Set(survey.absent.map((number) => elements[number]));
  const names = new Map(elements.filter(isLink).map((link) => [link, folded(spokenWords(link))] as const));
  rebuild(tree, (element) => (absent.has(element) ? undefined : [element]));
  for (const [link, name] of names) nameLink(link, name);
}

function isLink(element: Element): boolean {
  return element.tagName === 'a' && element.properties['href'] !== undefined;
}

/** A link whose words were for screens alone keeps them as its name; its drawing, which stands for them, is described by them. */
function nameLink(link: Element, name: string): void {
  const shown = link.children.map((child) => spokenWords(child)).join('');
  if (folded(shown) !== '' || name === '') return;
  link.properties['ariaLabel'] ??= name;
  for (const picture of elementsBelow(link)) {
    if (picture.tagName !== 'svg' && picture.tagName !== 'img') continue;
    delete picture.properties['ariaHidden'];
    delete picture.properties['role'];
    picture.properties[picture.tagName === 'img' ? 'alt' : 'ariaLabel'] = name;
    if (picture.tagName === 'svg') picture.properties['role'] = 'img';
    return;
  }
  delete link.properties['href'];
}

function tellClipped(element: Element | undefined, findings: PageFindings): void {
  findings.tell('print-clips-nothing', 'error', element, {
    what: `What stands in “${short(element === undefined ? '' : spokenWords(element))}” is wider than its box, and its end is cut off on paper.`,
    why: 'Nobody can scroll paper.',
    fix: 'Under @media print, let its words break (“white-space: normal”, “overflow-wrap: anywhere”) or make it narrower.',
  });
}

function tellCutOff(element: Element | undefined, findings: PageFindings): void {
  findings.tell('print-clips-nothing', 'error', element, {
    what: `What stands in “${short(element === undefined ? '' : spokenWords(element))}” is higher than its box, and its last lines are cut off on paper.`,
    why: 'Nobody can scroll paper.',
    fix: 'Under @media print, let the box be as high as its words: “height: auto”, “max-height: none”.',
  });
}

function tellFixed(element: Element | undefined, findings: PageFindings): void {
  findings.tell('page-parts-are-in-the-flow', 'error', element, {
    what: `“${short(element === undefined ? '' : spokenWords(element))}” is fixed to the window, and would be printed on every page.`,
    why: 'A screen reader would read it again on each page.',
    fix: 'Write “position: static” for it under @media print, or “display: none”.',
  });
}

/** Elements that hold no words of their own, so that words before or after have no place in them. */
const closed = new Set(['img', 'svg', 'br', 'hr', 'table', 'thead', 'tbody', 'tr', 'ul', 'ol', 'dl']);

/**
 * Chromium prints words from styles outside all tags. Signs without a letter or digit stay so: they are decoration, and our tree alone
 * knows of them. Words become text of the page, with the look that they had, since readers who listen need them too.
 */
function addGenerated(element: Element | undefined, generated: Generated, findings: PageFindings): void {
  if (element === undefined) return;
  const { words, where, look } = generated;
  const isSign = words !== undefined && !/[\p{L}\p{N}]/u.test(words);
  if (!isSign && (words === undefined || closed.has(element.tagName))) {
    findings.tell('page-words-are-in-its-text', 'error', element, {
      what: `The styles print something ${where} “${short(spokenWords(element))}” that stands nowhere in the page.`,
      why: 'What is counted or made by styles cannot be given to readers who listen.',
      fix: 'Write it into the page itself, or take the “content” out under @media print.',
    });
    return;
  }
  const children: ElementContent[] = [
    { type: 'text', value: `${words}${/display: (?!inline)/.test(look) ? ' ' : ''}` },
  ];
  const properties = isSign ? { [generatedAttribute]: '', ariaHidden: 'true' } : { style: look };
  const made: Element = { type: 'element', tagName: 'span', properties, children };
  if (element.position !== undefined) made.position = element.position;
  if (!isSign) element.properties[where === 'before' ? 'dataGalleyBefore' : 'dataGalleyAfter'] = '';
  if (where === 'before') element.children.unshift(made);
  else element.children.push(made);
}

/** Marks signs that the browser makes from styles: our tree holds them, the page that is printed does not. */
export const generatedAttribute = 'dataGenerated';

/** A copy of a tree as it goes to the browser: without the signs that styles make there. */
export function withoutGenerated(tree: Root): Root {
  const copy = structuredClone(tree);
  rebuild(copy, (element) => (element.properties[generatedAttribute] === undefined ? [element] : undefined));
  return copy;
}

/** Writes the marks of `q` as text, since the browser’s own are in no text of the page. Changes the tree. */
export function writeQuotes(tree: Root, quotes: readonly [string, string, string, string]): void {
  const [open, close, openInner, closeInner] = quotes;
  const visit = (parent: Root | Element, depth: number): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      visit(child, child.tagName === 'q' ? depth + 1 : depth);
      if (child.tagName !== 'q') continue;
      child.children.unshift({ type: 'text', value: depth % 2 === 0 ? open : openInner });
      child.children.push({ type: 'text', value: depth % 2 === 0 ? close : closeInner });
    }
  };
  visit(tree, 0);
}
