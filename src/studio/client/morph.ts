/** Turns one tree of elements into another in place: what stays the same stays the same node, with its focus, its scroll and what is open. */

/** How far ahead a node is looked for, so that something that was put in or taken out moves nothing else. */
const lookahead = 12;

/** Hears of each element whose own words or attributes changed, and of each that is new. */
export type Changed = (element: Element) => void;

/** Attributes that belong to the reader, not to the page: what was opened stays open. */
function isReaders(element: Element, name: string): boolean {
  return element.tagName === 'DETAILS' && name === 'open';
}

function idOf(node: Node): string {
  return node instanceof Element ? node.id : '';
}

/** Whether one node may become the other. */
function isOfOneKind(a: Node, b: Node): boolean {
  return a.nodeType === b.nodeType && a.nodeName === b.nodeName && idOf(a) === idOf(b);
}

function syncAttributes(from: Element, to: Element): boolean {
  let isChanged = false;
  for (const { name, value } of [...to.attributes]) {
    if (from.getAttribute(name) === value || isReaders(from, name)) continue;
    from.setAttribute(name, value);
    isChanged = true;
  }
  for (const { name } of [...from.attributes]) {
    if (to.hasAttribute(name) || isReaders(from, name)) continue;
    from.removeAttribute(name);
    isChanged = true;
  }
  return isChanged;
}

function morphNode(from: Node, to: Node, changed: Changed): void {
  if (from instanceof Element && to instanceof Element) {
    if (syncAttributes(from, to)) changed(from);
    morphChildren(from, to, changed);
  } else if (from.nodeValue !== to.nodeValue) {
    from.nodeValue = to.nodeValue;
    if (from.parentElement !== null) changed(from.parentElement);
  }
}

/** The first of the next siblings that is equal to a node; blanks count for nothing, since they stand everywhere. */
function equalAhead(start: Node | null, wanted: Node): Node | undefined {
  if (!(wanted instanceof Element)) return undefined;
  let node = start;
  for (let step = 0; step < lookahead && node !== null; step += 1, node = node.nextSibling) {
    if (idOf(wanted) !== '' && isOfOneKind(node, wanted)) return node;
    if (node.isEqualNode(wanted)) return node;
  }
  return undefined;
}

function removeUntil(start: Node, end: Node): void {
  let node: Node | null = start;
  while (node !== null && node !== end) {
    const next: Node | null = node.nextSibling;
    node.parentNode?.removeChild(node);
    node = next;
  }
}

/** Makes the children of one element those of another. The other is not changed. */
export function morphChildren(parent: Element, wanted: Element, changed: Changed): void {
  let present: Node | null = parent.firstChild;
  for (let want: Node | null = wanted.firstChild; want !== null; want = want.nextSibling) {
    if (present === null) {
      insert(parent, want, null, changed);
      continue;
    }
    if (present.isEqualNode(want)) {
      present = present.nextSibling;
      continue;
    }
    const later = equalAhead(present.nextSibling, want);
    const staysLater = equalAhead(want.nextSibling, present) !== undefined;
    if (later !== undefined && !staysLater) {
      removeUntil(present, later);
      present = later;
    } else if (staysLater || !isOfOneKind(present, want)) {
      insert(parent, want, present, changed);
      continue;
    }
    const next: Node | null = present.nextSibling;
    morphNode(present, want, changed);
    present = next;
  }
  while (present !== null) {
    const next: Node | null = present.nextSibling;
    parent.removeChild(present);
    present = next;
  }
}

function insert(parent: Element, want: Node, before: Node | null, changed: Changed): void {
  const copy = document.importNode(want, true);
  parent.insertBefore(copy, before);
  if (copy instanceof Element) changed(copy);
}

/** Makes the present document's root, head and body those of another document. */
export function morphDocument(wanted: Document, changed: Changed): void {
  syncAttributes(document.documentElement, wanted.documentElement);
  morphChildren(document.head, wanted.head, () => undefined);
  if (syncAttributes(document.body, wanted.body)) changed(document.body);
  morphChildren(document.body, wanted.body, changed);
}
