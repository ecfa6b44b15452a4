/** The script of a previewed page: hears of new versions, brings the page to them, and shows what was found. */

import { Overlay } from './overlay.js';
import { refreshPage, refreshStyles } from './refresh.js';
import { listen, readOwn } from './stream.js';
import type { Message } from './types.js';

const own = readOwn();
const overlay = own.shows === 'page' ? new Overlay(own.document) : undefined;

let newest: Message | undefined;
let shownList = 0;
let isWorking = false;

/** Whether what is open is older than what is there. */
function isOld({ shown, list }: Message): boolean {
  if (own.shows === 'list') return list !== shownList;
  return (shown?.page ?? 0) !== own.page;
}

/** Brings the page to the newest version; what comes meanwhile is done next, and only the last of it. */
async function work(): Promise<void> {
  if (isWorking) return;
  isWorking = true;
  try {
    while (newest !== undefined) {
      const message: Message = newest;
      newest = undefined;
      const { shown } = message;
      if (shown !== null && shown.styles !== own.styles && own.page > 0) {
        own.styles = shown.styles;
        await refreshStyles(shown.styles);
        performance.mark('galley-styled');
      }
      if (isOld(message)) {
        const isFirst = own.page === 0 && own.shows === 'page';
        // A page in place of a notice is another document with other styles.
        if (isFirst && shown !== null && shown.page > 0) return location.reload();
        shownList = message.list;
        own.page = (await refreshPage()) ?? shown?.page ?? 0;
        own.styles = shown?.styles ?? own.styles;
        performance.mark('galley-refreshed', { detail: own.page });
      }
      overlay?.show(message);
    }
  } finally {
    isWorking = false;
  }
}

listen(
  own,
  (message) => {
    if (own.shows === 'list' && shownList === 0) shownList = message.list;
    newest = message;
    work().catch(() => overlay?.connect(false));
  },
  (connected) => overlay?.connect(connected),
);
