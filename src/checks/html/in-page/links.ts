/** Links: what their words promise, and where equal words lead. */

import type { Measures, Named } from './types.js';

/** Everything that is a link for assistive software, with its name. */
export function all(): { readonly element: Element; readonly name: string }[] {
  return [...document.querySelectorAll('a[href], area[href], [role="link"]')]
    .filter((element) => dom.isExposed(element))
    .map((element) => ({ element, name: names.nameOf(element) }));
}

/** Words of links that say nothing by themselves, in the languages that Galley knows. */
export function isVague(name: string): boolean {
  const vague =
    /^(?:(?:click |tap )?here|(?:read |learn |see |find out )?more(?: info(?:rmation)?)?|details?|link|this|go|continue|next|download|website|page|hier|mehr|weiterlesen|ici|(?:en )?(?:savoir|lire) plus|plus|aquí|(?:leer|ver|saber) más|más|aqui|(?:ler|ver|saiba) mais|mais|здесь|тут|подробнее|далее|читать далее|докладніше|детальніше|осында|толығырақ|buraya?|tıklayın|devamı|daha fazla|هنا|المزيد|اقرأ المزيد|这里|更多|点击这里|詳細)$/iu;
  return vague.test(name.replace(/[.…›»→>\s]+$/u, '').trim());
}

/** The words around a link that help to understand it: its sentence, list item, table row or heading. */
export function contextOf(element: Element): string {
  const near = element.closest('p, li, td, th, dd, dt, figcaption, blockquote');
  const cell = element.closest('td');
  const heads =
    cell === null
      ? ''
      : [...(cell.closest('table')?.querySelectorAll('th') ?? [])].map((head) => dom.wordsOf(head)).join(' ');
  const row =
    cell === null
      ? ''
      : [...(cell.parentElement?.children ?? [])]
          .filter((each) => each.localName === 'th')
          .map((head) => dom.wordsOf(head))
          .join(' ');
  const described = (element.getAttribute('aria-describedby') ?? '')
    .split(/\s+/)
    .map((id) => dom.byId(element, id)?.textContent ?? '')
    .join(' ');
  return dom.oneLine(
    `${near === null || cell !== null ? '' : dom.wordsOf(near)} ${cell === null ? '' : row || heads} ${described} ${element.getAttribute('title') ?? ''}`,
  );
}

/** Links whose words do not say where they lead; those of one or two words ask a person. */
export function vagueLinks(): Measures {
  const found = links.all().filter(({ name }) => name !== '');
  const offences = found.flatMap(({ element, name }): Named[] => {
    if (links.isVague(name)) return [dom.named(element, name)];
    const short = names.wordsIn(name).length === 1;
    const alone = names.wordsIn(links.contextOf(element)).length <= names.wordsIn(name).length;
    return short && alone ? [dom.named(element, name, true)] : [];
  });
  return dom.answer(found.length, offences);
}

/** Where a link leads, in one form for one place. */
export function targetOf(element: Element): string {
  if (element instanceof HTMLAnchorElement || element instanceof HTMLAreaElement)
    return element.href.replace(/(?:\/|\/index\.html?)?(?:#.*)?$/, '') + element.hash;
  if (element instanceof SVGAElement) return element.href.baseVal;
  return element.getAttribute('onclick') ?? element.getAttribute('data-href') ?? '';
}

/** Links with equal words and different targets: each asks whether they lead to the same thing. */
export function equalNames(): Measures {
  // A link inside the page, such as a year that leads to its source, is read in its sentence.
  const found = links
    .all()
    .filter(({ element, name }) => name !== '' && element.getAttribute('href')?.startsWith('#') !== true);
  const groups = new Map<string, { element: Element; target: string }[]>();
  for (const { element, name } of found) {
    const key = name.toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), { element, target: links.targetOf(element) }]);
  }
  const offences = [...groups].flatMap(([name, members]): Named[] => {
    const first = members[0];
    const other = members.find(({ target }) => target !== first?.target);
    return other === undefined ? [] : [dom.named(other.element, name.slice(0, 80), true)];
  });
  return dom.answer(found.length, offences);
}

/** Frames with equal names and different pages. */
export function equalFrames(): Measures {
  const frames = [...document.querySelectorAll('iframe')].filter((frame) => dom.isExposed(frame));
  const offences = frames.flatMap((frame): Named[] => {
    const name = names.nameOf(frame) || (frame.title ?? '');
    const twin = frames.find(
      (other) => other !== frame && (names.nameOf(other) || other.title) === name && other.src !== frame.src,
    );
    return twin === undefined || name === '' ? [] : [dom.named(frame, name, true)];
  });
  return dom.answer(frames.length, offences.slice(-1));
}

/** The box in whose line of words a link stands; undefined for a link that stands by itself. */
export function lineAround(link: Element): Element | undefined {
  for (let at = link.parentElement; at !== null; at = at.parentElement) {
    const own = [...at.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    // Signs between links, such as bars, make no sentence.
    if (names.wordsIn(own.map((node) => node.textContent ?? '').join(' ')).length >= 3) return at;
    if (!getComputedStyle(at).display.startsWith('inline')) return undefined;
  }
  return undefined;
}

/** Whether anything but its words tells an element from the text in whose line it stands. */
export function standsOut(element: Element, around: CSSStyleDeclaration): boolean {
  const style = getComputedStyle(element);
  const isDrawn = (pseudo: string): boolean =>
    !/^(?:none|normal|"")$/.test(getComputedStyle(element, pseudo).content);
  const same = ['color', 'font-weight', 'font-style', 'font-size', 'font-family', 'vertical-align'] as const;
  return (
    style.textDecorationLine !== 'none' ||
    (style.borderBottomStyle !== 'none' && style.borderBottomWidth !== '0px') ||
    style.backgroundImage !== 'none' ||
    style.boxShadow !== 'none' ||
    !/^rgba\(.*, 0\)$/.test(style.backgroundColor) ||
    same.some((name) => style.getPropertyValue(name) !== around.getPropertyValue(name)) ||
    isDrawn('::before') ||
    isDrawn('::after')
  );
}

/** Links in a line of text that look like the words around them. */
export function likeText(): Measures {
  const inLines = [...document.querySelectorAll('a[href]')].flatMap((link) => {
    const around = links.lineAround(link);
    const isSeen = around !== undefined && dom.isShown(link) && !dom.isClippedAway(link);
    return isSeen && link.querySelector('img, svg') === null ? [{ link, around }] : [];
  });
  const offences = inLines.flatMap(({ link, around }): Named[] => {
    const base = getComputedStyle(around);
    const parts: Element[] = [link, ...link.querySelectorAll('*')];
    for (let at = link.parentElement; at !== null && at !== around; at = at.parentElement) parts.push(at);
    const isMarked = parts.some((part) => links.standsOut(part, base));
    return isMarked ? [] : [dom.named(link, dom.wordsOf(link).slice(0, 80))];
  });
  return dom.answer(inLines.length, offences);
}
