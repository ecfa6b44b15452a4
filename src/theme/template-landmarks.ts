/** Counts elements of which a page has exactly one, along every way that a template can go. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourcePlace } from '../diagnostics/place.js';
import { themePlace } from './findings.js';
import { atText, type MarkupState, readMarkup } from './markup-context.js';
import { advance } from './markup-rules.js';
import type { ParsedTemplate } from './parsed-template.js';
import { templateHasLandmark } from './template-findings.js';
import { asPath } from './template-scope.js';

/** How often an element is written, at least and at most, and where. */
interface Count {
  readonly least: number;
  readonly most: number;
  readonly places: readonly SourcePlace[];
}

const none: Count = { least: 0, most: 0, places: [] };

interface Search {
  readonly element: string;
  readonly file: string;
  readonly partials: ReadonlyMap<string, ParsedTemplate>;
}

function both(first: Count, second: Count): Count {
  return {
    least: first.least + second.least,
    most: first.most + second.most,
    places: [...first.places, ...second.places],
  };
}

function either(first: Count, second: Count): Count {
  return {
    least: Math.min(first.least, second.least),
    most: Math.max(first.most, second.most),
    places: first.most >= second.most ? first.places : second.places,
  };
}

function inText(statement: hbs.AST.ContentStatement, state: MarkupState, { element, file }: Search): Count {
  const { original } = statement as hbs.AST.ContentStatement & { readonly original: string };
  const start = themePlace(file, statement.loc.start.line, statement.loc.start.column + 1);
  const places = [...original.matchAll(new RegExp(`<${element}(?=[\\s>/]|$)`, 'gi'))]
    .filter((match) => readMarkup(state, original.slice(0, match.index)).at === 'text')
    .map((match) => advance(start, original, match.index));
  return { least: places.length, most: places.length, places };
}

function inBlock(block: hbs.AST.BlockStatement, search: Search): Count {
  const inner = inProgram(block.program, search);
  const other = inProgram(block.inverse, search);
  const helper = asPath(block.path)?.original;
  // A loop may go round never, or more than once.
  const rounds = helper === 'each' ? either(none, both(inner, inner)) : inner;
  return either(rounds, other);
}

function inStatement(statement: hbs.AST.Statement, state: MarkupState, search: Search): Count {
  if (statement.type === 'ContentStatement')
    return inText(statement as hbs.AST.ContentStatement, state, search);
  if (statement.type === 'BlockStatement') return inBlock(statement as hbs.AST.BlockStatement, search);
  if (statement.type !== 'PartialStatement') return none;
  const name = asPath((statement as hbs.AST.PartialStatement).name)?.original ?? '';
  const called = search.partials.get(name);
  return called === undefined ? none : inProgram(called.program, { ...search, file: called.file });
}

function inProgram(program: hbs.AST.Program | undefined, search: Search): Count {
  let state = atText;
  let count = none;
  for (const statement of program?.body ?? []) {
    count = both(count, inStatement(statement, state, search));
    if (statement.type === 'ContentStatement') {
      state = readMarkup(state, (statement as hbs.AST.ContentStatement & { original: string }).original);
    }
  }
  return count;
}

/** Reports each of these elements that a page could lack or have twice. The partials must not call one another in a circle. */
export function checkOnce(
  template: ParsedTemplate,
  partials: ReadonlyMap<string, ParsedTemplate>,
  elements: readonly string[],
): readonly Diagnostic[] {
  return elements.flatMap((element) => {
    const { least, most, places } = inProgram(template.program, { element, file: template.file, partials });
    if (most > 1) {
      const [first, second = first] = places;
      const place = second ?? themePlace(template.file);
      return [templateHasLandmark(place, element, 'twice', template.file, first)];
    }
    if (least > 0) return [];
    const place = places[0] ?? themePlace(template.file, 1);
    return [templateHasLandmark(place, element, most === 0 ? 'never' : 'sometimes', template.file)];
  });
}
