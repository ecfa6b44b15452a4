/** Cuts a BibTeX or BibLaTeX file into entries and fields with their places, so that one bad entry costs only itself. */

/** One field: the text between its braces or quotes, abbreviations filled in, TeX commands still in it. */
export interface BibField {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
  /** Offsets of the value in the file. */
  readonly range: readonly [number, number];
}

/** One entry. */
export interface BibEntry {
  /** In lower case. */
  readonly type: string;
  readonly typeRange: readonly [number, number];
  readonly key: string;
  readonly keyRange: readonly [number, number];
  readonly fields: readonly BibField[];
  /** The entry as it stands in the file. */
  readonly text: string;
}

/** The first field of one of the names that says something. */
export function fieldOf(entry: BibEntry, ...names: readonly string[]): BibField | undefined {
  return entry.fields.find((field) => names.includes(field.name) && field.value.trim() !== '');
}

/** What is wrong with an entry. */
export interface BibFault {
  readonly kind: 'syntax' | 'depth' | 'size' | 'abbreviation';
  readonly message: string;
  readonly range: readonly [number, number];
}

const maxBraces = 50;
const maxValue = 100_000;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Stops the reading of one entry. */
class Stop extends Error {
  readonly fault: BibFault;

  constructor(fault: BibFault) {
    super(fault.message);
    this.name = 'Stop';
    this.fault = fault;
  }
}

/** The start of an entry at the beginning of a line: what a missing brace would swallow. */
const entryStart = /^[ \t]*@[A-Za-z]+[ \t]*[{(][^{}()"=\n]*,[ \t]*$/m;

/** Reads one file. */
class BibReader {
  readonly entries: BibEntry[] = [];
  readonly faults: BibFault[] = [];
  readonly #strings = new Map(months.map((month) => [month, month]));
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads all entries; after a fault goes on at the next line that begins one. */
  read(): void {
    for (let start = this.#nextEntry(0); start !== undefined; start = this.#nextEntry(this.#at)) {
      this.#at = start + 1;
      try {
        this.#entry(start);
      } catch (error) {
        if (!(error instanceof Stop)) throw error;
        this.faults.push(error.fault);
        this.#at = this.#afterFault(start);
      }
    }
  }

  #nextEntry(from: number): number | undefined {
    const mark = /@[A-Za-z]+\s*[{(]|^[ \t]*@[A-Za-z]+/gm;
    mark.lastIndex = from;
    for (let found = mark.exec(this.#text); found !== null; found = mark.exec(this.#text)) {
      const start = this.#text.indexOf('@', found.index);
      const line = this.#text.lastIndexOf('\n', start) + 1;
      // Entries behind a % were commented out.
      if (!this.#text.slice(line, start).includes('%')) return start;
    }
    return undefined;
  }

  #afterFault(start: number): number {
    const next = /^[ \t]*@[A-Za-z]+[ \t]*[{(]/m.exec(this.#text.slice(start + 1));
    return next === null ? this.#text.length : start + 1 + next.index;
  }

  #entry(start: number): void {
    const type = this.#word(/[A-Za-z]+/y);
    if (type === undefined) return;
    this.#skip();
    const opening = this.#text[this.#at];
    if (opening !== '{' && opening !== '(') {
      if (type.toLowerCase() === 'comment') return;
      throw this.#stop('a brace after the type of the entry', start, this.#at);
    }
    const typeRange: [number, number] = [start, this.#at];
    this.#at += 1;
    const closing = opening === '{' ? '}' : ')';
    const name = type.toLowerCase();
    if (name === 'comment') this.#braced(start, closing);
    else if (name === 'preamble') {
      this.#value(start);
      this.#close(closing, start);
    } else if (name === 'string') this.#string(closing, start);
    else this.#record(name, typeRange, closing, start);
  }

  #string(closing: string, start: number): void {
    this.#skip();
    const name = this.#word(/[^\s=#,{}()"]+/y);
    if (name === undefined || !this.#take('='))
      throw this.#stop('a name, an equals sign and a text', start, this.#at);
    this.#strings.set(name.toLowerCase(), this.#value(start).value);
    this.#close(closing, start);
  }

  #record(type: string, typeRange: [number, number], closing: string, start: number): void {
    this.#skip();
    const from = this.#at;
    const key = this.#word(/[^\s,{}()"=]+/y);
    if (key === undefined) throw this.#stop('a key after the brace, such as `smith-2022`', from, from + 1);
    const keyRange: [number, number] = [from, this.#at];
    this.#skip();
    if (this.#text[this.#at] === '=')
      throw this.#stop('a key after the brace, such as `smith-2022`', ...keyRange);
    const fields: BibField[] = [];
    while (!this.#take(closing)) {
      if (!this.#take(',')) throw this.#noComma(keyRange);
      if (this.#take(closing)) break;
      fields.push(this.#field(keyRange));
    }
    this.entries.push({ type, typeRange, key, keyRange, fields, text: this.#text.slice(start, this.#at) });
  }

  /** What stands where a comma or the end of the entry belongs. */
  #noComma([from, to]: readonly [number, number]): Stop {
    // The end of the file, or the next entry: a brace is missing somewhere above.
    if (this.#at >= this.#text.length || this.#text[this.#at] === '@')
      return this.#stop('a closing brace, of the entry or of one of its values', from, to);
    const found = /[^\s,{}]{0,20}/y;
    found.lastIndex = this.#at;
    const word = found.exec(this.#text)?.[0] ?? '';
    return this.#stop(`a comma before “${word}”, or the closing brace`, this.#at, this.#at + word.length);
  }

  #field(keyRange: readonly [number, number]): BibField {
    this.#skip();
    const from = this.#at;
    const name = this.#word(/[A-Za-z][\w:+.-]*/y);
    if (name === undefined || !this.#take('=')) {
      const isEnd = from >= this.#text.length;
      throw this.#stop('`name = {value}`', isEnd ? keyRange[0] : from, isEnd ? keyRange[1] : from + 1);
    }
    this.#skip();
    const { value, range } = this.#value(keyRange[0]);
    return { name: name.toLowerCase(), value, range };
  }

  /** A value: texts, numbers and abbreviations, joined with `#`. */
  #value(start: number): { value: string; range: [number, number] } {
    this.#skip();
    const from = this.#at;
    let value = '';
    do {
      this.#skip();
      value += this.#piece(start);
      if (value.length > maxValue) {
        throw new Stop({ kind: 'size', message: 'a value', range: [from, Math.min(this.#at, from + 40)] });
      }
    } while (this.#take('#'));
    let end = this.#at;
    while (end > from && /\s/.test(this.#text[end - 1] ?? '')) end -= 1;
    return { value, range: [from, end] };
  }

  #piece(start: number): string {
    const from = this.#at;
    if (this.#text[from] === '{') {
      this.#at += 1;
      return this.#braced(start, '}');
    }
    if (this.#text[from] === '"') {
      this.#at += 1;
      return this.#braced(start, '"');
    }
    const number = this.#word(/-?\d+/y);
    if (number !== undefined) return number;
    const name = this.#word(/[^\s=#,{}()"]+/y);
    if (name === undefined) throw this.#stop('a value in braces', from, from + 1);
    const filled = this.#strings.get(name.toLowerCase());
    if (filled !== undefined) return filled;
    this.faults.push({ kind: 'abbreviation', message: name, range: [from, this.#at] });
    return name;
  }

  /** Text up to the closing mark at depth 0. `start`: where the entry begins, for the finding. */
  #braced(start: number, closing: string): string {
    const from = this.#at;
    let depth = 0;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const character = this.#text[this.#at] ?? '';
      if (character === '\\') this.#at += 1;
      else if (character === closing && depth === 0) {
        this.#at += 1;
        return this.#text.slice(from, this.#at - 1);
      } else if (character === '{') depth += 1;
      else if (character === '}') depth -= 1;
      else if (character === '\n' && this.#isEntryLine(this.#at + 1)) break;
      if (depth < 0) break;
      if (depth > maxBraces) throw new Stop({ kind: 'depth', message: '', range: [this.#at, this.#at + 1] });
    }
    throw this.#stop('a closing brace or quotation mark', start, start + 1);
  }

  /** Whether the next line begins an entry, so that a brace must be missing before it. */
  #isEntryLine(from: number): boolean {
    if (!/[ \t@]/.test(this.#text[from] ?? '')) return false;
    const stop = this.#text.indexOf('\n', from);
    return entryStart.test(this.#text.slice(from, stop === -1 ? undefined : stop));
  }

  #close(closing: string, start: number): void {
    if (!this.#take(closing)) throw this.#stop('the closing brace', start, start + 1);
  }

  #word(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #take(character: string): boolean {
    this.#skip();
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  /** Moves over white space and `%` comments. */
  #skip(): void {
    for (;;) {
      while (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1;
      if (this.#text[this.#at] !== '%') return;
      const stop = this.#text.indexOf('\n', this.#at);
      this.#at = stop === -1 ? this.#text.length : stop;
    }
  }

  #stop(expected: string, from: number, to: number): Stop {
    return new Stop({ kind: 'syntax', message: expected, range: [from, Math.max(to, from + 1)] });
  }
}

/** Reads the entries of a file (`\n` line ends). Linear. */
export function readBibEntries(text: string): { entries: readonly BibEntry[]; faults: readonly BibFault[] } {
  const reader = new BibReader(text);
  reader.read();
  return { entries: reader.entries, faults: reader.faults };
}
