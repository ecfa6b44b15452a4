/** How elements look, with the focus and without it. */

/** Looks that themes change to show the focus. */
export function looksOf(element: Element): Record<string, string> {
  const found: Record<string, string> = {};
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
    for (const property of properties) found[`${pseudo ?? ''}${property}`] = style.getPropertyValue(property);
  }
  return found;
}

/** The element and all that may show its focus: what it holds, and the boxes around it. */
export function showing(element: Element): Element[] {
  const around: Element[] = [];
  for (let at = element.parentElement; at !== null && around.length < 4; at = at.parentElement)
    around.push(at);
  const beside = element.nextElementSibling === null ? [] : [element.nextElementSibling];
  return [element, ...[...element.querySelectorAll('*')].slice(0, 8), ...around, ...beside];
}

/** Whether a line is drawn around an element. */
export function isOutlined(element: Element): boolean {
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return outlineStyle !== 'none' && outlineWidth !== '0px';
}

/** Whether anything that may show the focus of an element changes when the focus, which is on it, goes and comes back. */
export function changesWithFocus(element: HTMLElement): boolean {
  element.blur();
  const before = new Map(looks.showing(element).map((part) => [part, looks.looksOf(part)] as const));
  element.focus();
  return looks.showing(element).some((part) => looks.differs(part, before));
}

/** Whether an element looks other than it did before the walk. */
export function differs(element: Element, before: Map<Element, Record<string, string>>): boolean {
  const old = before.get(element);
  if (old === undefined) return false;
  const now = looks.looksOf(element);
  if (Object.keys(now).length !== Object.keys(old).length) return true;
  return Object.entries(now).some(([property, value]) => {
    if (old[property] === value) return false;
    // An outline that is not drawn shows nothing, whatever its colour and width.
    return !property.startsWith('outline') || now['outline-style'] !== 'none';
  });
}

/** What decides how an element shows the focus. */
export function kindOf(element: Element): string {
  const { parentElement } = element;
  const names = [element, parentElement].map((each) => `${each?.localName} ${each?.className}`);
  const { color, backgroundColor, display, borderTopWidth } = getComputedStyle(element);
  return [...names, color, backgroundColor, display, borderTopWidth].join(' | ');
}
