/** Reads a parsed layout with all its partials and reports what could not be filled, could not end or would not be safe. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourcePlace } from '../diagnostics/place.js';
import {
  layoutPlacesSlot,
  partialsEnd,
  templateIsData,
  templateNameExists,
  templateOutputIsEscaped,
  themePlace,
} from './findings.js';
import { helperForms } from './helpers.js';
import { atText, type MarkupState, readMarkup } from './markup-context.js';
import { checkExpressionContext, checkMarkup } from './markup-rules.js';
import { resolvePath, type Scope } from './template-scope.js';
import { type Shape, slotNames, templateViewShape } from './view-shape.js';

/** A template file that was parsed. */
export interface ParsedTemplate {
  /** Name as partials are called: the file name without `.hbs`. */
  readonly name: string;
  readonly file: string;
  readonly program: hbs.AST.Program;
}

const mostDepth = 50;
const mostExpansions = 500;

/** One file being read: which file, by way of which others. */
interface Reading {
  readonly template: ParsedTemplate;
  readonly chain: readonly string[];
}

/** Reads one layout; the findings come in the order of the text. */
export function lintLayout(
  layout: ParsedTemplate,
  partials: ReadonlyMap<string, ParsedTemplate>,
): readonly Diagnostic[] {
  const linter = new Linter(partials);
  const scope: Scope = {
    contexts: [templateViewShape],
    locals: new Map(),
    present: new Set(),
    looping: false,
  };
  linter.readProgram(layout.program, scope, atText, { template: layout, chain: [layout.file] });
  for (const slot of slotNames) {
    // Addresses of links are printed, not shown: on screens a link leads there.
    const needed = slot !== 'links' || layout.name === 'print';
    if (needed && !linter.slots.has(slot)) linter.report(layoutPlacesSlot(layout.file, slot));
  }
  return linter.findings();
}

/** Keeps the findings and the counts while the templates are read. */
class Linter {
  readonly slots: Set<string> = new Set();
  private readonly found: Map<string, Diagnostic> = new Map();
  private readonly partials: ReadonlyMap<string, ParsedTemplate>;
  private expansions = 0;

  constructor(partials: ReadonlyMap<string, ParsedTemplate>) {
    this.partials = partials;
  }

  findings(): readonly Diagnostic[] {
    return [...this.found.values()];
  }

  /** The same fault in a partial that is used twice is one finding. */
  report(diagnostic: Diagnostic | undefined): void {
    if (diagnostic === undefined) return;
    const place = JSON.stringify(diagnostic.place);
    const key = `${diagnostic.code} ${diagnostic.excerpt} ${place}`;
    if (!this.found.has(key)) this.found.set(key, diagnostic);
  }

  readProgram(program: hbs.AST.Program, scope: Scope, start: MarkupState, reading: Reading): MarkupState {
    return program.body.reduce(
      (state, statement) => this.readStatement(statement, scope, state, reading),
      start,
    );
  }

  private readStatement(
    statement: hbs.AST.Statement,
    scope: Scope,
    state: MarkupState,
    reading: Reading,
  ): MarkupState {
    const place = placeOf(statement, reading);
    switch (statement.type) {
      case 'ContentStatement': {
        const { value } = statement as hbs.AST.ContentStatement;
        for (const finding of checkMarkup(state, value, place)) this.report(finding);
        return readMarkup(state, value);
      }
      case 'CommentStatement':
        return state;
      case 'MustacheStatement':
        this.readMustache(statement as hbs.AST.MustacheStatement, scope, state, reading);
        return state;
      case 'BlockStatement':
        return this.readBlock(statement as hbs.AST.BlockStatement, scope, state, reading);
      case 'PartialStatement':
        return this.readPartial(statement as hbs.AST.PartialStatement, scope, state, reading);
      default:
        this.report(
          templateIsData(place, 'a decorator or a partial block', 'Use {{> name}} and {{#if}} only.'),
        );
        return state;
    }
  }

  private readMustache(
    mustache: hbs.AST.MustacheStatement,
    scope: Scope,
    state: MarkupState,
    reading: Reading,
  ): void {
    const place = placeOf(mustache, reading);
    if (!mustache.escaped) {
      this.report(
        templateOutputIsEscaped(
          place,
          'an expression that is not escaped',
          'Write it with two braces: {{name}}.',
        ),
      );
    }
    this.report(checkExpressionContext(state, place));
    const path = asPath(mustache.path);
    if (path === undefined) return;
    if (isHelper(path, mustache.params)) {
      if (path.original === 'slot' && state.at !== 'text') {
        this.report(templateOutputIsEscaped(place, 'a slot inside a tag', 'Place slots between tags.'));
      }
      this.readCall(path, mustache.params, scope, reading, false);
      return;
    }
    const shape = this.readPath(path, scope, reading);
    if (typeof shape === 'object') {
      this.report(
        templateNameExists(place, 'variable', path.original, [`{{#each ${path.original}}}`], reading.chain),
      );
    }
  }

  /** The shape that an expression gives, after reporting what is wrong with it. */
  private readExpression(expression: hbs.AST.Expression, scope: Scope, reading: Reading): Shape | undefined {
    if (expression.type === 'PathExpression') {
      return this.readPath(expression as hbs.AST.PathExpression, scope, reading);
    }
    if (expression.type === 'SubExpression') {
      const call = expression as hbs.AST.SubExpression;
      const path = asPath(call.path);
      if (path !== undefined) this.readCall(path, call.params, scope, reading, false);
      return 'flag';
    }
    return expression.type === 'NumberLiteral' ? 'number' : 'text';
  }

  private readPath(path: hbs.AST.PathExpression, scope: Scope, reading: Reading): Shape | undefined {
    const resolution = resolvePath(path, scope);
    if ('shape' in resolution) return resolution.shape;
    const place = placeOf(path, reading);
    if ('absent' in resolution) {
      const guard = `{{#if ${resolution.absent}}}`;
      this.report(
        templateNameExists(place, 'variable', path.original, [`${guard} around it`], reading.chain),
      );
    } else {
      this.report(templateNameExists(place, 'variable', resolution.unknown, resolution.known, reading.chain));
    }
    return undefined;
  }

  private readCall(
    path: hbs.AST.PathExpression,
    params: readonly hbs.AST.Expression[],
    scope: Scope,
    reading: Reading,
    asBlock: boolean,
  ): readonly (Shape | undefined)[] {
    const place = placeOf(path, reading);
    const name = path.original;
    const form = Object.hasOwn(helperForms, name) ? helperForms[name] : undefined;
    if (form === undefined) {
      this.report(templateNameExists(place, 'helper', name, Object.keys(helperForms), reading.chain));
      return [];
    }
    if (params.length < form.least || params.length > form.most || form.block !== asBlock) {
      const wanted = form.block ? `{{#${name} …}} … {{/${name}}}` : `{{${name} …}}`;
      this.report(templateIsData(place, `“${name}” in another form than its own`, `Write it as ${wanted}.`));
    }
    if (form.literals !== undefined) this.readLiteral(params[0], form.literals, reading);
    return params.map((param) => this.readExpression(param, scope, reading));
  }

  private readLiteral(
    param: hbs.AST.Expression | undefined,
    known: readonly string[],
    reading: Reading,
  ): void {
    if (param?.type !== 'StringLiteral') {
      if (param !== undefined) {
        this.report(
          templateIsData(placeOf(param, reading), 'a slot without a fixed name', 'Write {{slot "body"}}.'),
        );
      }
      return;
    }
    const { value } = param as hbs.AST.StringLiteral;
    if (known.includes(value)) this.slots.add(value);
    else this.report(templateNameExists(placeOf(param, reading), 'variable', value, known, reading.chain));
  }

  private readBlock(
    block: hbs.AST.BlockStatement,
    scope: Scope,
    state: MarkupState,
    reading: Reading,
  ): MarkupState {
    const path = asPath(block.path);
    const [shape] = path === undefined ? [] : this.readCall(path, block.params, scope, reading, true);
    const name = path?.original ?? '';
    const condition = block.params[0];
    const inner = innerScope(name, shape, condition, scope, block.program?.blockParams ?? []);
    const otherwise = name === 'unless' ? withPresent(scope, condition) : scope;
    const end = block.program === undefined ? state : this.readProgram(block.program, inner, state, reading);
    if (block.inverse) this.readProgram(block.inverse, otherwise, state, reading);
    return end;
  }

  private readPartial(
    partial: hbs.AST.PartialStatement,
    scope: Scope,
    state: MarkupState,
    reading: Reading,
  ): MarkupState {
    const place = placeOf(partial, reading);
    const name = asPath(partial.name)?.original;
    if (name === undefined) {
      this.report(templateIsData(place, 'a partial chosen while the page is made', 'Name it: {{> byline}}.'));
      return state;
    }
    const called = this.partials.get(name);
    if (called === undefined) {
      this.report(templateNameExists(place, 'partial', name, [...this.partials.keys()], reading.chain));
      return state;
    }
    const chain = [...reading.chain, called.file];
    const circle = reading.chain.includes(called.file);
    this.expansions += 1;
    if (circle || chain.length > mostDepth || this.expansions > mostExpansions) {
      this.report(partialsEnd(place, chain, circle));
      return state;
    }
    const inner = this.partialScope(partial, scope, reading);
    return this.readProgram(called.program, inner, state, { template: called, chain });
  }

  private partialScope(partial: hbs.AST.PartialStatement, scope: Scope, reading: Reading): Scope {
    const locals = new Map(scope.locals);
    const pairs = (partial.hash as hbs.AST.Hash | undefined)?.pairs ?? [];
    for (const pair of pairs) {
      const shape = this.readExpression(pair.value, scope, reading);
      if (shape !== undefined) locals.set(pair.key, shape);
    }
    const [context] = partial.params;
    const shape = context === undefined ? undefined : this.readExpression(context, scope, reading);
    const contexts = shape === undefined ? scope.contexts : [...scope.contexts, present(shape)];
    return { ...scope, contexts, locals };
  }
}

function placeOf(node: hbs.AST.Node, reading: Reading): SourcePlace {
  return themePlace(reading.template.file, node.loc.start.line, node.loc.start.column + 1);
}

function asPath(node: hbs.AST.Node): hbs.AST.PathExpression | undefined {
  return node.type === 'PathExpression' ? (node as hbs.AST.PathExpression) : undefined;
}

function isHelper(path: hbs.AST.PathExpression, params: readonly hbs.AST.Expression[]): boolean {
  return params.length > 0 || Object.hasOwn(helperForms, path.original);
}

/** The shape inside a block that has asked for the value. */
function present(shape: Shape): Shape {
  return typeof shape === 'object' && 'fields' in shape ? { fields: shape.fields } : shape;
}

/** Paths that are known to be there when a condition holds: the path itself, or all of an `and`. */
function provenPaths(condition: hbs.AST.Expression | undefined): readonly hbs.AST.PathExpression[] {
  if (condition?.type === 'PathExpression') return [condition as hbs.AST.PathExpression];
  if (condition?.type !== 'SubExpression') return [];
  const call = condition as hbs.AST.SubExpression;
  return asPath(call.path)?.original === 'and' ? call.params.flatMap(provenPaths) : [];
}

function withPresent(scope: Scope, condition: hbs.AST.Expression | undefined): Scope {
  const keys = provenPaths(condition).flatMap((path) => {
    const resolution = resolvePath(path, scope);
    return 'shape' in resolution ? [resolution.key] : [];
  });
  return { ...scope, present: new Set([...scope.present, ...keys]) };
}

function innerScope(
  helper: string,
  shape: Shape | undefined,
  condition: hbs.AST.Expression | undefined,
  scope: Scope,
  blockParams: readonly string[],
): Scope {
  if (helper === 'if') return withPresent(scope, condition);
  if (shape === undefined || (helper !== 'each' && helper !== 'with')) return scope;
  const item = helper === 'with' ? present(shape) : itemOf(shape);
  const locals = new Map(scope.locals);
  const [name, index] = blockParams;
  if (name !== undefined) locals.set(name, item);
  if (index !== undefined) locals.set(index, 'number');
  return {
    ...scope,
    contexts: [...scope.contexts, item],
    locals,
    looping: scope.looping || helper === 'each',
  };
}

function itemOf(shape: Shape): Shape {
  if (typeof shape !== 'object') return 'text';
  if ('each' in shape) return shape.each;
  return 'named' in shape ? shape.named : 'text';
}
