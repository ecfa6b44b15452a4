// Rules on the file as a whole: marking, header, title display, structure root (ISO 14289-1, 6.1, 6.2, 7.1; ISO 14289-2, 6.2, 8.11).

import { examineEach, examineOne, type PdfRule } from '../rule.js';

/** The rules on the file as a whole. */
export const documentRules: readonly PdfRule[] = [
  {
    ua1: '6.1-1',
    check: 'pdf-declares-its-standard',
    what: 'The file begins with “{found}”, which is not a version of PDF 1.',
    why: 'PDF/UA-1 builds on PDF 1.7; a reader may not offer its accessible view of another version.',
    fix: 'Save the file as PDF 1.7.',
    examine: ({ read }) => examineOne(/^%PDF-1\.[0-7]$/.test(read.header) || { found: read.header }),
  },
  {
    ua1: '6.2-1',
    ua2: '6.2-1',
    check: 'pdf-is-tagged',
    what: 'The file does not say that it is tagged (MarkInfo, Marked).',
    why: 'Screen readers then guess the reading order instead of using the tags.',
    fix: 'Export the document as a tagged PDF.',
    examine: ({ read }) => examineOne(read.catalog.marked || {}),
  },
  {
    ua1: '7.1-4',
    check: 'pdf-is-tagged',
    what: 'The file says that its tags are suspect (Suspects).',
    why: 'A program that made the tags did not trust them, so neither can a reader.',
    fix: 'Make the PDF again from its source.',
    examine: ({ read }) => examineOne(!read.catalog.suspects || {}),
  },
  {
    ua1: '7.1-10',
    ua2: '8.11.2-1',
    check: 'pdf-has-title',
    what: 'The window shows the name of the file instead of the title (DisplayDocTitle).',
    why: 'People who switch between windows by ear hear a file name instead of the headline.',
    fix: 'Switch on “show document title” in the PDF.',
    examine: ({ read }) => examineOne(read.catalog.displayDocTitle || {}),
  },
  {
    ua1: '7.1-11',
    ua2: '8.2.1-1',
    check: 'pdf-is-tagged',
    what: 'The file has no tags at all (StructTreeRoot).',
    why: 'Nothing tells a screen reader what is a heading, a list or a table, or in which order to read.',
    fix: 'Export the document as a tagged PDF.',
    examine: ({ read }) => examineOne(read.structure !== undefined || {}),
  },
  {
    ua1: '7.1-12',
    ua2: '8.2.1-2',
    check: 'pdf-is-tagged',
    what: 'A tag {found} does not say which tag it belongs to (P).',
    why: 'Programs that go from a piece of text to its place in the document lose their way.',
    fix: 'Make the PDF again from its source.',
    examine: ({ elements, read }) =>
      examineEach(
        elements,
        (element) => read.store.get(element.dictionary, 'P') !== null || { element, found: element.role },
      ),
  },
];
