/** What readers switch on: forced colours, less motion. */

import type { Measures, Named } from './types.js';

/** Red, green, blue and alpha of a computed colour. */
export function channels(colour: string): readonly number[] {
  return (/^rgba?\(([^)]+)\)$/.exec(colour)?.[1] ?? '').split(/[ ,/]+/).map(Number);
}

/** Relative luminance (WCAG 2.2, definitions). */
export function luminance(colour: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/**
 * The contrast of text against the nearest opaque ground (WCAG 2.2, 1.4.3); null where a picture, a gradient or an alpha is involved.
 * Without any ground of the page's own there is paper, or the window's white.
 */
export function contrastOf(element: Element): number | null {
  const { fill, color } = getComputedStyle(element);
  const front = modes.channels(element instanceof SVGElement ? fill : color);
  const isLight = matchMedia('print').matches || matchMedia('(prefers-color-scheme: light)').matches;
  let ground: readonly number[] | undefined = isLight ? [255, 255, 255] : undefined;
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(at);
    if (backgroundImage !== 'none' || opacity !== '1') return null;
    const own = modes.channels(backgroundColor);
    if ((own[3] ?? 1) === 0) continue;
    ground = own;
    break;
  }
  if (ground === undefined || !modes.isPlain(front) || !modes.isPlain(ground)) return null;
  const [light = 0, dark = 0] = [modes.luminance(front), modes.luminance(ground)].sort(
    (one, other) => other - one,
  );
  return (light + 0.05) / (dark + 0.05);
}

/** Whether a colour is written in red, green and blue, and lets nothing through. */
export function isPlain(colour: readonly number[]): boolean {
  return colour.length >= 3 && colour.every(Number.isFinite) && (colour[3] ?? 1) === 1;
}

/** Texts that keep their own colours where the reader's palette is forced, and do not stand out from the ground. */
export function lostInForcedColours(): Measures {
  const own = dom
    .all()
    .filter((element) => getComputedStyle(element).getPropertyValue('forced-color-adjust') === 'none');
  const offences = own.flatMap((element): Named[] => {
    if (!growth.hasOwnText(element) || !dom.isShown(element) || dom.isClippedAway(element)) return [];
    const contrast = modes.contrastOf(element);
    return contrast === null || contrast >= 4.5 ? [] : [dom.named(element, contrast.toFixed(1))];
  });
  const buttons = dom.tabStops().filter((element) => dom.isShown(element));
  const iconOnly = buttons.filter((element) => {
    const { backgroundImage } = getComputedStyle(element);
    return (
      backgroundImage.includes('url(') &&
      dom.wordsOf(element) === '' &&
      element.querySelector('img, svg') === null
    );
  });
  return dom.answer(1 + buttons.length, [
    ...offences,
    ...iconOnly.map((element) => dom.named(element, 'a picture behind it', true)),
  ]);
}

/** Names of animations that styles give an element and that take a while; one that ended before anybody looked was seen by readers, too. */
export function animationsOf(element: Element): string[] {
  const { animationName, animationDuration, animationIterationCount, animationPlayState } =
    getComputedStyle(element);
  if (animationName === 'none' || animationPlayState === 'paused') return [];
  const durations = animationDuration.split(', ');
  const counts = animationIterationCount.split(', ');
  return animationName.split(', ').filter((name, index) => {
    const duration = Number.parseFloat(durations[index % durations.length] ?? '0');
    const count = counts[index % counts.length] ?? '1';
    return name !== 'none' && duration * (count === 'infinite' ? 9 : Number(count)) > 0.1;
  });
}

/** Animations that go on although the reader asked for less motion. */
export function animationsThatRun(): Measures {
  const running = document.getAnimations().filter((animation) => {
    const timing = animation.effect?.getComputedTiming();
    const length = Number(timing?.duration ?? 0) * Number(timing?.iterations ?? 1);
    return animation.playState === 'running' && length > 100;
  });
  const names = new Map<Element, string>();
  for (const element of dom.all()) {
    const own = modes.animationsOf(element);
    if (own.length > 0) names.set(element, own.join(', '));
  }
  for (const animation of running) {
    const element = animation.effect instanceof KeyframeEffect ? animation.effect.target : null;
    if (element !== null && !names.has(element))
      names.set(element, animation instanceof CSSAnimation ? animation.animationName : 'a transition');
  }
  const offences = [...names].map(([element, name]) => dom.named(element, name));
  const playing = [...document.querySelectorAll('video[autoplay], audio[autoplay], marquee, blink')].filter(
    dom.isShown,
  );
  return dom.answer(1, [
    ...offences,
    ...playing.map((element) => dom.named(element, `the element ${element.localName}`)),
  ]);
}
