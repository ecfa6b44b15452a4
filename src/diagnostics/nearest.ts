/** "Did you mean": the known name closest to what was typed. */

/** More names than these are not read in a message; of more the first are named. */
const [mostNames, firstNames] = [40, 24];

/** Letters that two names share at their begin before one is taken for the other. */
const leastBegin = 4;

/** Damerau-Levenshtein distance (optimal string alignment), in edits. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(
        (rows[i - 1]?.[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (rows[i - 1]?.[j - 1] ?? 0) + same,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

/** The shortest known name that goes on from what was typed, or that what was typed goes on from: “data” and “dataset”. */
function longer(typed: string, known: Iterable<string>): string | undefined {
  const small = typed.toLowerCase();
  return [...known]
    .filter((name) => Math.min(name.length, small.length) >= leastBegin)
    .filter((name) => name.toLowerCase().startsWith(small) || small.startsWith(name.toLowerCase()))
    .sort((a, b) => a.length - b.length)[0];
}

/** The nearest of the known names, or undefined when none is near (more than two fifths of its letters differ, and none begins alike). */
export function nearest(typed: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const name of known) {
    const edits = distance(typed.toLowerCase(), name.toLowerCase());
    const limit = Math.max(1, Math.floor(Math.max(typed.length, name.length) * 0.4));
    if (edits <= limit && edits < bestDistance) {
      best = name;
      bestDistance = edits;
    }
  }
  return best ?? longer(typed, known);
}

/** A closing sentence for a message: `Did you mean “timeline”?`, or known names when none is near: all, or the first of many. */
export function didYouMean(typed: string, known: readonly string[]): string {
  const name = nearest(typed, known);
  if (name !== undefined) return `Did you mean “${name}”?`;
  if (known.length <= mostNames) return `Known here: ${known.join(', ')}.`;
  const first = known.slice(0, firstNames);
  return `Known here: ${first.join(', ')} and ${known.length - first.length} more.`;
}
