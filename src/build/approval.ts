/** The four-eyes rule: who has to sign, who signed, and whether the text is still the one that was signed. */

import { z } from 'zod';
import type { ResolvedConfig } from '../config/config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Explainer } from '../document/explainer.js';
import type { ExplainerEntry } from '../source/explainer-entry.js';
import type { System } from '../system/system.js';
import { sha256 } from './manifest.js';

/** The record of what was signed, beside `galley.config.yaml`; written by `galley approve` alone. */
export const approvalsFile = 'galley.approvals.json';

const approvalsSchema = z.record(z.string(), z.object({ hash: z.string(), signed: z.array(z.string()) }));

/** What was signed, by document: the content's hash and the signatures. */
export type Approvals = z.infer<typeof approvalsSchema>;

/** The record; empty when there is none, or none that can be read: then everything has to be signed again. */
export async function readApprovals(system: System): Promise<Approvals> {
  const bytes = await system.readFile(approvalsFile);
  if (bytes === undefined) return {};
  try {
    const parsed = approvalsSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

/** What is held against its signatures. */
interface Signed {
  readonly entry: ExplainerEntry;
  readonly document: string;
  readonly explainer: Explainer | undefined;
  readonly contentHash: string;
}

/** Lines of the front matter that may change after signing: who signed, and when it comes out. */
const later = /^(?:approval|status|published|embargo)[ \t]*:/;

/** A Markdown file without those keys and the lines that belong to them. */
function signedText(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  let isLater = false;
  return lines
    .filter((line, index) => {
      if (index > end) return true;
      if (/^\S/.test(line) && !line.startsWith('- ')) isLater = later.test(line);
      return !isLater;
    })
    .join('\n');
}

/** The hash of what a document says: its text, and the files of its own that were read for it. Shared files are not part of it. */
export function contentHash(
  entry: ExplainerEntry,
  text: string,
  inputs: ReadonlyMap<string, string>,
): string {
  const own = [...inputs].filter(([path]) => {
    if (path === entry.path || path.endsWith('.md')) return false;
    return entry.form === 'folder'
      ? path.startsWith(`${entry.folder}/`)
      : path.startsWith(`${entry.folder}/${entry.slug}.`);
  });
  const files = own.map(([path, hash]) => `${path} ${hash}`).sort();
  return sha256([sha256(signedText(text)), ...files].join('\n'));
}

/** Signatures as the record keeps them: `duty editor: Ada Prowse, version 2`. */
export function signaturesOf({ metadata }: Explainer): string[] {
  return metadata.approval.map(({ role, name, version }) => `${role}: ${name}, version ${version}`);
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

function problem(explainer: Explainer, what: string, fix: string): Diagnostic {
  return {
    code: 'approval-is-current',
    severity: 'error',
    what,
    why: 'This newsroom publishes nothing that only its author has read.',
    fix,
    place: explainer.placeOf('approval'),
    excerpt: what,
  };
}

/** Roles that config asks for and nobody has signed. */
function unsignedRoles(explainer: Explainer, { approval }: ResolvedConfig): string[] {
  return approval.filter((role) => !explainer.metadata.approval.some((one) => same(one.role, role)));
}

/** What is wrong with the signatures themselves, whatever the text says. */
export function signatureFindings(explainer: Explainer, config: ResolvedConfig): Diagnostic[] {
  const { approval, byline } = explainer.metadata;
  const missing = unsignedRoles(explainer, config).map((role) =>
    problem(
      explainer,
      `Nobody has signed as “${role}”.`,
      `When it was read, add to “approval”: - { role: ${role}, name: …, at: 2022-01-06, version: 1 }`,
    ),
  );
  const [author, ...others] = byline;
  const own = approval
    .filter(
      ({ role, name }) =>
        config.approval.some((asked) => same(asked, role)) &&
        others.length === 0 &&
        author !== undefined &&
        same(author.name, name),
    )
    .map(({ role, name }) =>
      problem(
        explainer,
        `“${name}” signed as “${role}”, and is the only author.`,
        'Have somebody else read and sign it.',
      ),
    );
  return [...missing, ...own];
}

/**
 * Whether a document that is to be public was signed by all whom config names, and not changed since. Nothing without such roles, for
 * texts that are not to be public yet, and for notices of withdrawn ones.
 */
export function approvalFindings(
  prepared: Signed,
  config: ResolvedConfig,
  approvals: Approvals,
): Diagnostic[] {
  const { explainer, document } = prepared;
  if (explainer === undefined || config.approval.length === 0) return [];
  if (explainer.metadata.status !== 'published') return [];
  const faults = signatureFindings(explainer, config);
  if (faults.length > 0) return faults;
  const command = `Run: galley approve ${prepared.entry.path}`;
  const record = approvals[document];
  const signed = signaturesOf(explainer);
  if (record === undefined || signed.some((one) => !record.signed.includes(one))) {
    return [problem(explainer, 'It was signed, but what was signed is not on record.', command)];
  }
  if (record.hash === prepared.contentHash) return [];
  return [
    problem(
      explainer,
      'The text, its sources, numbers or pictures were changed after it was signed.',
      `Have it read again. Give the signatures a new version. ${command}`,
    ),
  ];
}
