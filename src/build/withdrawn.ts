/** What a public build may still know of a text that was withdrawn: its headline, its dates and why it was taken back. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Explainer, Metadata } from '../document/explainer.js';
import { frontMatterSchema } from '../document/frontmatter-schema.js';

/** Front matter that a notice is made from; findings elsewhere are told by `galley check`, and quoted nowhere. */
const noticeKeys = ['headline', 'status', 'published', 'updated', 'corrections'] as const;

function noticeMetadata(metadata: Metadata): Metadata {
  return {
    ...metadata,
    standfirst: { text: '', children: [] },
    corrections: metadata.corrections.filter(({ kind }) => kind === 'retraction'),
    ...{ byline: [], bylineReason: null, contributors: [], translator: null, dateline: null },
    ...{ shortHeadline: null, seoTitle: null, printHeadline: null },
    ...{ topics: [], people: [], places: [], image: null, sensitive: [] },
    ...{ updates: [], backstory: null, aiUse: null, rights: null, expires: null, reviewed: null },
  };
}

/** The explainer without its text, sources, numbers and pictures, so that no output can hold any of them (content model, section 9). */
export function noticeOf(explainer: Explainer): Explainer {
  return {
    ...explainer,
    metadata: noticeMetadata(explainer.metadata),
    tree: { ...explainer.tree, children: [] },
    outline: [],
    ...{ sources: new Map(), figures: new Map(), images: new Map() },
    projectLinks: [],
    ownIds: new Map(),
  };
}

/** Lines of the front matter that hold the keys of a notice, nested values included. */
function noticeLines(explainer: Explainer): (line: number) => boolean {
  const lineOf = (key: string): number => explainer.placeOf(key).position?.start.line ?? 0;
  const bodyStart = explainer.tree.children[0]?.position?.start.line ?? Number.POSITIVE_INFINITY;
  const starts = [...Object.keys(frontMatterSchema.shape).map(lineOf), bodyStart];
  const ranges = noticeKeys.map((key) => {
    const start = lineOf(key);
    return { start, end: Math.min(...starts.filter((line) => line > start)) };
  });
  return (line) => ranges.some(({ start, end }) => line >= start && line < end);
}

/** The findings that keep a notice from being made; their lines stay unquoted. */
export function noticeFindings(explainer: Explainer, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const isNotice = noticeLines(explainer);
  return diagnostics
    .filter(({ code, severity, place }) => {
      if (code === 'withdrawal-is-explained') return true;
      if (severity !== 'error' || place?.kind !== 'source' || place.file !== explainer.path) return false;
      return place.position !== undefined && isNotice(place.position.start.line);
    })
    .map((diagnostic) => ({ ...diagnostic, confidential: true }));
}
