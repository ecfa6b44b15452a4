// The structure tree of a file as plain data (ISO 32000-2, 14.7).

import type { MappedType } from './role-map.js';
import type { PdfDictionary } from './values.js';

/** Attributes of one owner on a structure element (14.7.6). */
export interface StructureAttributes {
  readonly owner: string;
  readonly entries: PdfDictionary;
}

/** A structure element. */
export interface StructureElement {
  readonly kind: 'element';
  /** Its place in `StructureTree.elements`, which is tree order. */
  readonly index: number;
  /** The element around it; undefined at the top. */
  readonly parent: number | undefined;
  /** The type as written. */
  readonly role: string;
  /** The standard type it stands for; the type itself when it is mapped to none. */
  readonly mappedRole: string;
  readonly mapping: MappedType;
  /** Address of its namespace; that of PDF 1.7 when it names none. */
  readonly namespace: string;
  readonly lang: string | undefined;
  readonly alt: string | undefined;
  readonly actualText: string | undefined;
  readonly expansion: string | undefined;
  readonly title: string | undefined;
  /** Identifier as a byte string; undefined when missing. */
  readonly id: string | undefined;
  readonly attributes: readonly StructureAttributes[];
  readonly children: readonly StructureChild[];
  readonly objectNumber: number | undefined;
  readonly dictionary: PdfDictionary;
}

/** Marked content that an element owns. */
export interface ContentReference {
  readonly kind: 'content';
  readonly mcid: number;
  /** Index of the page; undefined when none is said. */
  readonly page: number | undefined;
  /** Object number of the form XObject that holds the mark; undefined for page content. */
  readonly form: number | undefined;
}

/** A whole object, such as an annotation, that an element owns. */
export interface ObjectReference {
  readonly kind: 'object';
  readonly page: number | undefined;
  readonly objectNumber: number | undefined;
  readonly dictionary: PdfDictionary;
}

/** What may stand under an element. */
export type StructureChild = StructureElement | ContentReference | ObjectReference;

/** The whole tree. */
export interface StructureTree {
  readonly dictionary: PdfDictionary;
  /** Top elements in order. */
  readonly children: readonly StructureElement[];
  /** All elements in tree order. */
  readonly elements: readonly StructureElement[];
  /** Role map of the tree root: type to type, as written. */
  readonly roleMap: ReadonlyMap<string, string>;
  /** Where a type leads by the root's role map alone, as a reader of PDF 1.7 has it, which knows no namespaces. */
  readonly mapWithoutNamespace: (role: string) => MappedType;
  /** Addresses of the declared namespaces, in order. */
  readonly namespaces: readonly string[];
  /** Elements by identifier, from the IDTree. */
  readonly idTree: ReadonlyMap<string, StructureElement | undefined>;
  /** The element that the ParentTree gives for a mark in a scope (StructParents). */
  readonly ownerOfMark: (scope: number | undefined, mcid: number) => StructureElement | undefined;
  /** The element that the ParentTree gives for a whole object (StructParent). */
  readonly ownerOfObject: (structParent: number | undefined) => StructureElement | undefined;
  /** The element a dictionary of the file is; undefined when it is not in the tree. */
  readonly elementOf: (dictionary: PdfDictionary | undefined) => StructureElement | undefined;
}
