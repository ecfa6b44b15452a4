/** Characters of a text that no font of the theme holds: other machines would print them in other fonts, or as empty boxes. */

import type { Nodes, Text } from 'mdast';
import type { Point } from 'unist';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Explainer } from '../document/explainer.js';
import type { Theme } from '../theme/theme.js';

/** Signs that no font has to draw: white space, controls, joiners, variation selectors. */
const unseen = /^[\s\p{C}\p{Z}\p{Variation_Selector}]$/u;

/** Scripts whose characters are told in one finding each, since a text in them would give thousands. */
const scripts = [
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Devanagari',
  'Thai',
  'Georgian',
  'Armenian',
  'Bengali',
  'Tamil',
];

interface Found {
  readonly place: Point | undefined;
  readonly characters: Set<string>;
}

/** Full-width signs and those of East Asian writing, which come with a font of that writing. */
const fullWidth = /^[\u3000-\u303f\uff00-\uffef]$/u;

function groupOf(character: string): string {
  if (fullWidth.test(character)) return 'full-width';
  return scripts.find((name) => new RegExp(`^\\p{Script=${name}}$`, 'u').test(character)) ?? character;
}

/** The point of an index of a text node. */
function pointIn({ position }: Text, before: string): Point | undefined {
  if (position === undefined) return undefined;
  const lines = before.split('\n');
  const last = lines.at(-1)?.length ?? 0;
  const { line, column, offset = 0 } = position.start;
  const isFirst = lines.length === 1;
  return {
    line: line + lines.length - 1,
    column: isFirst ? column + last : last + 1,
    offset: offset + before.length,
  };
}

/** Signs of East Asian writing are told with its characters, where both are missing: one font brings both. */
function joinSigns(found: Map<string, Found>): void {
  const signs = found.get('full-width');
  const script = ['Han', 'Hiragana', 'Katakana', 'Hangul'].find((name) => found.has(name));
  const letters = script === undefined ? undefined : found.get(script);
  if (signs === undefined || letters === undefined) return;
  for (const sign of signs.characters) letters.characters.add(sign);
  found.delete('full-width');
}

/** One finding for each character, or for each script of many characters, at its first place. */
export function glyphFindings(explainer: Explainer, theme: Pick<Theme, 'covers'>): Diagnostic[] {
  const found = new Map<string, Found>();
  const known = new Set<string>();
  const look = (node: Text): void => {
    let at = 0;
    for (const character of node.value) {
      const before = at;
      at += character.length;
      if (known.has(character) || unseen.test(character) || theme.covers(character)) {
        known.add(character);
        continue;
      }
      const group = groupOf(character);
      const entry = found.get(group) ?? {
        place: pointIn(node, node.value.slice(0, before)),
        characters: new Set(),
      };
      entry.characters.add(character);
      found.set(group, entry);
    }
  };
  const walk = (node: Nodes): void => {
    if (node.type === 'text') look(node);
    else if ('children' in node) for (const child of node.children) walk(child);
  };
  for (const text of [explainer.metadata.headline, explainer.metadata.standfirst])
    text.children.forEach(walk);
  walk(explainer.tree);
  joinSigns(found);
  return [...found].map(([group, { place, characters }]): Diagnostic => {
    const some = [...characters].slice(0, 8).join(' ');
    const codes = [...characters]
      .slice(0, 3)
      .map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
      .join(', ');
    const position = place === undefined ? {} : { position: { start: place, end: place } };
    return {
      code: 'glyphs-are-available',
      severity: 'warning',
      what:
        group.length > 2
          ? `The theme’s fonts have no ${group} characters: ${some}${characters.size > 8 ? ' …' : ''}`
          : `The theme’s fonts do not have “${group}” (${codes}).`,
      why: 'It is set in whatever font the printing machine has, and reads as an empty box where it has none.',
      fix: scripts.includes(group)
        ? 'Let the designers name a font for it in theme.yaml, below `fonts`; its file lies in the theme’s folder.'
        : 'Write another character, or let the designers add a font for it to theme.yaml.',
      place: { kind: 'source', file: explainer.path, ...position },
      excerpt: some,
    };
  });
}
