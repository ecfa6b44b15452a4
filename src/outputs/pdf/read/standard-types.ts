// The standard structure types and their namespaces (ISO 32000-1, 14.8.4; ISO 32000-2, 14.8.4 and 14.8.6).

/** The namespace of PDF 1.7's types, which also stands for "no namespace said". */
export const NAMESPACE_1_7 = 'http://iso.org/pdf/ssn';

/** The namespace of PDF 2.0's types. */
export const NAMESPACE_2_0 = 'http://iso.org/pdf2/ssn';

/** The namespace of MathML. */
export const NAMESPACE_MATHML = 'http://www.w3.org/1998/Math/MathML';

const BOTH = `Document Part Sect Div Caption NonStruct P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot
Span Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form`;
const ONLY_1_7 = 'Art BlockQuote TOC TOCI Index Private Quote Note Reference BibEntry Code';
const ONLY_2_0 = 'DocumentFragment Aside Title FENote Sub Em Strong Artifact';

const STANDARD_1_7: ReadonlySet<string> = new Set(`${BOTH} ${ONLY_1_7}`.split(/\s+/));
const STANDARD_2_0: ReadonlySet<string> = new Set(`${BOTH} ${ONLY_2_0}`.split(/\s+/));

/** Says whether a type is standard in a namespace; headings of any depth are in PDF 2.0. */
export function isStandardType(type: string, namespace: string): boolean {
  if (namespace === NAMESPACE_1_7) return STANDARD_1_7.has(type);
  if (namespace === NAMESPACE_2_0) return STANDARD_2_0.has(type) || /^H[1-9]\d*$/.test(type);
  return namespace === NAMESPACE_MATHML;
}
