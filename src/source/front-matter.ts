/** Cuts a Markdown file into its front matter and its body, and tells every form that is nearly front matter. */

import type { Point, Position } from 'unist';
import { readYaml } from '../config/read-yaml.js';
import { textPositions } from '../config/text-positions.js';
import type { YamlDocument } from '../config/yaml-document.js';
import { type Diagnostic, result, type StageResult } from '../diagnostics/diagnostic.js';
import { errorAt, placeIn, type Words } from './findings.js';
import {
  closingMark,
  dots,
  late,
  named,
  none,
  openingMark,
  otherLanguage,
  tooLarge,
  unclosed,
} from './front-matter-words.js';

/** A file cut in two. */
export interface SplitText {
  readonly frontmatter: YamlDocument;
  readonly body: string;
  readonly bodyStart: Point;
}

/** Where the parts of a file lie: offsets of the opening line, the YAML, and the body. */
interface Cut {
  readonly opening: number;
  readonly yamlStart: number;
  readonly yamlEnd: number;
  readonly bodyStart: number;
}

const code = 'front-matter-is-readable';

/** One line and where it begins. */
interface Line {
  readonly text: string;
  readonly start: number;
  readonly next: number;
}

function lineFrom(text: string, start: number): Line | undefined {
  if (start >= text.length) return undefined;
  const stop = text.indexOf('\n', start);
  const end = stop === -1 ? text.length : stop;
  return { text: text.slice(start, end), start, next: Math.min(end + 1, text.length) };
}

function* linesFrom(text: string, start: number): Generator<Line> {
  for (let line = lineFrom(text, start); line !== undefined; line = lineFrom(text, line.next)) yield line;
}

/** Three or more hyphens, or dashes that an editor made of them. */
function looksLikeMark(line: string): boolean {
  return /^\s*(?:-{2,}|[-–—]{1,3})\s*$/.test(line) && !/^\s*-\s*$/.test(line);
}

/** Reads where front matter begins and ends, telling what is wrong on the way. */
class Cutter {
  readonly faults: { readonly range: readonly [number, number]; readonly words: Words }[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  cut(): Cut {
    const opening = this.#opening();
    if (opening === undefined) return { opening: 0, yamlStart: 0, yamlEnd: 0, bodyStart: 0 };
    let guess: Line | undefined;
    for (const line of linesFrom(this.#text, opening.next)) {
      const mark = line.text.trimEnd();
      if (this.#isBody(line)) break;
      if (mark === '---' || mark === '...') {
        if (mark === '...') this.#tell(line, dots);
        return this.#between(opening, line.start, line.next);
      }
      if (guess === undefined && looksLikeMark(line.text)) guess = line;
    }
    if (guess !== undefined) {
      this.#tell(guess, closingMark(guess.text));
      return this.#between(opening, guess.start, guess.next);
    }
    this.#tell(opening, unclosed);
    const end = this.#endOfKeys(opening.next);
    return this.#between(opening, end, end);
  }

  /** Whether a line can only belong to the document: a block, or a heading with prose below it. */
  #isBody(line: Line): boolean {
    if (/^:::/.test(line.text)) return true;
    if (!/^#{2,6}\s+\S/.test(line.text)) return false;
    for (const { text } of linesFrom(this.#text, line.next)) {
      if (text.trim() === '') continue;
      return !/^(?:[^\s:][^:]*:(?:\s|$)|\s|#|- |---|\.\.\.)/.test(text);
    }
    return false;
  }

  #between(opening: Line, yamlEnd: number, bodyStart: number): Cut {
    return { opening: opening.start, yamlStart: opening.next, yamlEnd, bodyStart };
  }

  /** The opening line, also when it is written wrong; undefined when there is none. */
  #opening(): Line | undefined {
    const start = this.#afterComments();
    for (const line of linesFrom(this.#text, start)) {
      if (line.text.trim() === '') continue;
      return this.#openingAt(line);
    }
    this.#tell({ text: '', start: 0, next: 0 }, none('The file is empty.'));
    return undefined;
  }

  #openingAt(line: Line): Line | undefined {
    if (line.text.trimEnd() === '---') {
      const before = this.#text.slice(this.#afterComments(), line.start);
      if (before !== '') this.#tell(line, late);
      return line;
    }
    const language = /^---\s*([A-Za-z]+)\s*$/.exec(line.text)?.[1];
    if (language !== undefined) {
      if (/^ya?ml$/i.test(language)) this.#tell(line, named(language));
      else this.#tell(line, otherLanguage(language));
      return line;
    }
    if (/^(?:\+\+\+|;;;)\s*$/.test(line.text)) {
      this.#tell(line, otherLanguage(line.text.trim()));
      return undefined;
    }
    if (looksLikeMark(line.text)) {
      this.#tell(line, openingMark(line.text));
      return line;
    }
    this.#tell(line, none('The file has no front matter.'));
    return undefined;
  }

  /** Comments are the author's notes and may stand before the front matter. */
  #afterComments(): number {
    const comments = /^(?:\s*<!--[\s\S]*?-->[ \t]*\n?)+/.exec(this.#text);
    return comments?.[0].length ?? 0;
  }

  /** Where front matter without an end stops: at a blank line, a heading, or the end. */
  #endOfKeys(start: number): number {
    for (const line of linesFrom(this.#text, start)) {
      if (/^(?:\s*$|#{1,6}\s|:::)/.test(line.text)) return line.start;
    }
    return this.#text.length;
  }

  #tell(line: Line, words: Words): void {
    this.faults.push({ range: [line.start, line.start + line.text.trimEnd().length], words });
  }
}

/** Whether the opening line asks for a language other than YAML, whose keys must not be read as YAML. */
function isForeign(line: string): boolean {
  return /^---\s*[A-Za-z]/.test(line) && !/^---\s*ya?ml\s*$/i.test(line);
}

/** The limits that front matter has to keep. */
export interface FrontMatterLimits {
  readonly frontMatterBytes: number;
}

/**
 * Splits a whole file (`\n` line ends). A file whose front matter is written wrong is still split as it was most likely
 * meant, so that the rest can be looked at; each fault is an error with code `front-matter-is-readable`.
 */
export function splitFrontMatter(
  text: string,
  file: string,
  limits: FrontMatterLimits,
): StageResult<SplitText> {
  const cutter = new Cutter(text);
  const cut = cutter.cut();
  const positions = textPositions(text);
  const diagnostics: Diagnostic[] = cutter.faults.map(({ range, words }) =>
    errorAt(code, placeIn(file, positions.position(range[0], range[1])), words),
  );
  const openingLine = lineFrom(text, cut.opening)?.text.trimEnd() ?? '';
  const hasOpening = cut.yamlStart > 0;
  const opening: Position = positions.position(
    cut.opening,
    cut.opening + (hasOpening ? openingLine.length : 0),
  );
  const yaml = text.slice(cut.yamlStart, cut.yamlEnd);
  const bytes = new TextEncoder().encode(yaml).length;
  const origin = { start: positions.point(cut.yamlStart), opening };
  const isUnread = !hasOpening || isForeign(openingLine) || bytes > limits.frontMatterBytes;
  if (bytes > limits.frontMatterBytes) {
    const words = tooLarge(bytes, limits.frontMatterBytes);
    diagnostics.push(errorAt('size-is-within-limit', placeIn(file, opening), words));
  }
  const read = readYaml(isUnread ? '' : yaml, file, { origin, maxKeys: 1000 });
  // Front matter that could not be read at all is told once; its keys are not missing.
  const frontmatter = isUnread ? { ...read.value, data: undefined } : read.value;
  const body = text.slice(cut.bodyStart);
  const bodyStart = positions.point(cut.bodyStart);
  return result({ frontmatter, body, bodyStart }, [...diagnostics, ...read.diagnostics]);
}
