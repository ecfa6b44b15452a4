/**
 * How citeproc hands its words to us: text with invisible marks (Unicode noncharacters, which no document can hold) instead of
 * HTML, read into mdast. So nothing has to be escaped and nothing can slip through as markup.
 */

import type { OutputFormat } from 'citeproc';
import type { PhrasingContent } from 'mdast';
import type { InTextCitation } from '../document/nodes.js';
import { dirOf } from '../language/direction.js';

const open = '\ufdd2';
const close = '\ufdd3';
/** Ends the value of an opening mark: a language tag, a cite's id. */
const valueEnd = '\ufdd4';
/** A stand-in for content of our own; two of sixteen noncharacters behind it count which. */
const standIn = '\ufdd5';
const counters = 0xfde0;

/** A name that stands for all further ones: “and others” of BibTeX. */
export const othersMark = '\ufdd6';

/** The locale's words for further names in place of their mark, whatever joined it to the name before. */
export function withOthers(marked: string, and: string, etAl: string): string {
  if (!marked.includes(othersMark)) return marked;
  const joined = new RegExp(
    `(,?)\\s+(?:(?:${and.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}|&)\\s+)?${othersMark}`,
    'gu',
  );
  return marked.replace(joined, (_, comma: string) => `${comma} ${etAl}`).replaceAll(othersMark, etAl);
}

/** Takes the noncharacters out of what comes from outside. */
export function withoutMarks(text: string): string {
  return text.replace(/[\ufdd0-\ufdef]/gu, '');
}

/** A stand-in that is replaced by the content of its number (0–255). */
export function standInFor(number: number): string {
  const digit = (value: number): string => String.fromCharCode(counters + value);
  return standIn + digit(Math.floor(number / 16) % 16) + digit(number % 16);
}

/** Opening mark for words in another language. */
export function languageMark(tag: string, text: string): string {
  return `${open}t${tag}${valueEnd}${text}${close}`;
}

/** Opening mark for one cite of a cluster. */
export function citeMark(id: string, text: string): string {
  return `${open}e${id}${valueEnd}${text}${close}`;
}

function marked(letter: string): string {
  return `${open}${letter}%%STRING%%${close}`;
}

/** Punctuation that stays outside the mark of a variable. */
const punctuated = /^([ .,:;]*)(.*?)([.,:;]?)$/su;

type Quotes = Extract<NonNullable<OutputFormat[string]>, (this: never, ...parameters: never[]) => unknown>;

/** The output format for citeproc. Quotation marks come from its locale; displays become spaces between the parts of an entry. */
export function markedFormat(passthrough: Quotes): OutputFormat {
  const plain = {
    text_escape: (text: string | undefined): string => text ?? '',
    bibstart: '',
    bibend: '',
    '@font-style/italic': marked('i'),
    '@font-style/oblique': marked('i'),
    '@font-style/normal': false,
    '@font-variant/small-caps': false,
    '@font-variant/normal': false,
    '@font-weight/bold': marked('b'),
    '@font-weight/normal': false,
    '@font-weight/light': false,
    '@text-decoration/none': false,
    '@text-decoration/underline': false,
    '@vertical-align/baseline': false,
    '@vertical-align/sup': marked('p'),
    '@vertical-align/sub': marked('s'),
    '@passthrough/true': passthrough,
    '@strip-periods/true': passthrough,
    '@strip-periods/false': passthrough,
    '@quotes/false': false,
  } satisfies OutputFormat;
  return {
    ...plain,
    '@quotes/true': (state, text: string | undefined) =>
      text === undefined
        ? state.getTerm('open-quote')
        : state.getTerm('open-quote') + text + state.getTerm('close-quote'),
    '@quotes/inner': (state, text: string | undefined) =>
      text === undefined
        ? '’'
        : state.getTerm('open-inner-quote') + text + state.getTerm('close-inner-quote'),
    '@cite/entry': function (state, text) {
      return state.sys.wrapCitationEntry?.(text, this.item_id ?? '') ?? text;
    },
    '@bibliography/entry': (_state, text) => text,
    '@display/block': (_state, text) => ` ${text}`,
    '@display/left-margin': (_state, text) => `${text} `,
    '@display/right-inline': (_state, text) => text,
    '@display/indent': (_state, text) => ` ${text}`,
    '@showid/true': function (state, text) {
      const [, before = '', words = '', after = ''] = punctuated.exec(text) ?? [];
      return state.sys.variableWrapper?.(this.params ?? {}, before, words, after) ?? text;
    },
    '@URL/true': (_state, text) => `${open}l${text}${close}`,
    '@DOI/true': (_state, text) => `${open}d${text}${close}`,
  };
}

/** An open mark while reading. */
interface Frame {
  readonly kind: string;
  readonly value: string;
  readonly children: PhrasingContent[];
}

function append(children: PhrasingContent[], text: string): void {
  const last = children.at(-1);
  if (text === '') return;
  if (last?.type === 'text') last.value += text;
  else children.push({ type: 'text', value: text });
}

/** Plain words of inline content. */
export function wordsOf(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) =>
      'children' in node ? wordsOf(node.children as PhrasingContent[]) : 'value' in node ? node.value : '',
    )
    .join('');
}

/** An address as people read it: letters instead of percent signs, where that loses nothing. */
function readable(address: string): string {
  try {
    const decoded = decodeURI(address);
    const safe = !/[\s\p{Cc}\p{Cf}\p{Z}"<>\\^`{|}]/u.test(decoded);
    return safe && encodeURI(decoded) === address ? decoded : address;
  } catch {
    return address;
  }
}

/** Links lead to the web only; anything else stays text. */
export function linkTo(address: string, words: string = readable(address)): PhrasingContent {
  const text: PhrasingContent = { type: 'text', value: words };
  return /^https?:\/\/\S+$/iu.test(address) ? { type: 'link', url: address, children: [text] } : text;
}

function nodeOf({ kind, value, children }: Frame): readonly PhrasingContent[] {
  const words = wordsOf(children);
  switch (kind) {
    case 'i':
      return [{ type: 'emphasis', children }];
    case 'b':
      return [{ type: 'strong', children }];
    case 'p':
      return [{ type: 'emphasis', data: { hName: 'sup' }, children }];
    case 's':
      return [{ type: 'emphasis', data: { hName: 'sub' }, children }];
    case 't':
      return [{ type: 'languageSpan', lang: value, dir: dirOf(value), children }];
    case 'e':
      return [{ type: 'inTextCitation', sources: [value], children } satisfies InTextCitation];
    case 'l':
      return [linkTo(words)];
    case 'd':
      // citeproc marks addresses of all kinds as DOIs.
      return [/^10\.\d/.test(words) ? linkTo(`https://doi.org/${words}`, words) : linkTo(words)];
    default:
      return children;
  }
}

/** Reads marked text into mdast. Stand-ins become the content given under their number, or nothing. */
export function readMarked(
  marked: string,
  standIns: readonly (readonly PhrasingContent[])[] = [],
): PhrasingContent[] {
  const root: Frame = { kind: '', value: '', children: [] };
  const stack: Frame[] = [root];
  const top = (): Frame => stack.at(-1) ?? root;
  for (let at = 0; at < marked.length; at += 1) {
    const character = marked[at] ?? '';
    if (character === open) {
      const kind = marked[at + 1] ?? '';
      const valued = kind === 't' || kind === 'e';
      const end = valued ? Math.max(marked.indexOf(valueEnd, at), at + 1) : at + 1;
      stack.push({ kind, value: marked.slice(at + 2, end), children: [] });
      at = end;
    } else if (character === close) {
      const frame = stack.length > 1 ? stack.pop() : undefined;
      if (frame === undefined) continue;
      for (const node of nodeOf(frame)) {
        if (node.type === 'text') append(top().children, node.value);
        else top().children.push(node);
      }
    } else if (character === standIn) {
      const number = (marked.charCodeAt(at + 1) - counters) * 16 + (marked.charCodeAt(at + 2) - counters);
      top().children.push(...structuredClone([...(standIns[number] ?? [])]));
      at += 2;
    } else append(top().children, character);
  }
  return withoutDoubledPoints(root.children);
}

/** A cut title or an abbreviated word (“г.”) at the end of a note brings its own point. */
function withoutDoubledPoints(nodes: PhrasingContent[]): PhrasingContent[] {
  for (const [index, node] of nodes.entries()) {
    const before = nodes[index - 1];
    if (node.type === 'languageSpan') withoutDoubledPoints(node.children);
    if (node.type !== 'text') continue;
    node.value = node.value.replaceAll('….', '…').replace(/(?<!\.)\.\.(?!\.)/gu, '.');
    const ended = before?.type === 'text' && /[.…]$/u.test(before.value);
    if (ended) node.value = node.value.replace(/^\./u, '');
  }
  return nodes.filter((node) => node.type !== 'text' || node.value !== '');
}
