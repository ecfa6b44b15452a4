// Rules on structure types: every tag leads to one that readers know (ISO 14289-1, 7.1).

import { isStandardType, NAMESPACE_1_7 } from '../../../outputs/pdf/read/standard-types.js';
import { examineEach, type PdfRule } from '../rule.js';

/** The rules on structure types. */
export const elementRules: readonly PdfRule[] = [
  {
    ua1: '7.1-5',
    check: 'pdf-roles-resolve',
    what: 'The tag “{found}” is not one that readers know, and nothing says what it stands for.',
    why: 'A screen reader treats it as nothing, so headings, lists or tables may vanish.',
    fix: 'Use a standard tag, or map this one to a standard tag.',
    examine: ({ elements, mappingOf }) =>
      examineEach(elements, (element) => {
        const mapping = mappingOf(element);
        if (isStandardType(element.role, NAMESPACE_1_7)) return undefined;
        return mapping.standard || mapping.circular || { element, found: element.role };
      }),
  },
  {
    ua1: '7.1-6',
    ua2: '8.2.4-2',
    check: 'pdf-roles-resolve',
    what: 'The tag “{found}” is explained by itself: its mapping runs in a circle.',
    why: 'No program can find out what it stands for.',
    fix: 'Map the tag to a standard one.',
    examine: ({ elements, mappingOf }) =>
      examineEach(elements, (element) => !mappingOf(element).circular || { element, found: element.role }),
  },
  {
    ua1: '7.1-7',
    check: 'pdf-roles-resolve',
    what: 'The standard tag “{found}” is given another meaning.',
    why: 'Readers that know the tag by its own meaning announce the wrong thing.',
    fix: 'Leave standard tags as they are and map only your own.',
    examine: ({ elements, mappingOf }) =>
      examineEach(
        elements,
        (element) =>
          mappingOf(element).remapped === undefined || { element, found: mappingOf(element).remapped },
      ),
  },
];
