/** Reads a parsed layout with all its partials and reports what could not be filled, could not end or would not be safe. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourcePlace } from '../diagnostics/place.js';
import { blockSlots, blockViewShape } from './block-shape.js';
import { atText, type MarkupState, readMarkup } from './markup-context.js';
import { checkExpressionContext, checkMarkup } from './markup-rules.js';
import type { ParsedTemplate } from './parsed-template.js';
import { isCall, placeOf, type Reading, readCall, readExpression, readPath } from './template-expressions.js';
import {
  partialsEnd,
  templateIsData,
  templateNameExists,
  templateOutputIsEscaped,
  templatePlacesSlot,
} from './template-findings.js';
import { checkOnce } from './template-landmarks.js';
import { asPath, innerScope, present, type Scope, withPresent } from './template-scope.js';
import { type ObjectShape, slotNames, templateViewShape, withLabels } from './view-shape.js';

const mostDepth = 50;
const mostExpansions = 500;

/** The partials of a theme, how many were read into one template so far, and which were reached by any. */
interface Library {
  readonly partials: ReadonlyMap<string, ParsedTemplate>;
  readonly reached: Set<string>;
  expansions: number;
}

/** What stands around a statement. */
interface Surroundings {
  readonly scope: Scope;
  readonly reading: Reading;
  readonly library: Library;
}

/** What a kind of template may name and has to place. */
interface TemplateRules {
  readonly shape: ObjectShape;
  readonly slots: readonly string[];
  readonly needed: readonly string[];
  /** Landmarks and headings of which each page has exactly one. */
  readonly once: readonly string[];
}

/** The partials that templates may call, and those that were called. */
export interface PartialUse {
  readonly partials: ReadonlyMap<string, ParsedTemplate>;
  /** False when one of them could not be read: then nothing can be said of what is missing. */
  readonly allRead: boolean;
  /** Names of the partials that any template reached. */
  readonly reached: Set<string>;
  /** Names of the theme's own words. */
  readonly labels: readonly string[];
}

function readTemplate(
  template: ParsedTemplate,
  { partials, allRead, reached, labels }: PartialUse,
  rules: TemplateRules,
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
    contexts: [withLabels(rules.shape, labels)],
    locals: new Map(),
    present: new Set(),
    looping: false,
  };
  const { file, program } = template;
  const reading: Reading = { file, chain: [file], slots, knownSlots: rules.slots, report };
  readProgram(program, atText, { scope, reading, library: { partials, reached, expansions: 0 } });
  if (!allRead) return [...found.values()];
  for (const slot of rules.needed) if (!slots.has(slot)) report(templatePlacesSlot(file, slot));
  const isEndless = [...found.values()].some(({ code }) => code === 'template-compiles');
  if (!isEndless) for (const finding of checkOnce(template, partials, rules.once)) report(finding);
  return [...found.values()];
}

/** Reads one layout; the findings come in the order of the text. Missing slots are told only when every partial could be read. */
export function lintLayout(layout: ParsedTemplate, use: PartialUse): readonly Diagnostic[] {
  return readTemplate(layout, use, {
    shape: templateViewShape,
    slots: slotNames,
    // Addresses of links are printed, not shown: on screens a link leads there. The code only repeats an address.
    needed: slotNames.filter((slot) => slot !== 'qr' && (slot !== 'links' || layout.name === 'print')),
    once: ['main', 'h1'],
  });
}

/** Reads the template of one block, which is named after it. */
export function lintBlock(template: ParsedTemplate, use: PartialUse): readonly Diagnostic[] {
  const slots = blockSlots(template.name);
  const rules = { shape: blockViewShape(template.name), slots, needed: slots, once: [] };
  return readTemplate(template, use, rules);
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
  if (path === undefined) {
    reading.report(
      templateIsData(place, 'an expression that is no name', 'Write words as words, and names as {{name}}.'),
    );
    return;
  }
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
  if (path === undefined) {
    const found = 'a block that is opened by no name';
    reading.report(
      templateIsData(placeOf(block, reading), found, 'Open it by {{#if …}}, {{#each …}} or {{#with …}}.'),
    );
  }
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
  library.reached.add(name);
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
    reading: { ...reading, file: called.file, chain, report: byWayOf(place, reading.report) },
  };
  return readProgram(called.program, state, inner);
}

/** Reports findings inside a partial with the place that calls it. */
function byWayOf(call: SourcePlace, report: Reading['report']): Reading['report'] {
  return (diagnostic) =>
    report(
      diagnostic === undefined
        ? undefined
        : {
            ...diagnostic,
            related: [...(diagnostic.related ?? []), { message: 'used from', place: call }],
          },
    );
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
