/** What things are called: names of controls, pictures and fields as assistive software says them. */

import type { Measures, Named } from './types.js';

/** Words of an element and what stands for its pictures; parts hidden from assistive software say nothing. */
export function spokenText(element: Element): string {
  let words = '';
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) words += node.textContent ?? '';
    else if (node instanceof Element && dom.isExposed(node)) {
      const display = getComputedStyle(node).display;
      const own = names.nameOf(node);
      words += display.startsWith('inline') || display === 'contents' ? own : ` ${own} `;
    }
  }
  return dom.oneLine(words);
}

/** An element's name: by other elements, by label, by its own words (a short form of the W3C's computation, accname 1.2). */
export function nameOf(element: Element): string {
  const labelled = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter((id) => id !== '');
  if (labelled.length > 0) {
    const words = labelled.map((id) => dom.byId(element, id)?.textContent ?? '').join(' ');
    if (dom.oneLine(words) !== '') return dom.oneLine(words);
  }
  const label = dom.oneLine(element.getAttribute('aria-label') ?? '');
  if (label !== '') return label;
  if (
    element instanceof HTMLImageElement ||
    (element instanceof HTMLInputElement && element.type === 'image')
  )
    return dom.oneLine(element.getAttribute('alt') ?? element.getAttribute('title') ?? '');
  if (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  ) {
    const labels = [...(element.labels ?? [])].map((each) => dom.oneLine(each.textContent ?? '')).join(' ');
    if (labels !== '') return labels;
    if (element instanceof HTMLInputElement && /^(?:submit|button|reset)$/.test(element.type))
      return element.value;
    return dom.oneLine(element.getAttribute('title') ?? element.getAttribute('placeholder') ?? '');
  }
  if (element instanceof SVGElement) {
    const title = [...element.children].find((child) => child.localName === 'title');
    if (title !== undefined) return dom.oneLine(title.textContent ?? '');
  }
  return names.spokenText(element) || dom.oneLine(element.getAttribute('title') ?? '');
}

/** Words in lower case without signs, for comparing. */
export function wordsIn(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/\([^)]*\)/g, ' ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Whether one list of words stands whole and in order inside another. */
export function holds(longer: readonly string[], shorter: readonly string[]): boolean {
  if (shorter.length === 0) return true;
  return (
    ` ${longer.join(' ')} `.includes(` ${shorter.join(' ')} `) || longer.join('').includes(shorter.join(''))
  );
}

/** Controls whose name leaves out the words that are seen on them (2.5.3). */
export function labelsOutsideNames(): Measures {
  const selector =
    'a[href], button, summary, [role="button"], [role="link"], [role="tab"], [role="menuitem"], [role="checkbox"], [role="switch"]';
  const controls = [...document.querySelectorAll(selector)].filter(
    (element) =>
      (element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby')) && dom.isShown(element),
  );
  const offences = controls.flatMap((element): Named[] => {
    const seen = dom.wordsOf(element);
    // A sign such as × or ‹ stands for an icon; the name says what it means.
    if (names.wordsIn(seen).length === 0 || (seen.length < 2 && !/\p{N}/u.test(seen))) return [];
    return names.holds(names.wordsIn(names.nameOf(element)), names.wordsIn(seen))
      ? []
      : [dom.named(element, seen.slice(0, 80))];
  });
  return dom.answer(controls.length, offences);
}

/** Whether an element is a picture of its own, and no part of one. */
export function isImage(element: Element): boolean {
  return (
    element.matches('img, canvas, svg, object, input[type="image"], [role="img"]') &&
    element.parentElement?.closest('svg, [role="img"]') == null
  );
}

/** Pictures with a name: each asks whether the name says what the picture adds here. */
export function picturesToJudge(): Measures {
  const pictures = dom
    .all()
    .filter((element) => names.isImage(element) && dom.isShown(element) && dom.isExposed(element));
  const told = pictures.filter(
    (element) => element.getAttribute('role') !== 'none' && names.nameOf(element) !== '',
  );
  return dom.answer(
    told.length,
    told.map((element) => dom.named(element, names.nameOf(element).slice(0, 120), true)),
  );
}

/** Pictures that assistive software never meets: each asks whether it says something. Tiny ones are spacers. */
export function silentPictures(): Measures {
  const pictures = dom.all().filter((element) => names.isImage(element) && dom.isShown(element));
  const silent = pictures.filter((element) => {
    const box = element.getBoundingClientRect();
    if (box.width < 12 || box.height < 12) return false;
    const muted =
      /^(?:none|presentation)$/.test(element.getAttribute('role') ?? '') || !dom.isExposed(element);
    return muted || names.nameOf(element) === '';
  });
  return dom.answer(
    pictures.length,
    silent.map((element) => dom.named(element, element.getAttribute('alt') || element.localName, true)),
  );
}

/** The words around a field that are seen: its label's, its group's. */
export function groupOf(field: Element): string {
  const group = field.closest('fieldset, [role="group"], [role="radiogroup"]');
  if (group === null) return '';
  const title = [...group.querySelectorAll('legend, h1, h2, h3, h4, h5, h6')].find(
    (each) => dom.isShown(each) && each.getBoundingClientRect().right > 0,
  );
  return title === undefined ? dom.oneLine(group.getAttribute('aria-label') ?? '') : dom.wordsOf(title);
}

/** Whether something that nobody sees is part of a field’s name. */
export function namedByUnseen(field: Element): boolean {
  const ids = (field.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter((id) => id !== '');
  return ids.some((id) => {
    const element = dom.byId(field, id);
    return element !== null && !dom.isShown(element);
  });
}

/** Fields whose label may not say what to write: one word that nothing about the field explains, or the label of another field too. */
export function fieldsToJudge(): Measures {
  const fields = [
    ...document.querySelectorAll<HTMLInputElement>(
      'input, select, textarea, [role="textbox"], [role="combobox"], [role="searchbox"]',
    ),
  ].filter(
    (field) => !/^(?:hidden|submit|button|reset|image)$/.test(field.type ?? '') && dom.isExposed(field),
  );
  const named = fields.map((field) => ({ field, name: names.nameOf(field), group: names.groupOf(field) }));
  const usual =
    /name|mail|phone|tel|street|address|city|town|zip|post|country|date|search|comment|message|password|user|age|birth|colou?r|shirt/i;
  const offences = named.flatMap(({ field, name, group }): Named[] => {
    const words = names.wordsIn(name);
    const about =
      `${field.id} ${field.name ?? ''} ${field.type ?? ''} ${field.autocomplete ?? ''}`.toLowerCase();
    const vague = words.length === 1 && !usual.test(name) && !about.includes(words[0] ?? '');
    const twice = named.some(
      (other) =>
        other.field !== field &&
        other.name === name &&
        other.group === group &&
        name !== '' &&
        field.type !== 'radio',
    );
    return vague || twice || names.namedByUnseen(field) ? [dom.named(field, name, true)] : [];
  });
  return dom.answer(fields.length, offences);
}
