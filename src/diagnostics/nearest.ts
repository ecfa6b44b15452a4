/** "Did you mean": the known name closest to what was typed. */

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

/** The nearest of the known names, or undefined when none is near (more than two fifths of its letters differ). */
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
  return best;
}

/** A closing sentence for a message: `Did you mean “timeline”?`, or the list of known names when none is near. */
export function didYouMean(typed: string, known: readonly string[]): string {
  const name = nearest(typed, known);
  if (name !== undefined) return `Did you mean “${name}”?`;
  return `Known here: ${known.join(', ')}.`;
}
