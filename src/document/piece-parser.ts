/** Parses a piece of a text as if the rest stood around it: with the definitions of links and notes that stand elsewhere. */

import type { Root } from 'mdast';
import type { Syntax } from './citation-syntax.js';
import { bodyParser } from './markdown.js';

/** Names that links and notes are defined under, as the parser writes them. */
export interface Definitions {
  readonly links: readonly string[];
  readonly notes: readonly string[];
}

/** Turns a piece into a tree, given the definitions elsewhere; gives back all that are known at its end. */
export type PieceParser = (
  text: string,
  elsewhere: Definitions,
) => { readonly tree: Root; readonly definitions: Definitions };

type Construct = Exclude<NonNullable<NonNullable<Syntax['document']>[number]>, readonly unknown[]>;
type Context = ThisParameterType<NonNullable<Construct['tokenize']>>['parser'] & {
  /** As micromark-extension-gfm-footnote keeps them. */
  gfmFootnotes?: string[];
};

/** A construct that begins nothing: the parser comes by at each line, so that it can be told something at the first. */
function passingBy(tell: (context: Context) => void): Syntax {
  const construct: Construct = {
    name: 'passingBy',
    tokenize(_effects, _ok, nok) {
      tell(this.parser);
      return nok;
    },
  };
  return { document: { null: construct } };
}

/** Makes a parser of pieces; `isLocator` as for whole bodies. */
export function pieceParser(isLocator: (text: string) => boolean): PieceParser {
  let known: Definitions = { links: [], notes: [] };
  const contexts: Context[] = [];
  const syntax = passingBy((context) => {
    if (contexts.includes(context)) return;
    contexts.push(context);
    context.defined.push(...known.links);
    context.gfmFootnotes = [...(context.gfmFootnotes ?? []), ...known.notes];
  });
  const parse = bodyParser(isLocator, [syntax]);
  return (text, elsewhere) => {
    known = elsewhere;
    contexts.length = 0;
    const tree = parse(text);
    const [context] = contexts;
    return { tree, definitions: { links: context?.defined ?? [], notes: context?.gfmFootnotes ?? [] } };
  };
}
