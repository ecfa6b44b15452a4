/** Reads an SVG: its size, and whether it holds anything but a drawing. */

import { decodeText } from '../config/decode-text.js';
import { textPositions } from '../config/text-positions.js';
import { XmlFault, type XmlToken, xmlTokens } from './xml-tokens.js';

/** What an SVG may not hold, in an editor's words. */
class SvgFault extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = 'SvgFault';
    this.offset = offset;
  }
}

const maxDepth = 200;

/** Elements that run programs, show foreign pages or change addresses while the page is read. */
const refusedElements = new Set([
  'script',
  'foreignobject',
  'iframe',
  'embed',
  'object',
  'audio',
  'video',
  'handler',
  'listener',
]);

const addresses = new Set([
  'href',
  'xlink:href',
  'src',
  'xml:base',
  'data',
  'action',
  'from',
  'to',
  'values',
  'by',
]);

/** Pictures inside the drawing itself. */
const innerPicture = /^data:image\/(?:png|jpeg|webp|gif|avif);base64,[A-Za-z0-9+/=\s]*$/i;

function localName(name: string): string {
  return name.replace(/^.*:/, '').toLowerCase();
}

/** Whether style text fetches nothing: no imports, and `url()` only to parts of the drawing. */
function isLocalStyle(style: string): boolean {
  if (/@import|expression\s*\(|\\|javascript:|-moz-binding|behavior\s*:/i.test(style)) return false;
  return [...style.matchAll(/url\(\s*(["']?)(.*?)\1\s*\)/gi)].every(
    ([, , target = '']) => target.startsWith('#') || innerPicture.test(target),
  );
}

function checkAddress(element: string, name: string, value: string, offset: number): void {
  const typed = value.trim();
  const isAnimated = ['from', 'to', 'values', 'by'].includes(name);
  if (typed === '' || typed.startsWith('#') || innerPicture.test(typed)) return;
  if (isAnimated && !/^[\w+.-]+:|\/\//.test(typed)) return;
  if (element === 'a' && /^(?:https?|mailto|tel):/i.test(typed)) return;
  throw new SvgFault(`it fetches something from outside (${name}="${typed.slice(0, 60)}")`, offset);
}

function checkElement(token: Extract<XmlToken, { kind: 'open' }>): void {
  const element = localName(token.name);
  if (refusedElements.has(element))
    throw new SvgFault(`it holds a <${token.name}>, which is no part of a drawing`, token.offset);
  const animated = token.attributes.get('attributeName') ?? '';
  if (/^(?:xlink:)?href$/i.test(animated) || /^on/i.test(animated)) {
    throw new SvgFault('it changes an address while the page is read', token.offset);
  }
  for (const [name, value] of token.attributes) {
    if (/^(?:.*:)?on/i.test(name) && !name.startsWith('xmlns')) {
      throw new SvgFault(`it holds a program (${name}="…")`, token.offset);
    }
    if (addresses.has(name.toLowerCase())) checkAddress(element, name.toLowerCase(), value, token.offset);
    else if (!isLocalStyle(name === 'style' ? value : onlyAddresses(value))) {
      throw new SvgFault(`it fetches something from outside (${name}="${value.slice(0, 60)}")`, token.offset);
    }
  }
}

/** For attributes other than `style` only `url(…)` matters: fill, mask, filter and the like. */
function onlyAddresses(value: string): string {
  return /url\(/i.test(value) ? value : '';
}

/** Walks the drawing; gives the attributes of the outermost element, the words that it shows, and which ranges to leave out. */
function inspect(xml: string): {
  root: ReadonlyMap<string, string>;
  words: readonly string[];
  cut: readonly (readonly [number, number])[];
} {
  const open: string[] = [];
  const words: string[] = [];
  const cut: [number, number][] = [];
  let root: ReadonlyMap<string, string> | undefined;
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'doctype') {
      if (token.text.includes('['))
        throw new SvgFault('it defines words of its own (a DOCTYPE with entities)', token.offset);
      cut.push([token.offset, token.offset + token.text.length]);
    } else if (token.kind === 'instruction') {
      if (!/^xml\s/.test(token.text))
        throw new SvgFault('it asks for a style sheet or a program', token.offset);
    } else if (token.kind === 'text') {
      if (open.at(-1) === 'style' && !isLocalStyle(token.text)) {
        throw new SvgFault('its styles fetch something from outside', token.offset);
      }
      const isShown = open.includes('text') && !['style', 'title', 'desc'].includes(open.at(-1) ?? '');
      if (isShown && words.length > 0) words.push(`${words.pop() ?? ''}${token.text}`);
    } else if (token.kind === 'close') {
      if (open.pop() !== localName(token.name)) throw new XmlFault('nesting', token.offset);
    } else {
      if (open.length === 0 && root !== undefined) throw new XmlFault('nesting', token.offset);
      checkElement(token);
      root ??= token.attributes;
      if (!token.empty) open.push(localName(token.name));
      if (open.at(-1) === 'text' && !token.empty) words.push('');
      if (open.length > maxDepth)
        throw new SvgFault(`it is nested more than ${maxDepth} levels deep`, token.offset);
    }
  }
  if (root === undefined || open.length > 0) throw new XmlFault('unclosed', xml.length);
  const shown = words.map((label) => label.replace(/\s+/g, ' ').trim()).filter((label) => label !== '');
  return { root, words: shown, cut };
}

/** CSS px in one unit of length (CSS Values 4, section 6.2). */
const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  em: 16,
  rem: 16,
};

function length(value: string | undefined): number | undefined {
  const [, amount, unit = ''] = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(value ?? '') ?? [];
  const factor = units[unit.toLowerCase()];
  return amount === undefined || factor === undefined ? undefined : Number(amount) * factor;
}

/** Width and height in CSS px: from the attributes, the rest by the proportions of `viewBox`. */
function sizeOf(root: ReadonlyMap<string, string>): { width: number; height: number } | undefined {
  const box = (root.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth = 0, boxHeight = 0] = box.length === 4 && box.every(Number.isFinite) ? box : [];
  const hasBox = boxWidth > 0 && boxHeight > 0;
  const width = length(root.get('width'));
  const height = length(root.get('height'));
  const found = {
    width: width ?? (hasBox ? (height === undefined ? boxWidth : (height * boxWidth) / boxHeight) : 0),
    height: height ?? (hasBox ? (width === undefined ? boxHeight : (width * boxHeight) / boxWidth) : 0),
  };
  return found.width > 0 && found.height > 0 ? found : undefined;
}

/** Reads an SVG. A plain DOCTYPE is taken out; whatever else is more than a drawing makes it unusable. */
export function readSvg(
  bytes: Uint8Array,
): { width: number; height: number; bytes: Uint8Array; words: readonly string[] } | { problem: string } {
  const decoded = decodeText(bytes, '');
  const xml = decoded.value;
  if (xml === undefined || decoded.diagnostics.length > 0) {
    return { problem: 'The drawing is not saved as UTF-8. Export it again as a plain SVG.' };
  }
  try {
    const { root, words, cut } = inspect(xml);
    const size = sizeOf(root);
    if (size === undefined) {
      return { problem: 'The drawing says no size. Export it with a width and a height, or with a viewBox.' };
    }
    let kept = xml;
    for (const [start, end] of [...cut].reverse()) kept = kept.slice(0, start) + kept.slice(end);
    return { ...size, words, bytes: cut.length === 0 ? bytes : new TextEncoder().encode(kept) };
  } catch (error) {
    if (!(error instanceof SvgFault || error instanceof XmlFault)) throw error;
    const { line } = textPositions(xml).point(error.offset);
    const isEntity = error instanceof XmlFault && error.message === 'entity';
    const reason =
      error instanceof SvgFault
        ? `cannot be used, since ${error.message}`
        : isEntity
          ? 'cannot be used, since it uses words that it defines elsewhere (entities)'
          : 'is damaged or was copied only in part';
    return { problem: `The drawing ${reason} (line ${line} of the file). Export it again as a plain SVG.` };
  }
}
