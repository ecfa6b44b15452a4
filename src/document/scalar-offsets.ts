/** Leads places in a YAML text value back to the file, over folded lines and escapes. */

/** Offsets in `raw`, the value as typed, for every index of `value`, the text that YAML makes of it. */
export function scalarOffsets(raw: string, value: string): readonly number[] {
  const offsets: number[] = [];
  // A block scalar begins with its header (`>-`), a quoted one with its mark.
  let at = /^[|>][^\n]*\n\s*|^["']/u.exec(raw)?.[0].length ?? 0;
  for (const character of value.split('')) {
    if (/\s/u.test(character)) {
      offsets.push(Math.min(at, raw.length));
      if (/\s/u.test(raw[at] ?? '')) while (/\s/u.test(raw[at] ?? '')) at += 1;
      continue;
    }
    while (/\s/u.test(raw[at] ?? '')) at += 1;
    // An escape (`\"`, `''`) is longer than what it stands for; farther away the two have parted, and we stay where we are.
    const found = raw[at] === character ? at : raw.indexOf(character, at);
    if (found !== -1 && found - at <= 6) at = found;
    offsets.push(Math.min(at, raw.length));
    at += 1;
  }
  offsets.push(Math.min(at, raw.length));
  return offsets;
}
