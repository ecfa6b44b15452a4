/** What registered numbers name: their sources, and the older numbers that they replace. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type { FigureRecord } from './figure-record.js';
import { errorAt, warningAt } from './findings.js';

function hint(typed: string, known: Iterable<string>, otherwise: string): string {
  const near = nearest(typed, known);
  return near === undefined ? otherwise : `Did you mean “${near}”?`;
}

/** Errors for ids that lead nowhere, numbers that replace themselves, and a warning where both stand as current. */
export function brokenFigureLinks(
  figures: ReadonlyMap<string, FigureRecord>,
  sourceIds: ReadonlySet<string>,
): readonly Diagnostic[] {
  return [...figures.values()].flatMap((figure) => [
    ...missingSource(figure, sourceIds),
    ...missingOlder(figure, figures),
  ]);
}

/** Ids in a number's `source`: set apart by spaces or semicolons, each perhaps with a place behind a comma; none for own work. */
function sourcesNamed(source: string): readonly string[] {
  if (source.trim() === 'own') return [];
  return source.split(/[;؛；]/u).flatMap((piece) => {
    const [ids = '', ...place] = piece.trim().split(/[,،，]/u);
    return place.length > 0
      ? [ids.replace(/^@/u, '').trim()]
      : ids.split(/\s+/u).map((id) => id.replace(/^@/u, ''));
  });
}

function missingSource(figure: FigureRecord, sourceIds: ReadonlySet<string>): readonly Diagnostic[] {
  return sourcesNamed(figure.source)
    .filter((id) => !sourceIds.has(id))
    .map((id) =>
      errorAt('figure-has-source', figure.fieldPlaces['source'] ?? figure.place, {
        what: `The number “${figure.id}” names the source “${id}”, which is not recorded.`,
        why: 'Readers could not see who counted.',
        fix: hint(id, sourceIds, 'Add that source to sources.yaml, or correct the id.'),
      }),
    );
}

function missingOlder(
  figure: FigureRecord,
  figures: ReadonlyMap<string, FigureRecord>,
): readonly Diagnostic[] {
  const { id, supersedes } = figure;
  if (supersedes === undefined) return [];
  const place = figure.fieldPlaces['supersedes'] ?? figure.place;
  const older = figures.get(supersedes);
  if (older === undefined) {
    return [
      errorAt('values-are-known', place, {
        what: `The number “${id}” replaces “${supersedes}”, which is not recorded.`,
        why: 'The older number could still stand somewhere, and nobody would be told.',
        fix: hint(supersedes, figures.keys(), 'Add that number, or remove the line.'),
      }),
    ];
  }
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined; at = figures.get(at)?.supersedes) {
    if (at === id && seen.size > 0) {
      return [
        errorAt('figure-is-current', place, {
          what: `The number “${id}” replaces itself, by way of ${[...seen].map((each) => `“${each}”`).join(', ')}.`,
          why: 'It is unclear which of them is the current one.',
          fix: 'Correct one of the `supersedes` lines.',
        }),
      ];
    }
    if (seen.has(at)) break;
    seen.add(at);
  }
  if (older.status === 'superseded' || older.status === 'retracted') return [];
  return [
    warningAt(
      'figure-is-current',
      older.fieldPlaces['status'] ?? older.place,
      {
        what: `The number “${older.id}” is replaced by “${id}”, but its status is ${older.status ?? 'not given'}.`,
        why: 'A page could go on printing the older number as if it were current.',
        fix: `Write \`status: superseded\` in “${older.id}”.`,
      },
      { related: [{ message: `“${id}” says so here.`, place }] },
    ),
  ];
}
