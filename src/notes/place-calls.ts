/** Puts note calls where the language wants them: no space before, and behind the point, comma or closing quote that follows. */

import type { PhrasingContent, RootContent } from 'mdast';
import type { Language } from '../language/language.js';

const points = '.,:;!?…،؛؟。，、：；！？';
const strong = '!?…؟！？';
const narrowNoBreak = '\u202f';

function escaped(characters: string): string {
  return characters.replace(/[-\\\]^]/g, '\\$&');
}

/** What a call moves behind at its place, by language. */
function jumpOf(language: Language): RegExp | undefined {
  const { quotes, noteCall } = language.punctuation;
  if (noteCall === 'before') return undefined;
  const closing = `${quotes[1]}${quotes[3]}”’»"'`.replace(/\s/gu, '');
  const passed = noteCall === 'behind' ? points + closing : strong + closing;
  return new RegExp(`^[${escaped(passed)}]+`, 'u');
}

type Content = PhrasingContent | RootContent;

/** A mark that takes no space before it. */
function isCall(node: Content | undefined, raised: boolean): boolean {
  return node?.type === 'noteCall' || (raised && isRaised(node));
}

/** A superscript number that a numeric style prints in the sentence. */
function isRaised(node: Content | undefined): boolean {
  return node?.type === 'emphasis' && node.data?.hName === 'sup';
}

function isBlank(node: Content | undefined): boolean {
  return node?.type === 'text' && /^\s*$/u.test(node.value);
}

/** The run of calls that begins at an index, with nothing but white space between them. */
function runAt(
  children: readonly Content[],
  start: number,
  raised: boolean,
): { calls: Content[]; end: number } {
  const calls: Content[] = [];
  let end = start;
  for (let at = start; at < children.length; at += 1) {
    const node = children[at];
    if (node !== undefined && isCall(node, raised)) {
      calls.push(node);
      end = at + 1;
    } else if (!(isBlank(node) && isCall(children[at + 1], raised))) break;
  }
  return { calls, end };
}

function append(placed: Content[], value: string): void {
  const last = placed.at(-1);
  if (last?.type === 'text') placed[placed.length - 1] = { ...last, value: last.value + value };
  else placed.push({ type: 'text', value });
}

function trimEnd(placed: Content[]): void {
  const last = placed.at(-1);
  if (last?.type !== 'text') return;
  const value = last.value.replace(/\s+$/u, '');
  if (value === '') placed.pop();
  else placed[placed.length - 1] = { ...last, value };
}

/** Before a sign that takes a no-break space (French), the space that was typed behind the mark. */
function spaced(value: string, language: Language): string {
  const { narrowSpaceBefore = '', spaceBefore = '' } = language.punctuation;
  const sign = /^[ \u00a0\u202f](\p{P})/u.exec(value)?.[1];
  if (sign === undefined) return value;
  if (narrowSpaceBefore.includes(sign)) return narrowNoBreak + value.slice(1);
  return spaceBefore.includes(sign) ? `\u00a0${value.slice(1)}` : value;
}

/** Two numbers side by side would read as one: a narrow space keeps them apart. */
function apart(calls: readonly Content[]): Content[] {
  return calls.flatMap((call, index) =>
    index === 0 ? [call] : [{ type: 'text' as const, value: narrowNoBreak }, call],
  );
}

/** Places the calls among the children of one parent. `raised`: a numeric style's superscripts lose the space before them, too. */
export function placeCalls<N extends Content>(
  children: readonly N[],
  language: Language,
  raised: boolean,
): N[] {
  const jump = jumpOf(language);
  const placed: Content[] = [];
  const rest: Content[] = [...children];
  for (let at = 0; at < rest.length; at += 1) {
    const node = rest[at];
    if (node === undefined) continue;
    if (!isCall(node, raised)) {
      placed.push(node);
      continue;
    }
    const { calls, end } = runAt(rest, at, raised);
    trimEnd(placed);
    const next = rest[end];
    // In-text marks stay where they stand; only notes move.
    const jumped =
      node.type === 'noteCall' && next?.type === 'text' && placed.length > 0
        ? jump?.exec(next.value)?.[0]
        : undefined;
    if (jumped !== undefined) append(placed, jumped);
    if (next?.type === 'text') {
      rest[end] = { ...next, value: spaced(next.value.slice(jumped?.length ?? 0), language) };
    }
    placed.push(...apart(calls));
    at = end - 1;
  }
  return placed.filter((node) => node.type !== 'text' || node.value !== '') as N[];
}
