// Follows role maps from a file's own structure types to standard ones (ISO 32000-1, 14.7.3; ISO 32000-2, 14.7.4.2).

import { isStandardType, NAMESPACE_1_7 } from './standard-types.js';
import type { ObjectStore } from './store.js';
import { isKind, type PdfDictionary, type PdfValue } from './values.js';

/** A structure type in its namespace. */
export interface TypeInNamespace {
  readonly type: string;
  readonly namespace: string;
}

/** Where a type leads to. */
export interface MappedType extends TypeInNamespace {
  /** Whether the chain ended at a standard type; otherwise `type` is where it ended. */
  readonly standard: boolean;
  /** Whether the chain runs in a circle. */
  readonly circular: boolean;
  /** A standard type on the way that is mapped to another type all the same. */
  readonly remapped: string | undefined;
  /** Whether the chain comes back to a declared namespace that it began in or went through. */
  readonly staysInNamespace: boolean;
}

/** Maps types of one file. */
export class RoleMap {
  private readonly store: ObjectStore;
  private readonly root: PdfDictionary;
  private readonly known = new Map<string, MappedType>();
  private readonly namespaces = new Map<string, PdfDictionary>();

  constructor(store: ObjectStore, root: PdfDictionary, namespaces: readonly PdfDictionary[]) {
    this.store = store;
    this.root = root;
    for (const namespace of namespaces) this.learn(namespace);
  }

  /** The address of a namespace dictionary; the default namespace without one. */
  learn(namespace: PdfDictionary | undefined): string {
    if (!namespace) return NAMESPACE_1_7;
    const address = this.store.text(namespace, 'NS') ?? '';
    if (!this.namespaces.has(address)) this.namespaces.set(address, namespace);
    return address;
  }

  /** Follows a type to the standard type it stands for. */
  map(start: TypeInNamespace): MappedType {
    const key = `${start.namespace}\n${start.type}`;
    let found = this.known.get(key);
    if (!found) {
      found = this.follow(start);
      this.known.set(key, found);
    }
    return found;
  }

  /** A mapping counts even for a standard type; the chain ends at the first standard type it reaches. */
  private follow(start: TypeInNamespace): MappedType {
    const startIsStandard = isStandardType(start.type, start.namespace);
    const seen = new Set<string>();
    const visited = new Set<string>();
    let current = start;
    let remapped: string | undefined;
    let staysInNamespace = false;
    for (;;) {
      const key = `${current.namespace}\n${current.type}`;
      if (seen.has(key))
        return { ...start, standard: startIsStandard, circular: true, remapped: undefined, staysInNamespace };
      seen.add(key);
      const isStandard = isStandardType(current.type, current.namespace);
      const next = this.step(current);
      if (isStandard && next) remapped ??= current.type;
      if (this.namespaces.has(current.namespace)) visited.add(current.namespace);
      if (next && visited.has(next.namespace)) staysInNamespace = true;
      const arrived = isStandard && current !== start;
      if (!next || arrived)
        return { ...current, standard: isStandard, circular: false, remapped, staysInNamespace };
      current = next;
    }
  }

  private step({ type, namespace }: TypeInNamespace): TypeInNamespace | undefined {
    const own = this.namespaces.get(namespace);
    const inNamespace = own && this.store.get(this.store.dictionaryAt(own, 'RoleMapNS'), type);
    if (inNamespace) return this.target(inNamespace);
    return namespace === NAMESPACE_1_7
      ? this.target(this.store.get(this.store.dictionaryAt(this.root, 'RoleMap'), type))
      : undefined;
  }

  private target(value: PdfValue): TypeInNamespace | undefined {
    if (isKind(value, 'name')) return { type: value.name, namespace: NAMESPACE_1_7 };
    const [type, namespace] = this.store.items(value);
    if (!isKind(type, 'name')) return undefined;
    return { type: type.name, namespace: this.learn(this.store.dictionary(namespace)) };
  }
}
