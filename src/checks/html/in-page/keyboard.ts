/** Walking with the Tab key: what gets the focus, whether it is seen, whether the walk ends. */

import type { Measures, Named } from './types.js';

/** Looks that themes change to show the focus. */
export function looksOf(element: Element): Record<string, string> {
  const looks: Record<string, string> = {};
  const properties = [
    'outline-style',
    'outline-width',
    'outline-color',
    'outline-offset',
    'box-shadow',
    'border-top-color',
    'border-bottom-color',
    'border-left-color',
    'border-right-color',
    'border-top-width',
    'border-bottom-width',
    'border-left-width',
    'border-bottom-style',
    'background-color',
    'background-image',
    'color',
    'text-decoration-line',
    'text-decoration-color',
    'text-decoration-thickness',
    'opacity',
    'transform',
    'scale',
    'fill',
    'stroke',
    'stroke-width',
    'font-weight',
    'font-size',
    'height',
    'width',
    'clip',
    'clip-path',
  ];
  for (const pseudo of [undefined, '::before', '::after']) {
    const style = getComputedStyle(element, pseudo);
    if (pseudo !== undefined && style.content === 'none') continue;
    for (const property of properties) looks[`${pseudo ?? ''}${property}`] = style.getPropertyValue(property);
  }
  return looks;
}

/** One element that had the focus. */
export interface Visit {
  readonly element: Element;
  /** Whether anything about the element, its parts or the boxes around it looks other than before. */
  readonly seen: boolean;
  /** What lies over the whole of the focused box, or undefined. */
  readonly under: Element | undefined;
}

interface Walk {
  readonly visits: Visit[];
  readonly before: Map<Element, Record<string, string>>;
  stop: () => void;
}

declare global {
  // The walk between two calls from outside; taken away when it is read.
  var galleyWalk: Walk | undefined;
}

/** The element and all that may show its focus: what it holds, and the boxes around it. */
export function showing(element: Element): Element[] {
  const around: Element[] = [];
  for (let at = element.parentElement; at !== null && around.length < 4; at = at.parentElement)
    around.push(at);
  const beside = element.nextElementSibling === null ? [] : [element.nextElementSibling];
  return [element, ...[...element.querySelectorAll('*')].slice(0, 8), ...around, ...beside];
}

/** Whether an element looks other than it did before the walk. */
export function differs(element: Element, before: Map<Element, Record<string, string>>): boolean {
  const old = before.get(element);
  if (old === undefined) return false;
  const now = keyboard.looksOf(element);
  if (Object.keys(now).length !== Object.keys(old).length) return true;
  return Object.entries(now).some(([property, value]) => {
    if (old[property] === value) return false;
    // An outline that is not drawn shows nothing, whatever its colour and width.
    return !property.startsWith('outline') || now['outline-style'] !== 'none';
  });
}

/** What lies over the whole of an element, or undefined. */
export function coverOf(element: Element): Element | undefined {
  const box = element.getClientRects()[0];
  if (box === undefined || box.width === 0 || box.height === 0) return undefined;
  const points = [
    [box.left + 2, box.top + 2],
    [box.right - 2, box.top + 2],
    [box.left + 2, box.bottom - 2],
    [box.right - 2, box.bottom - 2],
    [box.left + box.width / 2, box.top + box.height / 2],
  ].filter(([x = -1, y = -1]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
  if (points.length === 0) return undefined;
  const hits = points.map(([x = 0, y = 0]) => document.elementFromPoint(x, y));
  const free = hits.some(
    (hit) => hit === null || element.contains(hit) || hit.contains(element) || hit.closest('label') !== null,
  );
  return free ? undefined : (hits.find((hit) => hit !== null) ?? undefined);
}

/** Lets the next Tab begin at the top: a browser goes on from where the focus was last, even when that has lost it. */
export function goToStart(): void {
  const old = document.body.getAttribute('tabindex');
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.blur();
  if (old === null) document.body.removeAttribute('tabindex');
  else document.body.setAttribute('tabindex', old);
  scrollTo(0, 0);
}

/** Begins to watch where the focus goes. Gives how many elements Tab should reach. */
export function beginWalk(): number {
  globalThis.galleyWalk?.stop();
  keyboard.goToStart();
  const stops = dom.tabStops();
  const before = new Map(
    stops.flatMap(keyboard.showing).map((element) => [element, keyboard.looksOf(element)] as const),
  );
  const visits: Visit[] = [];
  const onFocus = (event: FocusEvent): void => {
    const element = event.target;
    if (!(element instanceof Element)) return;
    const seen = keyboard.showing(element).some((part) => keyboard.differs(part, before));
    visits.push({ element, seen, under: keyboard.coverOf(element) });
  };
  document.addEventListener('focusin', onFocus, true);
  globalThis.galleyWalk = {
    visits,
    before,
    stop: () => document.removeEventListener('focusin', onFocus, true),
  };
  return stops.length;
}

/** Every element that had the focus, in order. */
export function walked(): readonly Visit[] {
  const walk = globalThis.galleyWalk;
  if (walk === undefined) throw new Error('Nobody walked through the page.');
  return walk.visits;
}

/** Elements that had the focus and looked as before. */
export function unseenFocus(): Measures {
  const visits = keyboard
    .walked()
    .filter(({ element }) => element.localName !== 'iframe' && element !== document.body);
  const offences = visits
    .filter(({ seen }) => !seen)
    .map(({ element }) => dom.named(element, dom.oneLine(element.textContent ?? '').slice(0, 60)));
  return dom.answer(visits.length, keyboard.eachOnce(offences));
}

/** Elements that had the focus while something else lay over all of them. */
export function coveredFocus(): Measures {
  const visits = keyboard.walked();
  const offences = visits.flatMap(({ element, under }): Named[] =>
    under === undefined ? [] : [dom.named(element, dom.selectorOf(under))],
  );
  return dom.answer(visits.length, keyboard.eachOnce(offences));
}

/** One offence for each element. */
export function eachOnce(offences: readonly Named[]): Named[] {
  return [...new Map(offences.map((offence) => [offence.index, offence])).values()];
}

/** What the walk did not reach, and where it went round in a circle. */
export function missedStops(): Measures {
  const visits = keyboard.walked();
  const visited = new Set(visits.map(({ element }) => element));
  const stops = dom.tabStops();
  const ofGroup = (element: Element): boolean =>
    element instanceof HTMLInputElement && element.type === 'radio' && element.name !== '';
  // Whether the focus goes into a frame is not told to the page around it.
  const missed = stops.filter(
    (element) => !visited.has(element) && !ofGroup(element) && element.localName !== 'iframe',
  );
  const back = keyboard.thrownBack(visits, stops[0]);
  const trap = back ?? (missed.length > 0 ? (visits.at(-1)?.element ?? missed[0]) : undefined);
  if (trap === undefined) return dom.answer(stops.length, []);
  const advice = /\b(?:press|use|hit|key|ctrl|esc|escape|shortcut|how to (?:go|leave|get|move))\b/i.test(
    document.body.innerText,
  );
  // A dialog may keep the focus until it is closed; whether a key closes it is for a person to try.
  const dialog = document.querySelector(
    'dialog[open], [role="dialog"][aria-modal="true"], [role="alertdialog"]',
  );
  const modal = dialog !== null && dom.isShown(dialog);
  return dom.answer(stops.length, [dom.named(trap, String(missed.length), advice || modal)]);
}

/** An element that took the focus back after the walk had gone on; going round to the first is no fault. */
export function thrownBack(visits: readonly Visit[], first: Element | undefined): Element | undefined {
  const seen = new Set<Element>();
  let previous: Element | undefined;
  for (const { element } of visits) {
    const isBack = previous !== undefined && previous !== element && element !== first && seen.has(element);
    if (isBack) return element;
    seen.add(element);
    previous = element;
  }
  return undefined;
}
