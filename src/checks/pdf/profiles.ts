// The rules in the order in which a report shows them.

import type { PdfProfile } from './context.js';
import type { PdfRule } from './rule.js';
import { annotationRules } from './rules/annotations.js';
import { containmentRules } from './rules/containment.js';
import { documentRules } from './rules/document.js';
import { elementRules } from './rules/elements.js';
import { figureRules } from './rules/figures.js';
import { fontRules } from './rules/fonts.js';
import { foreignRules } from './rules/foreign.js';
import { glyphRules } from './rules/glyphs.js';
import { headingRules } from './rules/headings.js';
import { languageRules } from './rules/language.js';
import { listRules } from './rules/lists.js';
import { markRules } from './rules/marks.js';
import { tableRules } from './rules/tables.js';
import { ua2AnnotationRules } from './rules/ua2-annotations.js';
import { ua2DestinationRules } from './rules/ua2-destinations.js';
import { ua2FormRules } from './rules/ua2-forms.js';
import { ua2StructureRules } from './rules/ua2-structure.js';
import { ua2TextRules } from './rules/ua2-text.js';
import { xmpRules } from './rules/xmp.js';

/** Every rule of both standards. */
export const PDF_RULES: readonly PdfRule[] = [
  ...documentRules,
  ...xmpRules,
  ...markRules,
  ...elementRules,
  ...headingRules,
  ...listRules,
  ...tableRules,
  ...figureRules,
  ...languageRules,
  ...annotationRules,
  ...foreignRules,
  ...fontRules,
  ...glyphRules,
  ...ua2StructureRules,
  ...ua2TextRules,
  ...ua2DestinationRules,
  ...ua2AnnotationRules,
  ...ua2FormRules,
  ...containmentRules,
];

/** The rules of one standard with their clause and test. */
export function rulesOf(profile: PdfProfile): readonly { readonly id: string; readonly rule: PdfRule }[] {
  return PDF_RULES.flatMap((rule) => {
    const id = rule[profile];
    return id === undefined ? [] : [{ id, rule }];
  });
}
