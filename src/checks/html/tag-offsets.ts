/** From an offset in a page's bytes to the number of the element whose tag stands there. */

/** A start tag as our own serialiser writes it: quoted attributes, nothing omitted; comments and raw text are skipped whole. */
const tags = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>|<([a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/** Number (0-based, in document order) of the last element that opens at or before the offset; -1 when none does. */
export function elementAt(html: string, offset: number): number {
  let index = -1;
  for (const match of html.matchAll(tags)) {
    if (match.index > offset) break;
    if (!match[0].startsWith('<!--')) index += 1;
  }
  return index;
}
