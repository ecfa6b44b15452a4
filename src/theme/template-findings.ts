/** What can be said about a theme's templates, in a designer's words. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/nearest.js';
import type { SourcePlace } from '../diagnostics/place.js';
import { themePlace } from './findings.js';

/** A layout that every theme needs is in none of the theme's folders. */
export function layoutExists(file: string): Diagnostic {
  return {
    code: 'theme-is-complete',
    severity: 'error',
    what: `The theme has no layout ${file}.`,
    why: 'Pages of this kind cannot be made without it.',
    fix: 'Add the file, or let the theme extend base, which has it.',
    place: themePlace(file),
    excerpt: file,
  };
}

/** A layout or the template of a block forgets a slot, so words of the document would be lost. */
export function templatePlacesSlot(file: string, slot: string): Diagnostic {
  return {
    code: 'theme-is-complete',
    severity: 'error',
    what: `The template never places “${slot}”.`,
    why: 'Words that an author wrote there would be missing from every page.',
    fix: `Add {{slot "${slot}"}} to the template or to one of its partials.`,
    place: themePlace(file, 1),
    excerpt: slot,
  };
}

/** A template that cannot be parsed. */
export function templateCompiles(place: SourcePlace, problem: string): Diagnostic {
  return {
    code: 'template-compiles',
    severity: 'error',
    what: `The template cannot be read: ${problem}.`,
    why: 'No page that uses it can be made.',
    fix: 'Check that every {{#if}} and {{#each}} has its {{/if}} and {{/each}}, and every {{ its }}.',
    place,
    excerpt: problem,
  };
}

/** Something that templates are not allowed to do. */
export function templateIsData(place: SourcePlace, found: string, fix: string): Diagnostic {
  return {
    code: 'template-compiles',
    severity: 'error',
    what: `The template uses ${found}, which templates cannot do here.`,
    why: 'Themes are data: the same page must always give the same result.',
    fix,
    place,
    excerpt: found,
  };
}

/** Partials that include one another, or far too many of them. */
export function partialsEnd(place: SourcePlace, chain: readonly string[], circle: boolean): Diagnostic {
  return {
    code: 'template-compiles',
    severity: 'error',
    what: circle
      ? `The partials include one another in a circle: ${chain.join(' → ')}.`
      : `The partials include one another too many times, by way of ${chain.slice(-4).join(' → ')}.`,
    why: 'The page would never be finished.',
    fix: 'Take the {{> …}} out of one of them.',
    place,
    excerpt: chain.join(' '),
  };
}

/** A variable, helper or partial that does not exist. */
export function templateNameExists(
  place: SourcePlace,
  kind: 'variable' | 'helper' | 'partial',
  name: string,
  known: readonly string[],
  chain: readonly string[],
): Diagnostic {
  const by = chain.length > 1 ? ` (reached by ${chain.join(' → ')})` : '';
  return {
    code: 'template-variable-exists',
    severity: 'error',
    what: `There is no ${kind} “${name}” here${by}.`,
    why: 'The page would show a gap in its place.',
    fix: didYouMean(name, known),
    place,
    excerpt: name,
  };
}

/** An element of which each page has exactly one is missing, or stands twice. */
export function templateHasLandmark(
  place: SourcePlace,
  element: string,
  how: 'never' | 'sometimes' | 'twice',
  layout: string,
  first?: SourcePlace,
): Diagnostic {
  const words = {
    never: `The layout ${layout} has no <${element}>.`,
    sometimes: `The layout ${layout} leaves out its <${element}> on some pages.`,
    twice: `The layout ${layout} has more than one <${element}>.`,
  };
  return {
    code: 'template-has-landmarks',
    severity: 'error',
    what: words[how],
    why:
      element === 'main'
        ? 'Readers with a screen reader jump to the main part of a page, and there is exactly one.'
        : 'The headline tells every reader, and every reading program, what the page is about; there is exactly one.',
    fix: how === 'twice' ? 'Keep one of them.' : `Write <${element}> once, outside of {{#if}} and {{#each}}.`,
    place,
    related: first === undefined ? undefined : [{ message: 'the first', place: first }],
    excerpt: `${element} ${how}`,
  };
}

/** A partial or block template of the theme that no page can reach. */
export function templateIsUsed(place: SourcePlace, name: string, suggestion: string | undefined): Diagnostic {
  return {
    code: 'template-is-used',
    severity: 'warning',
    what: `No page uses “${name}”.`,
    why: 'What is written in it is never seen, and a change in it seems to do nothing.',
    fix: suggestion ?? `Call it by {{> ${name}}}, or remove the file.`,
    place,
    excerpt: name,
  };
}

/** An expression or markup where escaping does not protect the page. */
export function templateOutputIsEscaped(place: SourcePlace, found: string, fix: string): Diagnostic {
  return {
    code: 'template-output-is-escaped',
    severity: 'error',
    what: `The template has ${found}.`,
    why: 'An author’s words there could change the page itself.',
    fix,
    place,
    excerpt: found,
  };
}
