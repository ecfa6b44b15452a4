/**
 * Teaches the Markdown parser the citation marks of the content model (section 4): `[see @a, p. 3; @b]`, `@a` and `@a [p. 3]`.
 * A mark becomes a `citation` node that holds its source text as `value` until `citations.ts` reads it. Code and escaped
 * characters never reach these constructs, and an `@` inside a mail address or a path begins none.
 */

import type {} from 'remark-parse';
import type { Data } from 'unified';
import { isInnerPunctuation, isKeyCharacter, mayPrecedeKey } from './citation-key.js';

/** Constructs as the parser takes them. */
export type Syntax = NonNullable<Data['micromarkExtensions']>[number];
type Nodes = Exclude<NonNullable<Data['fromMarkdownExtensions']>[number], readonly unknown[]>;
type Construct = Exclude<NonNullable<NonNullable<Syntax['text']>[number]>, readonly unknown[]>;
type Tokenizer = NonNullable<Construct['tokenize']>;
type State = Exclude<ReturnType<ReturnType<Tokenizer>>, undefined>;
type Code = Parameters<State>[0];

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    citation: 'citation';
    citationText: 'citationText';
  }
}

const at = 64;
const backslash = 92;
const backtick = 96;
const caret = 94;
const openBracket = 91;
const openParenthesis = 40;
const closeBracket = 93;
const colon = 58;

/** The character of a code; virtual ones (tabs, line ends) read as a space, the end of input as nothing. */
function character(code: Code): string {
  if (code === null) return '';
  return code < 0 ? ' ' : String.fromCharCode(code);
}

function isLineEnding(code: Code): boolean {
  return code !== null && code < -2;
}

/** `[…@id…]`, over line ends, without brackets or code inside. */
const bracket: Construct = {
  name: 'citation',
  tokenize(effects, ok, nok) {
    let cites = false;
    let previous = '[';
    const start: State = (code) => {
      effects.enter('citation');
      effects.enter('citationText');
      effects.consume(code);
      return (next) => (next === caret ? nok(next) : inside(next));
    };
    const inside: State = (code) => {
      if (code === null || code === openBracket || code === backtick) return nok(code);
      if (isLineEnding(code)) {
        effects.exit('citationText');
        effects.enter('lineEnding');
        effects.consume(code);
        effects.exit('lineEnding');
        previous = ' ';
        return lineStart;
      }
      effects.consume(code);
      if (code === closeBracket) return after;
      if (code === backslash) return escaped;
      const before = previous;
      previous = character(code);
      return code === at && mayPrecedeKey(before) ? key : inside;
    };
    const lineStart: State = (code) => {
      if (code === null || isLineEnding(code)) return nok(code);
      effects.enter('citationText');
      return inside(code);
    };
    const escaped: State = (code) => {
      previous = '\\';
      if (code === null || isLineEnding(code)) return inside(code);
      effects.consume(code);
      return inside;
    };
    const key: State = (code) => {
      cites ||= isKeyCharacter(character(code));
      return inside(code);
    };
    const after: State = (code) => {
      if (!cites || code === openParenthesis) return nok(code);
      effects.exit('citationText');
      effects.exit('citation');
      return ok(code);
    };
    return start;
  },
};

/** A point, colon or hyphen inside a key, with the key character behind it. */
const innerPunctuation: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const behind: State = (code) => {
      if (!isKeyCharacter(character(code))) return nok(code);
      effects.consume(code);
      return ok;
    };
    return (code) => {
      if (!isInnerPunctuation(character(code))) return nok(code);
      effects.consume(code);
      return behind;
    };
  },
};

/** ` [p. 3]` behind a key in the sentence, when `isLocator` takes what stands in the bracket. */
function locatorBracket(isLocator: (text: string) => boolean): Construct {
  const refused: readonly Code[] = [null, openBracket, at, backtick, backslash];
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let text = '';
      const open: State = (code) => {
        if (code !== openBracket) return nok(code);
        effects.consume(code);
        return inside;
      };
      const inside: State = (code) => {
        if (refused.includes(code) || isLineEnding(code)) return nok(code);
        effects.consume(code);
        if (code === closeBracket) return isLocator(text) ? after : nok;
        text += character(code);
        return inside;
      };
      const after: State = (code) =>
        code === openParenthesis || code === openBracket || code === colon ? nok(code) : ok(code);
      return (code) => {
        if (code !== 32) return open(code);
        effects.consume(code);
        return open;
      };
    },
  };
}

/** `@id` in the sentence, perhaps with its locator. */
function inSentence(isLocator: (text: string) => boolean): Construct {
  const locator = locatorBracket(isLocator);
  return {
    name: 'citation',
    previous: (code) => mayPrecedeKey(character(code)),
    tokenize(effects, ok, nok) {
      const first: State = (code) => {
        if (!isKeyCharacter(character(code))) return nok(code);
        effects.consume(code);
        return key;
      };
      const key: State = (code) => {
        if (!isKeyCharacter(character(code))) return effects.attempt(innerPunctuation, key, end)(code);
        effects.consume(code);
        return key;
      };
      const end: State = (code) => effects.attempt(locator, done, done)(code);
      const done: State = (code) => {
        effects.exit('citationText');
        effects.exit('citation');
        return ok(code);
      };
      return (code) => {
        effects.enter('citation');
        effects.enter('citationText');
        effects.consume(code);
        return first;
      };
    },
  };
}

/** The parser's side; `isLocator` tells `@id [p. 3]` from `@id [sic]`. */
export function citationSyntax(isLocator: (text: string) => boolean): Syntax {
  return { text: { [at]: inSentence(isLocator), [openBracket]: bracket } };
}

/** The tree's side: one `citation` node a mark, its source lines joined in `value`. */
export function citationNodes(): Nodes {
  return {
    enter: {
      citation(token) {
        this.enter({ type: 'citation', mode: 'bracket', items: [], value: '' }, token);
      },
    },
    exit: {
      citationText(token) {
        const node = this.stack[this.stack.length - 1];
        if (node?.type !== 'citation') return;
        const text = this.sliceSerialize(token);
        node.value = node.value === '' ? text : `${node.value}\n${text}`;
      },
      citation(token) {
        this.exit(token);
      },
    },
  };
}
