/** The script of the PDF view: small pages to choose from, one page large, kept as the print changes. */

import { el } from './element.js';
import { Overlay } from './overlay.js';
import { draw, openPdf, type PdfFile } from './pdf-library.js';
import { listen, readOwn } from './stream.js';
import { Thumbnails } from './thumbnails.js';
import type { Message, ShownDocument, ShownPrint } from './types.js';

const own = readOwn();
const overlay = new Overlay(own.document);

function need(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no ${id}.`);
  return element;
}

const sheet = need('sheet');
const note = need('note');
const files = need('files');
const choice = need('prints');
const before = el('button', { type: 'button', class: 'step' }, '‹ Back');
const after = el('button', { type: 'button', class: 'step' }, 'Next ›');
const where = el('p', { class: 'where', role: 'status' });
const paper = el('figure', { class: 'paper' });
const controls = el('div', { class: 'controls' }, before, where, after);
const thumbnails = new Thumbnails(need('thumbnails'), (number) => show(number));

const printNames: Readonly<Record<ShownPrint['kind'], string>> = {
  standard: 'Standard print',
  clear: 'Clear print',
  large: 'Large print',
};

let present: { readonly file: PdfFile; readonly close: () => Promise<void> } | undefined;
let page = Number(/#page=(\d+)/.exec(location.hash)?.[1] ?? 1);
let version = 0;
let drawing: Promise<void> = Promise.resolve();

function fitting(): number {
  const room = sheet.getBoundingClientRect();
  const style = getComputedStyle(sheet);
  const wide = room.width - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
  return Math.max(200, Math.min(wide, 860));
}

/** Draws the page that is looked at; the old picture stays until the new one is there. */
async function drawNow(): Promise<void> {
  const file = present?.file;
  if (file === undefined) return;
  const number = page;
  const canvas = await draw(file, number, fitting());
  if (file !== present?.file || number !== page) return;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', `Page ${number} of ${file.numPages}. The file itself holds the text.`);
  paper.replaceChildren(canvas);
  performance.mark('galley-drawn', { detail: version });
}

/** Says which page it is, and keeps to those that there are. */
function follow(number: number): void {
  const last = present?.file.numPages ?? 1;
  page = Math.min(Math.max(1, number), last);
  history.replaceState(null, '', `#page=${page}`);
  where.textContent = `Page ${page} of ${last}`;
  before.disabled = page === 1;
  after.disabled = page === last;
  thumbnails.mark(page);
}

function show(number: number): void {
  follow(number);
  drawing = drawing.then(drawNow).catch(() => undefined);
}

/** Opens the pages as the browser printed them; the finished file, which comes later, looks the same to the dot. */
async function load({ document: name }: ShownDocument, { kind }: ShownPrint): Promise<void> {
  const query = new URLSearchParams({ document: name, print: kind, version: String(version) });
  const opened = await openPdf(`/-/galley/print?${query}`);
  const old = present;
  present = opened;
  if (!paper.isConnected) sheet.replaceChildren(controls, paper, note);
  page = Math.min(page, opened.file.numPages);
  drawing = drawing.then(drawNow).catch(() => undefined);
  thumbnails.show(opened.file, drawing);
  follow(page);
  await drawing;
  await old?.close();
}

function noteOf({ state }: ShownDocument, print: ShownPrint | undefined): string {
  const isOld = version > 0 ? ' What you see is the last one that could be printed.' : '';
  if (state === 'held-back') return 'This document is held back.';
  if (state === 'refused') return `The text cannot be built as it is; the findings say why.${isOld}`;
  if (print === undefined)
    return state === 'waiting'
      ? 'The PDF is being made.'
      : 'This document is published without a PDF: its formats, or those in galley.config.yaml, name none.';
  if (print.state === 'refused') return `The PDF could not be made; the findings say why.${isOld}`;
  if (print.state === 'checking') return 'The pages are printed. Their tags and notes are being checked.';
  if (print.state !== 'ready') return version > 0 ? 'A new PDF is being made.' : 'The PDF is being made.';
  return '';
}

/** Keeps the children of an element while they would be the same, so that they keep the focus. */
function renew(parent: HTMLElement, children: readonly HTMLElement[]): void {
  const isSame =
    [...parent.children].map(({ outerHTML }) => outerHTML).join() ===
    children.map(({ outerHTML }) => outerHTML).join();
  if (!isSame) parent.replaceChildren(...children);
}

/** Links to the finished files of the print, and to the other prints of the document. */
function showLinks({ document: name, prints }: ShownDocument, shown: ShownPrint | undefined): void {
  const words = ['Open the file', 'The file for archives'];
  renew(
    files,
    (shown?.files ?? []).map((file, index) => el('a', { href: `/${name}/${file}` }, words[index] ?? file)),
  );
  renew(
    choice,
    prints.map(({ kind }) =>
      el(
        'a',
        { href: `/pdf/${name}?print=${kind}`, 'aria-current': kind === shown?.kind ? 'page' : undefined },
        printNames[kind],
      ),
    ),
  );
  choice.hidden = prints.length < 2;
}

function hear(message: Message): void {
  overlay.show(message);
  const { shown } = message;
  if (shown === null) return;
  const print = shown.prints.find(({ kind }) => kind === own.print) ?? shown.prints[0];
  const words = noteOf(shown, print);
  if (note.textContent !== words) note.textContent = words;
  document.body.dataset['pdf'] = words === '' ? 'ready' : 'waiting';
  showLinks(shown, print);
  if (print === undefined || print.version === version || print.version === 0) return;
  version = print.version;
  load(shown, print).catch(() => {
    note.textContent = 'The PDF could not be shown here. It can be opened as a file.';
  });
}

before.addEventListener('click', () => show(page - 1));
after.addEventListener('click', () => show(page + 1));
document.addEventListener('keydown', ({ key, target, ctrlKey, metaKey, altKey }) => {
  // Keys count where no control has the focus that uses them itself.
  if (
    ctrlKey ||
    metaKey ||
    altKey ||
    (target instanceof HTMLElement && target.closest('galley-overlay') !== null)
  )
    return;
  if (key === 'ArrowRight' || key === 'PageDown') show(page + 1);
  if (key === 'ArrowLeft' || key === 'PageUp') show(page - 1);
});
window.addEventListener('resize', () => show(page));
listen(own, hear, (connected) => overlay.connect(connected));
