/** What can be said about a theme, in a designer's words. Every text stands here, so that wording stays in one voice. */

import type { Position } from 'unist';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/nearest.js';
import type { SourcePlace } from '../diagnostics/place.js';

/** A place in a theme's file; line and column are 1-based. */
export function themePlace(file: string, line?: number, column = 1): SourcePlace {
  if (line === undefined) return { kind: 'source', file };
  const point = { line, column };
  const position: Position = { start: point, end: point };
  return { kind: 'source', file, position };
}

/** No theme of that name in the project or in Galley. */
export function themeExists(name: string, known: readonly string[]): Diagnostic {
  return {
    code: 'theme-is-complete',
    severity: 'error',
    what: `There is no theme named “${name}”.`,
    why: 'Without its theme a page has no layout and no styles.',
    fix: `${didYouMean(name, known)} A theme is a folder such as templates/${name}/ with a theme.yaml.`,
    excerpt: name,
  };
}

/** An entry of `themes` that is neither a folder nor a package. */
export function themeShelfExists(entry: string): Diagnostic {
  return {
    code: 'theme-is-complete',
    severity: 'error',
    what: `“${entry}” under themes is neither a folder of this project nor an installed package.`,
    why: 'The themes in it cannot be used, and another of the same name would be taken in their place.',
    fix: 'Correct the path, or install the package with npm.',
    place: { kind: 'source', file: 'galley.config.yaml' },
    excerpt: entry,
  };
}

/** A theme extends itself, directly or through others. */
export function themeExtendsAnother(place: SourcePlace, chain: readonly string[]): Diagnostic {
  return {
    code: 'theme-is-complete',
    severity: 'error',
    what: `The themes extend one another in a circle: ${chain.join(' → ')}.`,
    why: 'A circle has no first theme to start from.',
    fix: 'Change extends in one of them, for example to base.',
    place,
    excerpt: chain.join(' '),
  };
}

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

/** A file that the theme names is not there. */
export function themeFileExists(place: SourcePlace, named: string, searched: string): Diagnostic {
  return {
    code: 'theme-is-complete',
    severity: 'error',
    what: `The file “${named}” is not there.`,
    why: 'The page would lack a font or a picture that its design counts on.',
    fix: `Put the file at ${searched}, or correct the name.`,
    place,
    excerpt: named,
  };
}

/** A font package that cannot be found. */
export function fontPackageExists(place: SourcePlace, name: string): Diagnostic {
  return {
    code: 'theme-is-complete',
    severity: 'error',
    what: `The font package “${name}” is not installed.`,
    why: 'Pages would be set in another typeface, and lines would break elsewhere.',
    fix: `Install it with npm, or name the font’s own files under files.`,
    place,
    excerpt: name,
  };
}

/** A part of theme.yaml that must come from somewhere is in no theme of the chain. */
export function themeHasPart(file: string, part: string): Diagnostic {
  return {
    code: 'theme-is-complete',
    severity: 'error',
    what: `The theme sets no ${part}.`,
    why: 'Galley cannot lay out a page without it.',
    fix: `Add ${part} to theme.yaml, or let the theme extend base, which has it.`,
    place: themePlace(file),
    excerpt: part,
  };
}

/** A theme.yaml without a name. */
export function themeHasName(place: SourcePlace, folder: string): Diagnostic {
  return {
    code: 'theme-is-complete',
    severity: 'warning',
    what: 'The theme has no name.',
    why: 'Colleagues cannot tell from the file whose look it is, and where its folder is copied its meaning is lost.',
    fix: `Add a first line such as name: ${folder}.`,
    place,
    excerpt: folder,
  };
}

/** A word of the theme that one of its languages lacks. */
export function labelIsTranslated(place: SourcePlace, name: string, lang: string): Diagnostic {
  return {
    code: 'theme-is-complete',
    severity: 'warning',
    what: `The label “${name}” has no words in “${lang}”.`,
    why: 'Pages in that language would show nothing in its place.',
    fix: `Add ${name} under labels, ${lang}.`,
    place,
    excerpt: `${name} ${lang}`,
  };
}

/** A label that has the name of one of Galley's phrases with a value in it. */
export function labelIsReplaceable(place: SourcePlace, name: string): Diagnostic {
  return {
    code: 'theme-is-complete',
    severity: 'warning',
    what: `The label “${name}” is the name of a phrase of Galley's that holds a value.`,
    why: 'Galley goes on to write its own phrase, since a number or a date stands inside it.',
    fix: 'Give the label another name, or take it out.',
    place,
    excerpt: name,
  };
}

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

/** A name that cannot be the name of a theme's folder. */
export function themeNameIsFolder(name: string): Diagnostic {
  return {
    code: 'theme-can-be-made',
    severity: 'error',
    what: `“${name}” cannot be the name of a theme.`,
    why: 'A theme is a folder of that name, and must be the same folder on every machine.',
    fix: 'Use letters, digits and hyphens, such as courier or weekend-edition.',
    excerpt: name,
  };
}

/** Something is there already, and nothing is ever overwritten. */
export function themeFileIsNew(path: string): Diagnostic {
  return {
    code: 'theme-can-be-made',
    severity: 'error',
    what: `${path} is there already.`,
    why: 'Galley never overwrites what a designer wrote.',
    fix: 'Take another name, or move what is there away first.',
    place: themePlace(path),
    excerpt: path,
  };
}

/** A theme that comes with Galley or a package, and so is not for changing. */
export function themeIsOwn(name: string): Diagnostic {
  return {
    code: 'theme-can-be-made',
    severity: 'error',
    what: `The theme “${name}” has no folder of its own in templates/, or nothing stands behind it.`,
    why: 'What comes with Galley or a package is replaced by its next version, and changes in it would be lost.',
    fix: `Make a theme of your own first: galley theme new my-paper --from ${name}. Then name it with --theme my-paper.`,
    excerpt: name,
  };
}

/** No partial, layout, block or stylesheet of that name. */
export function themePartExists(name: string, suggestion: string): Diagnostic {
  return {
    code: 'theme-can-be-made',
    severity: 'error',
    what: `No theme here has a file “${name}”.`,
    why: 'Only a file of the parent can be taken over.',
    fix: suggestion,
    excerpt: name,
  };
}
