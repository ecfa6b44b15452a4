// The widths that font dictionaries state (ISO 32000-2, 9.6.2 and 9.7.4.3), in thousandths of text space.

import type { ObjectStore } from '../store.js';
import { isArray, type PdfDictionary, type PdfValue } from '../values.js';

const STANDARD_FONTS = /^(?:Helvetica|Courier|Times)(?:-\w+)?$|^(?:Symbol|ZapfDingbats)$/;

/** Gives the widths of a simple font; codes outside Widths have MissingWidth, which is 0 unless said (9.8.1). */
export function simpleWidths(
  store: ObjectStore,
  dictionary: PdfDictionary,
  descriptor: PdfDictionary | undefined,
): (code: number) => number | undefined {
  const first = store.number(dictionary, 'FirstChar') ?? 0;
  const widths = store.items(dictionary.entries.get('Widths'));
  // The fourteen standard fonts may leave their widths out.
  const isStandard = STANDARD_FONTS.test(store.name(dictionary, 'BaseFont') ?? '');
  const missing = descriptor && store.number(descriptor, 'MissingWidth');
  return (code) => {
    const width = widths[code - first];
    if (typeof width === 'number') return width;
    return missing ?? (isStandard && widths.length === 0 ? undefined : 0);
  };
}

/** Gives the widths of a composite font by W and DW (9.7.4.3); undefined for a code whose CID is not known. */
export function cidWidths(
  store: ObjectStore,
  dictionary: PdfDictionary,
  cid: (code: number) => number | undefined,
): (code: number) => number | undefined {
  const standard = store.number(dictionary, 'DW') ?? 1000;
  const single = new Map<number, number>();
  const ranges: { readonly first: number; readonly last: number; readonly width: number }[] = [];
  const items = store.items(dictionary.entries.get('W'));
  for (let at = 0; at + 1 < items.length; ) {
    const first = items[at];
    const second = items[at + 1];
    const third = items[at + 2];
    if (typeof first !== 'number') at += 1;
    else if (isArray(second)) {
      second.forEach((width: PdfValue, index: number) => {
        const direct = store.resolve(width);
        if (typeof direct === 'number') single.set(first + index, direct);
      });
      at += 2;
    } else {
      if (typeof second === 'number' && typeof third === 'number')
        ranges.push({ first, last: second, width: third });
      at += 3;
    }
  }
  return (code) => {
    const wanted = cid(code);
    if (wanted === undefined) return undefined;
    const known = single.get(wanted);
    if (known !== undefined) return known;
    const range = ranges.find(({ first, last }) => wanted >= first && wanted <= last);
    const width = range ? range.width : standard;
    single.set(wanted, width);
    return width;
  };
}
