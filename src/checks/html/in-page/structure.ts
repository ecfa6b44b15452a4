/** The skeleton of a page: landmarks, headings, titles, ways past what is repeated. */

import type { Measures, Named } from './types.js';

/** All headings that assistive software meets. */
export function headings(): Element[] {
  return [...document.querySelectorAll('h1, h2, h3, h4, h5, h6, [role="heading"]')].filter((each) =>
    dom.isExposed(each),
  );
}

/** The exposed main landmark. */
export function mainOf(): Element | undefined {
  return [...document.querySelectorAll('main, [role="main"]')].find((each) => dom.isExposed(each));
}

/** Whether a heading leads into the content: one in the main part, or one outside of what pages repeat. */
export function contentWithoutHeading(): Measures {
  const main = structure.mainOf();
  const own = structure
    .headings()
    .filter((each) => each.closest('nav, aside, footer, [role="navigation"]') === null);
  const leads =
    main === undefined
      ? own.length > 0
      : own.some(
          (each) =>
            main.contains(each) || each.compareDocumentPosition(main) === Node.DOCUMENT_POSITION_FOLLOWING,
        );
  return dom.answer(1, leads ? [] : [dom.named(main ?? document.body, 'no heading')]);
}

/** The first link within the page, when it comes before everything else that can be reached by Tab. */
export function skipLink(): HTMLAnchorElement | undefined {
  const first = dom.tabStops()[0];
  return first instanceof HTMLAnchorElement && first.getAttribute('href')?.startsWith('#') === true
    ? first
    : undefined;
}

/** Whether what a way past repeated parts leads to is there, and is not one of those parts. */
export function brokenSkipLink(): Measures {
  const link = structure.skipLink();
  if (link === undefined) {
    const stops = dom.tabStops().filter((each) => each.closest('main, [role="main"]') === null);
    const needs = structure.mainOf() === undefined && structure.headings().length === 0 && stops.length > 1;
    return dom.answer(needs ? 1 : 0, needs ? [dom.named(document.body, 'no link')] : []);
  }
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const repeated = target?.closest('aside, nav, header, [role="navigation"], [role="banner"]') ?? null;
  return dom.answer(1, target === null || repeated !== null ? [dom.named(link, link.hash)] : []);
}

/** Words that carry meaning: four letters or more, cut to their stem. */
export function stems(text: string): Set<string> {
  return new Set(
    names
      .wordsIn(text)
      .filter((word) => word.length > 3)
      .map((word) => word.slice(0, 5)),
  );
}

/** A title of which no word comes up on the page. */
export function titleToJudge(): Measures {
  const words = structure.stems(document.title);
  if (words.size === 0) return dom.answer(0, []);
  const page = structure.stems(
    `${document.body.innerText} ${[...document.images].map((image) => image.alt).join(' ')}`,
  );
  const shared = [...words].some((word) => page.has(word));
  const title = document.querySelector('title');
  return dom.answer(
    1,
    shared || title === null || page.size === 0 ? [] : [dom.named(title, document.title, true)],
  );
}

/** The text from a heading to the next. */
export function textUnder(heading: Element): string {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  walker.currentNode = heading;
  let text = '';
  for (let node = walker.nextNode(); node !== null && text.length < 4000; node = walker.nextNode()) {
    if (heading.contains(node)) continue;
    if (node instanceof Element && node.matches('h1, h2, h3, h4, h5, h6, [role="heading"]')) break;
    if (node instanceof HTMLImageElement) text += ` ${node.alt} `;
    if (node.nodeType === Node.TEXT_NODE) text += ` ${node.textContent ?? ''}`;
  }
  return text;
}

/** Headings of which no word comes up in the text below, or that have none below: each asks whether it fits. */
export function headingsToJudge(): Measures {
  const all = structure
    .headings()
    .filter((each) => dom.wordsOf(each) !== '' || dom.oneLine(each.textContent ?? '') !== '');
  const offences = all.flatMap((heading): Named[] => {
    const words = structure.stems(heading.textContent ?? '');
    const under = structure.stems(structure.textUnder(heading));
    const fits = words.size === 0 || under.size === 0 || [...words].some((word) => under.has(word));
    return fits ? [] : [dom.named(heading, dom.oneLine(heading.textContent ?? '').slice(0, 80), true)];
  });
  return dom.answer(all.length, offences);
}

/** Sentences that point by place, shape or colour alone. */
export function pointsByLook(): Measures {
  const points =
    /\b(?:on|to|at|in) the (?:right|left|top|bottom|upper|lower)\b|\b(?:right|left)[- ]hand side\b|\b(?:round|square|circular|triangular|red|green|blue|yellow|orange|black) (?:button|link|icon|box|shape|text|field|words?)\b|\b(?:shown|marked|highlighted) in (?:red|green|blue|yellow|orange)\b/i;
  const texts = dom
    .all()
    .filter(
      (element) =>
        growth.hasOwnText(element) &&
        dom.isShown(element) &&
        element.closest('script, style, pre, code') === null,
    );
  const offences = texts.flatMap((element): Named[] => {
    const match = points.exec(dom.wordsOf(element));
    return match === null ? [] : [dom.named(element, match[0], true)];
  });
  return dom.answer(texts.length, offences);
}

/** What the landmarks lack: a main part, and names that tell those of one kind apart. */
export function landmarksOff(): Measures {
  const alike = structure.landmarksAlike();
  const missing = structure.mainOf() === undefined ? [dom.named(document.body, 'no main part')] : [];
  return dom.answer(alike.instances + 1, [...missing, ...alike.offences]);
}

/** Places by role, for the landmarks that there may be once or that need names to be told apart. */
export function landmarksAlike(): Measures {
  const kinds = {
    nav: 'nav, [role="navigation"]',
    aside: 'aside, [role="complementary"]',
    main: 'main, [role="main"]',
  } as const;
  let instances = 0;
  const offences = Object.entries(kinds).flatMap(([kind, selector]): Named[] => {
    const all = [...document.querySelectorAll(selector)].filter((each) => dom.isExposed(each));
    instances += all.length;
    const seen = new Set<string>();
    const labels = all.map((each) =>
      each.hasAttribute('aria-label') || each.hasAttribute('aria-labelledby') ? names.nameOf(each) : '',
    );
    return all.flatMap((each, at): Named[] => {
      const label = labels[at] ?? '';
      const again = seen.has(label);
      seen.add(label);
      return again
        ? [
            dom.named(
              each,
              label === '' ? `another ${kind} without a name` : `another ${kind} called “${label}”`,
            ),
          ]
        : [];
    });
  });
  return dom.answer(instances, offences);
}
