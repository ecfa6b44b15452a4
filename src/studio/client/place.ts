/** The reader's place on a page while the page changes: the line that is looked at stays where it is, and so does the focus. */

/** How far down the window the line is that a reader is taken to look at. */
const eyeLevel = 0.3;

interface Anchor {
  readonly element: Element;
  readonly top: number;
}

/** Elements at eye level, innermost first, in the order in which one of them may survive. */
function anchors(): Anchor[] {
  const x = window.innerWidth / 2;
  const y = window.innerHeight * eyeLevel;
  const found: Anchor[] = [];
  let element = document.elementFromPoint(x, y);
  while (element !== null && element !== document.body && element !== document.documentElement) {
    found.push({ element, top: element.getBoundingClientRect().top });
    element = element.parentElement;
  }
  return found;
}

/** An element that is there still, or another one that took over its id. */
function survivor({ element }: Anchor): Element | null {
  if (element.isConnected) return element;
  return element.id === '' ? null : document.getElementById(element.id);
}

/** The browser's own scroll anchoring would move the page a second time. */
function holdScroll(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':root{overflow-anchor:none}');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
holdScroll();

/** Runs a change of the page and puts the reader back where they were. */
export function keepPlace(change: () => void): void {
  const { scrollY } = window;
  const before = scrollY > 0 ? anchors() : [];
  const focused = document.activeElement;
  const focusId = focused?.id ?? '';
  change();
  if (focused !== null && focused !== document.body && !focused.isConnected && focusId !== '')
    document.getElementById(focusId)?.focus({ preventScroll: true });
  for (const anchor of before) {
    const element = survivor(anchor);
    if (element === null) continue;
    window.scrollBy({ top: element.getBoundingClientRect().top - anchor.top, behavior: 'instant' });
    return;
  }
}
