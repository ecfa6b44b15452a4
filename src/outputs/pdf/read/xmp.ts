// Reads a metadata stream (ISO 16684-1): its properties, whichever of the RDF spellings they use.

import { utf16 } from './text.js';
import { readXml, type XmlElement } from './xml.js';

/** One property of the main subject. */
export interface XmpProperty {
  readonly namespace: string;
  readonly prefix: string;
  readonly name: string;
  /** A simple value, or the first of several. */
  readonly value: string;
  /** The items of a list, or of language alternatives with their `xml:lang`. */
  readonly items: readonly { readonly value: string; readonly lang: string | undefined }[];
  readonly kind: 'simple' | 'alternatives' | 'list' | 'structure';
  /** The element it came from; undefined when it was written as an attribute. */
  readonly element: XmlElement | undefined;
}

/** A metadata packet as data. */
export interface XmpPacket {
  readonly properties: readonly XmpProperty[];
  readonly wellFormed: boolean;
}

/** Namespaces that documents of our kind use. */
export const XMP_NAMESPACES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  dc: 'http://purl.org/dc/elements/1.1/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfd: 'http://pdfa.org/declarations/',
} as const;

/** Reads a decoded metadata stream. */
export function readXmp(bytes: Uint8Array): XmpPacket {
  const { roots, wellFormed } = readXml(decode(bytes));
  const properties = descriptions(roots).flatMap((description) => [
    ...description.attributes
      .filter(
        ({ namespace }) =>
          namespace !== XMP_NAMESPACES.rdf && namespace !== '' && !namespace.endsWith('/XML/1998/namespace'),
      )
      .map(
        ({ namespace, prefix, name, value }): XmpProperty => ({
          ...{ namespace, prefix, name, value, element: undefined },
          kind: 'simple',
          items: [{ value, lang: undefined }],
        }),
      ),
    ...description.children.map(property),
  ]);
  return { properties, wellFormed: wellFormed && properties.length > 0 };
}

/** The property of that name; undefined when the packet has none. */
export function xmpProperty(
  packet: XmpPacket | undefined,
  namespace: string,
  name: string,
): XmpProperty | undefined {
  return packet?.properties.find((candidate) => candidate.namespace === namespace && candidate.name === name);
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2), true);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes.subarray(2), false);
  if (bytes[0] === 0 && bytes[1] === 0x3c) return utf16(bytes, true);
  if (bytes[0] === 0x3c && bytes[1] === 0) return utf16(bytes, false);
  return Buffer.from(bytes).toString('utf8');
}

const isRdf = (element: XmlElement, name: string): boolean =>
  element.namespace === XMP_NAMESPACES.rdf && element.name === name;

function descriptions(elements: readonly XmlElement[]): XmlElement[] {
  return elements.flatMap((element) =>
    isRdf(element, 'RDF')
      ? element.children.filter((child) => isRdf(child, 'Description'))
      : descriptions(element.children),
  );
}

function property(element: XmlElement): XmpProperty {
  const { namespace, prefix, name } = element;
  const base = { namespace, prefix, name, element };
  const container = element.children.find((child) =>
    ['Alt', 'Bag', 'Seq'].some((kind) => isRdf(child, kind)),
  );
  if (container) {
    const items = container.children
      .filter((child) => isRdf(child, 'li'))
      .map((child) => ({ value: child.text.trim(), lang: langOf(child) }));
    const kind = isRdf(container, 'Alt') ? 'alternatives' : 'list';
    return { ...base, kind, items, value: items[0]?.value ?? '' };
  }
  const value = element.text.trim();
  const kind = element.children.length > 0 ? 'structure' : 'simple';
  return { ...base, kind, value, items: [{ value, lang: langOf(element) }] };
}

function langOf(element: XmlElement): string | undefined {
  return element.attributes.find(({ prefix, name }) => prefix === 'xml' && name === 'lang')?.value;
}
