/** The label of a field says what to write. */

import { measuredCheck, type RenderedCheck } from '../measured-check.js';
import { onlyIn } from '../states.js';

const id = 'field-label-is-clear';

/** A label that nothing about the field explains asks a person (WCAG 2.2, 2.4.6). */
export const fieldLabelIsClear: RenderedCheck = measuredCheck({
  id,
  title: 'The label of a field says what to write.',
  severity: 'warning',
  criteria: ['2.4.6', '3.3.2'],
  looksAt: onlyIn('light-1440-closed'),
  measure: 'names.fieldsToJudge',
  fails: {
    what: 'Please judge: does the label “{found}” say what to write here? {html}',
    why: 'Readers who cannot see what stands around the field have the label alone.',
    fix: 'If not, write what is asked for; name groups of fields by a legend.',
  },
  asks: {
    what: 'Please judge: does the label “{found}” say what to write here? {html}',
    why: 'Readers who cannot see what stands around the field have the label alone.',
    fix: 'If not, write what is asked for; name groups of fields by a legend.',
  },
  examples: {
    passes: [{ title: 'A plain label', text: `<label>Street <input name="street"></label>` }],
    fails: [],
    cannotTell: [
      { title: 'A label that nothing explains', text: `<label>Menu <input name="fname"></label>` },
    ],
  },
});
