/** Words the source lines under blocks: each source in short form, ready to be linked to the list. */

import type { PhrasingContent } from 'mdast';
import type { ResolvedConfig } from '../config/config.js';
import type { CiteItem, SourceReference } from '../document/nodes.js';
import { separator } from '../language/punctuation.js';
import type { Marks } from './collect.js';
import { inPageSigns } from './page-signs.js';
import { type Setting, text } from './setting.js';
import { inSourceLine } from './short-form.js';

/** The sources that a registered number names: ids cut at semicolons and spaces, with words behind a comma kept. */
export function figureItems(source: string, known: ReadonlyMap<string, unknown>): readonly CiteItem[] {
  const pieces = source.split(/[;؛；]/u).flatMap((piece) => {
    const words = piece.trim();
    return /[,،，]/u.test(words) ? [words] : words.split(/\s+/u);
  });
  return pieces.flatMap((piece) => {
    const [, id = '', suffix = ''] = /^@?([^\s,،，]+)[\s,،，]*(.*)$/su.exec(piece) ?? [];
    if (!known.has(id)) return [];
    return [{ id, prefix: '', label: undefined, locator: undefined, suffix, suppressAuthor: false }];
  });
}

function lineOf(items: readonly CiteItem[], setting: Setting): PhrasingContent[] {
  const semicolon = separator(setting.language, 'semicolon');
  return items.flatMap((item, index): PhrasingContent[] => {
    const record = setting.explainer.sources.get(item.id);
    if (record === undefined) return [];
    const words = inPageSigns(inSourceLine(record, item, setting.language), setting.language);
    const between = index === 0 ? [] : [text(semicolon)];
    return [...between, { type: 'inTextCitation', sources: [item.id], children: words }];
  });
}

function ownWork(config: ResolvedConfig, setting: Setting): PhrasingContent[] {
  const { name } = config.publisher;
  const { language } = setting;
  return [
    text(
      name === null ? language.label('own-research') : language.label('own-research-by', { publisher: name }),
    ),
  ];
}

/** The lines by the value as typed: of every block's reference, and of the registered numbers that show their source. */
export function sourceLines(
  marks: Marks,
  config: ResolvedConfig,
  setting: Setting,
): Map<string, readonly PhrasingContent[]> {
  const { figures, sources } = setting.explainer;
  const lines = new Map<string, readonly PhrasingContent[]>();
  const add = ({ value, own, items }: Omit<SourceReference, 'position'>): void => {
    if (!lines.has(value)) lines.set(value, own ? ownWork(config, setting) : lineOf(items, setting));
  };
  for (const reference of marks.references) add(reference);
  for (const id of marks.figures) {
    const value = figures.get(id)?.source;
    if (value === undefined) continue;
    add({ value, own: value.trim() === 'own', items: [...figureItems(value, sources)] });
  }
  return lines;
}
