/**
 * W3C's ACT rules that we claim, each with the checks that answer it. `axe-core x` is a rule of that engine, reported by `axe-finds-nothing`
 * or, where it cannot tell, by `engine-questions-are-answered`; everything else is the id of a check of our own.
 */
export const actRules: Readonly<Record<string, readonly string[]>> = {
  // Page
  '047fe0': ['content-has-a-heading', 'landmarks-are-complete'],
  '2779a5': ['axe-core document-title'],
  b40fd1: ['landmarks-are-complete'],
  b5c3f8: ['axe-core html-has-lang'],
  bf051a: ['axe-core html-lang-valid'],
  bc659a: ['axe-core meta-refresh'],
  c4a8a4: ['title-fits-the-page'],
  cf77f2: ['skip-link-works', 'landmarks-are-complete'],
  de46e4: ['axe-core valid-lang'],
  off6ek: ['language-matches-words'],
  ucwvc8: ['language-matches-words'],
  ye5d6e: ['skip-link-works'],
  // Pictures
  '23a2a8': ['axe-core image-alt', 'axe-core role-img-alt'],
  '59796f': ['axe-core input-image-alt'],
  '7d6734': ['axe-core svg-img-alt'],
  e88epe: ['silent-image-adds-nothing'],
  qt1vmo: ['alt-is-true'],
  // Headings, tables
  a25f45: ['axe-core td-headers-attr'],
  b49b2e: ['heading-fits-its-text'],
  d0f69e: ['axe-core th-has-data-cells'],
  ffd0e9: ['axe-core empty-heading'],
  // Links, frames
  '4b1c6c': ['frame-names-are-distinct'],
  '5effbb': ['link-text-says-where'],
  aizyf1: ['link-text-says-where'],
  b20e66: ['link-texts-are-distinct'],
  c487ae: ['axe-core link-name', 'axe-core area-alt'],
  cae760: ['axe-core frame-title'],
  fd3a94: ['link-texts-are-distinct'],
  // Controls
  '2ee8b8': ['label-is-in-name'],
  '73f2c2': ['axe-core autocomplete-valid'],
  '97a4e1': ['axe-core button-name'],
  cc0f0a: ['field-label-is-clear'],
  e086e5: [
    'axe-core label',
    'axe-core select-name',
    'axe-core aria-input-field-name',
    'axe-core aria-toggle-field-name',
  ],
  m6b1q3: ['axe-core aria-command-name', 'axe-core button-name', 'axe-core link-name'],
  // ARIA
  '307n5z': ['axe-core nested-interactive'],
  '46ca7f': ['axe-core presentation-role-conflict'],
  '4e8ab6': ['axe-core aria-required-attr'],
  '5c01ea': ['axe-core aria-allowed-attr', 'axe-core aria-prohibited-attr'],
  '5f99a7': ['axe-core aria-valid-attr'],
  '674b10': ['axe-core aria-roles'],
  '6a7281': ['axe-core aria-valid-attr-value'],
  '6cfa84': ['axe-core aria-hidden-focus'],
  bc4a75: ['axe-core aria-required-children'],
  ff89c9: ['axe-core aria-required-parent'],
  kb1m8s: ['axe-core aria-prohibited-attr', 'axe-core presentation-role-conflict'],
  // Colour, spacing, zoom, turning
  '24afc2': ['text-spacing-is-free', 'axe-core avoid-inline-spacing'],
  '59br37': ['text-grows-to-200'],
  '78fd32': ['text-spacing-is-free', 'axe-core avoid-inline-spacing'],
  '9bd38c': ['content-needs-no-look'],
  '9e45ec': ['text-spacing-is-free', 'axe-core avoid-inline-spacing'],
  afw4f7: ['axe-core color-contrast'],
  b33eff: ['screen-may-be-turned'],
  b4f0c3: ['zoom-is-allowed', 'axe-core meta-viewport'],
  // Keyboard, motion
  '80af7b': ['keyboard-reaches-everything'],
  a1b64e: ['keyboard-reaches-everything'],
  ebe86a: ['keyboard-reaches-everything'],
  efbfc7: ['text-changes-on-demand'],
  ffbc54: ['single-keys-do-nothing'],
  oj04fd: ['focus-is-visible'],
};
