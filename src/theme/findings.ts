/** What can be said about a theme and its files, in a designer's words; of its templates and styles in the files beside this one. */

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
