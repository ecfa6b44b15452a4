/** The criteria of WCAG 2.2 at levels A and AA, and how an explainer answers each (W3C Recommendation, 12 December 2024). Data. */

/** How a criterion is answered. */
export type Answer = 'by construction' | 'checked' | 'by a person' | 'not applicable';

/** One criterion. */
export interface Criterion {
  readonly number: string;
  readonly name: string;
  readonly level: 'A' | 'AA';
  readonly answer: Answer;
  readonly reason: string;
}

type Row = readonly [number: string, name: string, level: 'A' | 'AA', answer: Answer, reason: string];

const rows: readonly Row[] = [
  [
    '1.1.1',
    'Non-text Content',
    'A',
    'checked',
    'Every picture has words or is marked as decoration; whether they are true is for people.',
  ],
  [
    '1.2.1',
    'Audio-only and Video-only (Prerecorded)',
    'A',
    'not applicable',
    'Explainers hold no sound and no film.',
  ],
  ['1.2.2', 'Captions (Prerecorded)', 'A', 'not applicable', 'Explainers hold no sound and no film.'],
  [
    '1.2.3',
    'Audio Description or Media Alternative (Prerecorded)',
    'A',
    'not applicable',
    'Explainers hold no sound and no film.',
  ],
  ['1.2.4', 'Captions (Live)', 'AA', 'not applicable', 'Explainers hold no sound and no film.'],
  [
    '1.2.5',
    'Audio Description (Prerecorded)',
    'AA',
    'not applicable',
    'Explainers hold no sound and no film.',
  ],
  [
    '1.3.1',
    'Info and Relationships',
    'A',
    'checked',
    'Headings, lists, tables and notes come from the model, and are checked in page and PDF.',
  ],
  [
    '1.3.2',
    'Meaningful Sequence',
    'A',
    'by construction',
    'Page and PDF follow the order of the text; styles change no order.',
  ],
  [
    '1.3.3',
    'Sensory Characteristics',
    'A',
    'by a person',
    'A machine does not know what a sentence points to.',
  ],
  ['1.3.4', 'Orientation', 'AA', 'checked', 'No style is turned with the screen.'],
  ['1.3.5', 'Identify Input Purpose', 'AA', 'not applicable', 'There are no fields.'],
  [
    '1.4.1',
    'Use of Color',
    'A',
    'by a person',
    'Charts have patterns and words; whether words lean on colour is for people.',
  ],
  ['1.4.2', 'Audio Control', 'A', 'not applicable', 'Nothing sounds.'],
  ['1.4.3', 'Contrast (Minimum)', 'AA', 'checked', 'Measured on the page in light and dark.'],
  ['1.4.4', 'Resize Text', 'AA', 'checked', 'Measured at twice the size of text.'],
  ['1.4.5', 'Images of Text', 'AA', 'by a person', 'A machine does not read pictures here.'],
  ['1.4.10', 'Reflow', 'AA', 'checked', 'Measured at 320 pixels.'],
  ['1.4.11', 'Non-text Contrast', 'AA', 'checked', 'Measured where engines can, and with forced colours.'],
  ['1.4.12', 'Text Spacing', 'AA', 'checked', 'Measured with wider lines, words and letters.'],
  ['1.4.13', 'Content on Hover or Focus', 'AA', 'by construction', 'Nothing appears on hover or focus.'],
  ['2.1.1', 'Keyboard', 'A', 'checked', 'A walk with the Tab key meets every control.'],
  ['2.1.2', 'No Keyboard Trap', 'A', 'checked', 'The walk ends.'],
  ['2.1.4', 'Character Key Shortcuts', 'A', 'by construction', 'There are no shortcuts.'],
  ['2.2.1', 'Timing Adjustable', 'A', 'by construction', 'Nothing is limited in time.'],
  ['2.2.2', 'Pause, Stop, Hide', 'A', 'checked', 'Nothing moves for those who asked for less motion.'],
  ['2.3.1', 'Three Flashes or Below Threshold', 'A', 'by construction', 'Nothing flashes.'],
  ['2.4.1', 'Bypass Blocks', 'A', 'checked', 'Skip link, landmarks and headings.'],
  ['2.4.2', 'Page Titled', 'A', 'checked', 'The title begins with the headline.'],
  ['2.4.3', 'Focus Order', 'A', 'checked', 'The walk follows the order of the page.'],
  [
    '2.4.4',
    'Link Purpose (In Context)',
    'A',
    'checked',
    'Links have words; whether they say where is also for people.',
  ],
  ['2.4.5', 'Multiple Ways', 'AA', 'by construction', 'The list of explainers, and contents in long ones.'],
  ['2.4.6', 'Headings and Labels', 'AA', 'by a person', 'A machine finds empty headings, not unclear ones.'],
  ['2.4.7', 'Focus Visible', 'AA', 'checked', 'Compared with and without focus on the walk.'],
  ['2.4.11', 'Focus Not Obscured (Minimum)', 'AA', 'checked', 'Looked for on the walk.'],
  ['2.5.1', 'Pointer Gestures', 'A', 'by construction', 'No gesture is needed.'],
  ['2.5.2', 'Pointer Cancellation', 'A', 'by construction', 'Nothing happens on pressing down.'],
  ['2.5.3', 'Label in Name', 'A', 'checked', 'Names hold the words that are seen.'],
  ['2.5.4', 'Motion Actuation', 'A', 'by construction', 'Nothing listens to motion.'],
  ['2.5.7', 'Dragging Movements', 'AA', 'by construction', 'Nothing is dragged.'],
  ['2.5.8', 'Target Size (Minimum)', 'AA', 'checked', 'Measured at each width.'],
  ['3.1.1', 'Language of Page', 'A', 'checked', 'From the front matter; checked in page and PDF.'],
  [
    '3.1.2',
    'Language of Parts',
    'AA',
    'checked',
    'Other scripts are found; other languages of one script are for people.',
  ],
  ['3.2.1', 'On Focus', 'A', 'by construction', 'Nothing changes on focus.'],
  ['3.2.2', 'On Input', 'A', 'not applicable', 'There are no fields.'],
  ['3.2.3', 'Consistent Navigation', 'AA', 'by construction', 'All pages come from one layout.'],
  [
    '3.2.4',
    'Consistent Identification',
    'AA',
    'by construction',
    'All pages use the same words for the same things.',
  ],
  [
    '3.2.6',
    'Consistent Help',
    'A',
    'by construction',
    'The publisher’s contact stands at one place of the layout.',
  ],
  ['3.3.1', 'Error Identification', 'A', 'not applicable', 'There are no fields.'],
  ['3.3.2', 'Labels or Instructions', 'A', 'not applicable', 'There are no fields.'],
  ['3.3.3', 'Error Suggestion', 'AA', 'not applicable', 'There are no fields.'],
  ['3.3.4', 'Error Prevention (Legal, Financial, Data)', 'AA', 'not applicable', 'There are no fields.'],
  ['3.3.7', 'Redundant Entry', 'A', 'not applicable', 'There are no fields.'],
  ['3.3.8', 'Accessible Authentication (Minimum)', 'AA', 'not applicable', 'Nobody signs in.'],
  ['4.1.2', 'Name, Role, Value', 'A', 'checked', 'By axe-core and html-validate.'],
  ['4.1.3', 'Status Messages', 'AA', 'not applicable', 'There are no status messages.'],
];

/** All of them, in the order of the standard. */
export const criteria: readonly Criterion[] = rows.map(([number, name, level, answer, reason]) => ({
  number,
  name,
  level,
  answer,
  reason,
}));
