// Reads the XML of a metadata packet: elements, attributes, text and namespaces. No DTD, no outside entities, no exception.

/** An element of the packet, with its name resolved to a namespace. */
export interface XmlElement {
  readonly prefix: string;
  readonly name: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Text directly inside, joined. */
  readonly text: string;
}

/** An attribute, with its name resolved to a namespace ('' without prefix). */
export interface XmlAttribute {
  readonly prefix: string;
  readonly name: string;
  readonly namespace: string;
  readonly value: string;
}

interface Open {
  readonly prefix: string;
  readonly name: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlElement[];
  readonly scope: ReadonlyMap<string, string>;
  text: string;
}

/** What reading gave: the outermost elements, and whether the text was well formed. */
export interface XmlDocument {
  readonly roots: readonly XmlElement[];
  readonly wellFormed: boolean;
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|[^<]+|</g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/** Reads XML text; damaged text gives what could be understood. */
export function readXml(source: string): XmlDocument {
  const roots: XmlElement[] = [];
  const stack: Open[] = [];
  let wellFormed = true;
  const close = (): void => {
    const element = stack.pop();
    if (element) (stack.at(-1)?.children ?? roots).push(withoutScope(element));
  };
  for (const match of source.matchAll(TOKEN)) {
    const [whole, data, closing, opening, attributes, empty] = match;
    const top = stack.at(-1);
    if (opening !== undefined) {
      if (stack.length > 200) return { roots, wellFormed: false };
      stack.push(open(opening, attributes ?? '', top?.scope ?? new Map([['xml', XML_NAMESPACE]])));
      if (empty === '/') close();
    } else if (closing !== undefined) {
      if (!top || fullName(top) !== closing) wellFormed = false;
      else close();
    } else if (data !== undefined) {
      if (top) top.text += data;
    } else if (whole === '<') wellFormed = false;
    else if (!whole.startsWith('<') && top) top.text += unescaped(whole);
  }
  if (stack.length > 0) wellFormed = false;
  while (stack.length > 0) close();
  return { roots, wellFormed };
}

function fullName(element: { readonly prefix: string; readonly name: string }): string {
  return element.prefix ? `${element.prefix}:${element.name}` : element.name;
}

function withoutScope({ prefix, name, namespace, attributes, children, text }: Open): XmlElement {
  return { prefix, name, namespace, attributes, children, text };
}

function open(tag: string, attributeText: string, outer: ReadonlyMap<string, string>): Open {
  const pairs = [...attributeText.matchAll(ATTRIBUTE)].map((match) => ({
    ...split(match[1] ?? ''),
    value: unescaped(match[2] ?? match[3] ?? ''),
  }));
  const scope = new Map(outer);
  for (const { prefix, name, value } of pairs) {
    if (prefix === 'xmlns') scope.set(name, value);
    else if (prefix === '' && name === 'xmlns') scope.set('', value);
  }
  const attributes = pairs
    .filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns')
    .map((pair) => ({ ...pair, namespace: pair.prefix === '' ? '' : (scope.get(pair.prefix) ?? '') }));
  const { prefix, name } = split(tag);
  return { prefix, name, namespace: scope.get(prefix) ?? '', attributes, children: [], scope, text: '' };
}

function split(qualified: string): { prefix: string; name: string } {
  const at = qualified.indexOf(':');
  return at < 0
    ? { prefix: '', name: qualified }
    : { prefix: qualified.slice(0, at), name: qualified.slice(at + 1) };
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (whole, body: string) => {
    if (!body.startsWith('#')) return ENTITIES[body] ?? whole;
    const point = body[1] === 'x' ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
