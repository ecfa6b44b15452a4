/** Cuts a list in JSON into its items, so that one broken item costs only itself. */

import { JsonFault, JsonReader } from '../config/json-values.js';
import type { LocatedValue } from '../config/located-document.js';

/** What was read: the items in order, and where the text is no JSON. */
export interface JsonItems {
  readonly items: readonly LocatedValue[];
  readonly faults: readonly JsonFault[];
}

/** The end of the brackets that open at `start`, or the end of the text; brackets in texts do not count. */
function endOfItem(text: string, start: number): number {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
      // A text never runs over a line, so a missing quote does not swallow the items after it.
      else if (character === '\n') return at;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth <= 0) return at + 1;
    }
  }
  return text.length;
}

/** Reads an item; on a fault moves behind it. */
function readItem(text: string, reader: JsonReader, faults: JsonFault[]): LocatedValue | undefined {
  reader.skip();
  const start = reader.at;
  try {
    return reader.value();
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    faults.push(error);
    reader.at = Math.max(start + 1, endOfItem(text, start));
    return undefined;
  }
}

/** Reads the items of a list, or the one item of a text that is no list. */
export function readJsonItems(text: string): JsonItems {
  const reader = new JsonReader(text);
  const items: LocatedValue[] = [];
  const faults: JsonFault[] = [];
  const fault = (expected: string): void => {
    faults.push(new JsonFault(expected, Math.min(reader.at, text.trimEnd().length)));
  };
  if (!reader.take('[')) {
    const item = readItem(text, reader, faults);
    if (item !== undefined) items.push(item);
    reader.skip();
    if (reader.at < text.length && faults.length === 0) fault('nothing after the entry');
    return { items, faults };
  }
  for (let isFirst = true, isSound = true; !reader.take(']'); isFirst = false) {
    reader.skip();
    if (reader.at >= text.length) {
      fault('`]` at the end of the list');
      return { items, faults };
    }
    // The comma after a broken item may have been taken for a part of it.
    if (!isFirst && !reader.take(',') && isSound) fault('a comma before the next entry');
    const item = readItem(text, reader, faults);
    isSound = item !== undefined;
    if (item !== undefined) items.push(item);
  }
  reader.skip();
  if (reader.at < text.length) fault('nothing after the list');
  return { items, faults };
}
