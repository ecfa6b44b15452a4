/** Every exported name says in a comment what it is; every file says in its first lines what it does. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => join('src', name))
  .sort();

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
  );
}

function nameOf(statement: ts.Statement): string {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText()).join(', ');
  return 'name' in statement ? (statement.name as ts.Identifier).text : statement.getText().slice(0, 30);
}

/** Exported names without a doc comment. Of overloads the first one speaks for all. */
function undocumented(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const documented = new Set<string>();
  const missing: string[] = [];
  for (const statement of source.statements.filter(isExported)) {
    const name = nameOf(statement);
    if (ts.getJSDocCommentsAndTags(statement).length > 0) documented.add(name);
    else if (!documented.has(name)) missing.push(`${path}: ${name}`);
  }
  return missing;
}

describe('doc comments', () => {
  it('stand at every exported name', () => {
    expect(files.flatMap(undocumented)).toEqual([]);
  });

  it('open every file', () => {
    const silent = files.filter((path) => !/^(#!.*\n)?\s*(\/\*\*|\/\/)/.test(readFileSync(path, 'utf8')));
    expect(silent).toEqual([]);
  });

  it('are looked for in real files', () => {
    expect(files.length).toBeGreaterThan(100);
  });
});
