/** Walking with the Tab key: what gets the focus, whether it is seen, whether the walk ends. */

import type { Measures, Named } from './types.js';

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

/** An element that may lie over others. */
interface Lifted {
  readonly element: Element;
  /** Where it stands in the page; undefined where it moves while the page scrolls. */
  readonly box: DOMRect | undefined;
}

/** Where a box stands in the page, however far that is scrolled. */
export function inPage({ x, y, width, height }: DOMRect): DOMRect {
  return new DOMRect(x + scrollX, y + scrollY, width, height);
}

/** Whether an element stays on the screen while the page scrolls. */
export function stays({ position }: CSSStyleDeclaration): boolean {
  return position === 'fixed' || position === 'sticky';
}

/** Whether what an element holds may scroll by itself. */
export function scrolls({ overflowX, overflowY }: CSSStyleDeclaration): boolean {
  return /auto|scroll|hidden/.test(overflowX) || /auto|scroll|hidden/.test(overflowY);
}

/** Elements that may lie over others. */
export function lifted(): Lifted[] {
  // Boxes whose content moves otherwise than the page.
  const moving = new Set<Element | null>();
  return dom.all().flatMap((element): Lifted[] => {
    const style = getComputedStyle(element);
    const { position, transform, translate, float, gridArea } = style;
    const moves = moving.has(element.parentElement) || keyboard.stays(style);
    if (moves || keyboard.scrolls(style)) moving.add(element);
    const margins = [style.marginTop, style.marginBottom, style.marginLeft, style.marginRight];
    const isLifted =
      position !== 'static' ||
      transform !== 'none' ||
      translate !== 'none' ||
      float !== 'none' ||
      gridArea !== 'auto' ||
      margins.some((margin) => margin.startsWith('-'));
    if (!isLifted) return [];
    return [{ element, box: moves ? undefined : keyboard.inPage(element.getBoundingClientRect()) }];
  });
}

/** What lies over the whole of an element, or undefined. */
export function coverOf(element: Element, lifted: readonly Lifted[]): Element | undefined {
  const box = element.getClientRects()[0];
  if (box === undefined || box.width === 0 || box.height === 0) return undefined;
  // The browser finds what lies on top only after more layout than boxes need.
  const own = keyboard.inPage(box);
  const isNear = lifted.some(
    (other) =>
      texts.meet(own, other.box ?? keyboard.inPage(other.element.getBoundingClientRect())) &&
      !other.element.contains(element) &&
      !element.contains(other.element),
  );
  if (!isNear) return undefined;
  const points = [
    [box.left + box.width / 2, box.top + box.height / 2],
    [box.left + 2, box.top + 2],
    [box.right - 2, box.top + 2],
    [box.left + 2, box.bottom - 2],
    [box.right - 2, box.bottom - 2],
  ].filter(([x = -1, y = -1]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
  let over: Element | undefined;
  // Each look asks the browser for a layout of its own, so the first free point ends it.
  for (const [x = 0, y = 0] of points) {
    const hit = document.elementFromPoint(x, y);
    if (hit === null || element.contains(hit) || hit.contains(element) || hit.closest('label') !== null)
      return undefined;
    over ??= hit;
  }
  return over;
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

/** Begins to watch where the focus goes. Gives how often Tab has to be pressed. */
export function beginWalk(): number {
  const stops = dom.tabStops();
  keyboard.watch(stops, () => undefined);
  return stops.length;
}

/** Watches each focus, once everything that may show it was looked at. */
export function watch(stops: readonly Element[], then: (element: Element) => void): void {
  globalThis.galleyWalk?.stop();
  keyboard.goToStart();
  const before = new Map(
    stops.flatMap(looks.showing).map((element) => [element, looks.looksOf(element)] as const),
  );
  const visits: Visit[] = [];
  const lifted = keyboard.lifted();
  const onFocus = (event: FocusEvent): void => {
    const element = event.target;
    if (!(element instanceof Element)) return;
    const seen = looks.showing(element).some((part) => looks.differs(part, before));
    visits.push({ element, seen, under: keyboard.coverOf(element, lifted) });
    then(element);
  };
  document.addEventListener('focusin', onFocus, true);
  globalThis.galleyWalk = {
    visits,
    before,
    stop: () => document.removeEventListener('focusin', onFocus, true),
  };
}

/**
 * Puts the focus on each stop in turn, as the keys that led here before would. On a page without scripts nothing can lead it elsewhere, so this
 * comes to what Tab comes to, and takes a third of the time (measured). Gives whether each stop took the focus and knew that keys brought it.
 */
export function focusEach(): boolean {
  const lifted = keyboard.lifted();
  const visits: Visit[] = [];
  const stops = dom.tabStops();
  const came = stops.map((element) => {
    const rested = looks.isOutlined(element);
    element.focus();
    if (!element.matches(':focus-visible')) return false;
    // Most themes outline what has the focus; what does not is looked at in all its parts.
    const seen = (!rested && looks.isOutlined(element)) || looks.changesWithFocus(element);
    visits.push({ element, seen, under: keyboard.coverOf(element, lifted) });
    return true;
  });
  globalThis.galleyWalk?.stop();
  globalThis.galleyWalk = { visits, before: new Map(), stop: () => undefined };
  return came.every(Boolean);
}

/**
 * Begins a walk to one element of each kind: when the focus has come to one, it is set before the next, so that the next Tab leads there. For pages
 * in whose other states all stops are walked. Gives how often Tab has to be pressed.
 */
export function beginJumps(): number {
  const stops = dom.tabStops();
  const kinds = new Map(stops.map((stop, index) => [looks.kindOf(stop), index] as const).reverse());
  const targets = [...kinds.values()].sort((one, other) => one - other);
  let isJump = false;
  const jumpBefore = (index: number | undefined): void => {
    if (index === undefined || index === 0) return;
    isJump = true;
    stops[index - 1]?.focus({ preventScroll: true });
    isJump = false;
  };
  keyboard.watch(
    targets.flatMap((index) => stops[index] ?? []),
    (element) => {
      if (isJump) globalThis.galleyWalk?.visits.pop();
      else jumpBefore(targets.find((index) => index > stops.indexOf(element as HTMLElement)));
    },
  );
  jumpBefore(targets[0]);
  return targets.length;
}

/** Whether a walk has come to one element of each kind. */
export function cameToAllKinds(): boolean {
  const visited = new Set(keyboard.walked().map(({ element }) => looks.kindOf(element)));
  return dom.tabStops().every((stop) => visited.has(looks.kindOf(stop)));
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
