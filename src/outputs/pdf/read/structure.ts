// Reads the structure tree: elements, their attributes and children, and the trees that lead back to them (ISO 32000-2, 14.7).

import { LimitReached } from './limits.js';
import { RoleMap } from './role-map.js';
import { NAMESPACE_1_7 } from './standard-types.js';
import type { ObjectStore } from './store.js';
import type {
  StructureAttributes,
  StructureChild,
  StructureElement,
  StructureTree,
} from './structure-types.js';
import { nameTree, numberTree } from './trees.js';
import { isKind, latin1, type PdfDictionary, type PdfValue } from './values.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Building {
  readonly store: ObjectStore;
  readonly roles: RoleMap;
  readonly root: PdfDictionary;
  readonly pageOf: (dictionary: PdfDictionary | undefined) => number | undefined;
  readonly elements: StructureElement[];
  readonly byDictionary: Map<PdfDictionary, StructureElement>;
}

/** Reads the tree under a catalog; undefined when the catalog has none. `pageOf` gives the index of a page dictionary. */
export function readStructure(
  store: ObjectStore,
  catalog: PdfDictionary,
  pageOf: (dictionary: PdfDictionary | undefined) => number | undefined,
): StructureTree | undefined {
  const root = store.dictionary(catalog.entries.get('StructTreeRoot'));
  if (!root) return undefined;
  const namespaces = store.items(root.entries.get('Namespaces')).filter((item) => isKind(item, 'dictionary'));
  const roles = new RoleMap(store, root, namespaces);
  const building: Building = { store, roles, root, pageOf, elements: [], byDictionary: new Map() };
  const children = readTree(building);
  const elementOf = (dictionary: PdfDictionary | undefined): StructureElement | undefined =>
    dictionary && building.byDictionary.get(dictionary);
  const parentTree = numberTree(store, store.dictionary(root.entries.get('ParentTree')));
  const idTree = nameTree(store, store.dictionary(root.entries.get('IDTree')));
  const roleMap = new Map<string, string>();
  for (const [type, target] of store.dictionaryAt(root, 'RoleMap').entries) {
    const direct = store.resolve(target);
    if (isKind(direct, 'name')) roleMap.set(type, direct.name);
  }
  return {
    dictionary: root,
    children,
    elements: building.elements,
    roleMap,
    mapWithoutNamespace: (role) => roles.map({ type: role, namespace: NAMESPACE_1_7 }),
    namespaces: namespaces.map((namespace) => store.text(namespace, 'NS') ?? ''),
    idTree: new Map([...idTree].map(([id, value]) => [id, elementOf(store.dictionary(value))])),
    ownerOfMark: (scope, mcid) => {
      if (scope === undefined || mcid < 0) return undefined;
      return elementOf(store.dictionary(store.rawItems(parentTree.get(scope))[mcid]));
    },
    ownerOfObject: (structParent) =>
      structParent === undefined ? undefined : elementOf(store.dictionary(parentTree.get(structParent))),
    elementOf,
  };
}

/** A piece of work: read one child of an element into that element's list. */
interface Task {
  readonly value: PdfValue;
  readonly parent: StructureElement | undefined;
  readonly page: number | undefined;
  readonly into: StructureChild[];
}

/** Walks the tree with a stack of its own, so that deep nesting cannot exhaust the call stack. */
function readTree(building: Building): readonly StructureElement[] {
  const top: StructureChild[] = [];
  const stack: Task[] = [];
  const plan = (
    kids: PdfValue | undefined,
    parent: StructureElement | undefined,
    page: number | undefined,
    into: StructureChild[],
  ): void => {
    const values = building.store.rawItems(kids);
    for (let at = values.length - 1; at >= 0; at -= 1)
      stack.push({ value: values[at] ?? null, parent, page, into });
  };
  plan(building.root.entries.get('K'), undefined, undefined, top);
  for (let task = stack.pop(); task; task = stack.pop()) {
    const child = readChild(building, task);
    if (!child) continue;
    task.into.push(child.node);
    if (child.node.kind === 'element')
      plan(child.node.dictionary.entries.get('K'), child.node, child.page, child.into);
  }
  return top.filter((child) => child.kind === 'element');
}

function readChild(
  building: Building,
  { value, parent, page }: Task,
):
  | { readonly node: StructureChild; readonly page: number | undefined; readonly into: StructureChild[] }
  | undefined {
  const { store, pageOf } = building;
  const direct = store.resolve(value);
  const leaf = (node: StructureChild) => ({ node, page, into: [] });
  if (typeof direct === 'number')
    return parent && leaf({ kind: 'content', mcid: direct, page, form: undefined });
  if (!isKind(direct, 'dictionary')) return undefined;
  const own = pageOf(store.dictionary(direct.entries.get('Pg'))) ?? page;
  const type = store.name(direct, 'Type');
  if (type === 'MCR') {
    const form = store.numberOf(store.resolve(direct.entries.get('Stm')));
    return leaf({ kind: 'content', mcid: store.number(direct, 'MCID') ?? -1, page: own, form });
  }
  if (type === 'OBJR') {
    const target = store.dictionary(direct.entries.get('Obj'));
    return (
      target && leaf({ kind: 'object', page: own, objectNumber: store.numberOf(target), dictionary: target })
    );
  }
  // An element met a second time is either a loop or two owners of one element: only the first counts.
  if (building.byDictionary.has(direct)) return undefined;
  if (building.elements.length >= store.limits.structureElements) throw new LimitReached('structureElements');
  const into: StructureChild[] = [];
  const node = readElement(building, direct, parent, into);
  return { node, page: own, into };
}

function readElement(
  building: Building,
  dictionary: PdfDictionary,
  parent: StructureElement | undefined,
  children: StructureChild[],
): StructureElement {
  const { store, roles, elements, byDictionary } = building;
  const role = store.name(dictionary, 'S') ?? '';
  const stated = store.dictionary(dictionary.entries.get('NS'));
  const namespace = stated ? roles.learn(stated) : NAMESPACE_1_7;
  const mapping = roles.map({ type: role, namespace });
  const id = store.string(dictionary, 'ID');
  const element: Mutable<StructureElement> = {
    kind: 'element',
    index: elements.length,
    parent: parent?.index,
    role,
    mappedRole: mapping.standard ? mapping.type : role,
    mapping,
    namespace,
    lang: store.text(dictionary, 'Lang'),
    alt: store.text(dictionary, 'Alt'),
    actualText: store.text(dictionary, 'ActualText'),
    expansion: store.text(dictionary, 'E'),
    title: store.text(dictionary, 'T'),
    id: id && latin1(id.bytes),
    attributes: readAttributes(building, dictionary),
    children,
    objectNumber: store.numberOf(dictionary),
    dictionary,
  };
  elements.push(element);
  byDictionary.set(dictionary, element);
  return element;
}

/** Reads attributes of the element itself, then those of its classes (14.7.6.3: its own win). */
function readAttributes(
  { store, root }: Building,
  dictionary: PdfDictionary,
): readonly StructureAttributes[] {
  const own = attributeObjects(store, dictionary.entries.get('A'));
  const classes = dictionary.entries.has('C') ? store.items(dictionary.entries.get('C')) : [];
  const classMap = classes.length > 0 ? store.dictionaryAt(root, 'ClassMap') : undefined;
  const fromClasses = classes.flatMap((name) =>
    isKind(name, 'name') && classMap ? attributeObjects(store, classMap.entries.get(name.name)) : [],
  );
  return [...own, ...fromClasses];
}

function attributeObjects(store: ObjectStore, value: PdfValue | undefined): StructureAttributes[] {
  if (value === undefined) return [];
  return store.items(value).flatMap((item) => {
    const entries = isKind(item, 'stream') ? item.dictionary : item;
    return isKind(entries, 'dictionary') ? [{ owner: store.name(entries, 'O') ?? '', entries }] : [];
  });
}
