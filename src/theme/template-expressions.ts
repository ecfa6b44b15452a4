/** Expressions of a template: every path, helper and parameter is held against what exists. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourcePlace } from '../diagnostics/place.js';
import { themePlace } from './findings.js';
import { helperForms } from './helpers.js';
import { templateIsData, templateNameExists } from './template-findings.js';
import { asPath, resolvePath, type Scope } from './template-scope.js';
import type { Shape } from './view-shape.js';

/** One file being read, with what its reading is for. */
export interface Reading {
  readonly file: string;
  /** Files by way of which this one is reached, the layout first, itself last. */
  readonly chain: readonly string[];
  /** Slots that were placed so far, of those that there are. */
  readonly slots: Set<string>;
  readonly knownSlots: readonly string[];
  readonly report: (diagnostic: Diagnostic | undefined) => void;
}

/** Where a node stands. */
export function placeOf(node: hbs.AST.Node, reading: Reading): SourcePlace {
  return themePlace(reading.file, node.loc.start.line, node.loc.start.column + 1);
}

/** Whether an expression calls a helper: it has parameters, or the name of one. */
export function isCall(path: hbs.AST.PathExpression, params: readonly hbs.AST.Expression[]): boolean {
  return params.length > 0 || Object.hasOwn(helperForms, path.original);
}

/** The shape that an expression gives, after reporting what is wrong with it; undefined where it cannot be told. */
export function readExpression(
  expression: hbs.AST.Expression,
  scope: Scope,
  reading: Reading,
): Shape | undefined {
  const path = asPath(expression);
  if (path !== undefined) return readPath(path, scope, reading);
  if (expression.type === 'SubExpression') {
    const call = expression as hbs.AST.SubExpression;
    const name = asPath(call.path);
    if (name !== undefined) readCall(name, call.params, scope, reading, false);
    return 'flag';
  }
  return expression.type === 'NumberLiteral' ? 'number' : 'text';
}

/** Follows a path; unknown names and optional objects that nothing asked for are reported. */
export function readPath(path: hbs.AST.PathExpression, scope: Scope, reading: Reading): Shape | undefined {
  const resolution = resolvePath(path, scope);
  if ('shape' in resolution) return resolution.shape;
  const place = placeOf(path, reading);
  const { chain, report } = reading;
  if ('absent' in resolution) {
    const guard = `{{#if ${resolution.absent}}} around it`;
    report(templateNameExists(place, 'variable', path.original, [guard], chain));
  } else report(templateNameExists(place, 'variable', resolution.unknown, resolution.known, chain));
  return undefined;
}

/** Checks the call of a helper and gives the shapes of its parameters. */
export function readCall(
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
    reading.report(templateNameExists(place, 'helper', name, Object.keys(helperForms), reading.chain));
    return [];
  }
  if (params.length < form.least || params.length > form.most || form.block !== asBlock) {
    const wanted = form.block ? `{{#${name} …}} … {{/${name}}}` : `{{${name} …}}`;
    reading.report(templateIsData(place, `“${name}” in another form than its own`, `Write it as ${wanted}.`));
  }
  if (name === 'slot') readSlot(params[0], reading);
  return params.map((param) => readExpression(param, scope, reading));
}

/** A slot is named by a literal from a closed list, so that a missing one can be told before any page is made. */
function readSlot(param: hbs.AST.Expression | undefined, reading: Reading): void {
  if (param === undefined) return;
  const place = placeOf(param, reading);
  if (param.type !== 'StringLiteral') {
    const example = reading.knownSlots.includes('body') ? 'body' : 'content';
    reading.report(templateIsData(place, 'a slot without a fixed name', `Write {{slot "${example}"}}.`));
    return;
  }
  const { value } = param as hbs.AST.StringLiteral;
  if (reading.knownSlots.includes(value)) reading.slots.add(value);
  else reading.report(templateNameExists(place, 'variable', value, reading.knownSlots, reading.chain));
}
