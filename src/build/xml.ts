/** XML as text: the few forms that feeds and sitemaps need, with everything escaped. */

/** Characters that XML 1.0 forbids even as references (section 2.2). */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text ready to stand between tags or in an attribute. */
export function escapeXml(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>"]/g, (sign) => references[sign] ?? sign);
}

/** A piece of XML that is already escaped. */
export interface Xml {
  readonly xml: string;
}

type Child = Xml | string | undefined;

/** An element; texts are escaped, absent attributes and children left out. */
export function xml(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly Child[] = [],
): Xml {
  const pairs = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXml(value)}"`],
  );
  const open = `${name}${pairs.join('')}`;
  const inner = children
    .filter((child) => child !== undefined)
    .map((child) => (typeof child === 'string' ? escapeXml(child) : child.xml))
    .join('');
  return { xml: inner === '' ? `<${open}/>` : `<${open}>${inner}</${name}>` };
}

/** A comment; two hyphens, which would end it, become one. */
export function xmlComment(text: string): Xml {
  return { xml: `<!-- ${text.replace(forbidden, '').replace(/-{2,}/g, '-')} -->` };
}

/** A whole document: the declaration, then each piece on a line of its own. */
export function xmlDocument(
  root: string,
  attributes: Readonly<Record<string, string>>,
  pieces: readonly Xml[],
): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const lines = pieces.map((piece) => piece.xml);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<${root}${pairs.join('')}>`,
    ...lines,
    `</${root}>`,
    '',
  ].join('\n');
}
