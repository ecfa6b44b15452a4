/** The last step over a whole tree: what the schema does not allow leaves, and is told. */

import type { Element, ElementContent, Nodes, Properties, Root, RootContent } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { type Diagnostic, result, type StageResult } from '../diagnostics/diagnostic.js';
import type { Place } from '../diagnostics/place.js';
import { isElement, textOf } from './elements.js';
import { allowedElements, allowedRelations, schema } from './schema.js';

/** Where a removed piece stood: the project-relative Markdown file to which positions in the tree belong. */
export interface SanitiseOptions {
  readonly file?: string | undefined;
}

const dataImage = /^data:image\/(?:png|jpeg|webp|avif);base64,[A-Za-z0-9+/=\s]*$/iu;
const hasScheme = /^[a-z][a-z0-9+.-]*:/iu;

/** An address without the control characters and white space that browsers pass over when they read it. */
function asRead(address: string): string {
  return address.replace(/[\u0000-\u0020\u007f]/gu, '');
}

/** Whether an address stays within the page's own folder. */
function isOwn(address: string): boolean {
  const read = asRead(address);
  return !hasScheme.test(read) && !/^[\\/]{2}/u.test(read);
}

function isSafeSource(address: string): boolean {
  return isOwn(address) || dataImage.test(address.trim());
}

function isSafeSet(value: unknown): boolean {
  const text = Array.isArray(value) ? value.join(',') : String(value);
  return text.split(',').every((candidate) => isOwn(candidate.trim()));
}

function isSafeLink(node: Element): boolean {
  const relations = node.properties['rel'];
  const names = Array.isArray(relations) ? relations.map(String) : String(relations ?? '').split(/\s+/u);
  if (!names.every((name) => allowedRelations.includes(name))) return false;
  const loads = names.some((name) => ['stylesheet', 'icon', 'preload'].includes(name));
  return !loads || isOwn(String(node.properties['href'] ?? ''));
}

/** Whether an element may stand as a whole, its own attributes looked at where they decide. */
function isSafeElement(node: Element): boolean {
  if (!allowedElements.has(node.tagName)) return false;
  // A script element is allowed for data only; a `<` in it could end it early.
  if (node.tagName === 'script') {
    const names = Object.keys(node.properties).filter((name) => node.properties[name] !== undefined);
    const isData = node.properties['type'] === 'application/ld+json' && names.length === 1;
    return isData && !textOf(node).includes('<');
  }
  if (node.tagName === 'link') return isSafeLink(node);
  if (node.tagName === 'meta') return node.properties['httpEquiv'] === undefined;
  return true;
}

type Rule = NonNullable<typeof schema.attributes>[string][number];

function allows(rules: readonly Rule[], name: string): boolean {
  return rules.some((rule) => (typeof rule === 'string' ? rule : rule[0]) === name);
}

function isSafeAttribute(node: Element, name: string, value: Properties[string]): boolean {
  const own = schema.attributes?.[node.tagName] ?? [];
  const every = schema.attributes?.['*'] ?? [];
  if (!allows(own, name) && !allows(every, name)) return false;
  if (name === 'src') return isSafeSource(String(value));
  if (name === 'srcSet') return isSafeSet(value);
  if (name === 'href' || name === 'cite') {
    const scheme = hasScheme
      .exec(asRead(String(value)))?.[0]
      ?.slice(0, -1)
      .toLowerCase();
    return scheme === undefined || ['http', 'https', 'mailto', 'tel'].includes(scheme);
  }
  return true;
}

interface Walk {
  readonly ids: Set<string>;
  readonly diagnostics: Diagnostic[];
  readonly file: string | undefined;
}

function removed(walk: Walk, node: Nodes, what: string): void {
  const place: Place | undefined =
    walk.file === undefined ? undefined : { kind: 'source', file: walk.file, position: node.position };
  walk.diagnostics.push({
    code: 'template-output-is-escaped',
    severity: 'error',
    what,
    why: 'It could load or run something on a reader’s device, so it is left out of the page.',
    fix: 'Remove it, or say the same in Markdown or in a template without it.',
    place,
    excerpt: what,
  });
}

function cleanProperties(walk: Walk, node: Element): Properties {
  const kept: Properties = {};
  for (const [name, value] of Object.entries(node.properties)) {
    if (value === undefined || value === null) continue;
    if (!isSafeAttribute(node, name, value)) {
      removed(walk, node, `The attribute “${name}” of <${node.tagName}> is not allowed here.`);
      continue;
    }
    if (name === 'id') {
      if (walk.ids.has(String(value))) {
        removed(walk, node, `The id “${String(value)}” stands twice on this page.`);
        continue;
      }
      walk.ids.add(String(value));
    }
    kept[name] = value;
  }
  return kept;
}

/** Takes out what the schema cannot say by itself, and notes all that goes. */
function clean(
  walk: Walk,
  children: readonly (RootContent | ElementContent)[],
): (RootContent | ElementContent)[] {
  return children.flatMap((child): (RootContent | ElementContent)[] => {
    if (child.type === 'comment') return [];
    if (!isElement(child)) return [child];
    if (!isSafeElement(child)) {
      removed(walk, child, `The element <${child.tagName}> is not allowed here.`);
      const words = schema.strip?.includes(child.tagName) === true || child.tagName === 'script';
      const isEmptyKind = child.tagName === 'link' || child.tagName === 'meta';
      return words || isEmptyKind ? [] : clean(walk, child.children);
    }
    const properties = cleanProperties(walk, child);
    return [{ ...child, properties, children: clean(walk, child.children) as ElementContent[] }];
  });
}

/**
 * Keeps what the schema allows, with positions. What goes is reported as `template-output-is-escaped`, since our own
 * stages make none of it. Sanitising twice gives the same as once.
 */
export function sanitise(tree: Root, options: SanitiseOptions = {}): StageResult<Root> {
  const walk: Walk = { ids: new Set(), diagnostics: [], file: options.file };
  const cleaned: Root = { ...tree, children: clean(walk, tree.children) as RootContent[] };
  const made = sanitize(cleaned, schema);
  const root: Root = made.type === 'root' ? made : { type: 'root', children: [made as RootContent] };
  return result(root, walk.diagnostics);
}
