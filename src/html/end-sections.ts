/** What stands after the text: corrections, the update log, how it was made, rights and credits. */

import type { Element, ElementContent } from 'hast';
import type { Correction, Person, Update } from '../document/explainer.js';
import type { LabelName } from '../language/locale.js';
import { separator } from '../language/punctuation.js';
import { convertInline } from './convert.js';
import { crossReference } from './cross-references.js';
import { timeOf } from './dates.js';
import { element, text } from './elements.js';
import { label } from './labels.js';
import type { Page } from './page.js';

/** An id that no heading or block of the author has. */
export function freeId(page: Page, wanted: string): string {
  let id = wanted;
  for (let count = 2; page.targets.has(id); count += 1) id = `${wanted}-${count}`;
  return id;
}

/** The heading of a section at the end. */
export function endHeading(page: Page, name: LabelName): Element {
  return element('h2', { id: freeId(page, name) }, label(page, name));
}

/** The long tables of charts, on paper; nothing when none was kept for the end. */
export function appendixSection(page: Page): ElementContent[] {
  if (page.appendix.length === 0) return [];
  return [
    element('section', { className: ['appendix'] }, [endHeading(page, 'charts-data'), ...page.appendix]),
  ];
}

function correction(page: Page, entry: Correction): Element {
  const kind = element('strong', {}, label(page, `kind-${entry.kind}`));
  const comma = separator(page.language, 'comma');
  const head = element('p', { className: ['correction-label'] }, [kind, comma, ...timeOf(page, entry.at)]);
  const words = element('p', {}, convertInline(page, entry.text.children));
  const link = blockLink(page, entry.block);
  const about = link.length === 0 ? undefined : element('p', { className: ['correction-block'] }, link);
  return element('li', { className: [`kind-${entry.kind}`] }, [head, words, about]);
}

/** A link to a block that an entry is about; nothing when the document holds no such id. */
function blockLink(page: Page, id: string | null): ElementContent[] {
  if (id === null || !page.targets.has(id)) return [];
  const reference = { type: 'crossReference' as const, target: id };
  return crossReference(page, reference, (nodes) => convertInline(page, nodes));
}

/** The corrections of the front matter, in the order written there. */
export function correctionsSection(page: Page): Element | undefined {
  const entries = page.explainer.metadata.corrections;
  if (entries.length === 0) return undefined;
  return element('section', { className: ['corrections'] }, [
    endHeading(page, 'corrections'),
    element(
      'ol',
      { className: ['corrections-list'] },
      entries.map((entry) => correction(page, entry)),
    ),
  ]);
}

function update(page: Page, entry: Update): Element {
  const links = entry.blocks
    .map((id) => blockLink(page, id))
    .filter((link) => link.length > 0)
    .flatMap((link, index): ElementContent[] => (index === 0 ? link : [text('; '), ...link]));
  return element('li', {}, [
    element('p', { className: ['update-label'] }, timeOf(page, entry.at)),
    element('p', {}, convertInline(page, entry.text.children)),
    links.length === 0 ? undefined : element('p', { className: ['update-blocks'] }, links),
  ]);
}

/** The update log, newest first as `document` has put it. */
export function updatesSection(page: Page): Element | undefined {
  const entries = page.explainer.metadata.updates;
  if (entries.length === 0) return undefined;
  return element('section', { className: ['updates'] }, [
    endHeading(page, 'updates'),
    element(
      'ol',
      { className: ['updates-list'] },
      entries.map((entry) => update(page, entry)),
    ),
  ]);
}

/** How the text was made, and what part machines had in it. */
export function backstorySection(page: Page): Element | undefined {
  const { backstory, aiUse } = page.explainer.metadata;
  if (backstory === null && aiUse === null) return undefined;
  const use = aiUse === null ? [] : [element('strong', {}, [...label(page, 'ai-use'), ':']), ` ${aiUse}`];
  return element('section', { className: ['backstory'] }, [
    endHeading(page, 'backstory'),
    backstory === null ? undefined : element('p', {}, convertInline(page, backstory.children)),
    aiUse === null ? undefined : element('p', { className: ['ai-use'] }, use),
  ]);
}

const knownRoles = ['reporting', 'editing', 'graphics', 'translation', 'fact-check'] as const;

/** A role in the page's words where it is one of those that Galley knows. */
export function roleWords(page: Page, role: string): string {
  const known = knownRoles.find((name) => name === role);
  return known === undefined ? role : page.language.label(`role-${known}`);
}

function contributor(page: Page, person: Person): string {
  return person.role === null
    ? person.name
    : roleWords(page, person.role) + separator(page.language, 'colon') + person.name;
}

/** Who else worked on it, whose pictures these are, and who holds the rights. */
export function rightsSection(page: Page): Element | undefined {
  const { contributors, rights } = page.explainer.metadata;
  const semicolon = separator(page.language, 'semicolon');
  const colon = separator(page.language, 'colon');
  const people = contributors.map((person) => contributor(page, person)).join(semicolon);
  const pictures = page.credits.join(semicolon);
  const holder = [rights?.holder, rights?.licence]
    .filter((part) => typeof part === 'string')
    .join(separator(page.language, 'comma'));
  const lines = [
    people === '' ? undefined : element('p', { className: ['contributors'] }, [people]),
    pictures === ''
      ? undefined
      : element('p', { className: ['image-credits'] }, [...label(page, 'picture-credits'), colon + pictures]),
    holder === ''
      ? undefined
      : element('p', { className: ['rights-holder'] }, [...label(page, 'rights'), colon + holder]),
    rights?.notice === null || rights?.notice === undefined
      ? undefined
      : element('p', { className: ['rights-notice'] }, convertInline(page, rights.notice.children)),
  ].filter((line) => line !== undefined);
  if (lines.length === 0) return undefined;
  return element('section', { className: ['rights'] }, [endHeading(page, 'credits'), ...lines]);
}
