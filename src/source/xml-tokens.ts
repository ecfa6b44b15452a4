/** A small, strict reader of XML marks, enough to look through an SVG; it fails on everything it does not know. */

/** A tag with its attributes, text between tags, or a mark outside the tree. */
export type XmlToken =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly empty: boolean;
      readonly offset: number;
    }
  | { readonly kind: 'close'; readonly name: string; readonly offset: number }
  | { readonly kind: 'text'; readonly text: string; readonly offset: number }
  | { readonly kind: 'instruction'; readonly text: string; readonly offset: number }
  | { readonly kind: 'doctype'; readonly text: string; readonly offset: number };

/** A place where the text is no XML. */
export class XmlFault extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = 'XmlFault';
    this.offset = offset;
  }
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves character references; entities of the file's own are a fault, since they can hide anything. */
function resolve(text: string, offset: number): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([\w.-]+))?(;?)/gi, (_, hex, decimal, name, end) => {
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    if (end === ';' && name === undefined && code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
    const character = name === undefined ? undefined : named[name];
    if (end !== ';' || character === undefined) throw new XmlFault('entity', offset);
    return character;
  });
}

const tag = /<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_:][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const attribute = /([A-Za-z_:][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

function readTag(xml: string, offset: number): { token: XmlToken; end: number } {
  tag.lastIndex = offset;
  const match = tag.exec(xml);
  if (match === null) throw new XmlFault('tag', offset);
  const [whole, slash, name = '', rest = '', empty] = match;
  const end = offset + whole.length;
  if (slash === '/') return { token: { kind: 'close', name, offset }, end };
  const attributes = new Map<string, string>();
  for (const [, key = '', double, single] of rest.matchAll(attribute)) {
    if (attributes.has(key)) throw new XmlFault('attribute', offset);
    attributes.set(key, resolve(double ?? single ?? '', offset));
  }
  return { token: { kind: 'open', name, attributes, empty: empty === '/', offset }, end };
}

/** Marks with a fixed end, and what they are. */
const marks = [
  ['<!--', '-->', undefined],
  ['<![CDATA[', ']]>', 'text'],
  ['<?', '?>', 'instruction'],
] as const;

/** The marks of an XML text in order; comments are left out. Throws `XmlFault`. Linear. */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const stop = next === -1 ? xml.length : next;
    if (stop > at) yield { kind: 'text', text: resolve(xml.slice(at, stop), at), offset: at };
    if (next === -1) return;
    const mark = marks.find(([start]) => xml.startsWith(start, next));
    if (mark !== undefined) {
      const [start, closing, kind] = mark;
      const end = xml.indexOf(closing, next + start.length);
      if (end === -1) throw new XmlFault('unclosed', next);
      if (kind !== undefined) yield { kind, text: xml.slice(next + start.length, end), offset: next };
      at = end + closing.length;
    } else if (/^<!doctype\b/i.test(xml.slice(next, next + 10))) {
      const end = /^[^>[]*(?:\[[^\]]*\]\s*)?>/.exec(xml.slice(next, next + 20_000));
      if (end === null) throw new XmlFault('doctype', next);
      yield { kind: 'doctype', text: end[0], offset: next };
      at = next + end[0].length;
    } else {
      const read = readTag(xml, next);
      yield read.token;
      at = read.end;
    }
  }
}
