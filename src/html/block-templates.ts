/** Lets a theme frame a block: its template says where the block's parts stand, and the parts are put in as trees. */

import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { isElement } from './elements.js';
import type { Medium } from './html-document.js';
import { parseFragment } from './serialise.js';

/** What a block's template may know. */
export interface BlockView {
  /** As authors write it: `timeline`. */
  readonly block: string;
  readonly medium: Medium;
  /** Language and direction of the page. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Language of `labels` where it is not the page's own; else null. */
  readonly labelsLang: string | null;
  readonly labels: Readonly<Record<string, string>>;
  /** Which parts this block has. */
  readonly slots: Readonly<Record<string, boolean>>;
}

/** The template of one block. */
export interface BlockTemplate {
  /** As messages name it. */
  readonly file: string;
  /** Class name, or tag name without a dot, of each part that has a slot of its own; all else goes into `content`. */
  readonly parts: Readonly<Record<string, string>>;
  /** HTML with one `galley-slot` for each part, in one element; `galley-block` stands for the element that Galley chose. */
  readonly render: (view: BlockView) => string;
}

/** The slot of everything that has no slot of its own. */
const rest = 'content';

type Parts = ReadonlyMap<string, readonly ElementContent[]>;

function isPart(node: ElementContent, selector: string): boolean {
  if (!isElement(node)) return false;
  if (!selector.startsWith('.')) return node.tagName === selector;
  const { className } = node.properties;
  return Array.isArray(className) && className.includes(selector.slice(1));
}

/** The children of a block by part, each part in the block's own order. */
function partsOf(made: Element, selectors: BlockTemplate['parts']): Parts {
  const parts = new Map<string, ElementContent[]>([
    ...Object.keys(selectors).map((name): [string, ElementContent[]] => [name, []]),
    [rest, []],
  ]);
  for (const child of made.children) {
    const name = Object.keys(selectors).find((part) => isPart(child, selectors[part] ?? ''));
    parts.get(name ?? rest)?.push(child);
  }
  return parts;
}

function isSpace(node: RootContent | ElementContent): boolean {
  return (node.type === 'text' && node.value.trim() === '') || node.type === 'comment';
}

/** Puts parts in the places of their slots; what was placed is counted in `placed`. */
function fill(nodes: readonly ElementContent[], parts: Parts, placed: string[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (isSpace(node)) return [];
    if (!isElement(node)) return [node];
    if (node.tagName !== 'galley-slot') return [{ ...node, children: fill(node.children, parts, placed) }];
    const name = String(node.properties['name'] ?? '');
    placed.push(name);
    return [...(parts.get(name) ?? [])];
  });
}

/** The one element that a template has to be. */
function rootOfFrame(frame: Root): Element | undefined {
  const nodes = frame.children.filter((node) => !isSpace(node));
  const [only] = nodes;
  return nodes.length === 1 && isElement(only) ? only : undefined;
}

function problemIn(placed: readonly string[], parts: Parts): string | undefined {
  const twice = placed.find((name, index) => placed.indexOf(name) !== index);
  if (twice !== undefined) return `it has the slot “${twice}” twice`;
  const missing = [...parts].find(([name, nodes]) => nodes.length > 0 && !placed.includes(name));
  return missing === undefined
    ? undefined
    : `it has no slot “${missing[0]}”, and this block has something for it`;
}

function blockIsFramed(template: BlockTemplate, block: string, problem: string): Diagnostic {
  return {
    code: 'theme-is-complete',
    severity: 'error',
    what: `The template of “${block}” cannot be used: ${problem}.`,
    why: 'Words of the block would be lost, or stand twice.',
    fix: 'Give it one element, with each of its slots once: {{slot "content"}} takes all that has no slot of its own.',
    place: { kind: 'source', file: template.file },
    excerpt: `${block} ${problem}`,
  };
}

/** Class names of the block first, then those that the template adds. */
function classesOf(made: Element, root: Element): readonly string[] {
  const own = [made.properties['className'], root.properties['className']].flatMap((names) =>
    Array.isArray(names) ? names.map(String) : [],
  );
  return [...new Set(own)];
}

/**
 * The block as the template frames it. Id, classes, language and every other property that Galley gave the block's element stay, so
 * that links, styles and tags hold whatever a theme does. A template that loses or doubles a part is reported and not used.
 */
export function frameBlock(
  made: Element,
  template: BlockTemplate,
  view: Omit<BlockView, 'slots'>,
  report: (diagnostic: Diagnostic) => void,
): Element {
  const parts = partsOf(made, template.parts);
  const slots = Object.fromEntries([...parts].map(([name, nodes]) => [name, nodes.length > 0]));
  const root = rootOfFrame(parseFragment(template.render({ ...view, slots })));
  if (root === undefined) {
    report(blockIsFramed(template, view.block, 'it is not one element'));
    return made;
  }
  const placed: string[] = [];
  const children = fill(root.children, parts, placed);
  const problem = problemIn(placed, parts);
  if (problem !== undefined) {
    report(blockIsFramed(template, view.block, problem));
    return made;
  }
  const tagName = root.tagName === 'galley-block' ? made.tagName : root.tagName;
  const added = Object.entries(root.properties).filter(([name]) => !Object.hasOwn(made.properties, name));
  const properties = { ...made.properties, ...Object.fromEntries(added) };
  const className = classesOf(made, root);
  return {
    ...made,
    tagName,
    properties: className.length === 0 ? properties : { ...properties, className: [...className] },
    children,
  };
}
