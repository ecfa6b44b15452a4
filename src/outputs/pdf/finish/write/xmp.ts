/** The metadata packet (ISO 16684-1): title, language, dates, and what the file says it is. */

import type { Conformance, XmpSchema } from '../../conformance/conformance.js';

/** Facts of a file that metadata repeats. */
export interface FileFacts {
  readonly title: string;
  readonly lang: string;
  readonly producer: string;
  /** Milliseconds since 1970, UTC. */
  readonly date: number;
}

const namespaces: readonly (readonly [string, string])[] = [
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['xmp', 'http://ns.adobe.com/xap/1.0/'],
  ['pdf', 'http://ns.adobe.com/pdf/1.3/'],
];

/** The packet as UTF-8; it stays uncompressed, so that any tool can read it. */
export function xmpPacket(facts: FileFacts, conformance: Conformance): Uint8Array {
  const date = xmpDate(facts.date);
  const title = `<rdf:li xml:lang="x-default">${xml(facts.title)}</rdf:li>`;
  const localised = `<rdf:li xml:lang="${xml(facts.lang)}">${xml(facts.title)}</rdf:li>`;
  const lines = [
    `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>`,
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`,
    `<rdf:Description rdf:about=""${namespaces.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('')}>`,
    `<dc:title><rdf:Alt>${title}${localised}</rdf:Alt></dc:title>`,
    `<dc:language><rdf:Bag><rdf:li>${xml(facts.lang)}</rdf:li></rdf:Bag></dc:language>`,
    `<dc:format>application/pdf</dc:format>`,
    `<xmp:CreatorTool>${xml(facts.producer)}</xmp:CreatorTool>`,
    `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    `<xmp:MetadataDate>${date}</xmp:MetadataDate>`,
    `<pdf:Producer>${xml(facts.producer)}</pdf:Producer>`,
    `</rdf:Description>`,
    ...conformance.schemas.map(schema),
    ...(conformance.describesUaSchema ? [uaExtension] : []),
    ...(conformance.declarations.length > 0 ? [declarations(conformance.declarations)] : []),
    `</rdf:RDF></x:xmpmeta>`,
    `<?xpacket end="r"?>`,
  ];
  return new TextEncoder().encode(lines.join('\n'));
}

function schema({ prefix, namespace, properties }: XmpSchema): string {
  const values = properties
    .map(({ name, value }) => `<${prefix}:${name}>${value}</${prefix}:${name}>`)
    .join('');
  return `<rdf:Description rdf:about="" xmlns:${prefix}="${namespace}">${values}</rdf:Description>`;
}

/** PDF/A-2 knows only its own schemas; any other one is described in place (6.6.2.3). */
const uaExtension = [
  `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"`,
  ` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">`,
  `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">`,
  `<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>`,
  `<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>`,
  `<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>`,
  `<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">`,
  `<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>`,
  `<pdfaProperty:category>internal</pdfaProperty:category>`,
  `<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>`,
  `</rdf:li></rdf:Seq></pdfaSchema:property>`,
  `</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`,
].join('');

function declarations(addresses: readonly string[]): string {
  const items = addresses.map(
    (address) =>
      `<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>${xml(address)}</pdfd:conformsTo></rdf:li>`,
  );
  return `<rdf:Description rdf:about="" xmlns:pdfd="http://pdfa.org/declarations/"><pdfd:declarations><rdf:Bag>${items.join('')}</rdf:Bag></pdfd:declarations></rdf:Description>`;
}

/** `2022-01-06T09:30:00Z`. */
export function xmpDate(date: number): string {
  return `${new Date(date).toISOString().slice(0, 19)}Z`;
}

/** `D:20220106093000Z`. */
export function pdfDate(date: number): string {
  return `D:${new Date(date).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
}

function xml(value: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return value.replace(/[&<>"]/g, (character) => names[character] ?? character);
}
