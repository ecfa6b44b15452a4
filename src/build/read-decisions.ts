/** Reads what people decided: the list of accepted findings, and comments in the texts. */

import { readYaml } from '../config/read-yaml.js';
import type { YamlDocument } from '../config/yaml-document.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { CutWords } from '../document/explainer.js';
import type { Acceptance, Allowance, Decisions } from '../report/decisions.js';
import type { System } from '../system/system.js';

/** The list of accepted findings, beside `galley.config.yaml`. */
export const acceptedFile = 'galley.accepted.yaml';

function textAt(document: YamlDocument, id: string, key: string): string | null {
  const text = document.textOf([id, key])?.trim();
  return text === undefined || text === '' ? null : text;
}

function entriesOf(document: YamlDocument): Acceptance[] {
  if (typeof document.data !== 'object' || document.data === null) return [];
  return Object.keys(document.data).map((id) => ({
    finding: id,
    person: textAt(document, id, 'person'),
    reason: textAt(document, id, 'reason'),
    until: textAt(document, id, 'until'),
    place: { kind: 'source', file: acceptedFile, position: document.positionOf([id], 'key') },
  }));
}

/** Reads the list; none gives no entries. */
export async function readAccepted(
  system: System,
): Promise<{ readonly entries: readonly Acceptance[]; readonly diagnostics: readonly Diagnostic[] }> {
  const bytes = await system.readFile(acceptedFile);
  if (bytes === undefined) return { entries: [], diagnostics: [] };
  const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
  const { value, diagnostics } = readYaml(text, acceptedFile);
  return { entries: entriesOf(value), diagnostics };
}

const allow = /^galley-allow\s+([a-z0-9][a-z0-9-]*)\s*:\s*(\S[\s\S]*)$/;

/** The last line of the block after a comment: up to the next blank line behind words; the comment's own line when it stands among words. */
function lastLineOf(text: string, commentEnd: number): number {
  const lines = text.split('\n');
  let line = commentEnd;
  while (line < lines.length && (lines[line] ?? '').trim() === '') line += 1;
  while (line < lines.length && (lines[line] ?? '').trim() !== '') line += 1;
  return Math.max(line, commentEnd);
}

/** Comments of the form `<!-- galley-allow id: reason -->` among the words that were cut. */
export function allowancesOf(
  cut: readonly CutWords[],
  textOf: (file: string) => string | undefined,
): Allowance[] {
  return cut.flatMap(({ rule, text, place }): Allowance[] => {
    const [, code, reason] = (rule === 'comment' ? allow.exec(text) : null) ?? [];
    const file = textOf(place.file);
    if (code === undefined || reason === undefined || file === undefined || place.position === undefined)
      return [];
    const lastLine = lastLineOf(file, place.position.end.line);
    return [{ code, reason: reason.replace(/\s+/g, ' ').trim(), place, lastLine }];
  });
}

/** The day of an instant, ISO, in UTC. */
export function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}

/** What the list says for a run that looked at everything, or at a part. */
export function decisionsOf(
  accepted: readonly Acceptance[],
  allowed: readonly Allowance[],
  now: number,
  whole: boolean,
): Decisions {
  return { accepted, allowed, today: dayOf(now), whole };
}
