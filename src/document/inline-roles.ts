/** The inline directives: `:lang[…]{kk}`, `:num[id]`, `:see[id]`. What is none of them keeps its words and is a finding. */

import type { Nodes, PhrasingContent, Root } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { didYouMean, nearest } from '../diagnostics/nearest.js';
import { figureText } from '../language/figure-words.js';
import type { FigureStatus } from '../source/figure-record.js';
import { checkFigureLanguage } from './figure-language.js';
import { finding } from './finding.js';
import { languageTagIsValid, tagInBraces } from './languages.js';
import type { CrossReference, FigureNumber, LanguageSpan } from './nodes.js';
import { plainText } from './plain-text.js';
import { replaceNodes } from './replace-nodes.js';
import { isBlockDirective } from './structure.js';
import type { Work } from './work.js';

/** Blocks that tell of earlier states of affairs, where a number that no longer holds may stand. */
const pastBlocks: ReadonlySet<string> = new Set(['timeline', 'claim', 'correction']);

const staleStatus: ReadonlySet<FigureStatus | undefined> = new Set(['superseded', 'retracted']);

function positioned<N extends Nodes>(node: N, from: Nodes): N {
  if (from.position !== undefined) node.position = from.position;
  return node;
}

/** The directive as typed, on one line. */
function typed(node: TextDirective, work: Work): string {
  const start = node.position?.start.offset ?? 0;
  return work.source.text.slice(start, node.position?.end.offset ?? start).replace(/\s+/gu, ' ');
}

/** What stands in the square brackets, when it is plain text; else as typed, so that it is no id and is told. */
function labelOf(node: TextDirective, work: Work): string {
  const [only, ...more] = node.children;
  if (more.length === 0 && only?.type === 'text') return only.value.trim();
  return typed(node, work)
    .slice(2 + node.name.length)
    .replace(/[\]}].*$/u, '')
    .replace(/^[[{]/u, '');
}

/** Reports braces behind `:num` and `:see` that hold more than `:num` takes. */
function checkBraces(node: TextDirective, taken: readonly string[], example: string, work: Work): void {
  const entries = Object.entries(node.attributes ?? {});
  const other = entries.find(([name, value]) => !taken.includes(name) || (value ?? '') !== '')?.[0];
  if (other === undefined) return;
  work.report(
    finding('keys-and-blocks-are-known', 'error', work.place(node.position), {
      what: `“{${typed(node, work).replace(/^[^{]*\{|\}$/gu, '')}}” is nothing that :${node.name} takes behind it.`,
      why: 'It would have no effect.',
      fix: `Write ${example}.`,
      excerpt: typed(node, work),
    }),
  );
}

function languageSpan(node: TextDirective, work: Work): readonly PhrasingContent[] {
  const { tag, fault, typed: name } = tagInBraces(node.attributes);
  const place = work.place(node.position);
  const words = plainText(node.children);
  if (fault === 'invalid') work.report(languageTagIsValid(name, place));
  else if (fault !== undefined) {
    work.report(
      finding('language-tag-is-valid', 'error', place, {
        what:
          fault === 'missing'
            ? `“:lang[${words}]” does not say which language it is.`
            : `The braces of “${typed(node, work)}” are not in the form that :lang takes.`,
        why: 'Screen readers choose the voice by the language.',
        fix: `Write the tag alone: :lang[${words}]{${tag ?? 'kk'}}.`,
        excerpt: typed(node, work),
      }),
    );
  }
  if (words.trim() === '') {
    work.report(
      finding('markup-is-not-left-over', 'error', place, {
        what: `“${typed(node, work)}” holds no words.`,
        why: 'There is nothing to print in its place.',
        fix: `Write the words in the square brackets: :lang[words]{${tag ?? 'kk'}}.`,
        excerpt: typed(node, work),
      }),
    );
  }
  if (tag === undefined) return node.children;
  const span: LanguageSpan = {
    type: 'languageSpan',
    lang: tag,
    dir: work.languageOf(tag).dir,
    children: node.children,
  };
  return [positioned(span, node)];
}

function reportUnknownFigure(node: TextDirective, id: string, work: Work): void {
  if (id === '') {
    work.report(
      finding('figure-id-is-defined', 'error', work.place(node.position), {
        what: `“${typed(node, work)}” does not say which number is meant.`,
        why: 'There is nothing to print in its place.',
        fix: 'Write the number’s id from figures.yaml in the square brackets: :num[id].',
        excerpt: typed(node, work),
      }),
    );
    return;
  }
  const near = nearest(id, work.source.figures.keys());
  const written = work.source.isWritten(id);
  work.report(
    finding('figure-id-is-defined', 'error', work.place(node.position), {
      what: written ? `The number “${id}” cannot be used yet.` : `No number has the id “${id}”.`,
      why: 'There is nothing to print in its place.',
      fix: written
        ? 'Mend its entry in figures.yaml; what is wrong there is told at its place.'
        : near === undefined
          ? 'Add it to figures.yaml.'
          : `Write “:num[${near}]”, or add it to figures.yaml.`,
      excerpt: typed(node, work),
    }),
  );
}

function isPastBlock(node: Nodes): boolean {
  return isBlockDirective(node) && pastBlocks.has(node.name);
}

function checkCurrent(node: TextDirective, id: string, work: Work): void {
  const record = work.source.figures.get(id);
  if (record === undefined || !staleStatus.has(record.status)) return;
  const newer = [...work.source.figures.values()].find((other) => other.supersedes === id);
  work.report(
    finding('figure-is-current', 'error', work.place(node.position), {
      what: `The number “${id}” is marked as ${record.status}.`,
      why: 'Readers would take it for what holds today.',
      fix:
        newer === undefined
          ? 'Take it out, or tell it inside a timeline, a claim or a correction.'
          : `Write “:num[${newer.id}]”, or tell the old number inside a timeline, a claim or a correction.`,
      excerpt: typed(node, work),
      related: [{ message: 'marked here', place: record.fieldPlaces['status'] ?? record.place }],
    }),
  );
}

function figureNumber(node: TextDirective, tellsOfPast: boolean, work: Work): readonly PhrasingContent[] {
  const id = labelOf(node, work);
  checkBraces(node, ['value'], `:num[${id}], or :num[${id}]{value} for the value without its unit`, work);
  const record = work.source.figures.get(id);
  if (record === undefined) {
    reportUnknownFigure(node, id, work);
    return [positioned({ type: 'text', value: typed(node, work) }, node)];
  }
  if (!tellsOfPast) checkCurrent(node, id, work);
  checkFigureLanguage(record, work);
  const form = Object.hasOwn(node.attributes ?? {}, 'value') ? 'value' : 'full';
  const value = figureText(record, form, work.language);
  const number: FigureNumber = { type: 'figureNumber', figure: id, form, value };
  return [positioned(number, node)];
}

function crossReference(node: TextDirective, work: Work): readonly PhrasingContent[] {
  const target = labelOf(node, work);
  checkBraces(node, [], `:see[${target}]`, work);
  if (target === '') {
    work.report(
      finding('markup-is-not-left-over', 'error', work.place(node.position), {
        what: `“${typed(node, work)}” does not say what it refers to.`,
        why: 'Readers would see the signs, and not get what they stand for.',
        fix: 'Write the id of a heading or block, or the name of another explainer: :see[id].',
        excerpt: typed(node, work),
      }),
    );
    return [positioned({ type: 'text', value: typed(node, work) }, node)];
  }
  const reference: CrossReference = { type: 'crossReference', target };
  return [positioned(reference, node)];
}

function unknownRole(node: TextDirective, work: Work): readonly PhrasingContent[] {
  work.report(
    finding('keys-and-blocks-are-known', 'error', work.place(node.position), {
      what: `“:${node.name}” is not known here.`,
      why: 'Its words are printed, but nothing else of it reaches the page.',
      fix: `${didYouMean(node.name, ['lang', 'num', 'see'])} If it is plain text, write “\\:” for the colon.`,
      excerpt: typed(node, work),
    }),
  );
  const attributes = typed(node, work).slice(1 + node.name.length);
  if (node.children.length === 0) {
    return [positioned({ type: 'text', value: `:${node.name}${attributes}` }, node)];
  }
  return node.children;
}

/** Replaces all inline directives of the tree; `tellsOfPast` is whether numbers that no longer hold may stand in it. Targets of `:see` are checked later, when all ids are known. */
export function readInlineRoles(tree: Root, work: Work, tellsOfPast = false): void {
  replaceNodes(tree, (node, ancestors) => {
    if (node.type !== 'textDirective') return undefined;
    if (node.name === 'lang') return languageSpan(node, work);
    if (node.name === 'num') {
      return figureNumber(node, tellsOfPast || ancestors.some(isPastBlock), work);
    }
    return node.name === 'see' ? crossReference(node, work) : unknownRole(node, work);
  });
}
