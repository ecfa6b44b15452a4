/** Turns citation marks in the tree into citations with items, and reports what no reader could follow. */

import type { FootnoteReference, Nodes, Root, Text } from 'mdast';
import type { Position } from 'unist';
import { nearest } from '../diagnostics/nearest.js';
import { finding, shorten } from './finding.js';
import type { Citation, CiteItem } from './nodes.js';
import { type CitationFault, type ReadCitation, readBracket, readInSentence } from './read-citation.js';
import { replaceNodes } from './replace-nodes.js';
import type { Work } from './work.js';

/** The file's offset of a place in a mark, which may run over lines with quote signs that the mark itself does not hold. */
function offsetIn(mark: Citation, at: number, work: Work): number {
  const start = mark.position?.start.offset ?? 0;
  const lines = mark.value.slice(0, at).split('\n');
  let offset = start;
  for (const line of lines.slice(0, -1)) {
    const typed = work.source.text.indexOf(line, offset);
    offset = work.source.text.indexOf('\n', typed === -1 ? offset : typed) + 1;
  }
  if (lines.length === 1) return start + at;
  const last = mark.value.slice(at - (lines.at(-1)?.length ?? 0)).split('\n')[0] ?? '';
  const typed = work.source.text.indexOf(last, offset);
  return (typed === -1 ? offset : typed) + (lines.at(-1)?.length ?? 0);
}

function positionIn(mark: Citation, at: number, length: number, work: Work): Position {
  const start = offsetIn(mark, at, work);
  return work.positions.position(start, start + length);
}

/** The known id nearest to one that is not; looked up once each. */
function nearestSource(id: string, work: Work): string | undefined {
  let near = work.nearestSources.get(id);
  if (near === undefined) {
    near = nearest(id, work.source.sources.keys()) ?? null;
    work.nearestSources.set(id, near);
  }
  return near ?? undefined;
}

function reportUnknown(mark: Citation, id: string, at: number, work: Work): void {
  if (work.source.isWritten(id)) {
    work.report(
      finding('source-id-is-defined', 'error', work.place(positionIn(mark, at, id.length + 1, work)), {
        what: `The source “${id}” cannot be used yet.`,
        why: 'Readers could not see where this comes from.',
        fix: 'Mend its entry in the sources file; what is wrong there is told at its place.',
        excerpt: mark.value,
      }),
    );
    return;
  }
  const near = nearestSource(id, work);
  const sentence = mark.mode === 'text';
  const hint =
    near === undefined ? 'Add it to the sources file' : `Write “@${near}”, or add it to the sources file`;
  work.report(
    finding('source-id-is-defined', 'error', work.place(positionIn(mark, at, id.length + 1, work)), {
      what: `No source has the id “${id}”.`,
      why: 'Readers could not see where this comes from.',
      fix: sentence ? `${hint}; if it is no source but a name, write “\\@${id}”.` : `${hint}.`,
      excerpt: mark.value,
    }),
  );
}

const faultWords: Readonly<
  Record<CitationFault['kind'], (text: string) => { what: string; why: string; fix: string }>
> = {
  empty: () => ({
    what: 'A place between the semicolons of this citation is empty.',
    why: 'A source may have been forgotten there.',
    fix: 'Name the source, or take out the semicolon.',
  }),
  nothing: () => ({
    what: 'Nothing follows the comma in this citation.',
    why: 'The place in the source may have been forgotten there.',
    fix: 'Write the place behind it, such as “p. 3”, or take out the comma.',
  }),
  'no-number': (text) => ({
    what: `No number follows “${text}” in this citation.`,
    why: 'The place in the source may have been forgotten there.',
    fix: `Write the number behind it, such as “${text} 3”, or take “${text}” out.`,
  }),
  hyphen: () => ({
    what: 'The hyphen in this citation stands apart from the “@”.',
    why: 'It would be printed, and the author would still be named.',
    fix: 'Write the hyphen right before the “@”, which leaves the author out: [-@id].',
  }),
  'no-source': (text) => ({
    what: `“${text}” in this citation names no source.`,
    why: 'A semicolon begins the next source, so these words belong to none.',
    fix: `Write a comma before words that belong to the source in front: “, ${text}”; or name a source with “@”.`,
  }),
  comma: (text) => ({
    what: `Two sources stand in one place of this citation: “${text}”.`,
    why: 'It cannot be told which words belong to which source.',
    fix: 'Put a semicolon between sources: [@first, p. 3; @second].',
  }),
  words: (text) => ({
    what: `“${text}” is no place in the source that Galley knows.`,
    why: 'The words are printed as they stand, at the end of the source.',
    fix: 'For a place write for example “p. 3”, “para. 7”, “ch. 2” or “at 12:30”; otherwise nothing is to be done.',
  }),
};

function reportFaults(mark: Citation, read: ReadCitation, work: Work): void {
  for (const fault of read.faults) {
    const position = positionIn(mark, fault.at, Math.max(1, fault.text.length), work);
    const severity = fault.kind === 'words' ? 'info' : 'error';
    work.report(
      finding('citation-is-well-formed', severity, work.place(position), {
        ...faultWords[fault.kind](fault.text),
        excerpt: mark.value,
      }),
    );
  }
}

function textOf(value: string, position: Position | undefined): Text {
  return position === undefined ? { type: 'text', value } : { type: 'text', value, position };
}

/** The citation, with text behind it where the mark swallowed an ending; text alone when no source of it is known. */
function citationOf(mark: Citation, work: Work): readonly Nodes[] {
  const isKnown = (id: string): boolean => work.source.sources.has(id);
  const inSentence = mark.value.startsWith('@');
  mark.mode = inSentence ? 'text' : 'bracket';
  const read = (inSentence ? readInSentence : readBracket)(mark.value, work.language, isKnown);
  reportFaults(mark, read, work);
  const items: CiteItem[] = [];
  for (const { item, at } of read.items) {
    if (isKnown(item.id)) items.push(item);
    else reportUnknown(mark, item.id, at, work);
  }
  if (items.length === 0) return [textOf(mark.value.replace(/\s+/gu, ' '), mark.position)];
  mark.items = items;
  if (read.rest === '' || mark.position === undefined) return [mark];
  const end = (mark.position.end.offset ?? 0) - read.rest.length;
  const tail = work.positions.position(end, mark.position.end.offset ?? end);
  mark.position = { start: mark.position.start, end: tail.start };
  mark.value = mark.value.slice(0, mark.value.length - read.rest.length);
  return [mark, textOf(read.rest, tail)];
}

/** A mark inside the words of a link would be a link in a link. */
function reportInLink(mark: Citation | FootnoteReference, typed: string, work: Work): void {
  work.report(
    finding('citation-is-well-formed', 'error', work.place(mark.position), {
      what: `“${shorten(typed)}” stands inside the words of a link.`,
      why: 'Its number would be a link inside a link, which nobody can follow.',
      fix: 'Put it behind the link: [words](address) [@id].',
      excerpt: typed,
    }),
  );
}

/** Reads every citation mark of the tree. Marks of which no source is known become text, as typed. */
export function readCitations(tree: Root, work: Work): void {
  replaceNodes(tree, (node, ancestors) => {
    if (node.type !== 'citation' && node.type !== 'footnoteReference') return undefined;
    if (ancestors.some((parent) => parent.type === 'link')) {
      const typed = node.type === 'citation' ? node.value : `[^${node.label ?? node.identifier}]`;
      reportInLink(node, typed, work);
      return [textOf(typed, node.position)];
    }
    return node.type === 'citation' ? citationOf(node, work) : undefined;
  });
}
