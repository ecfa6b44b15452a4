/** XML as a strict parser reads it: elements with their namespace, attributes and text. */

import { SaxesParser, type SaxesTagNS } from 'saxes';

/** One element. */
export interface XmlElement {
  readonly name: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** Parses a whole document; throws at the first fault. */
export function readXml(source: string): XmlElement {
  const root: XmlElement = { name: '', uri: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(({ name, value }) => [name, value]),
    );
    const made: XmlElement = { name: tag.local, uri: tag.uri, attributes, children: [], text: '' };
    open.at(-1)?.children.push(made);
    open.push(made);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => {
    for (const one of open) one.text += text;
  });
  parser.write(source).close();
  const [first] = root.children;
  if (first === undefined) throw new Error('no element');
  return first;
}

/** Children of one name. */
export function all(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The text of the only child of that name; undefined when there is none or more than one. */
export function only(element: XmlElement | undefined, name: string): string | undefined {
  const found = all(element, name);
  return found.length === 1 ? found[0]?.text : undefined;
}
