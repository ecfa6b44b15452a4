// Opens marked-content sequences (ISO 32000-2, 14.6): their property lists as plain fields.

import type { MarkedContent } from './content-types.js';
import type { ObjectStore } from './store.js';
import type { PdfDictionary } from './values.js';

/** Makes the record of a sequence from its place and its property list. */
export function openMark(
  store: ObjectStore,
  place: Pick<MarkedContent, 'index' | 'tag' | 'parent' | 'scope' | 'form'>,
  properties: PdfDictionary,
): MarkedContent {
  const { index, tag, parent, scope, form } = place;
  const artifact = tag === 'Artifact';
  return {
    index,
    tag,
    parent,
    scope,
    form,
    mcid: store.number(properties, 'MCID'),
    properties,
    actualText: store.text(properties, 'ActualText'),
    alt: store.text(properties, 'Alt'),
    expansion: store.text(properties, 'E'),
    lang: store.text(properties, 'Lang'),
    artifactType: artifact ? store.name(properties, 'Type') : undefined,
    artifactSubtype: artifact ? store.name(properties, 'Subtype') : undefined,
  };
}
