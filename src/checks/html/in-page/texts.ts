/** Which texts look alike: same colours, grounds, sizes. What is true of the contrast of one is true of all of its kind. */

/** What an element lays under its text. */
interface Ground {
  /** All that decides the colour below a text, from the nearest opaque ground up. */
  readonly key: string;
  readonly paints: boolean;
}

/** An element that paints something, and where. */
interface Painter {
  readonly element: Element;
  readonly box: DOMRect;
  /** Whether it may lie over text that it stands in. */
  readonly lifted: boolean;
}

/** What a drawn part before or after an element may lay over it; empty for one that stands in the line. */
export function drawnPart(element: Element, pseudo: string): string {
  const { content, position, backgroundColor, backgroundImage } = getComputedStyle(element, pseudo);
  if (content === 'none' || content === 'normal') return '';
  return position === 'absolute' || position === 'fixed'
    ? `${pseudo} ${backgroundColor} ${backgroundImage}`
    : '';
}

/** The ground that an element gives the text in it. */
export function groundOf(element: Element, style: CSSStyleDeclaration, around: string): Ground {
  const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode, maskImage } = style;
  const parts = texts.drawnPart(element, '::before') + texts.drawnPart(element, '::after');
  const plain =
    backgroundImage === 'none' &&
    opacity === '1' &&
    filter === 'none' &&
    mixBlendMode === 'normal' &&
    maskImage === 'none' &&
    parts === '';
  const clear = /^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor);
  const image = /^(?:img|svg|canvas|video|iframe|object|embed|hr)$/.test(element.localName);
  const paints = image || backgroundImage !== 'none' || !clear;
  if (plain && clear) return { key: around, paints };
  if (plain && backgroundColor.startsWith('rgb(')) return { key: backgroundColor, paints };
  return {
    key: `${around} < ${[backgroundColor, backgroundImage, opacity, filter, mixBlendMode, maskImage, parts].join(' ')}`,
    paints,
  };
}

/** How the letters of an element look. */
export function lettersOf(element: Element, style: CSSStyleDeclaration): string {
  const { color, textShadow, webkitTextStrokeWidth } = style;
  const fill = element instanceof SVGElement ? style.fill : '';
  return [color, fill, textShadow, webkitTextStrokeWidth, texts.sizeOf(style)].join(' ');
}

/** Whether text is large: 18 pt, or 14 pt and bold (WCAG 2.2, definitions). */
export function sizeOf({ fontSize, fontWeight }: CSSStyleDeclaration): string {
  const points = Math.ceil(Number.parseFloat(fontSize) * 72) / 96;
  return points >= (Number(fontWeight) >= 700 ? 14 : 18) ? 'large' : 'small';
}

/** Engines do not judge a single sign, or signs outside of the basic plane, as they judge words. */
export function lengthOf(element: Element): string {
  const own = [...element.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent ?? '')
    .join('');
  const words = own.replace(/\s+/g, '');
  return words.length < 2 ? 'sign' : /[\p{L}\p{N}]/u.test(words) ? 'words' : 'signs';
}

/** What marks a link in a line of text off from the words around it. */
export function markOf(style: CSSStyleDeclaration, around: Element): string {
  const other = getComputedStyle(around);
  const { textDecorationLine, textDecorationStyle, borderBottom, display, fontWeight } = style;
  const isLarger = style.fontSize !== other.fontSize;
  const own = [textDecorationLine, textDecorationStyle, borderBottom, display, fontWeight, isLarger];
  return [...own, other.fontWeight, texts.lettersOf(around, other)].join(' ');
}

/** Where an element paints. */
export function painterOf(element: Element, { position, transform, float }: CSSStyleDeclaration): Painter {
  const lifted = position !== 'static' || transform !== 'none' || float !== 'none';
  return { element, box: element.getBoundingClientRect(), lifted };
}

/** Whether two boxes share more than an edge. */
export function meet(one: DOMRect, other: DOMRect): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 0.5 && down > 0.5;
}

/** Whether something that its styles alone do not tell may lie under or over a text: then it is of no kind. */
export function isOdd(text: Element, painters: readonly Painter[]): boolean {
  const box = growth.textBox(text);
  return painters.some((painter) => {
    if (painter.element.contains(text)) {
      const ground = painter.box;
      const holds =
        box.left >= ground.left - 2 &&
        box.right <= ground.right + 2 &&
        box.top >= ground.top - 2 &&
        box.bottom <= ground.bottom + 2;
      return !holds;
    }
    if (text.contains(painter.element) && !painter.lifted) return false;
    return texts.meet(box, painter.box);
  });
}

/** What the walk down the page knows of an element. */
interface Seen {
  /** The key of its ground. */
  readonly ground: string;
  /** Whether it is there for the ear alone. */
  readonly clipped: boolean;
}

/** A text by itself. */
interface Text {
  readonly element: Element;
  readonly kind: string;
  readonly rules: readonly string[];
}

/** Texts that look alike. */
export interface Kind {
  readonly kind: string;
  /** Rules of axe-core that have to pass one of them before they say something of all. */
  readonly rules: readonly string[];
  readonly members: readonly Element[];
}

/** An element with words of its own, or a link in a line of words, by what decides how well it is read. */
export function textOf(element: Element, style: CSSStyleDeclaration, ground: string): Text | undefined {
  // What is written in a field is none of its children.
  if (/^(?:input|select|textarea)$/.test(element.localName)) return { element, kind: '', rules: [] };
  const hasText = growth.hasOwnText(element);
  const parent = element.localName === 'a' && layout.isInline(element) ? element.parentElement : null;
  if (!hasText && parent === null) return undefined;
  const mark = parent === null ? '' : texts.markOf(style, parent);
  const kind = [ground, texts.lettersOf(element, style), hasText ? texts.lengthOf(element) : '', mark].join(
    ' | ',
  );
  const rules = [...(hasText ? ['color-contrast'] : []), ...(parent === null ? [] : ['link-in-text-block'])];
  return { element, kind, rules };
}

/** All texts that are seen, by kind; a text of which more than its styles has to be known is a kind of its own. */
export function byKind(): Kind[] {
  const { colorScheme } = getComputedStyle(document.documentElement);
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const canvas = `${colorScheme} ${isDark} ${matchMedia('print').matches}`;
  const seen = new Map<Element | null, Seen>();
  const painters: Painter[] = [];
  const found: Text[] = [];
  for (const element of dom.all()) {
    // What is not rendered holds nothing that is.
    if (!element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const around = seen.get(element.parentElement) ?? { ground: canvas, clipped: false };
    const { key, paints } = texts.groundOf(element, style, around.ground);
    const clipped = around.clipped || dom.clips(element, style);
    seen.set(element, { ground: key, clipped });
    if (clipped) continue;
    const isRoot = element === document.documentElement || element === document.body;
    if (paints && !isRoot) painters.push(texts.painterOf(element, style));
    const text = texts.textOf(element, style, key);
    if (text !== undefined && element.checkVisibility({ visibilityProperty: true })) found.push(text);
  }
  const kinds = new Map<string, { rules: readonly string[]; members: Element[] }>();
  found.forEach(({ element, kind, rules }, index) => {
    const own = kind === '' || texts.isOdd(element, painters) ? `${kind} ${index}` : kind;
    const known = kinds.get(own) ?? { rules, members: [] };
    known.members.push(element);
    kinds.set(own, known);
  });
  return [...kinds].map(([kind, { rules, members }]) => ({ kind, rules, members }));
}
