// Rules on structure that only PDF/UA-2 has (ISO 14289-2, 8.2).

import { isStandardType, NAMESPACE_2_0, NAMESPACE_MATHML } from '../../../outputs/pdf/read/standard-types.js';
import type { StructureElement } from '../../../outputs/pdf/read/structure-types.js';
import { isKind, type PdfDictionary } from '../../../outputs/pdf/read/values.js';
import type { CheckContext } from '../context.js';
import { type Examination, examineEach, examineOne, type PdfRule } from '../rule.js';

const CHECK = 'pdf-meets-ua2';
const TREE = {
  check: CHECK,
  why: 'Newer readers then do not know what the tags mean.',
  fix: 'Make the PDF again with the tags of PDF 2.0.',
} as const;

/** Elements that an element's Ref names. */
function references({ read }: CheckContext, element: StructureElement): readonly PdfDictionary[] {
  return read.store.items(element.dictionary.entries.get('Ref')).filter((item) => isKind(item, 'dictionary'));
}

function descendantsAndSelf(element: StructureElement): StructureElement[] {
  const found = [element];
  for (const current of found)
    for (const child of current.children) if (child.kind === 'element') found.push(child);
  return found;
}

/** The name under an attribute of one owner. */
function nameAttribute(
  { read }: CheckContext,
  element: StructureElement,
  owner: string,
  key: string,
): string | undefined {
  for (const attributes of element.attributes) {
    if (attributes.owner === owner && attributes.entries.entries.has(key))
      return read.store.name(attributes.entries, key);
  }
  return undefined;
}

/** Notes whose partners, by Ref, are not partners the other way round. */
function oneWay(context: CheckContext, direction: 'from calls' | 'from notes'): Examination {
  const notes = context.ofType('FENote');
  const callsOf = new Map<PdfDictionary, Set<PdfDictionary>>(
    notes.map(({ dictionary }) => [dictionary, new Set()]),
  );
  for (const element of context.elements) {
    for (const target of references(context, element)) callsOf.get(target)?.add(element.dictionary);
  }
  return examineEach(notes, (note) => {
    const named = new Set(references(context, note));
    const calls = callsOf.get(note.dictionary) ?? new Set<PdfDictionary>();
    const lone =
      direction === 'from calls'
        ? [...calls].filter((call) => !named.has(call))
        : [...named].filter((call) => !calls.has(call));
    return lone.length === 0 || { element: note, found: String(lone.length) };
  });
}

const NOTES = {
  check: 'pdf-notes-are-tagged',
  why: 'A reader can go from the number to the note or back, but not both ways.',
  fix: 'Link each note number to its note and the note to each of its numbers.',
} as const;

function sequence(context: CheckContext, type: string, allowed: readonly string[]): Examination {
  return examineEach(context.ofType(type), (element) => {
    const kids = context.kidTypes(element).join(' ');
    return allowed.includes(kids) || { element, found: kids || 'nothing' };
  });
}

function hasLabels(context: CheckContext, list: StructureElement): boolean {
  return context
    .kids(list)
    .some((item) => context.typeOf(item) === 'LI' && context.kidTypes(item).includes('Lbl'));
}

function lists(context: CheckContext): Examination {
  return examineEach(context.ofType('L'), (element) => {
    const numbering = nameAttribute(context, element, 'List', 'ListNumbering') ?? 'None';
    return !hasLabels(context, element) || numbering !== 'None' || { element };
  });
}

function unmapped(context: CheckContext): Examination {
  return examineEach(context.elements, (element) => {
    const { mapping, role, namespace } = element;
    if (mapping.standard || mapping.circular || isStandardType(role, namespace)) return true;
    return { element, found: role };
  });
}

/** The rules on structure of PDF/UA-2. */
export const ua2StructureRules: readonly PdfRule[] = [
  {
    ...TREE,
    check: 'pdf-roles-resolve',
    ua2: '8.2.4-1',
    what: 'The tag “{found}” is not one that readers know, and nothing says what it stands for.',
    examine: unmapped,
  },
  {
    ...TREE,
    check: 'pdf-roles-resolve',
    ua2: '8.2.4-3',
    what: 'The tag “{found}” is explained by another tag of the same set.',
    examine: ({ elements }) =>
      examineEach(
        elements,
        (element) => !element.mapping.staysInNamespace || { element, found: element.role },
      ),
  },
  {
    ...TREE,
    check: 'pdf-roles-resolve',
    ua2: '8.2.4-4',
    what: 'The standard tag “{found}” is turned into one that readers do not know.',
    examine: ({ elements }) =>
      examineEach(
        elements,
        (element) =>
          element.mapping.standard ||
          element.mapping.remapped === undefined || { element, found: element.role },
      ),
  },
  {
    ...TREE,
    check: 'pdf-is-tagged',
    ua2: '8.2.5.2-1',
    what: 'The tags do not begin with one Document but with {found}.',
    examine: (context) => {
      if (!context.read.structure) return { instances: 0, offences: [] };
      const top = context.topTypes().join(', ');
      return examineOne(top === 'Document' || { found: top || 'nothing' });
    },
  },
  {
    ...TREE,
    check: 'pdf-is-tagged',
    ua2: '8.2.5.2-2',
    what: 'The Document tag is not that of PDF 2.0.',
    examine: (context) => {
      const [first] = context.read.structure?.children ?? [];
      if (!first || context.topTypes().join(', ') !== 'Document') return { instances: 0, offences: [] };
      return examineOne(first.mapping.namespace === NAMESPACE_2_0 || { element: first });
    },
  },
  {
    ua2: '8.2.5.8-1',
    check: CHECK,
    what: 'An entry of the contents list does not say which heading it stands for.',
    why: 'A reader cannot be taken from the entry to the heading.',
    fix: 'Let each entry refer to its heading (Ref).',
    examine: (context) =>
      examineEach(
        context.ofType('TOCI'),
        (element) =>
          descendantsAndSelf(element).some((item) => references(context, item).length > 0) || { element },
      ),
  },
  {
    ...NOTES,
    ua2: '8.2.5.14-1',
    what: 'A note is tagged in the old way (Note).',
    fix: 'Tag it as FENote.',
    examine: (context) => examineEach(context.ofType('Note'), (element) => ({ element })),
  },
  {
    ...NOTES,
    ua2: '8.2.5.14-2',
    what: 'A note does not lead back to {found} of its numbers.',
    examine: (context) => oneWay(context, 'from calls'),
  },
  {
    ...NOTES,
    ua2: '8.2.5.14-3',
    what: 'A note leads back to {found} places that do not lead to it.',
    examine: (context) => oneWay(context, 'from notes'),
  },
  {
    ...NOTES,
    ua2: '8.2.5.14-4',
    what: 'A note says that it is of the kind “{found}”.',
    why: 'Readers know footnotes and endnotes only.',
    fix: 'Write Footnote, Endnote or None.',
    examine: (context) =>
      examineEach(context.ofType('FENote'), (element) => {
        const type = nameAttribute(context, element, 'FENote', 'NoteType') ?? 'None';
        return ['Footnote', 'Endnote', 'None'].includes(type) || { element, found: type };
      }),
  },
  {
    ...TREE,
    ua2: '8.2.5.23-1',
    what: 'A word with its reading above it (Ruby) holds {found}.',
    fix: 'Give it a base and a reading.',
    examine: (context) => sequence(context, 'Ruby', ['RB RT', 'RB RP RT RP']),
  },
  {
    ...TREE,
    ua2: '8.2.5.24-1',
    what: 'A double-line remark (Warichu) holds {found}.',
    fix: 'Give it its brackets and its text.',
    examine: (context) => sequence(context, 'Warichu', ['WP WT WP']),
  },
  {
    ua2: '8.2.5.25-1',
    check: 'pdf-lists-are-well-formed',
    what: 'A list has numbers or bullets but does not say of which kind.',
    why: 'A screen reader cannot say whether the order counts.',
    fix: 'Say the kind of numbering (ListNumbering).',
    examine: lists,
  },
  {
    ua2: '8.2.5.25-2',
    check: 'pdf-lists-are-well-formed',
    what: 'A list item holds text outside its label and body.',
    why: 'Readers take an item by its label and body and may skip other text.',
    fix: 'Put the text into the body of the item (LBody).',
    examine: (context) =>
      examineEach(context.ofType('LI'), (element) => !context.hasContent(element) || { element }),
  },
  {
    ...TREE,
    ua2: '8.2.5.27-1',
    what: 'A caption stands in the middle of {found}.',
    fix: 'Put the caption first or last.',
    examine: (context) =>
      context.ofType('Caption').length === 0
        ? { instances: 0, offences: [] }
        : examineEach(
            context.elements,
            (element) =>
              !context.kidTypes(element).slice(1, -1).includes('Caption') || { element, found: element.role },
          ),
  },
  {
    ...TREE,
    ua2: '8.2.5.29-1',
    what: 'A piece of mathematics lies in {found} instead of a formula.',
    fix: 'Put it into a Formula tag.',
    examine: (context) =>
      examineEach(context.elements, (element) => {
        if (element.mapping.namespace !== NAMESPACE_MATHML) return undefined;
        const parent = context.visibleParent(element);
        const inside = parent?.mapping.namespace === NAMESPACE_MATHML || context.typeOf(parent) === 'Formula';
        return inside || { element, found: context.typeOf(parent) ?? 'the document' };
      }),
  },
];
