/** The script of the PDF view: small pages to choose from, one page large, kept as the PDF changes. */

import { el } from './element.js';
import { Overlay } from './overlay.js';
import { draw, openPdf, type PdfFile } from './pdf-library.js';
import { listen, readOwn } from './stream.js';
import { Thumbnails } from './thumbnails.js';
import type { Message, ShownDocument } from './types.js';

const own = readOwn();
const overlay = new Overlay(own.document);

function need(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no ${id}.`);
  return element;
}

const sheet = need('sheet');
const note = need('note');
const before = el('button', { type: 'button', class: 'step' }, '‹ Back');
const after = el('button', { type: 'button', class: 'step' }, 'Next ›');
const where = el('p', { class: 'where', role: 'status' });
const paper = el('figure', { class: 'paper' });
const controls = el('div', { class: 'controls' }, before, where, after);
const thumbnails = new Thumbnails(need('thumbnails'), (number) => show(number));

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

function show(number: number): void {
  const last = present?.file.numPages ?? 1;
  page = Math.min(Math.max(1, number), last);
  history.replaceState(null, '', `#page=${page}`);
  where.textContent = `Page ${page} of ${last}`;
  before.disabled = page === 1;
  after.disabled = page === last;
  thumbnails.mark(page);
  drawing = drawing.then(drawNow).catch(() => undefined);
}

async function load({ document: name, pdf }: ShownDocument): Promise<void> {
  const opened = await openPdf(`/${name}/${pdf.name}?version=${pdf.version}`);
  const old = present;
  present = opened;
  if (!paper.isConnected) sheet.replaceChildren(controls, paper, note);
  thumbnails.show(opened.file);
  show(page);
  await drawing;
  await old?.close();
}

function noteOf({ state, pdf }: ShownDocument): string {
  const isOld = pdf.version > 0 ? ' What you see is the last one that could be made.' : '';
  if (state === 'held-back') return 'This document is held back.';
  if (state === 'refused') return `The text cannot be built as it is; the findings say why.${isOld}`;
  if (pdf.state === 'absent')
    return 'This document is published without a PDF: its formats, or those in galley.config.yaml, name none.';
  if (pdf.state === 'refused') return `The PDF could not be made; the findings say why.${isOld}`;
  if (pdf.state === 'making' || pdf.version === 0)
    return pdf.version > 0 ? 'A new PDF is being made.' : 'The PDF is being made.';
  return '';
}

function hear(message: Message): void {
  overlay.show(message);
  const { shown } = message;
  if (shown === null) return;
  const words = noteOf(shown);
  if (note.textContent !== words) note.textContent = words;
  document.body.dataset['pdf'] = words === '' ? 'ready' : 'waiting';
  const link = document.querySelector<HTMLAnchorElement>('.bar .file');
  link?.setAttribute('href', `/${shown.document}/${shown.pdf.name}`);
  link?.toggleAttribute('hidden', shown.pdf.name === '');
  if (shown.pdf.version === version || shown.pdf.version === 0) return;
  version = shown.pdf.version;
  load(shown).catch(() => {
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
