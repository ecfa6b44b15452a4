/** One document with what is to be said of it among the others: its links to them, and who signed it. */

import type { ResolvedConfig } from '../config/config.js';
import type { Explainer } from '../document/explainer.js';
import { type Approvals, approvalFindings } from './approval.js';
import type { Prepared } from './prepare.js';
import { projectLinkFindings } from './project-links.js';

/** Adds the findings that need the other documents or the record of signatures. */
export function inProject<One extends Prepared & { readonly explainer: Explainer }>(
  one: One,
  all: readonly Prepared[],
  config: ResolvedConfig,
  approvals: Approvals,
): One {
  const diagnostics = [
    ...one.diagnostics,
    ...projectLinkFindings(one, all),
    ...approvalFindings(one, config, approvals),
  ];
  return { ...one, diagnostics };
}
