/** The author's own footnotes: every call has its definition, every definition its call. */

import type { FootnoteDefinition, FootnoteReference, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { nearest } from '../diagnostics/nearest.js';
import { finding } from './finding.js';
import { plainText } from './plain-text.js';
import type { Work } from './work.js';

/** `[^label]` that the parser left as text, because nothing defines it. */
const undefinedCall = /(?<!\\)\[\^([^\]\s]+)\](?!:)/gu;

function holdsWords(definition: FootnoteDefinition): boolean {
  let found = plainText(definition.children) !== '';
  visit(definition, 'citation', () => {
    found = true;
  });
  return found;
}

/** The name of a note and its words, for a finding about words that nobody will read. */
function quoted(definition: FootnoteDefinition): string {
  return `[^${definition.label ?? definition.identifier}]: ${plainText(definition.children)}`;
}

function checkDefinitions(
  definitions: readonly FootnoteDefinition[],
  calls: readonly FootnoteReference[],
  work: Work,
): void {
  const called = new Set(calls.map((call) => call.identifier));
  const first = new Map<string, FootnoteDefinition>();
  for (const definition of definitions) {
    const label = definition.label ?? definition.identifier;
    const place = work.place(definition.position);
    const earlier = first.get(definition.identifier);
    if (earlier !== undefined) {
      work.report(
        finding('note-has-definition', 'error', place, {
          what: `The note “[^${label}]” is written twice.`,
          why: 'Only the first is printed; the words of this one would be lost.',
          fix: 'Give one of them another name, and call it where it belongs.',
          excerpt: quoted(definition),
          related: [{ message: 'first written here', place: work.place(earlier.position) }],
        }),
      );
      continue;
    }
    first.set(definition.identifier, definition);
    if (!holdsWords(definition)) {
      work.report(
        finding('note-has-definition', 'error', place, {
          what: `The note “[^${label}]” is empty.`,
          why: 'Readers who follow its number find nothing.',
          fix: `Write its words behind “[^${label}]:”.`,
          excerpt: label,
        }),
      );
    }
    if (!called.has(definition.identifier)) {
      work.report(
        finding('note-is-called', 'warning', place, {
          what: `Nothing calls the note “[^${label}]”.`,
          why: 'It has no number, so its words are not printed.',
          fix: `Put [^${label}] behind the words that it belongs to, or take the note out.`,
          excerpt: quoted(definition),
        }),
      );
    }
  }
}

function reportUndefined(tree: Root, known: readonly string[], work: Work): void {
  visit(tree, 'text', (node) => {
    const raw = work.raw.get(node);
    if (raw === undefined || !raw.text.includes('[^')) return;
    for (const call of raw.text.matchAll(undefinedCall)) {
      const label = call[1] ?? '';
      const near = nearest(label, known);
      const position = { start: raw.point(call.index), end: raw.point(call.index + call[0].length) };
      work.report(
        finding('note-has-definition', 'error', work.place(position), {
          what: `No note is written for “[^${label}]”.`,
          why: 'The mark would be printed, and readers who look for the note find nothing.',
          fix: `${near === undefined ? '' : `Did you mean “[^${near}]”? Otherwise write`} a paragraph that begins with “[^${label}]:”.`.replace(
            /^ a/u,
            'Write a',
          ),
          excerpt: call[0],
        }),
      );
    }
  });
}

function callsInside(definition: FootnoteDefinition, all: readonly FootnoteDefinition[], work: Work): void {
  visit(definition, 'footnoteReference', (call: FootnoteReference) => {
    const inner = all.find(({ identifier }) => identifier === call.identifier);
    work.report(
      finding('note-has-definition', 'error', work.place(call.position), {
        what: `The note “[^${call.label ?? call.identifier}]” is called inside another note.`,
        why: 'On paper a note at the foot of the page cannot have a note of its own.',
        fix: 'Write its words here, in brackets.',
        excerpt: inner === undefined ? (call.label ?? call.identifier) : quoted(inner),
      }),
    );
  });
}

/** Checks calls against definitions. */
export function checkFootnotes(tree: Root, work: Work): void {
  const definitions: FootnoteDefinition[] = [];
  const calls: FootnoteReference[] = [];
  visit(tree, (node: Nodes) => {
    if (node.type === 'footnoteDefinition') definitions.push(node);
    else if (node.type === 'footnoteReference') calls.push(node);
  });
  checkDefinitions(definitions, calls, work);
  for (const definition of definitions) callsInside(definition, definitions, work);
  reportUndefined(
    tree,
    definitions.map(({ label, identifier }) => label ?? identifier),
    work,
  );
}
