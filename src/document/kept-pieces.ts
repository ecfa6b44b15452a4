/**
 * Parses a text piece by piece and keeps the pieces, so that a text that is saved again costs its changed section alone. A piece begins
 * with a heading. That the one before ends there is proven and not guessed: its own text is parsed with a heading behind it, and that has
 * to be a heading of the whole text.
 */

import type { Nodes, Root, RootContent } from 'mdast';
import type { Point } from 'unist';
import type { Definitions, PieceParser } from './piece-parser.js';

/** One piece as parsed, with places counted from its own beginning. */
interface Piece {
  readonly children: readonly RootContent[];
  /** Definitions that stand in it. */
  readonly defines: Definitions;
  /** Some of them in a block: the parser learns of these while it reads on, so that they count behind it alone. */
  readonly definesInBlock: boolean;
  readonly end: Point;
}

/** What was parsed of one document; it belongs to one parser. */
export class KeptPieces {
  /** The language that the pieces were parsed in. */
  world = '';
  /** By their text; null for one that is not closed. */
  pieces: ReadonlyMap<string, Piece | null> = new Map();
  /** All definitions of the text, which each piece was parsed with. */
  definitions: Definitions = { links: [], notes: [] };
}

/** The heading behind a piece that shows whether all of it is closed. */
const closing = '# .';

/** A piece that is still open at this many headings goes on to the end of the text. */
const mostOpenHeadings = 6;

interface Found {
  readonly links: Set<string>;
  readonly notes: Set<string>;
  inBlock: boolean;
}

function definitionsIn(node: Nodes, inBlock: boolean, into: Found): void {
  if (node.type === 'definition' || node.type === 'footnoteDefinition') {
    (node.type === 'definition' ? into.links : into.notes).add(node.identifier);
    into.inBlock ||= inBlock;
  }
  const isBlock = inBlock || node.type === 'containerDirective';
  if ('children' in node) for (const child of node.children) definitionsIn(child, isBlock, into);
}

/** The parser's own names of definitions, which are those of the tree in other letters. */
function namedBy(names: readonly string[], identifiers: ReadonlySet<string>): string[] {
  return names.filter((name) => identifiers.has(name.toLowerCase()));
}

/** Parses one piece; null when something in it is still open at its end. */
function parsePiece(text: string, isLast: boolean, known: Definitions, parse: PieceParser): Piece | null {
  const { tree, definitions } = parse(isLast ? text : text + closing, known);
  const children = isLast ? tree.children : tree.children.slice(0, -1);
  const end = isLast ? tree.position?.end : tree.children.at(-1)?.position?.start;
  const isClosed = isLast || (tree.children.at(-1)?.type === 'heading' && end?.offset === text.length);
  if (!isClosed || end === undefined) return null;
  const found: Found = { links: new Set(), notes: new Set(), inBlock: false };
  for (const child of children) definitionsIn(child, false, found);
  const defines = {
    links: namedBy(definitions.links, found.links),
    notes: namedBy(definitions.notes, found.notes),
  };
  return { children, defines, definesInBlock: found.inBlock, end };
}

/** A copy with its places moved to where the piece stands: later steps change the trees that they are given. */
function movedCopy<T>(value: T, lines: number, offset: number): T {
  if (Array.isArray(value)) return value.map((one: unknown) => movedCopy(one, lines, offset)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) copy[key] = movedCopy(part, lines, offset);
  if (isPoint(copy)) {
    copy.line += lines;
    copy.offset += offset;
  }
  return copy as T;
}

function isPoint(value: Record<string, unknown>): value is { line: number; column: number; offset: number } {
  return typeof value['line'] === 'number' && typeof value['offset'] === 'number';
}

/** All pieces of a text in their order. */
class Reading {
  readonly pieces: Map<string, Piece | null> = new Map();
  readonly #kept: KeptPieces;
  readonly #parse: PieceParser;

  constructor(kept: KeptPieces, parse: PieceParser) {
    this.#kept = kept;
    this.#parse = parse;
  }

  read(text: string): readonly Piece[] {
    const headings = [...text.matchAll(/^#{1,6}[ \t]/gmu)].map(({ index }) => index).filter((at) => at > 0);
    const found: Piece[] = [];
    let start = 0;
    let open = 0;
    for (const end of headings) {
      if (open > mostOpenHeadings) break;
      const piece = this.#piece(text.slice(start, end), false);
      open = piece === null ? open + 1 : 0;
      if (piece === null) continue;
      found.push(piece);
      start = end;
    }
    const last = this.#piece(text.slice(start), true);
    return last === null ? found : [...found, last];
  }

  #piece(text: string, isLast: boolean): Piece | null {
    const key = `${isLast ? 'last' : 'closed'} ${text}`;
    const known = this.pieces.get(key) ?? this.#kept.pieces.get(key);
    const piece = known === undefined ? parsePiece(text, isLast, this.#kept.definitions, this.#parse) : known;
    this.pieces.set(key, piece);
    return piece;
  }
}

function allDefinitions(pieces: readonly Piece[]): Definitions {
  const names = (kind: keyof Definitions): string[] =>
    [...new Set(pieces.flatMap(({ defines }) => defines[kind]))].sort();
  return { links: names('links'), notes: names('notes') };
}

/** One tree out of all pieces. */
function joined(pieces: readonly Piece[]): Root {
  const children: RootContent[] = [];
  let lines = 0;
  let offset = 0;
  let end: Point = { line: 1, column: 1, offset: 0 };
  for (const piece of pieces) {
    for (const child of piece.children) children.push(movedCopy(child, lines, offset));
    end = movedCopy(piece.end, lines, offset);
    lines += piece.end.line - 1;
    offset += piece.end.offset ?? 0;
  }
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end } };
}

/** The same tree as if the whole text were parsed at once. `language` is what the parser was made for. */
export function parseByPieces(text: string, language: string, kept: KeptPieces, parse: PieceParser): Root {
  if (kept.world !== language) Object.assign(kept, new KeptPieces(), { world: language });
  // Whether `[a]` is a link depends on definitions anywhere in the text: where these changed, all is parsed again.
  for (let turn = 0; turn < 2; turn += 1) {
    const reading = new Reading(kept, parse);
    const pieces = reading.read(text);
    if (pieces.some(({ definesInBlock }) => definesInBlock)) break;
    const definitions = allDefinitions(pieces);
    const isSame = JSON.stringify(definitions) === JSON.stringify(kept.definitions);
    kept.pieces = isSame ? reading.pieces : new Map();
    kept.definitions = definitions;
    if (isSame) return joined(pieces);
  }
  return parse(text, { links: [], notes: [] }).tree;
}
