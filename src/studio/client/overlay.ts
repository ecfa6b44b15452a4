/** What was found, over the page: a small button that says how much, and a panel with each finding. Lives in a shadow root of its own. */

import { el } from './element.js';
import { findingElement, sorted, summary } from './findings.js';
import { morphChildren } from './morph.js';
import type { Message, ShownDocument } from './types.js';

/** How long a page may be judged before that is said, ms: most are judged sooner. */
const patience = 600;

/** The overlay of one page. */
export class Overlay {
  readonly #host: HTMLElement = el('galley-overlay' as 'div', { lang: 'en', dir: 'ltr' });
  readonly #button: HTMLButtonElement;
  readonly #panel: HTMLElement;
  readonly #words: HTMLElement = el('p', { class: 'words' });
  readonly #list: HTMLElement = el('ol', { class: 'findings' });
  readonly #status: HTMLElement = el('p', { role: 'status', class: 'unseen' });
  readonly #title: HTMLElement = el('h2', { id: 'title', tabindex: '-1' }, 'What was found');
  #isOpen = false;
  /** Whether it opened by itself, for a page that could not be made; then it closes by itself too. */
  #openedItself = false;
  #wasRefused = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #said = '';

  constructor(document_: string) {
    this.#button = el(
      'button',
      { type: 'button', class: 'pill', 'aria-expanded': 'false', 'aria-controls': 'panel' },
      el('span', { class: 'dot', 'aria-hidden': 'true' }),
      el('span', { class: 'text' }, 'Galley'),
    );
    this.#panel = this.#makePanel(document_);
    const root = this.#host.attachShadow({ mode: 'open' });
    const sheet = el('link', { rel: 'stylesheet', href: '/-/galley/overlay.css' });
    root.append(sheet, this.#status, this.#panel, this.#button);
    this.#button.addEventListener('click', () => (this.#isOpen ? this.#close(true) : this.#open(true)));
    this.#host.addEventListener('click', (event) => this.#copy(event));
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !this.#isOpen || event.defaultPrevented) return;
      this.#close(this.#host.matches(':focus-within'));
    });
    // Outside the body, which is compared with the built page's.
    document.documentElement.append(this.#host);
  }

  /** Shows the newest state. */
  show({ shown, project }: Message): void {
    clearTimeout(this.#waiting);
    if (shown === null) {
      this.#set(
        'gone',
        'This page is gone',
        'The file of this page is gone or has another name now. The list of documents shows what there is.',
      );
      return;
    }
    const findings = sorted([...project, ...shown.findings]);
    const wanted = el('ol', {}, ...findings.map(findingElement));
    morphChildren(this.#list, wanted, () => undefined);
    const isBroken = shown.state === 'refused' || project.some(({ level }) => level === 'error');
    if (!shown.isJudged && !isBroken) {
      this.#waiting = setTimeout(() => this.#set('busy', 'Checking …', this.#wordsOf(shown)), patience);
      return;
    }
    const worst = findings.find(({ decision }) => decision === '')?.level ?? 'nothing';
    const said = summary(findings);
    this.#set(isBroken ? 'error' : worst, isBroken ? `Not built: ${said}` : said, this.#wordsOf(shown));
    this.#followRefusal(isBroken);
    this.#showCarets();
  }

  /** Shows whether the preview still answers. */
  connect(isConnected: boolean): void {
    this.#host.toggleAttribute('data-lost', !isConnected);
    if (!isConnected)
      this.#say('The preview does not answer. Start galley dev again; the page follows by itself.');
  }

  #makePanel(document_: string): HTMLElement {
    const close = el('button', { type: 'button', class: 'close', 'aria-label': 'Close' }, '×');
    close.addEventListener('click', () => this.#close(true));
    const links = el(
      'p',
      { class: 'links' },
      el('a', { href: '/' }, 'All documents'),
      el('a', { href: `/${document_}/` }, 'Page'),
      el('a', { href: `/pdf/${document_}` }, 'PDF'),
    );
    const head = el('div', { class: 'top' }, this.#title, close);
    return el(
      'section',
      { id: 'panel', class: 'panel', role: 'dialog', 'aria-labelledby': 'title', hidden: '' },
      head,
      el(
        'div',
        { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Findings' },
        this.#words,
        this.#list,
      ),
      links,
    );
  }

  #wordsOf({ state, page, findings, incomplete, isLookedAt }: ShownDocument): string {
    const missing = incomplete.length === 0 ? '' : ` Not checked: ${incomplete.join('; ')}.`;
    if (state === 'refused' && page > 0)
      return `What was saved last cannot be built. Behind this is the last page that could.${missing}`;
    if (state === 'refused') return `This cannot be built yet. The page appears as soon as it can.${missing}`;
    if (state === 'held-back') return 'This document is held back.';
    const looks = isLookedAt
      ? 'The page was looked at in the browser too: in light and dark, narrow and wide, with the keyboard.'
      : 'How the page looks in the browser is checked as soon as nothing has been saved for a moment.';
    if (findings.length === 0 && missing === '')
      return `Nothing was found in text, markup and theme. ${looks}`;
    return `Text, markup and theme were checked. ${looks}${missing}`;
  }

  /** Opens over a page that cannot be made, once, and closes when it can be made again. The focus stays where it is. */
  #followRefusal(isRefused: boolean): void {
    if (isRefused && !this.#wasRefused && !this.#isOpen) {
      this.#open(false);
      this.#openedItself = true;
    }
    if (!isRefused && this.#openedItself) this.#close(this.#host.matches(':focus-within'));
    this.#wasRefused = isRefused;
  }

  #set(level: string, said: string, words: string): void {
    this.#host.dataset['level'] = level;
    const text = this.#button.querySelector('.text');
    if (text !== null && text.textContent !== said) text.textContent = said;
    if (this.#words.textContent !== words) this.#words.textContent = words;
    this.#say(said);
  }

  /** Tells people who listen; the same news is told once. */
  #say(words: string): void {
    if (words === this.#said) return;
    const isFirst = this.#said === '';
    this.#said = words;
    if (!isFirst) this.#status.textContent = `Preview: ${words}`;
  }

  /** Moves long lines so that what is marked in them can be seen. */
  #showCarets(): void {
    for (const frame of this.#list.querySelectorAll('pre')) {
      const lines = (frame.textContent ?? '').split('\n');
      const longest = Math.max(...lines.map(({ length }) => length));
      const caret = lines.at(-1)?.indexOf('^') ?? -1;
      if (caret > 0 && frame.scrollLeft === 0)
        frame.scrollLeft = (frame.scrollWidth * (caret - 24)) / longest;
    }
  }

  #open(byPerson: boolean): void {
    this.#isOpen = true;
    this.#openedItself = false;
    this.#panel.hidden = false;
    this.#button.setAttribute('aria-expanded', 'true');
    this.#showCarets();
    if (byPerson) this.#title.focus();
  }

  #close(returnsFocus: boolean): void {
    this.#isOpen = false;
    this.#openedItself = false;
    this.#panel.hidden = true;
    this.#button.setAttribute('aria-expanded', 'false');
    if (returnsFocus) this.#button.focus();
  }

  #copy(event: Event): void {
    const [target] = event.composedPath();
    if (!(target instanceof HTMLElement) || target.dataset['copy'] === undefined) return;
    void navigator.clipboard.writeText(target.dataset['copy']).then(() => {
      target.textContent = 'Copied';
      this.#status.textContent = 'Copied.';
      setTimeout(() => {
        target.textContent = 'Copy';
      }, 1_500);
    });
  }
}
