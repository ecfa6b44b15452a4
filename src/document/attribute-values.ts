/** Checks attributes against a block's rules and gives their values. */

import type { Position } from 'unist';
import { nearest } from '../diagnostics/nearest.js';
import type { SourcePlace } from '../diagnostics/place.js';
import type { DateSpan } from '../language/language.js';
import { compareDates, parseDateSpan } from '../language/partial-date.js';
import { smarten } from '../language/smarten.js';
import type { RichText } from './explainer.js';
import { finding } from './finding.js';
import { validTag } from './language-tag.js';
import { languageTagIsValid } from './languages.js';
import type { SourceReference } from './nodes.js';
import { typedAttribute } from './opening-line.js';
import { findPlaceholders, reportPlaceholder } from './placeholders.js';
import type { AttributeForm, AttributeRule, AttributeValues } from './recognise-context.js';
import { refuseMarkup } from './refuse-marks.js';
import { readRichText } from './rich-text.js';
import { readSources } from './source-reference.js';
import type { Work } from './work.js';

/** One attribute as typed. `start` is the file's offset of its value. */
export interface TypedAttribute {
  readonly name: string;
  readonly value: string;
  readonly position: Position | undefined;
  readonly start: number | undefined;
}

/** What holds the attributes. */
export interface AttributeOwner {
  /** For messages: `:::timeline`, `an item of :::next`. */
  readonly subject: string;
  readonly place: SourcePlace;
  /** Names that are read elsewhere. */
  readonly common: readonly string[];
  /** Whether missing attributes are told; not where the braces could not be read. */
  readonly tellMissing: boolean;
  hasId(id: string): boolean;
}

type Value = string | boolean | RichText | DateSpan | SourceReference;

function badDate(typed: TypedAttribute, work: Work, why: string): undefined {
  work.report(
    finding('date-is-valid', 'error', work.place(typed.position), {
      what: `“${typed.value}” is no date that “${typed.name}” can take.`,
      why,
      fix: 'Write 2022, 2022-01, 2022-01-05 or 2022-01-05T16:30+06:00.',
      excerpt: typed.value,
    }),
  );
  return undefined;
}

function dateValue(typed: TypedAttribute, work: Work): DateSpan | undefined {
  const span = parseDateSpan(typed.value);
  if (span === undefined)
    return badDate(typed, work, 'The calendar has no such day, or it is written in another way.');
  if (span.end !== undefined && compareDates(span.start, span.end, work.config.timezone) > 0) {
    return badDate(typed, work, 'Its end lies before its start.');
  }
  return span;
}

function wordValue(typed: TypedAttribute, words: readonly string[], work: Work): string | undefined {
  if (words.includes(typed.value)) return typed.value;
  const near = nearest(typed.value, words);
  work.report(
    finding('values-are-known', 'error', work.place(typed.position), {
      what: `“${typed.value}” is not known as a value of “${typed.name}”.`,
      why: 'Galley does not know what it means.',
      fix: near === undefined ? `Write one of: ${words.join(', ')}.` : `Did you mean “${near}”?`,
      excerpt: typed.value,
    }),
  );
  return undefined;
}

function idValue(typed: TypedAttribute, rule: AttributeRule, owner: AttributeOwner, work: Work): string {
  if (!owner.hasId(typed.value)) {
    work.report(
      finding(rule.code ?? 'link-target-exists', 'error', work.place(typed.position), {
        what: `Nothing in this document has the id “${typed.value}”.`,
        why: rule.why ?? 'The link would lead nowhere.',
        fix: `Give the block or heading that is meant the id: {#${typed.value}}.`,
        excerpt: typed.value,
      }),
    );
  }
  return typed.value;
}

function richValue(typed: TypedAttribute, owner: AttributeOwner, work: Work): RichText {
  const start = typed.start ?? typed.position?.start.offset ?? 0;
  return readRichText(
    {
      text: typed.value,
      fileOffset: (index) => start + index,
      subject: `“${typed.name}” of ${owner.subject}`,
      isTitle: true,
    },
    work,
  );
}

function flagValue(typed: TypedAttribute, work: Work): boolean | undefined {
  if (typed.value === '') return true;
  work.report(
    finding('values-are-known', 'error', work.place(typed.position), {
      what: `“${typed.name}” takes no value, but has “${typed.value}”.`,
      why: 'It counts when the word is there, whatever its value.',
      fix: `Write “${typed.name}” alone, or take it out.`,
      excerpt: typedAttribute(typed.name, typed.value),
    }),
  );
  return undefined;
}

function checkedValue(
  typed: TypedAttribute,
  rule: AttributeRule,
  owner: AttributeOwner,
  work: Work,
): Value | undefined {
  const form: AttributeForm = rule.form;
  if (form === 'flag') return flagValue(typed, work);
  if (typed.value.trim() === '') {
    work.report(
      finding('values-are-known', 'error', work.place(typed.position), {
        what: `“${typed.name}” of ${owner.subject} has no value.`,
        why: 'A setting without a value says nothing.',
        fix: `Write ${typed.name}="${rule.example ?? '…'}", or take it out.`,
        excerpt: typed.name,
      }),
    );
    return undefined;
  }
  if (form === 'text') {
    for (const found of findPlaceholders(typed.value)) {
      reportPlaceholder(found.typed, work.place(typed.position), work);
    }
    refuseMarkup(typed.value, typed.position, `“${typed.name}” of ${owner.subject}`, work);
    // The id of a source stays as it is.
    return work.source.sources.has(typed.value) ? typed.value : smarten(typed.value, work.language);
  }
  if (form === 'rich') return richValue(typed, owner, work);
  if (form === 'date') return dateValue(typed, work);
  if (form === 'id') return idValue(typed, rule, owner, work);
  if (form === 'sources') return readSources(typed, work);
  if (form !== 'language') return wordValue(typed, form, work);
  const tag = validTag(typed.value);
  if (tag === undefined) work.report(languageTagIsValid(typed.value, work.place(typed.position)));
  return tag;
}

/** The value that a lone word goes on with, in quotation marks: `by="A B"` for `B` in `by=A B`. */
function unquotedWords(typed: TypedAttribute, work: Work): string | undefined {
  const before = work.source.text.slice(0, typed.position?.start.offset ?? 0);
  const [, name, start] = /([\w-]+)=([^\s"'{}=]+(?:[ \t]+[\w.:-]+)*)[ \t]+$/u.exec(before.slice(-200)) ?? [];
  return name === undefined ? undefined : `${name}="${start} ${typed.name}"`;
}

function reportUnknown(
  typed: TypedAttribute,
  known: readonly string[],
  owner: AttributeOwner,
  work: Work,
): void {
  const near = nearest(typed.name, known);
  const words = typed.value === '' ? unquotedWords(typed, work) : undefined;
  if (words !== undefined) {
    work.report(
      finding('keys-and-blocks-are-known', 'error', work.place(typed.position), {
        what: `“${typed.name}” stands behind a value without quotation marks.`,
        why: 'Without them a value ends at its first space, and the rest of it is lost.',
        fix: `Put all of it in straight quotation marks: ${words}.`,
        excerpt: typed.name,
      }),
    );
    return;
  }
  work.report(
    finding('keys-and-blocks-are-known', 'error', work.place(typed.position), {
      what: `“${typed.name}” is not known in ${owner.subject}.`,
      why: 'Galley does not know what to do with it, so readers would never see it.',
      fix: near === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean “${near}”?`,
      excerpt: typedAttribute(typed.name, typed.value),
    }),
  );
}

function reportMissing(name: string, rule: AttributeRule, owner: AttributeOwner, work: Work): void {
  work.report(
    finding(rule.code ?? 'keys-and-blocks-are-known', 'error', owner.place, {
      what: `There is no “${name}” in ${owner.subject}.`,
      why: rule.why ?? 'It has to be there for the block to be complete.',
      fix: `Write it in the braces: {${name}="${rule.example ?? '…'}"}.`,
      excerpt: name,
    }),
  );
}

/** Attributes by name; a second one of the same name is told and skipped. */
function byName(typed: readonly TypedAttribute[], work: Work): ReadonlyMap<string, TypedAttribute> {
  const found = new Map<string, TypedAttribute>();
  for (const attribute of typed) {
    if (found.has(attribute.name) && attribute.name !== 'class') {
      work.report(
        finding('keys-and-blocks-are-known', 'error', work.place(attribute.position), {
          what: `“${attribute.name}” stands twice in the same braces.`,
          why: 'Only one of the values can be meant.',
          fix: 'Take one of them out; several values go into one pair of quotation marks.',
          excerpt: attribute.value,
        }),
      );
    } else found.set(attribute.name, attribute);
  }
  return found;
}

/** Reads attributes by the rules. Everything wrong is reported; what is refused has no value. */
export function readAttributes(
  typed: readonly TypedAttribute[],
  rules: Readonly<Record<string, AttributeRule>>,
  owner: AttributeOwner,
  work: Work,
): AttributeValues {
  const found = byName(typed, work);
  const values = new Map<string, Value>();
  for (const [name, attribute] of found) {
    if (owner.common.includes(name)) continue;
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    const value = rule === undefined ? undefined : checkedValue(attribute, rule, owner, work);
    if (rule === undefined) reportUnknown(attribute, [...Object.keys(rules), ...owner.common], owner, work);
    if (value !== undefined) values.set(name, value);
  }
  for (const [name, rule] of Object.entries(rules)) {
    if (rule.required === true && !found.has(name) && owner.tellMissing)
      reportMissing(name, rule, owner, work);
  }
  const as = <T extends Value>(name: string, is: (value: Value) => value is T): T | undefined => {
    const value = values.get(name);
    return value !== undefined && is(value) ? value : undefined;
  };
  return {
    text: (name) => as(name, (value) => typeof value === 'string'),
    flag: (name) => values.get(name) === true,
    rich: (name) => as(name, (value): value is RichText => typeof value === 'object' && 'text' in value),
    date: (name) => as(name, (value): value is DateSpan => typeof value === 'object' && 'start' in value),
    sources: (name) =>
      as(name, (value): value is SourceReference => typeof value === 'object' && 'own' in value),
    place: (name) => {
      const attribute = found.get(name);
      return attribute === undefined ? owner.place : work.place(attribute.position);
    },
  };
}
