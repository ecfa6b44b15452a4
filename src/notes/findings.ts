/** What this stage has to say about citations and notes, in an editor's words. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/nearest.js';
import type { SourcePlace } from '../diagnostics/place.js';
import type { SourceRecord } from '../source/source-record.js';
import { styleNames } from './csl-library.js';

/** A mark that stands behind the place where the notes are printed. */
export function notesFollowTheirCalls(typed: string, place: SourcePlace, notes: SourcePlace): Diagnostic {
  return {
    code: 'notes-follow-their-calls',
    severity: 'error',
    what: `“${typed}” makes a note, but the notes stand above it.`,
    why: 'Readers who listen to the page or read it in order have passed the notes before they meet this mark.',
    fix: 'Move “::notes” below the last citation, or take it out: the notes then stand at the end.',
    place,
    related: [{ message: 'the notes stand here', place: notes }],
    excerpt: typed,
  };
}

/** An unnamed source used as if it had a name. */
export function unnamedSourceStandsInItsNote(typed: string, place: SourcePlace): Diagnostic {
  return {
    code: 'citation-is-well-formed',
    severity: 'error',
    what: `“${typed}” puts an unnamed source into the sentence by its id.`,
    why: 'The source has no name to print there; readers would meet its description where a name belongs.',
    fix: `Describe the source in the sentence in your own words, and cite it behind: “… [${typed}]”.`,
    place,
    excerpt: typed,
  };
}

/** A source that nothing in the document uses. */
export function sourceIsUsed(record: SourceRecord): Diagnostic {
  const shared = record.scope === 'shared';
  return {
    code: 'source-is-used',
    severity: shared ? 'info' : 'warning',
    what: `Nothing cites the source “${record.id}”.`,
    why: shared
      ? 'It is shared, so another document may cite it; this one does not list it.'
      : 'It is not listed for readers. A citation may have been lost, or the source is left over.',
    fix: `Cite it where it is used, “[@${record.id}]”, or take it out of the file.`,
    place: record.place,
    excerpt: record.id,
    ...(record.tier === 'anonymous' ? { confidential: true } : {}),
  };
}

/** A text of an unnamed source that is missing in the page's language. */
export function textIsInPageLanguage(record: SourceRecord, field: string, tag: string): Diagnostic {
  return {
    code: 'values-are-known',
    severity: 'error',
    what: `The ${field} of the source “${record.id}” is not written in “${tag}”, the language of the page.`,
    why: 'Readers of this page meet a text in another language in the note and in the sources list.',
    fix: `Add “${tag}: …” to the ${field} in the sources file.`,
    place: record.fieldPlaces[field] ?? record.place,
    excerpt: record.id,
    confidential: true,
  };
}

/** A style name that is none. */
export function styleIsKnown(name: string, place: SourcePlace): Diagnostic {
  return {
    code: 'values-are-known',
    severity: 'error',
    what: `There is no citation style “${name}”.`,
    why: 'The notes and the sources list are set in the default style, chicago-notes, instead.',
    fix: `${didYouMean(name, styleNames)} A style of your own is named by its file: “citation-style: house.csl”.`,
    place,
    excerpt: name,
  };
}

/** A style file that is missing, or is no style. */
export function styleIsReadable(name: string, problem: string, fix: string, place: SourcePlace): Diagnostic {
  return {
    code: 'values-are-known',
    severity: 'error',
    what: `The citation style “${name}” cannot be used: ${problem}.`,
    why: 'The notes and the sources list are set in the default style, chicago-notes, instead.',
    fix,
    place,
    excerpt: name,
  };
}
