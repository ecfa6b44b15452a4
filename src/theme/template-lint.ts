/** Reads a parsed layout with all its partials and reports what could not be filled, could not end or would not be safe. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import {
  layoutPlacesSlot,
  partialsEnd,
  templateIsData,
  templateNameExists,
  templateOutputIsEscaped,
} from './findings.js';
import { atText, type MarkupState, readMarkup } from './markup-context.js';
import { checkExpressionContext, checkMarkup } from './markup-rules.js';
import { isCall, placeOf, type Reading, readCall, readExpression, readPath } from './template-expressions.js';
import { asPath, innerScope, present, type Scope, withPresent } from './template-scope.js';
import { slotNames, templateViewShape } from './view-shape.js';

/** A template file that was parsed. */
export interface ParsedTemplate {
  /** Name as partials are called: the file name without `.hbs`. */
  readonly name: string;
  readonly file: string;
  readonly program: hbs.AST.Program;
}

const mostDepth = 50;
const mostExpansions = 500;

/** The partials of a theme, and how many were read into one layout so far. */
interface Library {
  readonly partials: ReadonlyMap<string, ParsedTemplate>;
  expansions: number;
}

/** What stands around a statement. */
interface Surroundings {
  readonly scope: Scope;
  readonly reading: Reading;
  readonly library: Library;
}

/** Reads one layout; the findings come in the order of the text. Missing slots are told only when every partial could be read. */
export function lintLayout(
  layout: ParsedTemplate,
  partials: ReadonlyMap<string, ParsedTemplate>,
  allRead = true,
): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const slots = new Set<string>();
  // The same fault in a partial that is used twice is one finding.
  const report = (diagnostic: Diagnostic | undefined): void => {
    if (diagnostic === undefined) return;
    const key = JSON.stringify([diagnostic.code, diagnostic.excerpt, diagnostic.place]);
    if (!found.has(key)) found.set(key, diagnostic);
  };
  const scope: Scope = {
    contexts: [templateViewShape],
    locals: new Map(),
    present: new Set(),
    looping: false,
  };
  const reading: Reading = { file: layout.file, chain: [layout.file], slots, report };
  readProgram(layout.program, atText, { scope, reading, library: { partials, expansions: 0 } });
  for (const slot of slotNames) {
    // Addresses of links are printed, not shown: on screens a link leads there.
    const needed = slot !== 'links' || layout.name === 'print';
    if (allRead && needed && !slots.has(slot)) report(layoutPlacesSlot(layout.file, slot));
  }
  return [...found.values()];
}

function readProgram(program: hbs.AST.Program, start: MarkupState, around: Surroundings): MarkupState {
  return program.body.reduce((state, statement) => readStatement(statement, state, around), start);
}

function readStatement(statement: hbs.AST.Statement, state: MarkupState, around: Surroundings): MarkupState {
  const { reading } = around;
  switch (statement.type) {
    case 'ContentStatement': {
      // `original` still has the white space that Handlebars strips around blocks, so places stay right.
      const { original } = statement as hbs.AST.ContentStatement & { readonly original: string };
      for (const finding of checkMarkup(state, original, placeOf(statement, reading)))
        reading.report(finding);
      return readMarkup(state, original);
    }
    case 'CommentStatement':
      return state;
    case 'MustacheStatement':
      readMustache(statement as hbs.AST.MustacheStatement, state, around);
      return state;
    case 'BlockStatement':
      return readBlock(statement as hbs.AST.BlockStatement, state, around);
    case 'PartialStatement':
      return readPartial(statement as hbs.AST.PartialStatement, state, around);
    default: {
      const place = placeOf(statement, reading);
      reading.report(
        templateIsData(place, 'a decorator or a partial block', 'Use {{> name}} and {{#if}} only.'),
      );
      return state;
    }
  }
}

function readMustache(mustache: hbs.AST.MustacheStatement, state: MarkupState, around: Surroundings): void {
  const { scope, reading } = around;
  const place = placeOf(mustache, reading);
  if (!mustache.escaped) {
    const found = 'an expression that is not escaped';
    reading.report(templateOutputIsEscaped(place, found, 'Write it with two braces: {{name}}.'));
  }
  reading.report(checkExpressionContext(state, place));
  const path = asPath(mustache.path);
  if (path === undefined) return;
  if (isCall(path, mustache.params)) {
    if (path.original === 'slot' && state.at !== 'text') {
      reading.report(templateOutputIsEscaped(place, 'a slot inside a tag', 'Place slots between tags.'));
    }
    readCall(path, mustache.params, scope, reading, false);
    return;
  }
  const shape = readPath(path, scope, reading);
  if (typeof shape === 'object') {
    const better = 'each' in shape ? `{{#each ${path.original}}}` : `{{#with ${path.original}}}`;
    reading.report(templateNameExists(place, 'variable', path.original, [better], reading.chain));
  }
}

function readBlock(block: hbs.AST.BlockStatement, state: MarkupState, around: Surroundings): MarkupState {
  const { scope, reading } = around;
  const path = asPath(block.path);
  const [shape] = path === undefined ? [] : readCall(path, block.params, scope, reading, true);
  const name = path?.original ?? '';
  const condition = block.params[0];
  const inner = innerScope(name, shape, condition, scope, block.program?.blockParams ?? []);
  const otherwise = name === 'unless' ? withPresent(scope, condition) : scope;
  const end =
    block.program === undefined ? state : readProgram(block.program, state, { ...around, scope: inner });
  if (block.inverse) readProgram(block.inverse, state, { ...around, scope: otherwise });
  return end;
}

function readPartial(
  partial: hbs.AST.PartialStatement,
  state: MarkupState,
  around: Surroundings,
): MarkupState {
  const { reading, library } = around;
  const place = placeOf(partial, reading);
  const name = asPath(partial.name)?.original;
  if (name === undefined) {
    const found = 'a partial chosen while the page is made';
    reading.report(templateIsData(place, found, 'Name it: {{> byline}}.'));
    return state;
  }
  const called = library.partials.get(name);
  if (called === undefined) {
    reading.report(templateNameExists(place, 'partial', name, [...library.partials.keys()], reading.chain));
    return state;
  }
  const chain = [...reading.chain, called.file];
  const circle = reading.chain.includes(called.file);
  library.expansions += 1;
  if (circle || chain.length > mostDepth || library.expansions > mostExpansions) {
    reading.report(partialsEnd(place, chain, circle));
    return state;
  }
  const inner = {
    ...around,
    scope: partialScope(partial, around),
    reading: { ...reading, file: called.file, chain },
  };
  return readProgram(called.program, state, inner);
}

/** Parameters of a partial become names inside it; a context becomes what its paths start from. */
function partialScope(partial: hbs.AST.PartialStatement, { scope, reading }: Surroundings): Scope {
  const locals = new Map(scope.locals);
  const pairs = (partial.hash as hbs.AST.Hash | undefined)?.pairs ?? [];
  for (const pair of pairs) {
    const shape = readExpression(pair.value, scope, reading);
    if (shape !== undefined) locals.set(pair.key, shape);
  }
  const [context] = partial.params;
  const shape = context === undefined ? undefined : readExpression(context, scope, reading);
  const contexts = shape === undefined ? scope.contexts : [...scope.contexts, present(shape)];
  return { ...scope, contexts, locals };
}
