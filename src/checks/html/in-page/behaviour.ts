/** What a page does by itself, or when a key is pressed. */

import type { Measures } from './types.js';

interface Watch {
  changed: Node | undefined;
  readonly stop: () => void;
}

declare global {
  // What is watched between two calls from outside; taken away when it is read.
  var galleyWatch: Watch | undefined;
}

/** Begins to watch for changes of what readers see. */
export function watch(): void {
  globalThis.galleyWatch?.stop();
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const state: { changed: Node | undefined } = { changed: undefined };
  const observer = new MutationObserver((records) => {
    const seen = records.find(({ target }) => {
      const element = target instanceof Element ? target : target.parentElement;
      return element !== null && element.closest('script, style, head') === null;
    });
    state.changed ??= seen?.target;
  });
  observer.observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  globalThis.galleyWatch = {
    get changed(): Node | undefined {
      return state.changed;
    },
    stop: () => observer.disconnect(),
  };
}

/** The element that changed since the watch began; ends the watch. */
export function read(): Element | undefined {
  const watching = globalThis.galleyWatch;
  if (watching === undefined) throw new Error('Nobody watched the page.');
  watching.stop();
  globalThis.galleyWatch = undefined;
  const { changed } = watching;
  return changed instanceof Element ? changed : (changed?.parentElement ?? undefined);
}

/** What changed since the watch began, as a question. */
export function changed(): Measures {
  const element = behaviour.read();
  return dom.answer(
    1,
    element === undefined
      ? []
      : [dom.named(element, dom.oneLine(element.textContent ?? '').slice(0, 80), true)],
  );
}
