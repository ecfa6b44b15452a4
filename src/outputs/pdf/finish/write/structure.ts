/** Writes the tag tree: one structure element for each element of the model, with its marks, attributes and way back. */

import type { Position } from 'unist';
import type { Conformance, WrittenRole } from '../../conformance/conformance.js';
import { pdf2Namespace } from '../../conformance/conformance.js';
import type { Box } from '../content/geometry.js';
import { ascii, dict, name, type PdfDict, type PdfRef, type PdfValue, text } from '../file/values.js';
import type { PdfBuilder } from '../file/write.js';
import type { ModelElement, ModelImage, ModelMarker, ModelText, OwnedMark } from '../model/model.js';
import type { StructureElement, StructureNode } from '../structure.js';
import { attributesOf } from './attributes.js';
import { Kids, type MarkedSurface } from './kids.js';

/** What the tree writer needs to know. */
export interface TreeInput {
  readonly root: ModelElement;
  readonly surfaces: readonly MarkedSurface[];
  readonly conformance: Conformance;
  /** New annotations of a link, with their pages. */
  readonly annotations: (link: ModelElement) => readonly { readonly ref: PdfRef; readonly page: PdfRef }[];
  readonly boxes: (element: ModelElement) => Box | undefined;
  /** Words of an annotation for the tree as written. */
  readonly linkName: (link: ModelElement) => string;
}

/** The tree as written. */
export interface WrittenTree {
  readonly treeRoot: PdfRef;
  readonly elements: ReadonlyMap<ModelElement, PdfRef>;
  readonly structure: StructureElement;
}

type Leaf = ModelText | ModelImage | ModelMarker;

/** Writes the tree and its root. Annotation keys follow those of the surfaces. */
export class TreeWriter {
  readonly elements = new Map<ModelElement, PdfRef>();
  private readonly builder: PdfBuilder;
  private readonly input: TreeInput;
  private readonly owners: PdfRef[][];
  private readonly annotationOwners = new Map<number, PdfRef>();
  private readonly ids = new Map<string, PdfRef>();
  private readonly cellIds = new Map<ModelElement, string>();
  private readonly namespace: PdfRef | undefined;

  constructor(builder: PdfBuilder, input: TreeInput) {
    this.builder = builder;
    this.input = input;
    this.owners = input.surfaces.map(() => []);
    this.namespace =
      input.conformance.version === '2.0'
        ? builder.add(dict({ Type: name('Namespace'), NS: ascii(pdf2Namespace) }))
        : undefined;
  }

  write(annotationKey: (annotation: PdfRef) => number): WrittenTree {
    const treeRoot = this.builder.reserve();
    this.reserve(this.input.root);
    const { conformance } = this.input;
    const written = this.element(this.input.root, treeRoot, '', annotationKey);
    const ref = this.refOf(this.input.root);
    const roleMap = dict(
      Object.fromEntries(
        Object.entries(conformance.roleMap).map(([type, standard]) => [type, name(standard)]),
      ),
    );
    this.builder.set(
      treeRoot,
      dict({
        Type: name('StructTreeRoot'),
        K: [ref],
        ParentTree: this.builder.add(this.parentTree()),
        ParentTreeNextKey: this.owners.length + this.annotationOwners.size,
        IDTree: this.ids.size === 0 ? undefined : this.builder.add(this.idTree()),
        RoleMap: roleMap.size === 0 ? undefined : roleMap,
        Namespaces: this.namespace === undefined ? undefined : [this.namespace],
      }),
    );
    return { treeRoot, elements: this.elements, structure: written };
  }

  private reserve(element: ModelElement): void {
    if (this.roleOf(element) !== null) this.elements.set(element, this.builder.reserve());
    for (const child of element.children) if (child.kind === 'element') this.reserve(child);
  }

  private roleOf(element: ModelElement): WrittenRole | null {
    const { roles, otherRoles } = this.input.conformance;
    const own = roles[element.role];
    return own === undefined ? { type: element.role, namespace: otherRoles } : own;
  }

  private refOf(element: ModelElement): PdfRef {
    const ref = this.elements.get(element);
    if (ref === undefined) throw new TypeError('An element was not prepared.');
    return ref;
  }

  private element(
    element: ModelElement,
    parent: PdfRef,
    outerLang: string,
    annotationKey: (annotation: PdfRef) => number,
  ): StructureElement {
    const ref = this.refOf(element);
    const role = this.roleOf(element);
    const kids = new Kids();
    const children: StructureNode[] = [];
    this.children(element, ref, element.lang, kids, children, annotationKey);
    const drawn = givenMarker(element);
    const id = this.idOf(element);
    if (id !== undefined) this.ids.set(id, ref);
    const refs = element.refs.filter((other) => this.elements.has(other)).map((other) => this.refOf(other));
    this.builder.set(
      ref,
      dict({
        Type: name('StructElem'),
        S: name(role?.type ?? element.role),
        NS: role?.namespace === 'pdf2' ? this.namespace : undefined,
        P: parent,
        Pg: kids.page,
        ID: id === undefined ? undefined : text(id),
        Lang: element.lang === outerLang ? undefined : text(element.lang),
        Alt: element.alt === undefined ? undefined : text(element.alt),
        ActualText: drawn === undefined ? undefined : text(drawn),
        E: element.expansion === undefined ? undefined : text(element.expansion),
        Ref: this.namespace !== undefined && refs.length > 0 ? refs : undefined,
        A: attributesOf(element, this.input.conformance, this.input.boxes(element), (cell) =>
          this.cellId(cell),
        ),
        K: kids.value(),
      }),
    );
    return written(role?.type ?? element.role, element, children, outerLang, id);
  }

  private children(
    element: ModelElement,
    ref: PdfRef,
    lang: string,
    kids: Kids,
    children: StructureNode[],
    annotationKey: (annotation: PdfRef) => number,
  ): void {
    for (const child of element.children) {
      if (child.kind !== 'element') children.push(this.leaf(child, ref, kids));
      else if (this.roleOf(child) === null) this.children(child, ref, lang, kids, children, annotationKey);
      else {
        kids.push(this.refOf(child));
        children.push(this.element(child, ref, lang, annotationKey));
      }
    }
    if (element.role !== 'Link') return;
    for (const annotation of this.input.annotations(element)) {
      kids.push(dict({ Type: name('OBJR'), Obj: annotation.ref, Pg: annotation.page }));
      this.annotationOwners.set(annotationKey(annotation.ref), ref);
      children.push({ kind: 'annotation', name: this.input.linkName(element) });
    }
  }

  private leaf(leaf: Leaf, owner: PdfRef, kids: Kids): StructureNode {
    const page = (this.input.surfaces[leaf.marks[0]?.surface ?? 0]?.pageNumber ?? 0) + 1;
    if (leaf.kind === 'text' && leaf.actualText !== undefined) {
      const span = this.builder.reserve();
      const inner = new Kids();
      this.marks(leaf.marks, span, inner);
      this.builder.set(
        span,
        dict({
          Type: name('StructElem'),
          S: name('Span'),
          NS: this.namespace,
          P: owner,
          Pg: inner.page,
          ActualText: text(leaf.actualText),
          K: inner.value(),
        }),
      );
      kids.push(span);
      return {
        kind: 'element',
        role: 'Span',
        actualText: leaf.actualText,
        children: [{ kind: 'text', text: leaf.actualText, page }],
        origin: leaf.position,
      };
    }
    this.marks(leaf.marks, owner, kids);
    if (leaf.kind === 'image') return { kind: 'picture', page };
    return { kind: 'text', text: leaf.words, page };
  }

  private marks(marks: readonly OwnedMark[], owner: PdfRef, kids: Kids): void {
    for (const mark of marks) {
      const surface = this.input.surfaces[mark.surface];
      const owners = this.owners[mark.surface];
      if (surface === undefined || owners === undefined) throw new TypeError('A mark has no surface.');
      owners[mark.id] = owner;
      kids.mark(mark.id, surface);
    }
  }

  private idOf(element: ModelElement): string | undefined {
    if (element.role === 'Note') return `note-${element.noteNumber ?? 0}`;
    return element.role === 'TH' ? this.cellId(element) : undefined;
  }

  private cellId(cell: ModelElement): string {
    const known = this.cellIds.get(cell);
    if (known !== undefined) return known;
    const id = `cell-${this.cellIds.size + 1}`;
    this.cellIds.set(cell, id);
    return id;
  }

  /** Pages and forms first, then annotations. */
  private parentTree(): PdfDict {
    const numbers: PdfValue[] = [];
    for (const [index, owners] of this.owners.entries()) {
      numbers.push(this.input.surfaces[index]?.structParents ?? index, this.builder.add(owners));
    }
    for (const [key, owner] of [...this.annotationOwners].sort((a, b) => a[0] - b[0]))
      numbers.push(key, owner);
    return dict({ Nums: numbers });
  }

  private idTree(): PdfDict {
    const sorted = [...this.ids].sort(([a], [b]) => (a < b ? -1 : 1));
    return dict({ Names: sorted.flatMap(([id, ref]) => [text(id), ref]) });
  }
}

function givenMarker(element: ModelElement): string | undefined {
  const [only] = element.children;
  return only?.kind === 'marker' && only.needsWords ? only.words : undefined;
}

function written(
  role: string,
  element: ModelElement,
  children: readonly StructureNode[],
  outerLang: string,
  id: string | undefined,
): StructureElement {
  const origin: Position | undefined = element.origin;
  return {
    kind: 'element',
    role,
    ...(element.lang === outerLang ? {} : { lang: element.lang }),
    ...(element.alt === undefined ? {} : { alt: element.alt }),
    ...(element.expansion === undefined ? {} : { expansion: element.expansion }),
    ...(id === undefined ? {} : { id }),
    ...(element.role === 'Link' && element.href !== undefined ? { target: element.href } : {}),
    children,
    origin,
  };
}
