/** Tells line by line whether Markdown stands in a code block, before any parser has seen it. */

const prefix = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/u;
const fence = /^(`{3,}(?=[^`]*$)|~{3,})/u;
const listMarker = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/u;
const indented = /^(?: {4}| {0,3}\t)/u;

/** Follows a document line by line; `next` says whether the line belongs to a code block. */
export interface CodeLines {
  next(line: string): boolean;
}

interface OpenFence {
  readonly marker: string;
  readonly quoted: boolean;
  /** Width of the list marker's part: less indentation ends the item, and the fence in it. */
  readonly indent: number;
}

/** Whether a line outside the fence's own quote or list item ends it. */
function leaves(line: string, open: OpenFence): boolean {
  if (open.quoted) return !line.trimStart().startsWith('>');
  return open.indent > 0 && line.trim() !== '' && line.search(/[^ \t]/u) < open.indent;
}

function opens(line: string): OpenFence | undefined {
  const lead = prefix.exec(line)?.[0] ?? '';
  const marker = fence.exec(line.slice(lead.length))?.[1];
  if (marker === undefined) return undefined;
  return { marker, quoted: lead.includes('>'), indent: /[-*+.)]/u.test(lead) ? lead.length : 0 };
}

function closes(line: string, open: OpenFence): boolean {
  const rest = line.replace(/^[ \t>]*/u, '').trimEnd();
  return rest.length >= open.marker.length && rest === (open.marker[0] ?? '').repeat(rest.length);
}

/** Starts at the first line of a Markdown body. Code blocks are fenced ones, and indented ones outside lists. */
export function codeLines(): CodeLines {
  let open: OpenFence | undefined;
  let inList = false;
  let afterBlank = true;
  let inIndented = false;
  return {
    next(line) {
      if (open !== undefined && !leaves(line, open)) {
        if (closes(line, open)) open = undefined;
        return true;
      }
      open = opens(line);
      if (open !== undefined) {
        afterBlank = false;
        return true;
      }
      if (line.trim() === '') {
        afterBlank = true;
        return false;
      }
      if (listMarker.test(line)) inList = true;
      else if (afterBlank && !/^[ \t]/u.test(line)) inList = false;
      inIndented = !inList && (afterBlank || inIndented) && indented.test(line);
      afterBlank = false;
      return inIndented;
    },
  };
}
