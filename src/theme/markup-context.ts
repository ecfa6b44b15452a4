/** Follows HTML text piece by piece, to know whether an expression stands in text, in a quoted value or somewhere unsafe. */

/** Where in HTML a point of the template stands. */
export type MarkupState =
  | { readonly at: 'text' }
  | { readonly at: 'comment' }
  | { readonly at: 'raw'; readonly element: string }
  | { readonly at: 'tag-name'; readonly name: string; readonly closing: boolean }
  | { readonly at: 'tag'; readonly element: string; readonly attribute: string }
  | { readonly at: 'before-value'; readonly element: string; readonly attribute: string }
  | {
      readonly at: 'value';
      readonly element: string;
      readonly attribute: string;
      readonly quote: '"' | "'" | '';
    };

/** Where a template file begins. */
export const atText: MarkupState = { at: 'text' };

const rawElements = new Set(['script', 'style', 'textarea', 'title']);

function afterTag(element: string): MarkupState {
  return rawElements.has(element) ? { at: 'raw', element } : atText;
}

/** A `<` opens a tag before a letter or a slash, or where an expression follows at once; otherwise it is text. */
function stepText(text: string, index: number): [MarkupState, number] {
  const open = text.indexOf('<', index);
  if (open === -1) return [atText, text.length];
  if (text.startsWith('<!--', open)) return [{ at: 'comment' }, open + 4];
  const next = text[open + 1] ?? '';
  if (next !== '' && !/[a-z/!]/i.test(next)) return [atText, open + 1];
  const closing = next === '/' || next === '!';
  return [{ at: 'tag-name', name: '', closing }, open + (closing ? 2 : 1)];
}

function stepUntil(text: string, index: number, end: string, state: MarkupState): [MarkupState, number] {
  const found = text.toLowerCase().indexOf(end, index);
  return found === -1 ? [state, text.length] : [atText, found + end.length];
}

function stepName(state: MarkupState & { at: 'tag-name' }, character: string): MarkupState {
  if (character === '>') return state.closing ? atText : afterTag(state.name);
  if (/[\s/]/.test(character)) return { at: 'tag', element: state.name, attribute: '' };
  return { ...state, name: state.name + character.toLowerCase() };
}

function stepTag(state: MarkupState & { at: 'tag' }, character: string): MarkupState {
  if (character === '>') return afterTag(state.element);
  if (character === '=') return { at: 'before-value', element: state.element, attribute: state.attribute };
  if (/[\s/]/.test(character)) return { ...state, attribute: '' };
  return { ...state, attribute: state.attribute + character.toLowerCase() };
}

function stepValue(state: MarkupState & { at: 'before-value' | 'value' }, character: string): MarkupState {
  const { element, attribute } = state;
  if (state.at === 'before-value') {
    if (/\s/.test(character)) return state;
    if (character === '"' || character === "'") return { at: 'value', element, attribute, quote: character };
    return character === '>' ? afterTag(element) : { at: 'value', element, attribute, quote: '' };
  }
  const ends = state.quote === '' ? /[\s>]/.test(character) : character === state.quote;
  if (!ends) return state;
  return character === '>' ? afterTag(element) : { at: 'tag', element, attribute: '' };
}

/** The state after reading a piece of literal template text. */
export function readMarkup(start: MarkupState, text: string): MarkupState {
  let state = start;
  let index = 0;
  while (index < text.length) {
    const character = text[index] ?? '';
    if (state.at === 'text') [state, index] = stepText(text, index);
    else if (state.at === 'comment') [state, index] = stepUntil(text, index, '-->', state);
    else if (state.at === 'raw') [state, index] = stepUntil(text, index, `</${state.element}>`, state);
    else {
      if (state.at === 'tag-name') state = stepName(state, character);
      else if (state.at === 'tag') state = stepTag(state, character);
      else state = stepValue(state, character);
      index += 1;
    }
  }
  return state;
}
