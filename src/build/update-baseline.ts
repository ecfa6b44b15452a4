/** Writes the list of accepted findings: what was found now is accepted, what is gone leaves the list. */

import type { Acceptance } from '../report/decisions.js';
import type { Finding, Report } from '../report/report.js';
import type { System } from '../system/system.js';
import { acceptedFile, readAccepted } from './read-decisions.js';

/** Who accepts, and why. */
export interface BaselineWish {
  readonly person: string;
  readonly reason: string;
  /** ISO day until which it holds; null for good. */
  readonly until: string | null;
}

/** What became of the list. */
export interface BaselineChange {
  readonly added: number;
  readonly kept: number;
  readonly removed: number;
}

const head = `# Findings that somebody accepted. Each is still shown in reports, and counts again when its day is over.
# \`galley check --update-baseline\` adds what is found now and takes out what is gone.
`;

/** JSON texts are YAML texts too, whatever signs they hold. */
function entryText({ finding, person, reason, until }: Omit<Acceptance, 'place'>): string {
  const lines = [
    `${JSON.stringify(finding)}:`,
    `  person: ${JSON.stringify(person ?? '')}`,
    `  reason: ${JSON.stringify(reason ?? '')}`,
    ...(until === null ? [] : [`  until: ${JSON.stringify(until)}`]),
  ];
  return lines.join('\n');
}

/** Errors are mended, never accepted; so are faults of the list itself. */
function mayBeAccepted({ severity, outcome, code }: Finding): boolean {
  return !(severity === 'error' && outcome === 'failed') && !code.startsWith('acceptance-');
}

/** Writes the list anew. Entries that still hold keep their person, reason and day. */
export async function updateBaseline(
  system: System,
  report: Report,
  wish: BaselineWish,
): Promise<BaselineChange> {
  const { entries } = await readAccepted(system);
  const known = new Map(entries.map((entry) => [entry.finding, entry]));
  const found = report.findings.filter(mayBeAccepted).map(({ id }) => id);
  const texts = [...new Set(found)].sort().map((finding) => {
    const entry = known.get(finding);
    const holds = entry?.person != null && entry.reason !== null;
    return entryText(holds ? entry : { finding, ...wish });
  });
  await system.writeFile(acceptedFile, `${head}\n${texts.join('\n')}${texts.length > 0 ? '\n' : ''}`);
  const kept = found.filter((finding) => known.has(finding)).length;
  return { added: texts.length - kept, kept, removed: entries.length - kept };
}
