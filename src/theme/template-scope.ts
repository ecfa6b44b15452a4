/** What an expression inside a template may name, and what shape it has. */

import type { ObjectShape, Shape } from './view-shape.js';

/** The contexts around an expression, outermost first, with names given by partial parameters and `as |name|`. */
export interface Scope {
  readonly contexts: readonly Shape[];
  readonly locals: ReadonlyMap<string, Shape>;
  /** Optional objects that a surrounding `{{#if}}` has asked for, as `level:path`. */
  readonly present: ReadonlySet<string>;
  /** Inside `{{#each}}`, where `@index` and the like exist. */
  readonly looping: boolean;
}

/** What a path leads to, or which of its names is unknown and which would be known there. */
export type Resolution =
  | { readonly shape: Shape; readonly key: string }
  | { readonly unknown: string; readonly known: readonly string[] }
  | { readonly absent: string };

const loopNames: Readonly<Record<string, Shape>> = {
  index: 'number',
  key: 'text',
  first: 'flag',
  last: 'flag',
};

function isObject(shape: Shape): shape is ObjectShape {
  return typeof shape === 'object' && 'fields' in shape;
}

function dataRoot(name: string, scope: Scope): Resolution {
  if (name === 'root') return { shape: scope.contexts[0] ?? 'text', key: '0:' };
  const shape = scope.looping && Object.hasOwn(loopNames, name) ? loopNames[name] : undefined;
  if (shape !== undefined) return { shape, key: `@${name}` };
  const known = scope.looping ? ['@root', ...Object.keys(loopNames).map((item) => `@${item}`)] : ['@root'];
  return { unknown: `@${name}`, known };
}

function start(path: hbs.AST.PathExpression, scope: Scope): [Resolution, readonly string[]] {
  const parts = path.parts.map(String);
  const [first, ...rest] = parts;
  if (path.data) return [dataRoot(first ?? '', scope), rest];
  const level = scope.contexts.length - 1 - path.depth;
  const context = scope.contexts[level];
  if (context === undefined) return [{ unknown: path.original, known: [] }, []];
  const local = path.depth === 0 && first !== undefined ? scope.locals.get(first) : undefined;
  if (local !== undefined) return [{ shape: local, key: `local:${first}` }, rest];
  return [{ shape: context, key: `${level}:` }, parts];
}

/** A name that is not there; the known ones are written with all that stands before it. */
function unknownPart(
  path: hbs.AST.PathExpression,
  part: string,
  shape: ObjectShape,
  scope: Scope,
): Resolution {
  const before = path.original.slice(0, path.original.lastIndexOf(part));
  const locals = before === '' ? [...scope.locals.keys()] : [];
  return {
    unknown: path.original,
    known: [...locals, ...Object.keys(shape.fields)].map((name) => before + name),
  };
}

/** Follows a path from where it stands. */
export function resolvePath(path: hbs.AST.PathExpression, scope: Scope): Resolution {
  const [origin, parts] = start(path, scope);
  if (!('shape' in origin)) return origin;
  let { shape, key } = origin;
  for (const part of parts) {
    if (isObject(shape)) {
      if (shape.optional === true && !scope.present.has(key)) return { absent: key.replace(/^\w+:/, '') };
      const next: Shape | undefined = Object.hasOwn(shape.fields, part) ? shape.fields[part] : undefined;
      if (next === undefined) return unknownPart(path, part, shape, scope);
      shape = next;
    } else if (typeof shape === 'object' && 'named' in shape) shape = shape.named;
    else return { unknown: path.original, known: [] };
    key = key.endsWith(':') ? key + part : `${key}.${part}`;
  }
  return { shape, key };
}

/** The shape inside a block that has asked for the value. */
export function present(shape: Shape): Shape {
  return typeof shape === 'object' && 'fields' in shape ? { fields: shape.fields } : shape;
}

/** A node as a path, when it is one. */
export function asPath(node: hbs.AST.Node): hbs.AST.PathExpression | undefined {
  return node.type === 'PathExpression' ? (node as hbs.AST.PathExpression) : undefined;
}

/** Paths that are known to be there when a condition holds: the path itself, or all of an `and`. */
function provenPaths(condition: hbs.AST.Expression | undefined): readonly hbs.AST.PathExpression[] {
  if (condition?.type === 'PathExpression') return [condition as hbs.AST.PathExpression];
  if (condition?.type !== 'SubExpression') return [];
  const call = condition as hbs.AST.SubExpression;
  return asPath(call.path)?.original === 'and' ? call.params.flatMap(provenPaths) : [];
}

/** The scope in which a condition holds. */
export function withPresent(scope: Scope, condition: hbs.AST.Expression | undefined): Scope {
  const keys = provenPaths(condition).flatMap((path) => {
    const resolution = resolvePath(path, scope);
    return 'shape' in resolution ? [resolution.key] : [];
  });
  return { ...scope, present: new Set([...scope.present, ...keys]) };
}

/** The scope inside a block, by its helper. */
export function innerScope(
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
