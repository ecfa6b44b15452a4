/** Finds the notes of an author's page: calls, the notes they lead to, and the links back. */

import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Position } from 'unist';
import { type PageFindings, short } from './findings.js';
import { elementsBelow, folded, hasClass, hasRole, rebuild, spokenWords, textProperty } from './tree.js';

/** A note of the page, taken out of it or left in its place. */
export interface PageNote {
  /** In the order of first calls, from 1. */
  readonly number: number;
  /** What the page calls it: `3`, `*`, `a`. */
  readonly label: string;
  readonly id: string;
  /** Ids of its calls in document order. */
  readonly calls: readonly string[];
  readonly element: Element;
  readonly position: Position | undefined;
}

/** Whether a link calls a note: `role="doc-noteref"` on it or directly around it, class `footnote-ref`, or what GitHub and kramdown write. */
export function isCall(link: Element, parent: Root | Element): boolean {
  if (!(textProperty(link, 'href') ?? '').startsWith('#')) return false;
  return (
    hasRole(link, 'doc-noteref') ||
    (parent.type === 'element' && hasRole(parent, 'doc-noteref')) ||
    hasClass(link, 'footnote-ref', 'noteref') ||
    link.properties['dataFootnoteRef'] !== undefined ||
    (textProperty(link, 'rel') ?? '') === 'footnote'
  );
}

/** Whether a link leads from a note back to the text. */
function isWayBack(link: Element, calls: ReadonlySet<string>): boolean {
  if (link.tagName !== 'a') return false;
  const leadsToCall = calls.has(target(link) ?? '');
  return (
    hasRole(link, 'doc-backlink') ||
    link.properties['dataFootnoteBackref'] !== undefined ||
    (leadsToCall && (hasClass(link, 'footnote-back', 'footnote-backref', 'reversefootnote') || isSign(link)))
  );
}

/** An arrow, a number or another sign in place of words. */
function isSign(link: Element): boolean {
  return !/\p{L}{2}/u.test(spokenWords(link));
}

/** The id that a link leads to. */
function target(link: Element): string | undefined {
  const href = textProperty(link, 'href');
  if (href === undefined || !href.startsWith('#')) return undefined;
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}

interface Call {
  readonly link: Element;
  readonly parent: Root | Element;
}

function callsIn(tree: Root): Call[] {
  const found: Call[] = [];
  const visit = (parent: Root | Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'a' && isCall(child, parent)) found.push({ link: child, parent });
      visit(child);
    }
  };
  visit(tree);
  return found;
}

/** Elements by id, the first of each. */
export function elementsById(tree: Root): ReadonlyMap<string, Element> {
  const found = new Map<string, Element>();
  for (const element of elementsBelow(tree)) {
    const id = textProperty(element, 'id');
    if (id !== undefined && !found.has(id)) found.set(id, element);
  }
  return found;
}

/**
 * Finds all notes, gives each call an id, and takes the links back out of the notes, whose numbers will lead back; `nameBack` keeps them and
 * gives each its name. Changes the tree, not the places of its notes.
 */
export function findNotes(
  tree: Root,
  findings: PageFindings,
  nameBack?: ((label: string) => string) | undefined,
): readonly PageNote[] {
  const byId = elementsById(tree);
  const calls = callsIn(tree);
  const noted = new Map<Element, Call[]>();
  for (const call of calls) {
    const id = target(call.link) ?? '';
    const note = byId.get(id);
    if (note === undefined) {
      findings.tell('note-has-definition', 'error', call.link, {
        what: `“${short(spokenWords(call.link))}” calls a note “#${id}” that is not on this page.`,
        why: 'A reader who follows the call finds nothing.',
        fix: `Add the note as an element with id="${id}", or take the call out.`,
        excerpt: id,
      });
    } else noted.set(note, [...(noted.get(note) ?? []), call]);
  }
  tellNested(noted, findings);
  tellUncalled(tree, noted, findings);
  const names = new Set(calls.flatMap(({ link, parent }) => idsOf(link, parent)));
  const notes = [...noted].map(([element, own], index): PageNote => {
    const ids = own.map(({ link }, nth) => {
      link.properties['id'] ??= `galley-call-${index + 1}-${nth + 1}`;
      return String(link.properties['id']);
    });
    const words = folded(spokenWords(own[0]?.link ?? element)).replace(/^[[(]\s*|\s*[\])]$/g, '');
    const label = words === '' ? String(index + 1) : words;
    settleWaysBack(element, names, nameBack?.(label));
    const id = textProperty(element, 'id') ?? '';
    return { number: index + 1, label, id, calls: ids, element, position: element.position };
  });
  return notes;
}

/** Ids by which a note may lead back to a call: its own, or that of the raised box around it. */
function idsOf(link: Element, parent: Root | Element): string[] {
  const around = parent.type === 'element' && ['sup', 'span'].includes(parent.tagName) ? [parent] : [];
  return [link, ...around].flatMap((element) => textProperty(element, 'id') ?? []);
}

function settleWaysBack(note: Element, calls: ReadonlySet<string>, name: string | undefined): void {
  rebuild(note, (element) => {
    if (name !== undefined) {
      if (isWayBack(element, calls)) element.properties['ariaLabel'] ??= name;
      return [element];
    }
    const isLeft = ['sup', 'span'].includes(element.tagName) && element.children.length === 0;
    return isWayBack(element, calls) || isLeft ? undefined : [element];
  });
}

function tellNested(noted: ReadonlyMap<Element, readonly Call[]>, findings: PageFindings): void {
  for (const note of noted.keys()) {
    const inside = new Set(elementsBelow(note));
    for (const calls of noted.values()) {
      for (const { link } of calls) {
        if (!inside.has(link)) continue;
        findings.tell('note-is-called', 'error', link, {
          what: `“${short(spokenWords(link))}” calls a note from inside a note.`,
          why: 'A note at the foot of the page cannot have a note of its own there.',
          fix: 'Write the second note into the first one, or call it from the text.',
        });
      }
    }
  }
}

/** Elements that say they are notes, and that nothing calls. */
function tellUncalled(tree: Root, noted: ReadonlyMap<Element, unknown>, findings: PageFindings): void {
  for (const element of elementsBelow(tree)) {
    if (!hasRole(element, 'doc-footnote', 'doc-endnote') || noted.has(element)) continue;
    findings.tell('note-is-called', 'warning', element, {
      what: `Nothing calls the note “${short(spokenWords(element))}”.`,
      why: 'It stays where it stands, and readers do not learn what it belongs to.',
      fix: `Call it where it belongs: <a role="doc-noteref" href="#${textProperty(element, 'id') ?? 'its-id'}">1</a>.`,
    });
  }
}

/** Takes the notes out of a tree, with the section, the list or the rule that held nothing else. */
export function takeNotesOut(tree: Root, notes: readonly PageNote[]): void {
  const gone = new Set<Element>(notes.map(({ element }) => element));
  const visit = (parent: Root | Element): boolean => {
    let took = false;
    const kept: (ElementContent | RootContent)[] = [];
    for (const child of parent.children) {
      if (child.type !== 'element') kept.push(child);
      else if (gone.has(child)) took = true;
      else if (visit(child) && holdsNothingElse(child)) took = true;
      else kept.push(child);
    }
    parent.children = kept as typeof parent.children;
    return took;
  };
  visit(tree);
}

/** What is left of a place for notes: a heading, a rule, nothing. */
function holdsNothingElse(element: Element): boolean {
  if (element.tagName === 'body' || element.tagName === 'main' || element.tagName === 'html') return false;
  return element.children.every((child) => {
    if (child.type === 'text') return child.value.trim() === '';
    if (child.type !== 'element') return true;
    const isFrame = /^(?:h[1-6]|hr|header|br)$/.test(child.tagName);
    return isFrame || (!['img', 'svg', 'table'].includes(child.tagName) && holdsNothingElse(child));
  });
}
