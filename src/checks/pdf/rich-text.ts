// Rich text of annotations and fields (ISO 32000-2, 12.7.4.4), which is XHTML.

import { readXml, type XmlElement } from '../../outputs/pdf/read/xml.js';

/** The words of a rich text, which is XHTML, without its markup. */
export function wordsOf(markup: string): string {
  const words = (elements: readonly XmlElement[]): string =>
    elements.map(({ text, children }) => text + words(children)).join('');
  return words(readXml(markup).roots).trim();
}
