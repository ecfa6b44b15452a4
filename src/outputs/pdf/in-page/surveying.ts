/** Looks at a page that an author wrote, as the browser lays it out for print: what is not shown, what styles add, how pages are set. */

import type { Generated, PageRules, PageSurvey } from './types.js';

/** Everything that the page's source alone does not say, at the width of the paper's area, px. Elements are known by the number in `data-galley-element`. */
export function survey(width: number): PageSurvey {
  placing.find('.page-flow').style.setProperty('width', `${width}px`, 'important');
  const found: PageSurvey = { absent: [], unseen: [], fixed: [], clipped: [], cutOff: [], generated: [] };
  const gone = new Set<Element>();
  const isBlank = getComputedStyle(document.body).display === 'none';
  for (const element of document.querySelectorAll<HTMLElement>('[data-galley-element]')) {
    const number = Number(element.dataset['galleyElement']);
    if (element.parentElement !== null && gone.has(element.parentElement)) {
      gone.add(element);
      continue;
    }
    const style = getComputedStyle(element);
    if (isBlank || surveying.isAbsent(element, style)) {
      gone.add(element);
      found.absent.push(number);
    } else if (surveying.isUnseen(element, style)) {
      gone.add(element);
      found.unseen.push(number);
    } else {
      if (style.position === 'fixed') found.fixed.push(number);
      if (surveying.isClipped(element, style)) found.clipped.push(number);
      else if (surveying.isCutOff(element, style)) found.cutOff.push(number);
      found.generated.push(...surveying.generated(element, number));
    }
  }
  return found;
}

/** Whether a box cuts off words or pictures at its side, or lets them be scrolled to. */
export function isClipped(element: HTMLElement, style: CSSStyleDeclaration): boolean {
  if (style.overflowX === 'visible' || element.clientWidth === 0) return false;
  if (element.scrollWidth <= element.clientWidth + 1) return false;
  const { left, right } = element.getBoundingClientRect();
  return surveying.showsBeyond(element, (rect) => rect.right > right + 1 || rect.left < left - 1);
}

/** Whether a box is too low for its words, so that whole lines of them are cut off or only to be reached by scrolling. */
export function isCutOff(element: HTMLElement, style: CSSStyleDeclaration): boolean {
  if (style.overflowY === 'visible' || element.scrollHeight <= element.clientHeight + 1) return false;
  const { bottom } = element.getBoundingClientRect();
  // Letters may hang over the end of a tight line; half a line of them is lost.
  return surveying.showsBeyond(element, ({ top, height }) => top + height / 2 > bottom);
}

/** Whether words or pictures in a box stand beyond it; what print leaves out stands nowhere. */
export function showsBeyond(element: HTMLElement, isBeyond: (rect: DOMRect) => boolean): boolean {
  const range = document.createRange();
  const shown = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (shown.nextNode() !== null) {
    const node = shown.currentNode;
    const isPicture = node instanceof Element && node.matches('img, svg');
    if (!isPicture && (node.nodeType !== Node.TEXT_NODE || node.nodeValue?.trim() === '')) continue;
    range.selectNode(node);
    const isOut = [...range.getClientRects()].some((rect) => rect.width > 0 && isBeyond(rect));
    if (isOut && node.parentElement !== null && !surveying.isBelowAbsent(node.parentElement, element))
      return true;
  }
  return false;
}

/** Whether an element, or one around it up to `top`, is left out of print. */
export function isBelowAbsent(element: HTMLElement, top: HTMLElement): boolean {
  for (let at: HTMLElement | null = element; at !== null && at !== top; at = at.parentElement) {
    if (surveying.isAbsent(at, getComputedStyle(at))) return true;
  }
  return false;
}

/** Elements that hold no words and are out of layout by nature. */
export function isSilent(element: Element): boolean {
  return element.matches('style, link, meta, source, col, colgroup, rp, wbr, br, area, map, track, param');
}

/** Whether an element is left out of print: not laid out at all, or shrunk to a point for readers of the screen alone. */
export function isAbsent(element: HTMLElement, style: CSSStyleDeclaration): boolean {
  if (surveying.isSilent(element)) return false;
  if (style.display === 'none') return true;
  if (style.position !== 'absolute' && style.position !== 'fixed') return false;
  const rect = element.getBoundingClientRect();
  const isPoint = rect.width <= 1 && rect.height <= 1 && style.overflow !== 'visible';
  const isCut = /^rect\((0px|1px),/.test(style.clip) || style.clipPath.startsWith('inset(50%');
  const isAside = rect.right < -500 || rect.bottom < -500;
  return (element.textContent?.trim() ?? '') !== '' && (isPoint || isCut || isAside);
}

/** Whether an element takes room and shows nothing, with all that is in it. */
export function isUnseen(element: HTMLElement, style: CSSStyleDeclaration): boolean {
  if (style.opacity === '0') return true;
  if (style.visibility === 'visible') return false;
  return [...element.querySelectorAll('*')].every(
    (inner) => getComputedStyle(inner).visibility !== 'visible',
  );
}

/** Words that styles put before or after the content of an element. */
export function generated(element: HTMLElement, number: number): Generated[] {
  const found: Generated[] = [];
  for (const where of ['before', 'after'] as const) {
    const style = getComputedStyle(element, `::${where}`);
    const { content } = style;
    if (content === 'none' || content === 'normal' || content === '' || style.display === 'none') continue;
    if (style.visibility !== 'visible' || /^(no-)?(open|close)-quote$/.test(content)) continue;
    const words = surveying.stringsIn(content, element);
    if (words?.trim() === '') continue;
    found.push({ element: number, where, words, look: surveying.lookOf(style) });
  }
  return found;
}

/** The words of a `content` that is made of strings and attributes; undefined for one that counts or shows something else. */
export function stringsIn(content: string, element: Element): string | undefined {
  const shown = content
    .replace(/attr\(\s*([\w-]+)\s*\)/g, (_, name: string) => JSON.stringify(element.getAttribute(name) ?? ''))
    .replace(/\/\s*("(?:[^"\\]|\\.)*"\s*)+$/, '');
  const strings = shown.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  const rest = shown.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/url\([^)]*\)/g, '');
  if (rest.trim() !== '') return undefined;
  return strings.map((string) => surveying.unquoted(string)).join('');
}

/** How generated words look, as the value of a `style` attribute for an element in their place. */
export function lookOf(style: CSSStyleDeclaration): string {
  const sides = ['top', 'right', 'bottom', 'left'];
  const names = [
    ...[
      'display',
      'position',
      'float',
      'color',
      'background-color',
      'font-family',
      'font-size',
      'font-weight',
    ],
    ...[
      'font-style',
      'font-variant',
      'letter-spacing',
      'line-height',
      'text-transform',
      'text-decoration-line',
    ],
    ...['text-align', 'vertical-align', 'white-space-collapse', 'text-wrap-mode'],
    ...sides.flatMap((side) => [`margin-${side}`, `padding-${side}`]),
    ...sides.flatMap((side) => [`border-${side}-width`, `border-${side}-style`, `border-${side}-color`]),
    ...(style.position === 'static' ? [] : sides),
  ];
  return names.map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ');
}

/** The text of a CSS string. */
export function unquoted(string: string): string {
  return string
    .slice(1, -1)
    .replace(/\\([0-9a-f]{1,6})\s?|\\(.)/gi, (_, code: string | undefined, plain: string | undefined) =>
      code === undefined ? (plain ?? '') : String.fromCodePoint(Number.parseInt(code, 16)),
    );
}

/** Margins, size and running lines that the page's own `@page` rules ask for; the last one counts. */
export function rules(ownSheet: string): PageRules {
  const pageRules: PageRules = { margins: {}, size: '', lines: [], isDivided: false };
  for (const sheet of document.styleSheets) {
    if (sheet.href?.endsWith(ownSheet) === true) continue;
    surveying.readRules(surveying.rulesOf(sheet), pageRules);
  }
  return pageRules;
}

/** The rules of a sheet; none of one that was refused or is not there, which the browser does not let be read. */
export function rulesOf(sheet: CSSStyleSheet): Iterable<CSSRule> {
  try {
    return sheet.cssRules;
  } catch {
    return [];
  }
}

/** Reads the rules of a sheet and of what it holds and imports. */
export function readRules(list: Iterable<CSSRule>, into: PageRules): void {
  for (const rule of list) {
    if (rule instanceof CSSImportRule) {
      const sheet = rule.styleSheet;
      if (sheet !== null) surveying.readRules(surveying.rulesOf(sheet), into);
    } else if (rule instanceof CSSPageRule) {
      surveying.readPageRule(rule, into);
    } else if (rule instanceof CSSMediaRule && !matchMedia(rule.conditionText).matches) {
      // Rules for screens say nothing here.
    } else if (rule instanceof CSSGroupingRule) {
      surveying.readRules(rule.cssRules, into);
    }
  }
}

/** Reads one `@page`. Only the words of margin boxes are asked of one that is for some pages alone. */
export function readPageRule(rule: CSSPageRule, into: PageRules): void {
  for (const [, content = ''] of rule.cssText.matchAll(
    /@[a-z-]+\s*\{[^}]*?content:\s*((?:"(?:[^"\\]|\\.)*"|[^;}"])*)/g,
  )) {
    into.lines.push(content.trim());
  }
  const { style } = rule;
  const sides = ['top', 'right', 'bottom', 'left'] as const;
  const said = sides.filter((side) => style.getPropertyValue(`margin-${side}`) !== '');
  const size = style.getPropertyValue('size');
  if (rule.selectorText !== '') {
    if (said.length > 0 || size !== '') into.isDivided = true;
    return;
  }
  for (const side of said) into.margins[side] = style.getPropertyValue(`margin-${side}`);
  if (size !== '') into.size = size;
}
