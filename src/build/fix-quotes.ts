/** Finds the straight quotation marks and apostrophes of an explainer's prose, and says how each line reads with the language's own. */

import { languageOf } from '../language/language-of.js';
import { smartenQuotes } from '../language/smarten.js';

/** What is no prose, inside a paragraph: code, comments, elements, targets of links, attributes, citations, escaped signs. */
const noProse = new RegExp(
  [
    '(?<!`)(`+)(?!`)[\\s\\S]*?(?<!`)\\1(?!`)',
    '<!--[\\s\\S]*?-->',
    '</?[a-zA-Z][^>]*>',
    ':lang\\[[^\\]]*\\]',
    '\\]\\((?:[^()\\n]|\\([^()\\n]*\\))*\\)',
    '\\]\\[[^\\]\\n]*\\]',
    '\\{[^}\\n]*\\}',
    '\\[[^\\]\\n]*@[^\\]\\n]*\\]',
    '\\\\.',
  ].join('|'),
  'g',
);

/** A line that begins a paragraph of its own: a heading, an item, a quoted line, a footnote. */
const begins = /^\s*(?:#{1,6}\s|[-*+]\s|\d+[.)]\s|>|\[\^[^\]]+\]:)/;
const fence = /^\s*(?:>\s*)*(`{3,}|~{3,})/;
const directive = /^\s*:{2,}/;
const indented = /^(?: {4}|\t)/;
const definition = /^\s*\[[^\]^][^\]]*\]:/;

/** Parts of the same paragraph: prose, and null where something else stands. */
function partsOf(text: string): { readonly prose: (string | null)[]; readonly others: string[] } {
  const prose: (string | null)[] = [];
  const others: string[] = [];
  let from = 0;
  for (const match of text.matchAll(noProse)) {
    prose.push(text.slice(from, match.index), null);
    others.push(match[0]);
    from = match.index + match[0].length;
  }
  prose.push(text.slice(from));
  return { prose, others };
}

function setParagraph(text: string, lang: string): string {
  const { prose, others } = partsOf(text);
  let next = 0;
  return smartenQuotes(prose, languageOf(lang))
    .map((run) => run ?? others[next++] ?? '')
    .join('');
}

/** A row of a table: each cell is a text of its own. */
function setRow(line: string, lang: string): string {
  return line
    .split(/((?<!\\)\|)/)
    .map((cell) => (cell === '|' ? cell : setParagraph(cell, lang)))
    .join('');
}

/** Number of the first line behind the front matter. */
function bodyStart(lines: readonly string[]): number {
  if (lines[0]?.trim() !== '---') return 0;
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  return end === -1 ? lines.length : end + 1;
}

/** Walks the lines of a text and keeps those that are no prose. */
class Walk {
  readonly made: string[];
  private readonly lang: string;
  private paragraph: number[] = [];
  private closing = '';
  /** Signs that open a block of another language; everything is left alone until it closes. */
  private foreign = '';

  constructor(lines: readonly string[], lang: string) {
    this.made = [...lines];
    this.lang = lang;
  }

  take(index: number): void {
    const line = this.made[index] ?? '';
    if (this.isOutside(line)) this.flush();
    else if (/^\s*\|/.test(line)) {
      this.flush();
      this.made[index] = setRow(line, this.lang);
    } else {
      if (begins.test(line)) this.flush();
      this.paragraph.push(index);
      if (/^\s*#{1,6}\s/.test(line)) this.flush();
    }
  }

  /** Ends the paragraph: its marks are set together, since one that opens may close on another line. */
  flush(): void {
    if (this.paragraph.length === 0) return;
    const set = setParagraph(this.paragraph.map((index) => this.made[index]).join('\n'), this.lang).split(
      '\n',
    );
    for (const [position, index] of this.paragraph.entries()) this.made[index] = set[position] ?? '';
    this.paragraph = [];
  }

  private isOutside(line: string): boolean {
    const edge = fence.exec(line)?.[1];
    if (this.closing !== '') {
      if (edge?.startsWith(this.closing) === true) this.closing = '';
      return true;
    }
    if (edge !== undefined) {
      this.closing = edge;
      return true;
    }
    const colons = /^\s*(:{3,})/.exec(line)?.[1];
    if (this.foreign !== '') {
      if (colons !== undefined && /^\s*:{3,}\s*$/.test(line) && colons.length === this.foreign.length)
        this.foreign = '';
      return true;
    }
    if (colons !== undefined && /\blang=/.test(line)) this.foreign = colons;
    return line.trim() === '' || directive.test(line) || indented.test(line) || definition.test(line);
  }
}

/** The lines of an explainer with typographic marks in its prose; front matter, code, blocks in another language and raw addresses stay. */
export function setQuotes(text: string, lang: string): readonly string[] {
  const lines = text.split('\n');
  const walk = new Walk(lines, lang);
  for (let index = bodyStart(lines); index < lines.length; index += 1) walk.take(index);
  walk.flush();
  return walk.made;
}
