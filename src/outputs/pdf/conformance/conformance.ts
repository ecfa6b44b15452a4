/** What differs between the two kinds of file: a small table each, and nothing else. */

/** Short names of the two kinds. */
export type PdfProfile = 'ua1' | 'ua2';

/** A property of an XMP schema with a simple value. */
export interface XmpProperty {
  readonly name: string;
  readonly value: string;
}

/** An XMP schema that identifies the file. */
export interface XmpSchema {
  readonly prefix: string;
  readonly namespace: string;
  readonly properties: readonly XmpProperty[];
}

/** How a structure type of the model is written: under which name, in the PDF 2.0 namespace or the default one, or not at all. */
export interface WrittenRole {
  readonly type: string;
  readonly namespace: 'default' | 'pdf2';
}

/** One kind of file. */
export interface Conformance {
  readonly profile: PdfProfile;
  readonly version: '1.7' | '2.0';
  /** Types that are written differently from the model; `null` leaves the element out and keeps its content. */
  readonly roles: Readonly<Record<string, WrittenRole | null>>;
  /** For types that `roles` does not name. */
  readonly otherRoles: 'default' | 'pdf2';
  /** Own types and the standard type each stands for (PDF 1.7). */
  readonly roleMap: Readonly<Record<string, string>>;
  /** Whether an Info dictionary repeats the metadata (PDF/A-2) or none is allowed (PDF/A-4). */
  readonly info: boolean;
  /** Whether links and bookmarks lead to structure elements, with the place on the page beside them. */
  readonly structureDestinations: boolean;
  /** List numbering where items carry no marker. */
  readonly unmarkedLists: { readonly ordered: string; readonly unordered: string };
  readonly noteAttributes: boolean;
  readonly schemas: readonly XmpSchema[];
  /** Whether the PDF/UA schema has to be described in an extension schema (PDF/A-2, 6.6.2.3). */
  readonly describesUaSchema: boolean;
  /** PDF declarations (PDF Association, 2019) that the file makes. */
  readonly declarations: readonly string[];
}

/** Namespace of PDF 2.0 structure types (ISO 32000-2, 14.8.6). */
export const pdf2Namespace = 'http://iso.org/pdf2/ssn';
