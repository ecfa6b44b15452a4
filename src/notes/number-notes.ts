/** One sequence of notes in the order of their first calls: brackets of note styles and the author's own footnotes. */

import type { BlockContent, FootnoteReference, Nodes, Paragraph, PhrasingContent } from 'mdast';
import type { SourcePlace } from '../diagnostics/place.js';
import type { Citation, NoteCall } from '../document/nodes.js';
import type { Note } from './annotated-explainer.js';
import { childrenOf, type Mark, type Marks } from './collect.js';
import { wordsOf } from './marked-text.js';
import type { Setting } from './setting.js';
import { nameInSentence, plainName } from './short-form.js';
import { type CitedItem, wordCitation } from './word-citation.js';
import { inSentence, wordFootnote } from './word-footnote.js';

/** Notes in order, and what stands where each mark stood. */
export interface NumberedNotes {
  readonly notes: readonly Note[];
  readonly words: ReadonlyMap<Nodes, readonly PhrasingContent[]>;
}

/** A note that is still being called. */
interface Draft extends Omit<Note, 'calls'> {
  readonly calls: SourcePlace[];
}

/** Where each source was printed in full: the number of that note, on paper and on the web. */
interface Printed {
  readonly paper: Map<string, number>;
  readonly web: Map<string, number>;
}

/** Longest name of a footnote in descriptions of links, in characters. */
const longestName = 40;

function nameOfFootnote(content: readonly BlockContent[]): string {
  const words = wordsOf(content as unknown as PhrasingContent[])
    .replace(/\s+/gu, ' ')
    .trim();
  if (words.length <= longestName) return words;
  const cut = words.slice(0, longestName);
  const space = cut.lastIndexOf(' ');
  return `${space > 10 ? cut.slice(0, space) : cut}…`;
}

/** A source counts as known to the readers of paper only after a note that paper prints. */
function citedItems(
  citation: Citation,
  note: number,
  webOnly: boolean,
  printed: Printed,
  setting: Setting,
): CitedItem[] {
  const known = webOnly ? printed.web : printed.paper;
  return citation.items.flatMap((item): CitedItem[] => {
    const record = setting.explainer.sources.get(item.id);
    if (record === undefined) return [];
    const firstNote = known.get(item.id);
    if (!printed.web.has(item.id)) printed.web.set(item.id, note);
    if (!webOnly && !printed.paper.has(item.id)) printed.paper.set(item.id, note);
    return [{ item, record, repeated: firstNote !== undefined, firstNote }];
  });
}

function sourcesIn(node: Nodes): string[] {
  if (node.type === 'citation') return node.items.map(({ id }) => id);
  return childrenOf(node).flatMap(sourcesIn);
}

/** Works through the marks in order; a note's words depend on the notes before it. */
class Numbering {
  readonly notes: Draft[] = [];
  readonly words = new Map<Nodes, readonly PhrasingContent[]>();
  readonly #footnotes = new Map<string, Draft>();
  readonly #printed: Printed = { paper: new Map(), web: new Map() };
  readonly #marks: Marks;
  readonly #setting: Setting;

  constructor(marks: Marks, setting: Setting) {
    this.#marks = marks;
    this.#setting = setting;
  }

  /** Takes the next mark of the text. */
  take(mark: Mark): void {
    const { node } = mark;
    if (node.type === 'footnoteReference') this.#footnote(node);
    else if (this.#setting.engine.form === 'note') this.#citation(node, mark.hidden);
    else this.#sentence(node, mark.hidden);
  }

  #place(node: Nodes): SourcePlace {
    return { kind: 'source', file: this.#setting.explainer.path, position: node.position };
  }

  #call(note: Draft, node: Nodes): NoteCall {
    note.calls.push(this.#place(node));
    const call: NoteCall = { type: 'noteCall', number: note.number, call: note.calls.length };
    return node.position === undefined ? call : { ...call, position: node.position };
  }

  #citation(node: Citation, webOnly: boolean): void {
    const { language } = this.#setting;
    const number = this.notes.length + 1;
    const cited = citedItems(node, number, webOnly, this.#printed, this.#setting);
    const children = wordCitation(cited, this.#setting);
    const paragraph: Paragraph = { type: 'paragraph', children };
    const first = cited[0]?.record;
    const note: Draft = {
      number,
      kind: 'citation',
      content: [node.position === undefined ? paragraph : { ...paragraph, position: node.position }],
      calls: [],
      sources: cited.map(({ record }) => record.id),
      shortTitle: first === undefined ? '' : plainName(first, language),
      webOnly,
      place: this.#place(node),
    };
    this.notes.push(note);
    const name = node.mode === 'text' && first !== undefined ? nameInSentence(first, language) : [];
    this.words.set(node, [...name, this.#call(note, node)]);
  }

  #sentence(node: Citation, hidden: boolean): void {
    const cited = citedItems(node, 0, hidden, this.#printed, this.#setting);
    this.words.set(node, inSentence(node, cited, this.#setting));
  }

  #footnote(node: FootnoteReference): void {
    const known = this.#footnotes.get(node.identifier);
    if (known !== undefined) {
      this.words.set(node, [this.#call(known, node)]);
      return;
    }
    const definition = this.#marks.definitions.get(node.identifier);
    if (definition === undefined) return;
    const number = this.notes.length + 1;
    const webOnly = this.#marks.calls.every(
      (mark) =>
        mark.node.type !== 'footnoteReference' || mark.node.identifier !== node.identifier || mark.hidden,
    );
    const resolve = (citation: Citation): CitedItem[] =>
      citedItems(citation, number, webOnly, this.#printed, this.#setting);
    const content = wordFootnote(definition, resolve, this.#setting);
    const note: Draft = {
      number,
      kind: 'footnote',
      content,
      calls: [],
      sources: [...new Set(sourcesIn(definition))],
      shortTitle: nameOfFootnote(content),
      webOnly,
      place: this.#place(definition),
    };
    this.notes.push(note);
    this.#footnotes.set(node.identifier, note);
    this.words.set(node, [this.#call(note, node)]);
  }
}

/** Numbers and words the notes of a document. */
export function numberNotes(marks: Marks, setting: Setting): NumberedNotes {
  const numbering = new Numbering(marks, setting);
  for (const mark of marks.calls) numbering.take(mark);
  return { notes: numbering.notes, words: numbering.words };
}
