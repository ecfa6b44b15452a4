// What the rules look at: the read file, with the views that several rules share, each worked out once.

import type { MarkedContent, PageContent, TextItem } from '../../outputs/pdf/read/content-types.js';
import type { MappedType } from '../../outputs/pdf/read/role-map.js';
import type { StructureChild, StructureElement } from '../../outputs/pdf/read/structure-types.js';
import type { PdfDocumentRead, PdfPage } from '../../outputs/pdf/read.js';

/** The two standards the checker knows. */
export type PdfProfile = 'ua1' | 'ua2';

/** Elements that group without meaning of their own: what is inside them counts as inside their parent. */
const TRANSPARENT: ReadonlySet<string> = new Set(['NonStruct', 'Div', 'Part']);

/** A mark with what is known about it through its surroundings. */
export interface MarkView {
  readonly mark: MarkedContent;
  readonly page: PdfPage;
  /** The element that owns this mark or the nearest one around it. */
  readonly owner: StructureElement | undefined;
  /** Whether this mark or one around it is an artifact. */
  readonly inArtifact: boolean;
  /** Language said by this mark or, failing that, by one around it or by the owner and those above it. */
  readonly lang: string | undefined;
  /** The same without the mark itself. */
  readonly inheritedLang: string | undefined;
}

/** A page's marks, by index as in its content. */
export interface PageView {
  readonly page: PdfPage;
  readonly content: PageContent;
  readonly marks: readonly MarkView[];
}

/** The shared views. */
export interface CheckContext {
  readonly read: PdfDocumentRead;
  readonly profile: PdfProfile;
  readonly elements: readonly StructureElement[];
  readonly pages: readonly PageView[];
  /** Whether the catalog says a language at all. */
  readonly catalogLang: boolean;
  /** Where an element's type leads to; PDF/UA-1 knows no namespaces. */
  readonly mappingOf: (element: StructureElement) => MappedType;
  /** The standard type of an element; undefined when it leads to none. */
  readonly typeOf: (element: StructureElement | undefined) => string | undefined;
  /** The elements of a standard type. */
  readonly ofType: (type: string) => readonly StructureElement[];
  readonly parentOf: (element: StructureElement) => StructureElement | undefined;
  /** Standard type of the parent, looking through grouping elements. */
  readonly parentType: (element: StructureElement) => string | undefined;
  /** Whether an element only groups (NonStruct, Div, Part), so that rules look through it. */
  readonly isTransparent: (element: StructureElement) => boolean;
  /** The nearest element above that is no grouping element. */
  readonly visibleParent: (element: StructureElement) => StructureElement | undefined;
  /** Standard types at the top of the tree, looking through grouping elements. */
  readonly topTypes: () => readonly string[];
  /** Whether marked content or an object stands in an element, directly or through grouping elements. */
  readonly hasContent: (element: StructureElement) => boolean;
  /** Child elements, with those of grouping elements in their place. */
  readonly kids: (element: StructureElement) => readonly StructureElement[];
  /** Standard types of `kids`; types that lead to none are left out. */
  readonly kidTypes: (element: StructureElement) => readonly string[];
  /** Language said on an element or above it. */
  readonly langOf: (element: StructureElement | undefined) => string | undefined;
  /** Index of the first page that holds content of an element. */
  readonly pageOf: (element: StructureElement) => number | undefined;
  readonly textItems: () => Iterable<{ readonly item: TextItem; readonly view: PageView }>;
}

/** Builds the views for a file. */
export function checkContext(read: PdfDocumentRead, profile: PdfProfile): CheckContext {
  const elements = read.structure?.elements ?? [];
  // Nearly every rule asks for the type of nearly every element.
  const mappings = elements.map((element) =>
    profile === 'ua1' && read.structure ? read.structure.mapWithoutNamespace(element.role) : element.mapping,
  );
  const mappingOf = (element: StructureElement): MappedType => mappings[element.index] ?? element.mapping;
  const typeOf = (element: StructureElement | undefined): string | undefined => {
    const mapping = element && mappingOf(element);
    return mapping?.standard ? mapping.type : undefined;
  };
  const parentOf = (element: StructureElement): StructureElement | undefined =>
    element.parent === undefined ? undefined : elements[element.parent];
  const isTransparent = (element: StructureElement): boolean => TRANSPARENT.has(typeOf(element) ?? '');
  const visibleParent = (element: StructureElement): StructureElement | undefined => {
    let parent = parentOf(element);
    while (parent && isTransparent(parent)) parent = parentOf(parent);
    return parent;
  };
  const hasContent = (element: StructureElement): boolean =>
    element.children.some((child) =>
      child.kind === 'element' ? isTransparent(child) && hasContent(child) : true,
    );
  const byType = new Map<string, StructureElement[]>();
  for (const element of elements) {
    const type = typeOf(element);
    if (type === undefined) continue;
    const list = byType.get(type);
    if (list) list.push(element);
    else byType.set(type, [element]);
  }
  const kids = memo((element: StructureElement) => visible(element.children, typeOf));
  const langs = inheritedLangs(elements);
  const langOf = (element: StructureElement | undefined): string | undefined =>
    element && langs[element.index];
  const firstPages = pagesOfElements(elements);
  let pages: readonly PageView[] | undefined;
  const context: CheckContext = {
    read,
    profile,
    elements,
    get pages() {
      pages ??= read.pages.map((page) => pageView(read, page, langOf));
      return pages;
    },
    catalogLang: read.catalog.lang !== undefined,
    mappingOf,
    typeOf,
    ofType: (type) => byType.get(type) ?? [],
    parentOf,
    isTransparent,
    visibleParent,
    parentType: (element) => typeOf(visibleParent(element)),
    topTypes: () =>
      visible(read.structure?.children ?? [], typeOf).flatMap((element) => typeOf(element) ?? []),
    hasContent,
    kids,
    kidTypes: memo((element: StructureElement) => kids(element).flatMap((kid) => typeOf(kid) ?? [])),
    langOf,
    pageOf: (element) => firstPages[element.index],
    textItems: function* () {
      for (const view of context.pages) {
        for (const item of view.content.items) if (item.kind === 'text') yield { item, view };
      }
    },
  };
  return context;
}

function memo<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = compute(key);
      known.set(key, value);
    }
    return value;
  };
}

/** The elements among some children, with those of grouping elements in their place. */
function visible(
  children: readonly StructureChild[],
  typeOf: (element: StructureElement) => string | undefined,
): readonly StructureElement[] {
  const found: StructureElement[] = [];
  const queue = children.filter((child) => child.kind === 'element').reverse();
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (!TRANSPARENT.has(typeOf(next) ?? '')) found.push(next);
    else queue.push(...next.children.filter((child) => child.kind === 'element').reverse());
  }
  return found;
}

/** Parents come before children in `elements`, so one pass is enough. */
function inheritedLangs(elements: readonly StructureElement[]): readonly (string | undefined)[] {
  const langs: (string | undefined)[] = [];
  for (const { lang, parent } of elements)
    langs.push(lang ?? (parent === undefined ? undefined : langs[parent]));
  return langs;
}

function pagesOfElements(elements: readonly StructureElement[]): readonly (number | undefined)[] {
  const pages: (number | undefined)[] = elements.map(({ children }) => {
    const leaf = children.find((child) => child.kind !== 'element' && child.page !== undefined);
    return leaf && leaf.kind !== 'element' ? leaf.page : undefined;
  });
  for (let at = elements.length - 1; at >= 0; at -= 1) {
    const own = pages[at];
    const parent = elements[at]?.parent;
    if (own === undefined || parent === undefined) continue;
    const known = pages[parent];
    if (known === undefined || own < known) pages[parent] = own;
  }
  return pages;
}

function pageView(
  read: PdfDocumentRead,
  page: PdfPage,
  langOf: (element: StructureElement | undefined) => string | undefined,
): PageView {
  const { content } = page;
  const marks: MarkView[] = [];
  for (const mark of content.marks) {
    const around = mark.parent === undefined ? undefined : marks[mark.parent];
    const own = mark.mcid === undefined ? undefined : read.structure?.ownerOfMark(mark.scope, mark.mcid);
    const owner = own ?? around?.owner;
    const inheritedLang = (own && langOf(own)) ?? around?.lang;
    marks.push({
      mark,
      page,
      owner,
      inArtifact: mark.tag === 'Artifact' || (around?.inArtifact ?? false),
      lang: mark.lang ?? inheritedLang,
      inheritedLang,
    });
  }
  return { page, content, marks };
}
