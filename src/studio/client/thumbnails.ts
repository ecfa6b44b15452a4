/** The row of small pages beside a PDF: those in view are drawn first, all are drawn anew when the PDF changes, with a mark on those that changed. */

import { el } from './element.js';
import { draw, type PdfFile } from './pdf-library.js';

const width = 108;
/** Up to this many pages all are drawn, so that those out of view are marked too when they change. */
const drawnAhead = 60;

/** One small page. */
interface Thumbnail {
  readonly item: HTMLElement;
  readonly button: HTMLButtonElement;
  /** What was drawn last, to compare. */
  picture: string;
  isVisible: boolean;
  /** The file whose page is drawn. */
  drawn: PdfFile | undefined;
}

/** Small pages to choose from. */
export class Thumbnails {
  readonly #list: HTMLElement;
  readonly #choose: (number: number) => void;
  readonly #all: Thumbnail[] = [];
  readonly #observer: IntersectionObserver;
  #file: PdfFile | undefined;
  #drawing: Promise<void> = Promise.resolve();

  constructor(list: HTMLElement, choose: (number: number) => void) {
    this.#list = list;
    this.#choose = choose;
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const thumbnail = this.#all.find(({ item }) => item === target);
          if (thumbnail === undefined) continue;
          thumbnail.isVisible = isIntersecting;
          if (isIntersecting) this.#draw(thumbnail);
        }
      },
      { rootMargin: '200px' },
    );
  }

  /** Shows the pages of a file, once `first` is done; those in view are drawn first. */
  show(file: PdfFile, first: Promise<void>): void {
    this.#file = file;
    this.#drawing = this.#drawing.then(() => first);
    while (this.#all.length > file.numPages) {
      const last = this.#all.pop();
      if (last !== undefined) this.#observer.unobserve(last.item);
      last?.item.remove();
    }
    while (this.#all.length < file.numPages) this.#add(this.#all.length + 1);
    const inView = this.#all.filter(({ isVisible }) => isVisible);
    const rest = file.numPages > drawnAhead ? [] : this.#all.filter(({ isVisible }) => !isVisible);
    for (const thumbnail of [...inView, ...rest]) this.#draw(thumbnail);
  }

  /** Marks the page that is looked at. */
  mark(number: number): void {
    for (const [index, { button }] of this.#all.entries()) {
      if (index + 1 === number) button.setAttribute('aria-current', 'page');
      else button.removeAttribute('aria-current');
    }
    this.#all[number - 1]?.item.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #add(number: number): void {
    const picture = el('span', { class: 'picture' });
    const button = el(
      'button',
      { type: 'button', 'aria-label': `Page ${number}` },
      picture,
      el('span', { class: 'number', 'aria-hidden': 'true' }, String(number)),
    );
    button.addEventListener('click', () => {
      this.#choose(number);
      button.removeAttribute('data-changed');
      button.setAttribute('aria-label', `Page ${number}`);
    });
    const item = el('li', {}, button);
    this.#all.push({ item, button, picture: '', isVisible: false, drawn: undefined });
    this.#list.append(item);
    this.#observer.observe(item);
  }

  /** Draws one page, one after the other, so that the page that is looked at is not kept waiting. */
  #draw(thumbnail: Thumbnail): void {
    this.#drawing = this.#drawing.then(async () => {
      const file = this.#file;
      const number = this.#all.indexOf(thumbnail) + 1;
      if (file === undefined || number === 0 || number > file.numPages || thumbnail.drawn === file) return;
      const canvas = await draw(file, number, width).catch(() => undefined);
      if (canvas === undefined) return;
      thumbnail.drawn = file;
      const picture = canvas.toDataURL();
      const isChanged = thumbnail.picture !== '' && thumbnail.picture !== picture;
      thumbnail.picture = picture;
      canvas.setAttribute('aria-hidden', 'true');
      thumbnail.button.querySelector('.picture')?.replaceChildren(canvas);
      thumbnail.button.toggleAttribute('data-changed', isChanged);
      thumbnail.button.setAttribute('aria-label', `Page ${number}${isChanged ? ', changed' : ''}`);
    });
  }
}
