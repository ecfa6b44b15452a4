/** The Nu Html Checker, which browsers' makers use, finds no fault in the bytes of the page. */

import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Place } from '../../../diagnostics/place.js';
import { type Check, type CheckEntry, failedOrPassed } from '../../check.js';
import { defectOf } from '../engine-defects.js';
import { elementPlace, isForeign, type PublishedPage } from '../published-page.js';
import { elementAt } from '../tag-offsets.js';

const id = 'nu-finds-nothing';

/** One message of the checker; lines and columns are 1-based. */
interface NuMessage {
  readonly type: string;
  readonly message: string;
  readonly extract?: string;
  readonly firstLine?: number;
  readonly lastLine?: number;
  readonly firstColumn?: number;
  readonly lastColumn?: number;
}

/** Runs the checker on a page and gives what it writes: JSON. */
export type RunNu = (html: string) => Promise<string>;

function messagesOf(output: string): readonly NuMessage[] {
  const start = output.indexOf('{');
  const data: unknown = start === -1 ? undefined : JSON.parse(output.slice(start));
  if (typeof data !== 'object' || data === null || !('messages' in data) || !Array.isArray(data.messages))
    throw new Error('The Nu Html Checker gave no answer.');
  return data.messages;
}

function offsetOf(html: string, line: number, column: number): number {
  const lines = html.split('\n');
  return lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}

/** Its messages are sentences, not rules; these two are told by other engines as well. */
function ruleOf(message: string): string {
  if (/must have an “alt” attribute|An “img” element must have/.test(message))
    return 'nu image without words';
  if (/^Duplicate ID/.test(message)) return 'nu duplicate id';
  return `nu ${message.replace(/“[^”]*”/g, '…').slice(0, 80)}`;
}

function diagnosticOf(page: PublishedPage, nu: NuMessage): Diagnostic {
  const line = nu.firstLine ?? nu.lastLine ?? 1;
  const column = nu.firstColumn ?? 1;
  const offset = offsetOf(page.html, line, column);
  const end = { line: nu.lastLine ?? line, column: (nu.lastColumn ?? column) + 1 };
  const place: Place = isForeign(page)
    ? { kind: 'source', file: page.file, position: { start: { line, column, offset }, end } }
    : elementPlace(page, `line ${line}`, elementAt(page.html, offset));
  const rule = ruleOf(nu.message);
  return {
    code: id,
    severity: 'error',
    what: `The page’s markup breaks a rule of HTML: ${nu.message} (Nu Html Checker).`,
    why: 'Browsers and assistive software each repair faulty markup in their own way, so readers may get different pages.',
    fix: `Look at the block or template that makes “${(nu.extract ?? '').replace(/\s+/g, ' ').trim()}”.`,
    place,
    excerpt: `${nu.message} ${nu.extract ?? ''}`,
    rule,
    defect: defectOf(rule),
  };
}

/** Makes the check; its errors count, its advice does not. */
export function nu(run: RunNu): Check<PublishedPage> {
  const entry: CheckEntry = {
    id,
    subject: 'page',
    title: 'The Nu Html Checker finds no fault.',
    severity: 'error',
    criteria: ['4.1.2'],
    examples: {
      passes: [{ title: 'A list of items', text: `<ul><li>Water</li></ul>` }],
      fails: [{ title: 'A paragraph inside a list', text: `<ul><p>Water</p></ul>` }],
    },
  };
  return {
    ...entry,
    evaluate: async (page) => {
      const messages = messagesOf(await run(page.html)).filter(
        ({ type }) => type === 'error' || type === 'non-document-error',
      );
      return failedOrPassed(
        id,
        messages.map((one) => diagnosticOf(page, one)),
      );
    },
  };
}
