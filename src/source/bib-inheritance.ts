/** What an entry of BibTeX takes from the one that it refers to. */

import { type BibEntry, fieldOf } from './bibtex-entries.js';

/** What the title of a whole is called in its parts. */
function titleInPart(parent: string, child: string): string | undefined {
  if (child === 'article' || child === 'suppperiodical') return 'journaltitle';
  return parent === child ? undefined : 'booktitle';
}

/** Fields that say something about an entry alone. */
const notInherited = new Set([
  'crossref',
  'xref',
  'ids',
  'label',
  'options',
  'shorttitle',
  'sorttitle',
  'abstract',
  'note',
  'doi',
  'url',
  'pages',
  'keywords',
]);

/** The entry with what it takes from the one that `crossref` names (BibTeX; biblatex manual, appendix B). */
export function withInherited(entry: BibEntry, entries: ReadonlyMap<string, BibEntry>): BibEntry {
  const parent = entries.get(fieldOf(entry, 'crossref')?.value.trim() ?? '');
  if (parent === undefined || parent === entry) return entry;
  const own = new Set(entry.fields.map(({ name }) => name));
  const hasDate = own.has('date') || own.has('year');
  const inherited = parent.fields.flatMap((field) => {
    const title = titleInPart(parent.type, entry.type);
    const name =
      field.name === 'title'
        ? title
        : field.name === 'subtitle' && title === 'booktitle'
          ? 'booksubtitle'
          : field.name;
    if (name === undefined || own.has(name) || notInherited.has(field.name)) return [];
    if (name === 'author' && titleInPart(parent.type, entry.type) === 'booktitle')
      return [{ ...field, name: 'bookauthor' }];
    return hasDate && ['date', 'year', 'month'].includes(name) ? [] : [{ ...field, name }];
  });
  return { ...entry, fields: [...entry.fields, ...inherited] };
}
