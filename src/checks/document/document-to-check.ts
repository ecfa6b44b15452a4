/** An explainer as checks of text see it: its paragraphs with what supports them. */

import type { Nodes, RootContent } from 'mdast';
import type { Position } from 'unist';
import type { SourcePlace } from '../../diagnostics/place.js';
import type { Explainer } from '../../document/explainer.js';

/** The words of the version that readers have now. */
export interface PublishedWords {
  readonly text: string;
  /** The text of corrections and updates on that page. */
  readonly history: string;
}

/** What a check of text looks at. */
export interface DocumentToCheck {
  readonly explainer: Explainer;
  /** Today, ISO. */
  readonly today: string;
  /** Undefined before the first publication, and where nobody asked. */
  readonly published: PublishedWords | undefined;
}

/** A paragraph, a list item or a table cell of the text. */
export interface Passage {
  readonly text: string;
  readonly position: Position | undefined;
  /** Sources cited in it. */
  readonly cites: readonly string[];
  /** Whether it calls a footnote, which may hold a source too. */
  readonly hasNote: boolean;
  /** Number of the section, from 0; a section begins at a heading of level 2. */
  readonly section: number;
  /** Types of the blocks around it (`quote`, `timeline`), outermost first. */
  readonly inside: readonly string[];
}

/** Words of content; a registered number is a number whatever it is, marks of sources are none. */
export function wordsOf(node: Nodes): string {
  if (node.type === 'citation') return node.mode === 'text' ? 'X' : '';
  if (node.type === 'footnoteReference') return '';
  if (node.type === 'figureNumber') return '00';
  if (node.type === 'image') return '';
  if ('value' in node) return node.value;
  if (!('children' in node)) return node.type === 'break' ? ' ' : '';
  return (node.children as readonly Nodes[]).map(wordsOf).join('');
}

function citesOf(node: Nodes): string[] {
  if (node.type === 'citation') return node.items.map(({ id }) => id);
  return 'children' in node ? (node.children as readonly Nodes[]).flatMap(citesOf) : [];
}

function hasNote(node: Nodes): boolean {
  if (node.type === 'footnoteReference') return true;
  return 'children' in node && (node.children as readonly Nodes[]).some(hasNote);
}

const plain: ReadonlySet<string> = new Set(['root', 'list', 'listItem', 'blockquote', 'table', 'tableRow']);

/** All passages in the order of reading, without footnotes' own words. */
export function passagesOf({ tree }: Explainer): Passage[] {
  const passages: Passage[] = [];
  let section = 0;
  const visit = (node: RootContent, inside: readonly string[]): void => {
    if (node.type === 'heading' && node.depth === 2) section += 1;
    if (node.type === 'footnoteDefinition') return;
    if (node.type === 'paragraph' || node.type === 'tableCell') {
      const text = wordsOf(node).replace(/\s+/g, ' ').trim();
      passages.push({
        text,
        position: node.position,
        cites: citesOf(node),
        hasNote: hasNote(node),
        section,
        inside,
      });
      return;
    }
    if (!('children' in node)) return;
    const around = plain.has(node.type) ? inside : [...inside, node.type];
    for (const child of node.children as readonly RootContent[]) visit(child, around);
  };
  for (const node of tree.children) visit(node, []);
  return passages;
}

/** Where a passage stands in the author's file. */
export function placeOf(
  { path }: Explainer,
  { position }: { readonly position?: Position | undefined },
): SourcePlace {
  return { kind: 'source', file: path, position };
}

/** The sentences of a text, by the rules of its language. */
export function sentencesOf(text: string, lang: string): string[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' });
  return [...segmenter.segment(text)]
    .map(({ segment }) => segment.trim())
    .filter((sentence) => sentence !== '');
}

/** How many words a sentence has. */
export function countWords(sentence: string, lang: string): number {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  return [...segmenter.segment(sentence)].filter(({ isWordLike }) => isWordLike).length;
}
