/** Brings the page that is open to its newest version, without loading it again. */

import { morphDocument } from './morph.js';
import { keepPlace } from './place.js';

/** Longest time that a changed passage is marked, ms. */
const markTime = 1_400;

const reduced = window.matchMedia('(prefers-reduced-motion: reduce)');

/** Marks what changed for a moment, where motion is welcome. Nothing is written into the page. */
function mark(elements: ReadonlySet<Element>): void {
  if (reduced.matches || elements.size > 40) return;
  for (const element of elements) {
    if (!element.isConnected || element === document.body) continue;
    const frames = [
      { outline: '2px solid rgb(200 120 0 / 0.9)', outlineOffset: '3px' },
      { outline: '2px solid rgb(200 120 0 / 0)', outlineOffset: '3px' },
    ];
    element.animate(frames, { duration: markTime, easing: 'ease-in' });
  }
}

/** The element that shows a passage to readers: words within a line mark their paragraph. */
function passageOf(element: Element): Element {
  return element.closest('p, li, td, th, h1, h2, h3, h4, figure, dd, dt, pre') ?? element;
}

function sheets(root: Document): HTMLLinkElement[] {
  return [...root.querySelectorAll<HTMLLinkElement>('link[rel~="stylesheet"]')];
}

/** Pictures of the page's own folder. */
function pictures(root: Document): HTMLImageElement[] {
  return [...root.querySelectorAll<HTMLImageElement>('img[src]')].filter(
    (image) => !/^(?:data:|https?:)/.test(image.getAttribute('src') ?? ''),
  );
}

function addressOf(image: HTMLImageElement): string {
  return (image.getAttribute('src') ?? '').split('?')[0] ?? '';
}

function pathOf(link: HTMLLinkElement): string {
  return (link.getAttribute('href') ?? '').split('?')[0] ?? '';
}

/** Styles and pictures are exchanged apart from the rest, so the addresses in use count as the new page's own. */
function keepAddresses(wanted: Document): void {
  const inUse = new Map(sheets(document).map((link) => [pathOf(link), link.getAttribute('href') ?? '']));
  for (const link of sheets(wanted)) link.setAttribute('href', inUse.get(pathOf(link)) ?? pathOf(link));
  const shown = new Map(
    pictures(document).map((image) => [addressOf(image), image.getAttribute('src') ?? '']),
  );
  for (const image of pictures(wanted))
    image.setAttribute('src', shown.get(addressOf(image)) ?? addressOf(image));
}

/** Loads the styles anew and takes the old ones away when the new ones are there, so that the page is never bare. */
export async function refreshStyles(version: string): Promise<void> {
  await Promise.all(
    sheets(document).map(
      (old) =>
        new Promise<void>((resolve) => {
          const fresh = old.cloneNode() as HTMLLinkElement;
          fresh.setAttribute('href', `${pathOf(old)}?styles=${encodeURIComponent(version)}`);
          const end = (): void => {
            keepPlace(() => old.remove());
            resolve();
          };
          fresh.addEventListener('load', end);
          fresh.addEventListener('error', end);
          old.after(fresh);
        }),
    ),
  );
}

/** Pictures have the same address after they changed, so they are asked for by another one. */
function refreshPictures(version: number): void {
  for (const image of pictures(document)) image.setAttribute('src', `${addressOf(image)}?version=${version}`);
}

/** Fetches the page and changes the open one into it; gives the version that is shown now. */
export async function refreshPage(): Promise<number | undefined> {
  const response = await fetch(location.pathname, { cache: 'no-store' });
  if (!response.ok && response.status !== 404) return undefined;
  const wanted = new DOMParser().parseFromString(await response.text(), 'text/html');
  const tag = wanted.querySelector<HTMLScriptElement>('script[data-galley-document]');
  keepAddresses(wanted);
  const changed = new Set<Element>();
  keepPlace(() => morphDocument(wanted, (element) => void changed.add(passageOf(element))));
  const version = Number(tag?.dataset['galleyPage'] ?? 0);
  if (changed.size === 0) refreshPictures(version);
  mark(changed);
  return version;
}
