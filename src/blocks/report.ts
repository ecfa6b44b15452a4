/** Findings of blocks: one shape, so that each rule's words stand beside the code that notices. */

import type { RootContent } from 'mdast';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.js';
import type { SourcePlace } from '../diagnostics/place.js';
import type { BlockDirective, RecogniseContext } from '../document/recognise-context.js';

/** The words of a finding: what was found, why it matters to a reader, how to fix it. */
export interface Words {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly excerpt?: string | undefined;
}

/** The beginning of a text on one line, for quoting it. */
export function shorten(text: string, limit = 60): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= limit) return line;
  return `${line.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/** The first sentence of a text without its point, or as many whole words as fit, with an ellipsis. */
export function firstWords(text: string, limit = 60): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const sentence = /^(.+?)[.!?。؟](?:\s|$)/u.exec(line)?.[1];
  if (sentence !== undefined && sentence.length <= limit) return sentence;
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit);
  const space = cut.lastIndexOf(' ');
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–—-]+$/u, '')}…`;
}

/** Reports one finding at a place. */
export function tell(
  context: RecogniseContext,
  code: string,
  severity: Severity,
  place: SourcePlace,
  words: Words,
): void {
  const { excerpt, ...message } = words;
  const diagnostic: Diagnostic = { code, severity, ...message, place };
  context.report(excerpt === undefined ? diagnostic : { ...diagnostic, excerpt: shorten(excerpt, 200) });
}

/** Reports at a block's opening line that it lacks what it is there for. */
export function tellLacking(
  context: RecogniseContext,
  directive: BlockDirective,
  words: Omit<Words, 'excerpt'>,
): void {
  const place = context.openingPlace(directive);
  tell(context, 'keys-and-blocks-are-known', 'error', place, { ...words, excerpt: directive.name });
}

/** Reports an item that does not read as its block needs it. */
export function tellMalformed(
  context: RecogniseContext,
  node: RootContent,
  words: Pick<Words, 'why' | 'fix'> & { readonly lacks: string },
): void {
  const text = context.toText([node]);
  tell(context, 'keys-and-blocks-are-known', 'error', context.place(node.position), {
    what: `The item “${shorten(text)}” ${words.lacks}.`,
    why: words.why,
    fix: words.fix,
    excerpt: text,
  });
}
