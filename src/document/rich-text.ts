/** Inline Markdown outside the body: titles in braces, headlines and other texts of the front matter. */

import type { Break, Nodes, PhrasingContent, Root } from 'mdast';
import type { RichText } from './explainer.js';
import { finding, shorten } from './finding.js';
import { readInlineRoles } from './inline-roles.js';
import { reportLeftOver } from './left-over.js';
import { placeNodes } from './place-nodes.js';
import { reportPlaceholders } from './placeholders.js';
import { plainText } from './plain-text.js';
import type { PreparedBody } from './prepare-body.js';
import { refuseRawHtml } from './raw-html.js';
import { replaceNodes } from './replace-nodes.js';
import { restoreDirectives } from './restore-directives.js';
import { checkTargets } from './targets.js';
import { setTypography } from './typography.js';
import type { Work } from './work.js';

/** A text, and where it stands in the file. */
export interface InlineSource {
  readonly text: string;
  /** The file's offset of an index of `text`. */
  fileOffset(index: number, side: 'start' | 'end'): number;
  /** What it is, for findings: `the headline`, `the title of this block`. */
  readonly subject: string;
  /** Whether it tells of what was, so that numbers that no longer hold may stand in it. */
  readonly tellsOfPast?: boolean | undefined;
  /** Whether it names something, so that it also stands in lists, bookmarks and cards, where nothing in it can lead on. */
  readonly isTitle?: boolean | undefined;
}

/** Citations and note calls become text as typed; each is a finding that says where they may stand. */
function refuseCitations(tree: Root, subject: string, work: Work): void {
  const refuse = (typed: string, position: Nodes['position']): void => {
    work.report(
      finding('heading-holds-no-citation', 'error', work.place(position), {
        what: `“${shorten(typed)}” stands in ${subject}, where no citation or note can be.`,
        why: 'This text is also shown in places that have no notes, such as lists and link cards.',
        fix: 'Put it behind a sentence of the text below; a block may name its source with source=… instead.',
        excerpt: typed,
      }),
    );
  };
  replaceNodes(tree, (node) => {
    if (node.type === 'citation') {
      refuse(node.value, node.position);
      return [{ type: 'text', value: node.value, ...(node.position && { position: node.position }) }];
    }
    if (node.type !== 'text') return undefined;
    const raw = work.raw.get(node);
    for (const call of raw?.text.matchAll(/(?<!\\)\[\^[^\]\s]+\]/gu) ?? []) {
      const start = raw?.point(call.index);
      const end = raw?.point(call.index + call[0].length);
      refuse(call[0], start && end && { start, end });
    }
    return undefined;
  });
}

/** Pictures, and references in titles: their words stay. */
function refuseOthers(tree: Root, source: InlineSource, work: Work): void {
  replaceNodes(tree, (node) => {
    const isReference = node.type === 'textDirective' && node.name === 'see' && source.isTitle === true;
    if (node.type !== 'image' && !isReference) return undefined;
    const start = node.position?.start.offset ?? 0;
    const typed = work.source.text.slice(start, node.position?.end.offset ?? start);
    work.report(
      finding('markup-is-not-left-over', 'error', work.place(node.position), {
        what: `“${shorten(typed)}” stands in ${source.subject}, where no ${isReference ? 'reference' : 'picture'} can be.`,
        why: isReference
          ? 'This text is also shown in lists, link cards and bookmarks, where nothing in it can be followed.'
          : 'Only words are shown there, on the page and in lists.',
        fix: isReference
          ? 'Put the reference into the text below.'
          : 'Put the picture into a :::figure of the text; “image” in the front matter makes it the lead picture.',
        excerpt: typed,
      }),
    );
    const value = node.type === 'image' ? (node.alt ?? '') : typed;
    return [{ type: 'text', value, ...(node.position && { position: node.position }) }];
  });
}

/** Signs of headings, lists and quotations at the start of a line: only inline Markdown works here. */
function refuseBlocks(source: InlineSource, work: Work): void {
  for (const match of source.text.matchAll(/^[ \t]*(#{1,6}|[-*+>]) +(?=\S)/gmu)) {
    const start = source.fileOffset(match.index, 'start');
    const end = source.fileOffset(match.index + match[0].length, 'end');
    work.report(
      finding('markup-is-not-left-over', 'warning', work.place(work.positions.position(start, end)), {
        what: `A line of ${source.subject} begins with “${match[1]}”.`,
        why: 'It makes no heading, list or quotation here, so readers would see the sign.',
        fix: 'Take it out; what needs a list belongs into the text below.',
        excerpt: match[0].trim(),
      }),
    );
  }
}

/** Paragraphs one after the other, with two line breaks between them. */
function inlineOf(tree: Root): PhrasingContent[] {
  const lineBreak = (): Break => ({ type: 'break' });
  return tree.children.flatMap((child, index): PhrasingContent[] => {
    const children = child.type === 'paragraph' ? child.children : [];
    return index === 0 ? children : [lineBreak(), lineBreak(), ...children];
  });
}

/** Text in which nothing is markup: most titles. A colon counts only before what could be a directive. */
const plain = /^(?!\s)(?:[^\\`*_~[\]<>&@:!{}^|#\n]|:(?![\p{L}[{:]))*(?<!\s)$/u;
const address = /www\.|https?|\p{L}@/iu;

/** The tree of a text; one without markup does not need the parser, which costs a millisecond. */
function treeOf(source: InlineSource, work: Work): Root {
  const { text } = source;
  if (text === '' || !plain.test(text) || address.test(text)) {
    const tree = work.parseInline(text);
    restoreDirectives(tree, text);
    return tree;
  }
  const position = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: text.length + 1, offset: text.length },
  };
  return {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: text, position }] }],
  };
}

/** Reads inline Markdown: emphasis, links, code, `:lang`, `:num`. What does not belong there is told and kept as text. */
export function readRichText(source: InlineSource, work: Work): RichText {
  const body: PreparedBody = { text: source.text, fileOffset: source.fileOffset };
  const tree = treeOf(source, work);
  placeNodes(tree, body, work);
  refuseRawHtml(tree, work);
  refuseCitations(tree, source.subject, work);
  refuseOthers(tree, source, work);
  refuseBlocks(source, work);
  reportLeftOver(tree, work);
  reportPlaceholders(tree, work);
  readInlineRoles(tree, work, source.tellsOfPast);
  checkTargets(tree, work);
  setTypography(tree, work);
  const children = inlineOf(tree);
  return { text: plainText(children), children };
}
