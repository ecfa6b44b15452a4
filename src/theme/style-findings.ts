/** What can be said about a theme's colours and styles, in a designer's words. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/nearest.js';
import type { SourcePlace } from '../diagnostics/place.js';

/** A colour value that no browser reads as a colour. */
export function colourIsColour(place: SourcePlace, token: string, value: string): Diagnostic {
  return {
    code: 'theme-is-complete',
    severity: 'error',
    what: `“${value}” is not a colour (token ${token}).`,
    why: 'Text in it would take some other colour, perhaps one that cannot be read.',
    fix: 'Write it as #9b1c2e, rgb(155 28 46) or oklch(45% 0.15 20).',
    place,
    excerpt: `${token} ${value}`,
  };
}

/** A contrast pair that names a colour which does not exist. */
export function pairNamesColours(place: SourcePlace, name: string, known: readonly string[]): Diagnostic {
  return {
    code: 'theme-is-complete',
    severity: 'error',
    what: `The contrast list names “${name}”, which is no colour of this theme.`,
    why: 'Its contrast would never be checked.',
    fix: didYouMean(name, known),
    place,
    excerpt: name,
  };
}

/** Two colours that meet and are too much alike in one mode. */
export function coloursHaveContrast(
  place: SourcePlace | undefined,
  pair: {
    readonly kind: 'text' | 'mark';
    readonly front: string;
    readonly ground: string;
    readonly mode: string;
    readonly ratio: number;
    readonly least: number;
    readonly aim: number;
  },
): Diagnostic {
  const { kind, front, ground, mode, ratio, least, aim } = pair;
  const isTooLow = ratio < least;
  // Rounded down, so that a value just below never reads as enough.
  const is = (Math.floor(ratio * 100) / 100).toFixed(2);
  return {
    code: 'colours-have-contrast',
    severity: isTooLow ? 'error' : 'warning',
    what: `“${front}” on “${ground}” has a contrast of ${is} to 1 in the mode ${mode}; it ${isTooLow ? `needs ${least}` : `should have ${aim}`} to 1.`,
    why:
      kind === 'text'
        ? 'Many readers could not read text in these colours.'
        : 'Many readers could not see a rule or a mark in these colours, and it carries meaning.',
    fix: `Change ${front} or ${ground} for ${mode} in theme.yaml; galley theme tokens shows all pairs.`,
    place,
    excerpt: `${front} ${ground} ${mode}`,
  };
}

/** A stylesheet or template reaches outside what styles may do. */
export function styleStaysInTheme(place: SourcePlace, found: string, fix: string): Diagnostic {
  return {
    code: 'style-stays-in-theme',
    severity: 'error',
    what: `The theme has ${found}.`,
    why: 'Pages must look the same without a network, and page sizes come from one place.',
    fix,
    place,
    excerpt: found,
  };
}

/** CSS that the parser could not read or would drop. */
export function styleIsReadable(place: SourcePlace, problem: string, dropped: boolean): Diagnostic {
  return {
    code: 'theme-is-complete',
    severity: dropped ? 'error' : 'warning',
    what: `The stylesheet has a fault here: ${problem}.`,
    why: 'Browsers skip what they cannot read, so the page would look other than intended.',
    fix: 'Correct the rule at this line.',
    place,
    excerpt: problem,
  };
}

/** A custom property that nothing sets. */
export function tokenExists(place: SourcePlace, name: string, known: string): Diagnostic {
  return {
    code: 'theme-is-complete',
    severity: 'error',
    what: `The stylesheet uses ${name}, which the theme sets nowhere.`,
    why: 'The browser would drop the whole declaration.',
    fix: known.startsWith('Did') ? known : 'Set it in theme.yaml, or give a fallback: var(--name, 1rem).',
    place,
    excerpt: name,
  };
}
