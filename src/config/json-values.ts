/** A strict JSON reader (RFC 8259) that keeps the place of every value and says where a text stops being JSON. */

import type { LocatedValue } from './located-document.js';

/** A place where the text is no JSON, and what was expected there. */
export class JsonFault extends Error {
  readonly offset: number;

  constructor(expected: string, offset: number) {
    super(expected);
    this.name = 'JsonFault';
    this.offset = offset;
  }
}

const maxDepth = 32;
const refusedKeys = new Set(['__proto__', 'constructor', 'prototype']);
const numberToken = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const stringToken = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const words: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };

/** Reads one JSON value from a text; `at` moves on as it reads. */
export class JsonReader {
  at: number;
  readonly #text: string;

  constructor(text: string, at = 0) {
    this.#text = text;
    this.at = at;
  }

  /** Moves over white space. */
  skip(): void {
    while (/[ \t\n\r]/.test(this.#text[this.at] ?? '')) this.at += 1;
  }

  /** Moves over one character when it is there. */
  take(character: string): boolean {
    this.skip();
    if (this.#text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  /** Reads a value. Throws `JsonFault`. */
  value(keyRange?: readonly [number, number], depth = 0): LocatedValue {
    this.skip();
    if (depth > maxDepth) throw new JsonFault('fewer levels of brackets', this.at);
    const start = this.at;
    const character = this.#text[start];
    if (character === '{') return this.#object(keyRange, depth);
    if (character === '[') return this.#array(keyRange, depth);
    const [data, text] = this.#scalar(character);
    return { data, text, keyRange, range: [start, this.at], children: new Map() };
  }

  #scalar(character: string | undefined): [unknown, string] {
    if (character === '"') {
      const text = this.#string();
      return [text, text];
    }
    const word = /^[a-z]+/.exec(this.#text.slice(this.at, this.at + 6))?.[0];
    if (word !== undefined && Object.hasOwn(words, word)) {
      this.at += word.length;
      return [words[word], word];
    }
    const token = this.#match(numberToken);
    if (token === undefined)
      throw new JsonFault('a value: a text in double quotes, a number, `[` or `{`', this.at);
    return [Number(token), token];
  }

  #string(): string {
    const token = this.#match(stringToken);
    if (token === undefined) throw new JsonFault('a closing double quote on the same line', this.at);
    return JSON.parse(token) as string;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  #object(keyRange: LocatedValue['keyRange'], depth: number): LocatedValue {
    const start = this.at;
    this.at += 1;
    const data: Record<string, unknown> = Object.create(null);
    const children = new Map<string, LocatedValue>();
    while (!this.take('}')) {
      if (children.size > 0 && !this.take(',')) throw new JsonFault('a comma or `}`', this.at);
      this.skip();
      const from = this.at;
      if (this.#text[from] !== '"') throw new JsonFault('a key in double quotes', from);
      const key = this.#string();
      if (refusedKeys.has(key)) throw new JsonFault('another key', from);
      if (children.has(key)) throw new JsonFault(`the key “${key}” only once`, from);
      const range: [number, number] = [from, this.at];
      if (!this.take(':')) throw new JsonFault('a colon', this.at);
      const value = this.value(range, depth + 1);
      children.set(key, value);
      data[key] = value.data;
    }
    return { data, range: [start, this.at], keyRange, text: undefined, children };
  }

  #array(keyRange: LocatedValue['keyRange'], depth: number): LocatedValue {
    const start = this.at;
    this.at += 1;
    const items: LocatedValue[] = [];
    while (!this.take(']')) {
      if (items.length > 0 && !this.take(',')) throw new JsonFault('a comma or `]`', this.at);
      items.push(this.value(undefined, depth + 1));
    }
    const children = new Map(items.map((item, index) => [index, item]));
    const data = items.map((item) => item.data);
    return { data, range: [start, this.at], keyRange, text: undefined, children };
  }
}
