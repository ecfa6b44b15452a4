/** `galley approve`: puts on record what was signed, so that a later change is noticed. */

import { loadConfig } from '../config/load-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { findExplainers } from '../source/find-explainers.js';
import type { System } from '../system/system.js';
import { approvalsFile, readApprovals, signatureFindings, signaturesOf } from './approval.js';
import { prepare } from './prepare.js';
import { silent } from './progress.js';

/** One document that was looked at. */
export interface Approved {
  readonly document: string;
  /** Signatures now on record; empty when it could not be put there. */
  readonly signed: readonly string[];
  /** Why it could not. */
  readonly findings: readonly Diagnostic[];
}

/** Records the present content of documents with the signatures in their front matter. Faulty ones keep their earlier record. */
export async function approve(system: System, paths: readonly string[]): Promise<readonly Approved[]> {
  const { value: loaded } = await loadConfig(system, { drafts: true });
  const entries = await findExplainers(system, paths);
  const prepared = await prepare(entries.value, { system, config: loaded, progress: silent });
  const approvals = { ...(await readApprovals(system)) };
  const approved = prepared.map(({ document, explainer, contentHash, diagnostics }): Approved => {
    const faults = diagnostics.filter(({ severity }) => severity === 'error');
    const findings = explainer === undefined ? faults : [...faults, ...signatureFindings(explainer, loaded)];
    if (explainer === undefined || findings.length > 0) return { document, signed: [], findings };
    const signed = signaturesOf(explainer);
    approvals[document] = { hash: contentHash, signed };
    return { document, signed, findings: [] };
  });
  const sorted = Object.fromEntries(Object.entries(approvals).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (approved.some(({ findings }) => findings.length === 0)) {
    await system.writeFile(approvalsFile, `${JSON.stringify(sorted, null, 2)}\n`);
  }
  const lost = entries.diagnostics.filter(({ severity }) => severity === 'error');
  return lost.length === 0
    ? approved
    : [...approved, { document: paths.join(', '), signed: [], findings: lost }];
}
