/** Writes into each tag of a template where it stands, so that a fault of the finished page leads to the designer's line. */

import { markAttribute, type TemplateMark, writeMark } from '../diagnostics/template-marks.js';
import { themePlace } from './findings.js';
import { atText, type MarkupState, readMarkup } from './markup-context.js';
import type { ParsedTemplate } from './parsed-template.js';

/** The callers that a mark names; who calls a partial from more places than these finds it by its name. */
const mostCallers = 6;

/** All statements of a program, also those inside blocks, in the order of the text. */
function statementsOf(program: hbs.AST.Program | undefined): readonly hbs.AST.Statement[] {
  return (program?.body ?? []).flatMap((statement) => {
    if (statement.type !== 'BlockStatement') return [statement];
    const { program: inner, inverse } = statement as hbs.AST.BlockStatement;
    return [...statementsOf(inner), ...statementsOf(inverse)];
  });
}

/** Where each partial is called. */
export type Callers = ReadonlyMap<string, TemplateMark>;

/** The places that call each partial, in the order of the templates. */
export function callersIn(templates: Iterable<ParsedTemplate>): Callers {
  const callers = new Map<string, TemplateMark>();
  for (const { file, program } of templates) {
    for (const statement of statementsOf(program)) {
      if (statement.type !== 'PartialStatement') continue;
      const { name, loc } = statement as hbs.AST.PartialStatement;
      const called = (name as hbs.AST.PathExpression).original;
      const place = themePlace(file, loc.start.line, loc.start.column + 1);
      callers.set(called, [...(callers.get(called) ?? []), place]);
    }
  }
  return callers;
}

/** The lines that lead to a template, nearest first; a circle, which the linter tells, ends. */
function chainOf(name: string, callers: Callers, nameOf: (file: string) => string | undefined): TemplateMark {
  const chain: TemplateMark[number][] = [];
  const seen = new Set([name]);
  for (const at of seen) {
    for (const place of callers.get(at) ?? []) {
      if (chain.length < mostCallers) chain.push(place);
      const next = nameOf(place.file);
      if (next !== undefined) seen.add(next);
    }
  }
  return chain;
}

interface Tag {
  /** Behind the tag's name, in the whole text. */
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** The open tags of literal text that begins at a place of the template. */
function tagsIn(text: string, start: MarkupState, at: Tag): readonly Tag[] {
  const tags: Tag[] = [];
  let state = start;
  let read = 0;
  for (const match of text.matchAll(/<[a-z][a-z0-9-]*(?=[\s/>])/gi)) {
    state = readMarkup(state, text.slice(read, match.index));
    read = match.index;
    if (state.at !== 'text') continue;
    const before = text.slice(0, match.index).split('\n');
    const last = before.at(-1)?.length ?? 0;
    tags.push({
      offset: at.offset + match.index + match[0].length,
      line: at.line + before.length - 1,
      column: before.length === 1 ? at.column + last : last + 1,
    });
  }
  return tags;
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

/** The text of a template with a mark in each of its tags. What Handlebars reads otherwise than it is written stays unmarked. */
export function markTags(
  template: ParsedTemplate & { readonly text: string },
  callers: Callers,
  nameOf: (file: string) => string | undefined,
): string {
  const { name, file, text, program } = template;
  const starts = lineStarts(text);
  const isPartial = nameOf(file) !== undefined;
  const chain = isPartial ? chainOf(name, callers, nameOf) : [];
  const tags: Tag[] = [];
  let state = atText;
  for (const statement of statementsOf(program)) {
    if (statement.type !== 'ContentStatement') continue;
    const { original, loc } = statement as hbs.AST.ContentStatement & { readonly original: string };
    const { line, column } = loc.start;
    const offset = (starts[line - 1] ?? 0) + column;
    if (text.startsWith(original, offset))
      tags.push(...tagsIn(original, state, { offset, line, column: column + 1 }));
    state = readMarkup(state, original);
  }
  let marked = '';
  let from = 0;
  for (const { offset, line, column } of tags) {
    const mark = writeMark([themePlace(file, line, column), ...chain]);
    marked += `${text.slice(from, offset)} ${markAttribute}="${mark}"`;
    from = offset;
  }
  return marked + text.slice(from);
}
