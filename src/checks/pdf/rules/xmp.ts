// Rules on the metadata: which standard the file claims, its title and that title's language (clause 5 of both parts, 7.1, 8.11.1).

import { XMP_NAMESPACES, type XmpProperty, xmpProperty } from '../../../outputs/pdf/read/xmp.js';
import type { CheckContext } from '../context.js';
import { type Examination, examineEach, examineOne, type PdfCheckId, type PdfRule } from '../rule.js';

const CHECK: PdfCheckId = 'pdf-declares-its-standard';

/** The packet's properties; none when it is not well formed, since readers then see nothing. */
function properties({ read }: CheckContext): readonly XmpProperty[] {
  const packet = read.metadata?.packet;
  return packet?.wellFormed ? packet.properties : [];
}

function identity(context: CheckContext): readonly XmpProperty[] {
  return properties(context).filter(
    ({ namespace, name }) =>
      namespace === XMP_NAMESPACES.pdfuaid && ['part', 'amd', 'corr', 'rev'].includes(name),
  );
}

/** The text of a property exactly as written, white space included. */
function exact(property: XmpProperty | undefined): string | undefined {
  return property?.element?.text ?? property?.value;
}

function partIs(context: CheckContext, wanted: number): Examination {
  if (identity(context).length === 0) return { instances: 0, offences: [] };
  const part = exact(identity(context).find(({ name }) => name === 'part'));
  return examineOne(
    (part !== undefined && /^[+-]?\d+$/.test(part) && Number(part) === wanted) || {
      found: part ?? 'nothing',
    },
  );
}

const PREFIX_WORDS = {
  check: CHECK,
  what: 'The entry for PDF/UA is written with the prefix “{found}” instead of “pdfuaid”.',
  why: 'Programs that look for the exact name do not see that the file claims to be accessible.',
  fix: 'Write the metadata with the prefix “pdfuaid”.',
} as const;

function prefixOf(name: string): Pick<PdfRule, 'examine'> {
  return {
    examine: (context) =>
      examineEach(identity(context), (property) =>
        property.name === name ? property.prefix === 'pdfuaid' || { found: property.prefix } : undefined,
      ),
  };
}

function partWords(part: number): Pick<PdfRule, 'check' | 'what' | 'why' | 'fix'> {
  return {
    check: CHECK,
    what: `The metadata names part “{found}” of PDF/UA instead of part ${part}.`,
    why: 'Libraries and readers sort files by this entry.',
    fix: `Write part ${part} in the metadata.`,
  };
}

/** The rules on metadata. */
export const xmpRules: readonly PdfRule[] = [
  {
    ua1: '5-1',
    ua2: '5-1',
    check: CHECK,
    what: 'The metadata does not say that the file is PDF/UA.',
    why: 'Without that claim neither people nor programs can tell that the file was made to be accessible.',
    fix: 'Write the PDF/UA identification into the metadata.',
    examine: (context) =>
      context.read.metadata ? examineOne(identity(context).length > 0 || {}) : { instances: 0, offences: [] },
  },
  { ua1: '5-2', ...partWords(1), examine: (context) => partIs(context, 1) },
  { ua2: '5-2', ...partWords(2), examine: (context) => partIs(context, 2) },
  { ua1: '5-3', ua2: '5-3', ...PREFIX_WORDS, ...prefixOf('part') },
  { ua1: '5-4', ...PREFIX_WORDS, ...prefixOf('amd') },
  { ua1: '5-5', ...PREFIX_WORDS, ...prefixOf('corr') },
  { ua2: '5-4', ...PREFIX_WORDS, ...prefixOf('rev') },
  {
    ua2: '5-5',
    check: CHECK,
    what: 'The metadata gives “{found}” as the year of the PDF/UA-2 text it follows.',
    why: 'PDF/UA-2 files name the year of the standard in four digits.',
    fix: 'Write 2024 as revision.',
    examine: (context) => {
      if (identity(context).length === 0) return { instances: 0, offences: [] };
      const revision = exact(identity(context).find(({ name }) => name === 'rev'));
      return examineOne(
        (revision !== undefined && /^\d{4}$/.test(revision)) || { found: revision ?? 'nothing' },
      );
    },
  },
  {
    ua1: '7.1-8',
    ua2: '8.11.1-2',
    check: 'pdf-has-title',
    what: 'The file has no metadata.',
    why: 'Its title and the standard it follows stand there; readers and libraries look for both.',
    fix: 'Write metadata with the title into the PDF.',
    examine: ({ read }) => examineOne(read.metadata !== undefined || {}),
  },
  {
    ua1: '7.1-9',
    ua2: '8.11.1-1',
    check: 'pdf-has-title',
    what: 'The metadata has no title (dc:title).',
    why: 'The title is the first thing a screen reader says about a file.',
    fix: 'Write the headline into the metadata as title.',
    examine: (context) => {
      if (!context.read.metadata) return { instances: 0, offences: [] };
      const { packet } = context.read.metadata;
      const title = packet.wellFormed ? xmpProperty(packet, XMP_NAMESPACES.dc, 'title') : undefined;
      return examineOne((title?.kind === 'alternatives' && title.items.length > 0) || {});
    },
  },
  {
    ua1: '7.2-33',
    check: 'pdf-has-language',
    what: 'The language of “{found}” in the metadata is not known.',
    why: 'A screen reader reads it with the voice of another language.',
    fix: 'Say the language of the document, or give the text with its language.',
    examine: (context) =>
      examineEach(properties(context), ({ kind, items, value }) => {
        if (kind !== 'alternatives') return undefined;
        const unnamed = items.length > 0 && items.every(({ lang }) => lang === 'x-default');
        return context.catalogLang || !unnamed || { found: value };
      }),
  },
];
