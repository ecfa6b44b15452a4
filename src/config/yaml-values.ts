/** From the parser's nodes to plain data that remembers where each value stands. */

import {
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  type Range,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { LocatedValue } from './located-document.js';

/** A thing that the parser accepts and Galley does not; offsets into the text. */
export type ValueFault =
  | {
      readonly kind: 'duplicate';
      readonly key: string;
      readonly range: readonly [number, number];
      readonly first: readonly [number, number];
      readonly depth: number;
    }
  | {
      readonly kind: 'refused-key' | 'empty-key' | 'long-key';
      readonly key: string;
      readonly range: readonly [number, number];
    }
  | { readonly kind: 'list-in-text' | 'cut-by-comment'; readonly range: readonly [number, number] };

/** Keys that mean something to JavaScript objects, and YAML's merge key. */
const refusedKeys = new Set(['__proto__', 'constructor', 'prototype', '<<']);

/** Reads nodes of one text; faults are gathered. */
export class ValueReader {
  readonly faults: ValueFault[] = [];
  keys = 0;
  readonly #text: string;
  readonly #base: number;

  /** `base` is added to every offset: where this text begins in the whole one. */
  constructor(text: string, base: number) {
    this.#text = text;
    this.#base = base;
  }

  /** Converts a node and all it holds; the caller has proven that nesting is bounded. */
  read(node: ParsedNode | null, keyRange: LocatedValue['keyRange'], depth = 0): LocatedValue {
    if (isMap<ParsedNode, ParsedNode | null>(node)) return this.#map(node, keyRange, depth);
    if (isSeq<ParsedNode>(node)) {
      const items = node.items.map((item) => this.read(item, undefined, depth + 1));
      const children = new Map(items.map((item, index) => [index, item]));
      const data = items.map((item) => item.data);
      return { data, range: this.#range(node.range), keyRange, text: undefined, children };
    }
    if (isScalar(node)) return this.#scalar(node as Scalar.Parsed, keyRange);
    const end = keyRange?.[1] ?? this.#base;
    return { data: null, range: [end, end], keyRange, text: '', children: new Map() };
  }

  #map(
    node: YAMLMap<ParsedNode, ParsedNode | null>,
    keyRange: LocatedValue['keyRange'],
    depth: number,
  ): LocatedValue {
    const data: Record<string, unknown> = Object.create(null);
    const children = new Map<string, LocatedValue>();
    for (const pair of node.items) {
      const key = this.#key(pair);
      if (key === undefined) continue;
      const first = children.get(key.name)?.keyRange;
      if (first !== undefined) {
        this.faults.push({ kind: 'duplicate', key: key.name, range: key.range, first, depth });
        continue;
      }
      const value = this.read(pair.value, key.range, depth + 1);
      children.set(key.name, value);
      data[key.name] = value.data;
    }
    return { data, range: this.#range(node.range), keyRange, text: undefined, children };
  }

  #key(pair: Pair<ParsedNode, ParsedNode | null>): { name: string; range: [number, number] } | undefined {
    this.keys += 1;
    const range = this.#range(pair.key.range);
    const name = isScalar(pair.key) ? (pair.key.source ?? '') : '';
    const kind = !isScalar(pair.key)
      ? 'long-key'
      : name === ''
        ? 'empty-key'
        : refusedKeys.has(name)
          ? 'refused-key'
          : undefined;
    if (kind === undefined) return { name, range };
    this.faults.push({ kind, key: name, range });
    return undefined;
  }

  #scalar(node: Scalar.Parsed, keyRange: LocatedValue['keyRange']): LocatedValue {
    const range = this.#range(node.range);
    if (node.type === 'PLAIN') {
      const [start, end] = node.range;
      const typed = this.#text.slice(start, end);
      // “- ” on a following line of a plain text reads as part of it; nobody means that.
      const list = /\n[ \t]*-[ \t]/.exec(typed);
      if (list !== null) {
        const at = this.#base + start + list.index + list[0].length - 2;
        this.faults.push({ kind: 'list-in-text', range: [at, at + 1] });
      }
      const cut = /^[ \t]+(#[^\s#][^\n]*)/.exec(this.#text.slice(end, end + 400));
      if (cut !== null && typed !== '') {
        const at = this.#base + end + cut[0].length - (cut[1] ?? '').length;
        this.faults.push({ kind: 'cut-by-comment', range: [at, at + (cut[1] ?? '').length] });
      }
    }
    return { data: node.value, range, keyRange, text: node.source, children: new Map() };
  }

  /** The range of a node without the white space at its end. */
  #range(range: Range | null | undefined): [number, number] {
    const start = range?.[0] ?? 0;
    let end = range?.[1] ?? start;
    while (end > start && /\s/.test(this.#text[end - 1] ?? '')) end -= 1;
    return [this.#base + start, this.#base + end];
  }
}
