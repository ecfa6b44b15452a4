/**
 * Which rules of different engines speak of one and the same defect, so that it is told once. What is not here is told by each engine
 * for itself.
 */

const defects: Readonly<Record<string, readonly string[]>> = {
  'image without words': [
    'axe-core image-alt',
    'alfa sia-r2',
    'axe-core input-image-alt',
    'axe-core role-img-alt',
    'axe-core svg-img-alt',
    'equal-access img_alt_valid',
    'equal-access aria_img_labelled',
    'htmlcs H37',
    'html-validate wcag/h37',
    'html-validate wcag/h36',
    'nu image without words',
  ],
  'low contrast': [
    'axe-core color-contrast',
    'equal-access text_contrast_sufficient',
    'htmlcs G18.Fail',
    'htmlcs G145.Fail',
  ],
  'field without label': [
    'axe-core label',
    'alfa sia-r8',
    'axe-core select-name',
    'equal-access input_label_exists',
    'htmlcs F68',
    'htmlcs H91.InputText.Name',
    'html-validate input-missing-label',
  ],
  'button without words': [
    'axe-core button-name',
    'alfa sia-r12',
    'htmlcs H91.Button.Name',
    'html-validate text-content',
    'equal-access input_label_visible',
  ],
  'link without words': [
    'axe-core link-name',
    'alfa sia-r11',
    'equal-access a_text_purpose',
    'htmlcs H91.A.NoContent',
    'html-validate wcag/h30',
  ],
  'frame without title': [
    'axe-core frame-title',
    'alfa sia-r13',
    'equal-access frame_title_exists',
    'htmlcs H64.1',
  ],
  'page without language': [
    'axe-core html-has-lang',
    'alfa sia-r4',
    'equal-access html_lang_exists',
    'htmlcs H57.2',
    'html-validate missing-lang',
  ],
  'language that is none': [
    'axe-core html-lang-valid',
    'alfa sia-r5',
    'axe-core valid-lang',
    'equal-access html_lang_valid',
    'equal-access element_lang_valid',
    'htmlcs H57.3.Lang',
    'html-validate valid-lang',
  ],
  'page without title': [
    'axe-core document-title',
    'alfa sia-r1',
    'equal-access page_title_exists',
    'htmlcs H25.1.NoTitleEl',
    'htmlcs H25.1.EmptyTitle',
    'html-validate empty-title',
  ],
  'two things with one id': [
    'axe-core duplicate-id-aria',
    'alfa sia-r3',
    'equal-access element_id_unique',
    'htmlcs F77',
    'html-validate no-dup-id',
    'nu duplicate id',
  ],
  'heading without words': [
    'axe-core empty-heading',
    'alfa sia-r64',
    'equal-access heading_content_exists',
    'htmlcs H42.2',
    'html-validate empty-heading',
  ],
  'no main part': ['axe-core landmark-one-main', 'landmarks-are-complete'],
  'zoom forbidden': [
    'axe-core meta-viewport',
    'alfa sia-r47',
    'equal-access meta_viewport_zoomable',
    'zoom-is-allowed',
  ],
};

const byRule = new Map(
  Object.entries(defects).flatMap(([defect, rules]) => rules.map((rule) => [rule, defect] as const)),
);

/** The defect behind an engine's rule (`axe-core image-alt`); undefined when no other engine has a rule for it. */
export function defectOf(rule: string): string | undefined {
  return byRule.get(rule);
}
