/** The stream of news from the server. It rests while nobody sees the page, so that many open pages do not use up the browser's connections. */

import type { Message } from './types.js';

/** What the page's own script element says of it. */
export interface Own {
  readonly document: string;
  readonly shows: string;
  /** The print that a view of PDFs was opened for; empty for the first. */
  readonly print: string;
  page: number;
  styles: string;
}

/** Reads what the script element says. */
export function readOwn(): Own {
  const data = document.querySelector<HTMLScriptElement>('script[data-galley-document]')?.dataset ?? {};
  return {
    document: data['galleyDocument'] ?? '',
    shows: data['galleyShows'] ?? 'list',
    print: data['galleyPrint'] ?? '',
    page: Number(data['galleyPage'] ?? 0),
    styles: data['galleyStyles'] ?? '',
  };
}

/** Listens as long as the page can be seen; `isConnected` hears whether the preview answers. */
export function listen(
  { document: name, shows, print }: Own,
  hear: (message: Message) => void,
  isConnected: (connected: boolean) => void,
): void {
  const query = new URLSearchParams({ document: name, shows, print });
  const address = `/-/galley/events?${query}`;
  let source: EventSource | undefined;
  let server = '';
  const open = (): void => {
    source = new EventSource(address);
    source.addEventListener('open', () => isConnected(true));
    source.addEventListener('error', () => isConnected(false));
    source.addEventListener('message', (event: MessageEvent<string>) => {
      const message = JSON.parse(event.data) as Message;
      // The preview began anew, perhaps in another version: so does the page.
      if (server !== '' && server !== message.server) location.reload();
      server = message.server;
      hear(message);
    });
  };
  document.addEventListener('visibilitychange', () => {
    source?.close();
    if (document.visibilityState === 'visible') open();
  });
  if (document.visibilityState === 'visible') open();
}
