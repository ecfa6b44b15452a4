/** The stage: numbers and words the notes, sets the sources list, and leaves calls or words where the citations stood. */

import type { Nodes, PhrasingContent } from 'mdast';
import type { ResolvedConfig } from '../config/config.js';
import { type Diagnostic, result, type StageResult } from '../diagnostics/diagnostic.js';
import type { SourcePlace } from '../diagnostics/place.js';
import type { Explainer } from '../document/explainer.js';
import type { Language } from '../language/language.js';
import type { CslItem, SourceRecord } from '../source/source-record.js';
import type { AnnotatedExplainer } from './annotated-explainer.js';
import type { CiteEngine } from './cite-engine.js';
import { collectMarks, type Marks } from './collect.js';
import {
  notesFollowTheirCalls,
  sourceIsUsed,
  textIsInPageLanguage,
  unnamedSourceStandsInItsNote,
} from './findings.js';
import { chooseText } from './local-text.js';
import { numberNotes } from './number-notes.js';
import { replaceMarks } from './replace-marks.js';
import type { Setting } from './setting.js';
import { figureItems, sourceLines } from './source-lines.js';
import { sourcesList } from './sources-list.js';

/** What a build hands in beside the document. */
export interface AnnotateOptions {
  readonly config: ResolvedConfig;
  readonly engine: CiteEngine;
  readonly language: Language;
}

/** Ids of the sources that the document names, each once, in order of first mention. */
function mentioned(explainer: Explainer, marks: Marks): string[] {
  const ids = new Set<string>();
  for (const mention of marks.order) {
    const source = 'figure' in mention ? (explainer.figures.get(mention.figure)?.source ?? '') : undefined;
    const named =
      'sources' in mention
        ? mention.sources
        : figureItems(source ?? '', explainer.sources).map((item) => item.id);
    for (const id of named) if (explainer.sources.has(id)) ids.add(id);
  }
  return [...ids];
}

function placeOf(explainer: Explainer, node: Nodes): SourcePlace {
  return { kind: 'source', file: explainer.path, position: node.position };
}

/** Sources that nothing names: not cited, not behind another source or a registered number, no support of an unnamed one. */
function unused(explainer: Explainer, cited: readonly string[]): Diagnostic[] {
  const { sources, figures } = explainer;
  const used = new Set(cited);
  for (const figure of figures.values()) {
    for (const item of figureItems(figure.source, sources)) used.add(item.id);
  }
  // A set grows while it is walked, so that chains of sources are followed to their end.
  for (const id of used) {
    const record = sources.get(id);
    for (const behind of [record?.derivedFrom, ...(record?.corroboration ?? [])]) {
      if (behind !== undefined) used.add(behind);
    }
  }
  return [...sources.values()].filter(({ id }) => !used.has(id)).map(sourceIsUsed);
}

function misplaced(explainer: Explainer, marks: Marks, engine: CiteEngine): Diagnostic[] {
  const findings: Diagnostic[] = [];
  for (const { node, late } of marks.calls) {
    const typed = node.type === 'citation' ? node.value : `[^${node.label ?? node.identifier}]`;
    const makesNote = node.type === 'footnoteReference' || engine.form === 'note';
    const place = placeOf(explainer, node);
    if (late && makesNote && marks.notesPart !== undefined) {
      findings.push(notesFollowTheirCalls(typed, place, placeOf(explainer, marks.notesPart)));
    }
    if (node.type !== 'citation' || node.mode !== 'text') continue;
    const record = explainer.sources.get(node.items[0]?.id ?? '');
    if (record?.tier === 'anonymous') findings.push(unnamedSourceStandsInItsNote(typed, place));
  }
  return findings;
}

/** Texts of cited sources that exist in other languages only. */
function untranslated(records: readonly SourceRecord[], tag: string): Diagnostic[] {
  return records.flatMap((record) =>
    (['description', 'reason', 'interest'] as const)
      .filter((field) => chooseText(record[field], tag)?.lang !== undefined)
      .map((field) => textIsInPageLanguage(record, field, tag)),
  );
}

/**
 * Numbers and words the notes of an explainer, sets its sources list, and puts calls or words where citations stood. Pure: the same
 * explainer and style give the same value; the engine keeps nothing from one document to the next.
 */
export function annotate(explainer: Explainer, options: AnnotateOptions): StageResult<AnnotatedExplainer> {
  const { config, engine, language } = options;
  const marks = collectMarks(explainer.tree);
  const cited = mentioned(explainer, marks);
  const records = cited.flatMap((id) => explainer.sources.get(id) ?? []);
  const session = engine.start(records.map((record): CslItem => record.csl));
  const setting: Setting = { explainer, language, engine, session };
  const { notes, words } = numberNotes(marks, setting);
  const tree = replaceMarks(explainer.tree, words, setting);
  const lines: ReadonlyMap<string, readonly PhrasingContent[]> = sourceLines(marks, config, setting);
  const bibliography = sourcesList(cited, config.sourcesList, setting);
  return result({ ...explainer, tree, notes, bibliography, sourceLines: lines }, [
    ...misplaced(explainer, marks, engine),
    ...untranslated(records, language.tag),
    ...unused(explainer, cited),
  ]);
}
