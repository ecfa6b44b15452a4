/** A source while it is read, and what every source needs whatever file it comes from. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourcePlace } from '../diagnostics/place.js';
import { kindsWithAddress, nameVariables, typesWithAddress } from './csl-variables.js';
import { errorAt, unusableId, type Words, warningAt } from './findings.js';
import type { CslDate, CslItem, LocalText, SourceRecord, SourceTier } from './source-record.js';

/** A source before it is complete. */
export interface SourceDraft {
  readonly id: string;
  kind: string | undefined;
  /** CSL type; undefined when the author named none. */
  type: string | undefined;
  tier: SourceTier | undefined;
  /** CSL's variables, without `id` and `type`. */
  readonly csl: Record<string, CslItem[string]>;
  archive: { readonly url: string; readonly at: CslDate | undefined } | undefined;
  interest: LocalText | undefined;
  derivedFrom: string | undefined;
  description: LocalText | undefined;
  reason: LocalText | undefined;
  corroboration: readonly string[];
  /** Fields that were written but could not be read: told already, so not missing. */
  readonly unreadable: Set<string>;
  readonly place: SourcePlace;
  readonly fieldPlaces: Record<string, SourcePlace>;
}

/** An empty draft. */
export function newDraft(id: string, place: SourcePlace): SourceDraft {
  return {
    id,
    kind: undefined,
    type: undefined,
    tier: undefined,
    csl: {},
    archive: undefined,
    interest: undefined,
    derivedFrom: undefined,
    description: undefined,
    reason: undefined,
    corroboration: [],
    unreadable: new Set(),
    place,
    fieldPlaces: {},
  };
}

/** The finished record. Without a type CSL's most general one stands. */
export function finishDraft(draft: SourceDraft, scope: SourceRecord['scope']): SourceRecord {
  const { id, kind, tier, archive, interest, derivedFrom, description, reason, corroboration } = draft;
  const { place, fieldPlaces } = draft;
  const csl: CslItem = { ...draft.csl, id, type: draft.type ?? 'document' };
  return {
    ...{ id, kind, tier, csl, archive, interest, derivedFrom, description, reason, corroboration },
    ...{ scope, place, fieldPlaces },
  };
}

function has(draft: SourceDraft, ...names: readonly string[]): boolean {
  return names.some((name) => draft.csl[name] !== undefined || draft.unreadable.has(name));
}

/** A field as the file writes it: YAML, BibTeX, JSON or RIS. */
function fieldIn({ place }: SourceDraft, field: 'kind' | 'title' | 'author' | 'publisher' | 'url'): string {
  const { file } = place;
  const ris = { kind: 'TY', title: 'TI', author: 'AU', publisher: 'PB', url: 'UR' }[field];
  const json = { kind: 'type', title: 'title', author: 'author', publisher: 'publisher', url: 'URL' }[field];
  if (file.endsWith('.bib')) return `\`${field} = {…}\``;
  if (file.endsWith('.json')) return `\`"${json}": …\``;
  return file.endsWith('.ris') ? `a line \`${ris}  - …\`` : `\`${field}: …\``;
}

/** The day of access as the file writes it. */
function accessedIn({ place: { file } }: SourceDraft): string {
  if (file.endsWith('.bib')) return '`urldate = {2022-01-06}`';
  if (file.endsWith('.json')) return '`"accessed": {"date-parts": [[2022, 1, 6]]}`';
  return file.endsWith('.ris') ? 'a line `Y2  - 2022/01/06`' : '`accessed: 2022-01-06`';
}

/** An archived copy as the file writes it. */
function archiveIn({ place: { file } }: SourceDraft): string {
  if (file.endsWith('.bib')) return '`archiveurl` with `archivedate`';
  if (file.endsWith('.ris')) return 'an archived copy in sources.yaml';
  return file.endsWith('.json')
    ? '`"custom": {"archive": {"url": "https://…", "at": "2022-01-06"}}`'
    : '`archive: { url: https://…, at: 2022-01-06 }`';
}

function needed(draft: SourceDraft, words: Words): Diagnostic {
  return errorAt('source-has-what-its-kind-needs', draft.place, words, { excerpt: draft.id });
}

/** What a source of its kind lacks: errors, and a warning for an address without access date or archived copy. */
export function missingParts(draft: SourceDraft): readonly Diagnostic[] {
  if (draft.tier === 'anonymous') return missingOfAnonymous(draft);
  const found: Diagnostic[] = unusableId(draft.id, draft.place, (id) => `[@${id}]`);
  const named = `The source “${draft.id}”`;
  if (draft.kind === undefined && draft.type === undefined && !draft.unreadable.has('kind')) {
    found.push(
      needed(draft, {
        what: `${named} does not say what it is.`,
        why: 'Its kind decides how it is printed in notes and in the sources list.',
        fix: draft.place.file.endsWith('.yaml')
          ? 'Add `kind: …`, such as `kind: article`, `kind: report` or `kind: interview`.'
          : `Add ${fieldIn(draft, 'kind')}, such as a report or a book.`,
      }),
    );
  }
  if (!has(draft, 'title')) {
    found.push(
      needed(draft, {
        what: `${named} has no title.`,
        why: 'Readers cannot look up a source that has no name.',
        fix: `Add ${fieldIn(draft, 'title')}; for an interview or a statement say what it was about.`,
      }),
    );
  }
  if (!has(draft, 'publisher', ...nameVariables)) {
    found.push(
      needed(draft, {
        what: `${named} names neither an author nor a publisher.`,
        why: 'Readers need to know who says it.',
        fix: `Add ${fieldIn(draft, 'author')} or ${fieldIn(draft, 'publisher')}. A source that must not be named takes the tier “anonymous”.`,
      }),
    );
  }
  return [...found, ...missingAddress(draft)];
}

function missingAddress(draft: SourceDraft): readonly Diagnostic[] {
  const needs =
    draft.kind === undefined ? typesWithAddress.has(draft.type ?? '') : kindsWithAddress.has(draft.kind);
  if (needs && !has(draft, 'URL')) {
    return [
      needed(draft, {
        what: `The source “${draft.id}” (${draft.kind ?? draft.type}) has no address.`,
        why: 'Readers can only check it by following a link.',
        fix: `Add ${fieldIn(draft, 'url')}, and the day you read it: ${accessedIn(draft)}.`,
      }),
    ];
  }
  if (draft.csl['URL'] === undefined || has(draft, 'accessed', 'archive') || draft.archive !== undefined)
    return [];
  return [
    warningAt(
      'source-has-access-date-or-archive',
      draft.fieldPlaces['url'] ?? draft.fieldPlaces['URL'] ?? draft.place,
      {
        what: `The source “${draft.id}” has an address, but neither a date of access nor an archived copy.`,
        why: 'Pages change and vanish; readers then cannot tell what the newsroom saw.',
        fix: `Add ${accessedIn(draft)}, or ${archiveIn(draft)}.`,
      },
      { excerpt: draft.id },
    ),
  ];
}

function missingOfAnonymous(draft: SourceDraft): readonly Diagnostic[] {
  const wanted = [
    [
      'description',
      'Readers have to know what kind of person speaks',
      'an official briefed on the operation',
    ],
    ['reason', 'Readers have to know why the name is withheld', 'not authorised to speak to the press'],
  ] as const;
  const unusable = unusableId(draft.id, draft.place, (id) => `[@${id}]`);
  const missing = wanted.flatMap(([key, why, example]) => {
    if (draft[key] !== undefined || draft.unreadable.has(key)) return [];
    return [
      errorAt(
        'anonymous-source-is-complete',
        draft.place,
        {
          what: `The unnamed source “${draft.id}” has no ${key}.`,
          why: `${why}; both are printed in the note and in the sources list.`,
          fix: `Add \`${key}: …\`, such as “${example}”.`,
        },
        { excerpt: draft.id, confidential: true },
      ),
    ];
  });
  return [...unusable.map((one): Diagnostic => ({ ...one, confidential: true })), ...missing];
}
