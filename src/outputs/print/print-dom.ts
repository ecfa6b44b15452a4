/** Makes a tree fit for paper: what Chromium would tag wrongly, hide or print twice is written in the form that arrives right. */

import type { Element, ElementContent, Root, RootContent } from 'hast';

/** Elements of the screen that paper says without. */
const plain: Readonly<Record<string, string>> = { details: 'div', button: 'span' };

/** The line that opens a disclosure is a paragraph, unless it holds a heading or other blocks. */
function plainName({ tagName, children }: Element): string {
  if (tagName !== 'summary') return plain[tagName] ?? tagName;
  const holdsBlock = children.some(
    (child) => child.type === 'element' && /^(?:h[1-6]|p|div|ul|ol|section)$/.test(child.tagName),
  );
  return holdsBlock ? 'div' : 'p';
}

function isHidden(node: Element): boolean {
  const names = node.properties['className'];
  return (
    node.properties['hidden'] !== undefined ||
    (Array.isArray(names) && names.includes('visually-hidden')) ||
    node.tagName === 'script' ||
    node.tagName === 'template'
  );
}

/** Properties without what belongs to the screen. A `doc-*` role would turn a link into nothing in the tag tree (measured). */
function printProperties(node: Element): Element['properties'] {
  const { role, tabIndex: _tabIndex, ...kept } = node.properties;
  const isScreenRole = role === undefined || String(role).startsWith('doc-') || role === 'group';
  if (!isScreenRole) kept['role'] = role;
  // A paragraph that a page break divides keeps its tag only when it says what it is (measured).
  if (plainName(node) === 'p') kept['role'] = 'paragraph';
  return kept;
}

function forPaper(node: RootContent | ElementContent): (RootContent | ElementContent)[] {
  if (node.type === 'comment') return [];
  if (node.type !== 'element') return [node];
  if (isHidden(node)) return [];
  const made: Element = {
    ...node,
    tagName: plainName(node),
    properties: printProperties(node),
    // A drawing is taken as it is: it prints as one picture.
    children: node.tagName === 'svg' ? node.children : (node.children.flatMap(forPaper) as ElementContent[]),
  };
  return [made];
}

/** A copy of the tree for paper. */
export function printDom(tree: Root): Root {
  return { ...tree, children: tree.children.flatMap(forPaper) as RootContent[] };
}

/** The first element with a tag name, in document order. */
export function findElement(parent: Root | Element, tagName: string): Element | undefined {
  for (const node of parent.children) {
    if (node.type !== 'element') continue;
    if (node.tagName === tagName) return node;
    const inner = findElement(node, tagName);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** Ids that the tree asks the page of, each once. */
export function pageReferencesOf(tree: Root): readonly string[] {
  const found = new Set<string>();
  const walk = (parent: Root | Element): void => {
    for (const node of parent.children) {
      if (node.type !== 'element') continue;
      const id = node.properties['dataPageOf'];
      if (typeof id === 'string' && id !== '') found.add(id);
      walk(node);
    }
  };
  walk(tree);
  return [...found];
}
